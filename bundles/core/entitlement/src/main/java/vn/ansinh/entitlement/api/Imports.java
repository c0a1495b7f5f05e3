package vn.ansinh.entitlement.api;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Import of what an officer really has: XLSX or CSV of people, of running decisions, of paid lists
 * (docs/reference/import.md). Upload, read the verdicts, then confirm: all rows or none.
 */
public interface Imports {

    /**
     * Reads and judges a file; nothing reaches the register. The same bytes as a confirmed upload
     * give that upload back.
     *
     * @param month month of a paid list; null for the other kinds
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT when the file as a whole cannot
     *     be read; LAW_NOT_ACTIVE
     */
    UploadView upload(
            TenantId tenant,
            Actor actor,
            FileKind kind,
            YearMonth month,
            String fileName,
            InputStream bytes);

    /** One upload. */
    UploadView one(TenantId tenant, Actor actor, long uploadId);

    /** Uploads, newest first; at most 100. */
    List<UploadView> uploads(TenantId tenant, Actor actor);

    /** A page of rows with their verdicts, in the order of the file. */
    List<RowView> rows(TenantId tenant, Actor actor, long uploadId, int afterNumber, int limit);

    /** The verdict workbook: the officer's own rows, the verdict and why, and the totals. */
    void verdicts(TenantId tenant, Actor actor, long uploadId, OutputStream xlsx);

    /**
     * Takes every row over or none.
     *
     * @param acceptProposals whether values we proposed (a lost zero, a date) are taken
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT while a row is refused; CONFLICT
     *     while proposals are not accepted or the upload is not open
     */
    UploadView confirm(TenantId tenant, Actor actor, long uploadId, boolean acceptProposals);

    /** Gives an upload up; its rows are removed. */
    UploadView abandon(TenantId tenant, Actor actor, long uploadId);

    /** Meanings the locality has taught. */
    List<Meaning> meanings(TenantId tenant, Actor actor);

    /** Teaches one: it counts for every later upload. */
    void teach(TenantId tenant, Actor actor, Meaning meaning);

    /** What a file holds. */
    enum FileKind {
        /** People (danh sách đối tượng). */
        PEOPLE,
        /** People with what running decisions grant, and balances (đang hưởng). */
        RUNNING,
        /** What was paid in a closed month (danh sách đã chi trả). */
        PAID
    }

    /** Where an upload stands. */
    enum State {
        /** Judged; nothing taken over. */
        JUDGED,
        /** Taken over. */
        CONFIRMED,
        /** Given up. */
        ABANDONED
    }

    /** Verdict of a row (kết quả). */
    enum Verdict {
        /** Nhận. */
        ACCEPTED("Nhận"),
        /** Nhận, cần xem lại. */
        WARNING("Cảnh báo"),
        /** Không nhận. */
        REFUSED("Từ chối"),
        /** Not a row of data: total, heading of a group, signature. */
        SKIPPED("Bỏ qua");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * Counts of verdicts.
     *
     * @param accepted accepted
     * @param warnings accepted with a warning
     * @param refused refused
     * @param skipped no data
     * @param proposals rows with a value that we proposed
     * @param amountDong sum of amounts of rows that are not refused
     */
    record Counts(
            long accepted,
            long warnings,
            long refused,
            long skipped,
            long proposals,
            long amountDong) {
        /** None. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    /**
     * An upload.
     *
     * @param id key
     * @param kind kind
     * @param month month of a paid list, or null
     * @param fileName file name
     * @param sha256 digest of its bytes
     * @param state state
     * @param counts counts
     * @param sheets what was found in each sheet
     */
    record UploadView(
            long id,
            FileKind kind,
            YearMonth month,
            String fileName,
            String sha256,
            State state,
            Counts counts,
            List<SheetView> sheets) {
        public UploadView {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * A sheet as it was understood.
     *
     * @param name name
     * @param headerRow row of the titles; 0 when none was found
     * @param columns title and meaning of each column
     * @param notes what was out of the ordinary
     */
    record SheetView(String name, int headerRow, List<ColumnView> columns, List<String> notes) {
        public SheetView {
            columns = List.copyOf(columns);
            notes = List.copyOf(notes);
        }
    }

    /** A column: its title and the field it was taken for, empty when for none. */
    record ColumnView(String title, String field) {}

    /** A row with its verdict. */
    record RowView(
            int number,
            String sheet,
            int row,
            List<String> cells,
            Verdict verdict,
            List<String> why) {
        public RowView {
            cells = List.copyOf(cells);
            why = List.copyOf(why);
        }
    }

    /**
     * A meaning a locality teaches.
     *
     * @param kind {@code COLUMN}: a title means a field; {@code VALUE}: a text in a field means a
     *     value; {@code DEFAULT}: a field has this value where a file says nothing
     * @param field field
     * @param written title or text as written; empty for a default
     * @param meaning value; empty for a column
     */
    record Meaning(String kind, String field, String written, String meaning) {}
}
