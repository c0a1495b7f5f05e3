package vn.ansinh.entitlement.internal.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Staging.Mapping;
import vn.ansinh.entitlement.port.Staging.SheetInfo;
import vn.ansinh.entitlement.port.Staging.StagedRow;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Understands a workbook sheet by sheet while it streams by: holds the first rows of a sheet until
 * its titles and encodings are known, then cleans row after row.
 */
public final class WorkbookReader implements Sheets.Reader {

    /** Most rows of a file. */
    public static final int MOST_ROWS = 100_000;

    /** Most columns with something in them. */
    public static final int MOST_COLUMNS = 120;

    private static final int HEADER_WITHIN = 60;
    private static final int SAMPLE = 200;
    private static final int NOTES = 40;

    private final String fileName;
    private final Mapping mapping;
    private final Places places;
    private final Cleaner cleaner;
    private final Consumer<StagedRow> out;
    private final List<SheetInfo> sheets = new ArrayList<>();
    private final List<Sheets.Row> first = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private String sheetName;
    private TableReader table;
    private int number;
    private int rows;
    private boolean sampling;
    private List<String> nearest = List.of();

    public WorkbookReader(
            String fileName,
            Mapping mapping,
            Places places,
            LocalDate today,
            Consumer<StagedRow> out) {
        this.fileName = fileName;
        this.mapping = mapping;
        this.places = places;
        this.cleaner = new Cleaner(mapping, places, today);
        this.out = out;
    }

    @Override
    public void sheet(String name, boolean hidden) {
        endSheet();
        sheetName = Cleaner.tidy(name);
        sampling = true;
        if (hidden) {
            notes.add("Trang bị ẩn; vẫn được đọc.");
        }
    }

    @Override
    public void row(Sheets.Row row) {
        for (Cell cell : row.cells()) {
            if (cell.column() >= MOST_COLUMNS) {
                throw refused(
                        "có ô ở cột thứ "
                                + (cell.column() + 1)
                                + "; tệp có nhiều nhất "
                                + MOST_COLUMNS
                                + " cột");
            }
        }
        rows++;
        if (rows > MOST_ROWS) {
            throw refused("có hơn " + MOST_ROWS + " dòng; hãy chia thành nhiều tệp");
        }
        if (sampling) {
            first.add(row);
            if (first.size() == SAMPLE) {
                endSample();
            }
        } else if (table != null) {
            table.row(row);
        }
    }

    /**
     * Ends the file.
     *
     * @return what was found in each sheet
     * @throws AnsinhException INVALID_INPUT when no sheet has a table or no row has data
     */
    public List<SheetInfo> finish() {
        endSheet();
        if (sheets.stream().allMatch(sheet -> sheet.headerRow() == 0)) {
            throw refused(
                    "không có dòng tiêu đề nào có cột «Họ và tên» cùng ít nhất hai cột quen thuộc"
                            + " khác"
                            + (nearest.isEmpty()
                                    ? "; tệp trống"
                                    : "; dòng giống nhất có: «"
                                            + String.join("», «", nearest)
                                            + "». Hãy khai nghĩa của cột rồi gửi lại"));
        }
        if (number == 0) {
            throw refused("không có dòng dữ liệu nào dưới tiêu đề");
        }
        return List.copyOf(sheets);
    }

    private void endSheet() {
        if (sheetName == null) {
            return;
        }
        if (sampling) {
            endSample();
        }
        if (table == null) {
            if (!notes.isEmpty() || !nearest.isEmpty()) {
                sheets.add(new SheetInfo(sheetName, 0, List.of(), List.of(), notes));
            }
        } else {
            number = table.end();
            List<String> all = new ArrayList<>(notes);
            all.addAll(table.notes());
            sheets.add(
                    new SheetInfo(
                            sheetName,
                            table.headerRow(),
                            table.header().titles(),
                            table.header().fields(),
                            all.size() > NOTES ? all.subList(0, NOTES) : all));
        }
        table = null;
        notes.clear();
        sheetName = null;
    }

    private void endSample() {
        sampling = false;
        List<Map<Integer, String>> texts = new ArrayList<>();
        for (Sheets.Row row : first.subList(0, Math.min(HEADER_WITHIN, first.size()))) {
            Map<Integer, String> text = new TreeMap<>();
            for (Cell cell : row.cells()) {
                String title = Cleaner.tidy(CellText.of(cell, null));
                if (!title.isEmpty()) {
                    text.put(cell.column(), title);
                }
            }
            texts.add(text);
        }
        Header header = Header.find(texts, mapping.columns()).orElse(null);
        if (header == null) {
            // Words without figures: a title, not somebody's data.
            texts.stream()
                    .map(row -> row.values().stream().filter(t -> !t.matches(".*[0-9].*")).toList())
                    .max((a, b) -> Integer.compare(a.size(), b.size()))
                    .filter(row -> row.size() > nearest.size())
                    .ifPresent(row -> nearest = row.stream().limit(12).toList());
            if (!first.isEmpty()) {
                notes.add("Không có dòng tiêu đề nên trang không được đọc.");
            }
            first.clear();
            return;
        }
        table =
                new TableReader(
                        sheets.size(),
                        number,
                        header,
                        first.get(Math.max(0, header.rows() - 1)).number(),
                        places.unit(sheetName).orElse(null),
                        places,
                        cleaner,
                        out);
        List<Sheets.Row> data = first.subList(header.rows(), first.size());
        table.sample(data);
        data.forEach(table::row);
        first.clear();
    }

    private AnsinhException refused(String why) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, "Tệp «" + fileName + "» " + why + ".");
    }
}
