package vn.ansinh.entitlement.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.entitlement.api.Imports.Counts;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.State;
import vn.ansinh.entitlement.api.Imports.Verdict;

/**
 * Uploads and their rows on the way into the register, of the tenant of the current unit of work:
 * every method is called inside one. Rows are personal data and go when the upload is confirmed or
 * abandoned; the digest and the counts stay.
 */
public interface Staging {

    /** Stores an upload and gives its key. */
    long open(Upload upload, Instant at);

    /** Keeps what was found in each sheet. */
    void sheets(long uploadId, List<SheetInfo> sheets);

    /** Adds rows. */
    void add(long uploadId, List<StagedRow> rows);

    /** By key. */
    Optional<Upload> byId(long uploadId);

    /** Newest first. */
    List<Upload> page(int limit);

    /** The confirmed upload of the same content. */
    Optional<Upload> confirmed(FileKind kind, YearMonth month, String sha256);

    /**
     * Rows to judge, ordered by identity, after the given row; whoever asks takes whole identities.
     *
     * @param after the last row taken, or null
     */
    List<StagedRow> byIdentity(long uploadId, StagedRow after, int limit);

    /** Every row in the order of the file, one after the other. */
    void each(long uploadId, Consumer<StagedRow> row);

    /** A page of rows in the order of the file. */
    List<StagedRow> page(long uploadId, int afterNumber, int limit);

    /** Writes the verdicts of rows. */
    void judge(long uploadId, List<StagedRow> rows);

    /** Counts of verdicts as stored now. */
    Counts counts(long uploadId);

    /** Moves the upload on and keeps its counts; locks it against others first. */
    void move(long uploadId, State from, State to, Counts counts, Instant at);

    /** Removes the rows of an upload. */
    void purge(long uploadId);

    /** Meanings the locality has taught. */
    Mapping mapping();

    /** Keeps one meaning. */
    void learn(String kind, String field, String written, String meaning, String by, Instant at);

    /** Takes a confirmed list over as the paid list of its month, in place of an earlier one. */
    void takePaidList(long uploadId, YearMonth month, Instant at);

    /** Keeps opening balances: what was still owed (positive) or to be recovered (negative). */
    void addBalances(long uploadId, List<Balance> balances, Instant at);

    /**
     * Looks anew at how many rows the register has and what is in them, so that questions asked
     * right after a large import are planned well. Needs no tenant; takes a second or two.
     */
    void refreshStatistics();

    /** An opening balance. */
    record Balance(long personId, long amountDong) {}

    /**
     * An upload.
     *
     * @param id key; 0 before it is stored
     * @param kind what the file holds
     * @param month month of a paid list, or null
     * @param fileName name the officer gave
     * @param sha256 digest of the bytes
     * @param state state
     * @param sheets what was found in each sheet
     * @param counts counts of verdicts
     */
    record Upload(
            long id,
            FileKind kind,
            YearMonth month,
            String fileName,
            String sha256,
            State state,
            List<SheetInfo> sheets,
            Counts counts) {
        public Upload {
            sheets = List.copyOf(sheets);
        }

        /** The same with its sheets. */
        public Upload with(List<SheetInfo> found) {
            return new Upload(id, kind, month, fileName, sha256, state, found, counts);
        }
    }

    /**
     * A sheet.
     *
     * @param name name
     * @param headerRow row of the titles, 0 when none was found
     * @param titles titles by column
     * @param fields meaning by column, empty where there is none
     * @param notes what was found out of the ordinary
     */
    record SheetInfo(
            String name,
            int headerRow,
            List<String> titles,
            List<String> fields,
            List<String> notes) {
        public SheetInfo {
            titles = List.copyOf(titles);
            fields = List.copyOf(fields);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A row on its way.
     *
     * @param number number over all sheets, in the order of the file
     * @param sheet place of its sheet, from 0
     * @param row row as the spreadsheet shows it
     * @param identity what tells its person from others
     * @param cells the officer's own cells by column
     * @param fields what they mean, cleaned
     * @param proposed whether a value is our proposal
     * @param verdict verdict
     * @param notes why
     */
    record StagedRow(
            int number,
            int sheet,
            int row,
            String identity,
            List<String> cells,
            Map<String, String> fields,
            boolean proposed,
            Verdict verdict,
            List<String> notes) {
        public StagedRow {
            cells = List.copyOf(cells);
            fields = Map.copyOf(fields);
            notes = List.copyOf(notes);
        }

        /** The same with another verdict. */
        public StagedRow judged(Verdict other, List<String> why) {
            return new StagedRow(number, sheet, row, identity, cells, fields, proposed, other, why);
        }
    }

    /**
     * Meanings a locality has taught.
     *
     * @param columns field by folded title
     * @param values value by {@code field|folded text}
     * @param defaults value by field, where a file says nothing
     */
    record Mapping(
            Map<String, String> columns, Map<String, String> values, Map<String, String> defaults) {
        public Mapping {
            columns = Map.copyOf(columns);
            values = Map.copyOf(values);
            defaults = Map.copyOf(defaults);
        }
    }
}
