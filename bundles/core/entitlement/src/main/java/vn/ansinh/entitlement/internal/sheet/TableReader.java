package vn.ansinh.entitlement.internal.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.entitlement.internal.Columns;
import vn.ansinh.entitlement.internal.sheet.LegacyText.Encoding;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Staging.StagedRow;

/** The rows below the titles of one sheet. Every row with something in it comes out, with why. */
final class TableReader {

    private static final Pattern TOTAL =
            Pattern.compile(
                    "(?iu)(tổng|cộng|luỹ kế|lũy kế|mang sang|tong cong|tong so|cong)([\\s:.(,]+.*)?");
    private static final Pattern SIGNATURE =
            Pattern.compile(
                    "(?iu).*(người lập|lập biểu|lập bảng|thủ trưởng|kế toán|thủ quỹ|\\bTM\\.|ký tên"
                            + "|đóng dấu|ghi rõ họ tên|\\S,\\s*ngày\\s.*tháng\\s.*năm|^ngày[\\s….]+tháng|bằng chữ|xác nhận của"
                            + "|nguoi lap|thu truong|ke toan|nơi nhận|chủ tịch).*");
    private static final int COUNTED = 12;

    private final int sheet;
    private final Header header;
    private final int headerRow;
    private final String sheetUnit;
    private final Places places;
    private final Cleaner cleaner;
    private final Consumer<StagedRow> out;
    private final Map<Integer, Encoding> encodings = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private final int nameColumn;

    private int number;
    private boolean ended;
    private String groupUnit;
    private String groupGround;

    TableReader(
            int sheet,
            int number,
            Header header,
            int headerRow,
            String sheetUnit,
            Places places,
            Cleaner cleaner,
            Consumer<StagedRow> out) {
        this.sheet = sheet;
        this.number = number;
        this.header = header;
        this.headerRow = headerRow;
        this.sheetUnit = sheetUnit;
        this.places = places;
        this.cleaner = cleaner;
        this.out = out;
        this.nameColumn = header.column(Columns.FULL_NAME);
    }

    Header header() {
        return header;
    }

    int headerRow() {
        return headerRow;
    }

    /**
     * Decides the encoding of each column: text that is Vietnamese only in one older encoding, and
     * no text that must be Unicode.
     */
    void sample(List<Sheets.Row> rows) {
        Map<Integer, Map<Encoding, Integer>> votes = new TreeMap<>();
        Set<Integer> unicode = new HashSet<>();
        for (Sheets.Row row : rows) {
            for (Cell cell : row.cells()) {
                if (cell.text().chars().anyMatch(c -> c > 0x7F)) {
                    if (LegacyText.unicode(cell.text())) {
                        unicode.add(cell.column());
                    }
                    LegacyText.detect(cell.text())
                            .ifPresent(
                                    found ->
                                            votes.computeIfAbsent(
                                                            cell.column(),
                                                            c -> new EnumMap<>(Encoding.class))
                                                    .merge(found, 1, Integer::sum));
                }
            }
        }
        votes.forEach(
                (column, found) -> {
                    Encoding most =
                            found.entrySet().stream()
                                    .max(Map.Entry.comparingByValue())
                                    .orElseThrow()
                                    .getKey();
                    String title = column < header.titles().size() ? title(column) : "";
                    notes.add(
                            "Cột «"
                                    + title
                                    + "» có chữ theo bảng mã "
                                    + most.title()
                                    + "; đã chuyển sang Unicode.");
                    if (!unicode.contains(column) && found.size() == 1) {
                        encodings.put(column, most);
                    }
                });
    }

    void row(Sheets.Row row) {
        Map<Integer, String> texts = new TreeMap<>();
        for (Cell cell : row.cells()) {
            String text = Cleaner.tidy(CellText.of(cell, encodings.get(cell.column())));
            if (!text.isEmpty()) {
                texts.put(cell.column(), text);
                if (cell.hidden() && hiddenColumns.add(cell.column())) {
                    notes.add("Cột «" + title(cell.column()) + "» bị ẩn; vẫn được đọc.");
                }
            }
        }
        if (texts.isEmpty()) {
            return;
        }
        if (row.hidden() && hiddenRows.size() < COUNTED) {
            hiddenRows.add(row.number());
        }
        String why = noData(texts);
        if (why != null) {
            emit(row, texts, Map.of(), false, Verdict.SKIPPED, List.of(why), "");
            return;
        }
        data(row, texts);
    }

    /** Why the row is no data, or null when it is. */
    private String noData(Map<Integer, String> texts) {
        String first = texts.values().iterator().next();
        String name = texts.getOrDefault(nameColumn, "");
        boolean identified =
                says(texts, Columns.BIRTH)
                        || says(texts, Columns.PERSONAL_ID)
                        || says(texts, Titles.OLD_ID)
                        || says(texts, Titles.BIRTH_YEAR)
                        || has(texts, Titles.MALE)
                        || has(texts, Titles.FEMALE);
        if (first.startsWith("#")) {
            return "Dòng ghi chú.";
        }
        if (header.repeatedBy(texts) || Header.numbering(texts) && !identified) {
            return "Dòng tiêu đề lặp lại.";
        }
        if (!identified && (total(first) || total(name))) {
            return "Dòng cộng.";
        }
        if (!identified
                && !has(texts, Titles.AMOUNT)
                && texts.values().stream().anyMatch(t -> SIGNATURE.matcher(t).matches())) {
            ended = true;
            return "Phần ký tên cuối bảng.";
        }
        if (!identified && !has(texts, Titles.AMOUNT)) {
            return group(texts, name);
        }
        return null;
    }

    private String group(Map<Integer, String> texts, String name) {
        int ordinal = header.column(Titles.ORDINAL);
        boolean numbered = texts.getOrDefault(ordinal, "").matches("[0-9]+\\.?");
        boolean nameOnly = !name.isEmpty() && numbered;
        if (nameOnly && !ended) {
            return null;
        }
        long others =
                texts.entrySet().stream()
                        .filter(cell -> cell.getKey() != ordinal)
                        .filter(cell -> !cell.getValue().matches("[0-9.,\\s]+"))
                        .count();
        if (others == 0) {
            return numbered || !texts.isEmpty() ? "Dòng không có họ tên và dữ liệu." : null;
        }
        if (ended) {
            return "Phần ký tên cuối bảng.";
        }
        if (others > 1) {
            return null;
        }
        String text =
                texts.entrySet().stream()
                        .filter(cell -> cell.getKey() != ordinal)
                        .filter(cell -> !cell.getValue().matches("[0-9.,\\s]+"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        String bare = text.replaceFirst("^([IVXLivx]+|[A-Da-d]|[0-9]+)\\s*[.):-]\\s*", "");
        String unit = places.unit(bare).orElse(null);
        String ground = places.ground(bare).orElse(null);
        if (unit != null) {
            groupUnit = unit;
            groupGround = null;
            return "Tên nhóm; các dòng dưới thuộc đơn vị " + unit + ".";
        }
        if (ground != null) {
            groupGround = ground;
            return "Tên nhóm; các dòng dưới thuộc nhóm hưởng " + ground + ".";
        }
        return "Dòng chỉ có một ô chữ, không có dữ liệu của người hưởng.";
    }

    private static boolean total(String text) {
        return TOTAL.matcher(text).matches();
    }

    /** Whether the field has a figure in it that is not part of a signature. */
    private boolean says(Map<Integer, String> texts, String field) {
        String text = texts.getOrDefault(header.column(field), "");
        return text.matches(".*[0-9].*") && !SIGNATURE.matcher(text).matches();
    }

    private boolean has(Map<Integer, String> texts, String field) {
        int column = header.column(field);
        return column >= 0 && texts.containsKey(column);
    }

    private void data(Sheets.Row row, Map<Integer, String> texts) {
        Cleaner.Cleaned cleaned = new Cleaner.Cleaned();
        for (Cell cell : row.cells()) {
            String text = texts.get(cell.column());
            String field =
                    cell.column() < header.fields().size()
                            ? header.fields().get(cell.column())
                            : "";
            if (text == null || field.isEmpty() || field.equals(Titles.IGNORED)) {
                continue;
            }
            if (field.equals(Columns.FULL_NAME) && CellText.unreadable(text)) {
                cleaned.warnings.add("Họ và tên có chữ theo bảng mã lạ; cần xem lại.");
            }
            cleaner.cell(
                    cleaned,
                    field,
                    cell,
                    text,
                    header.thousands().contains(cell.column()),
                    place(cell.column(), row.number()));
        }
        cleaner.together(cleaned, sheetUnit, groupUnit, groupGround);
        List<String> why = new ArrayList<>(cleaned.faults);
        why.addAll(cleaned.warnings);
        if (row.hidden()) {
            why.add("Dòng bị ẩn trong bảng tính.");
        }
        Verdict verdict =
                !cleaned.faults.isEmpty()
                        ? Verdict.REFUSED
                        : why.isEmpty() ? Verdict.ACCEPTED : Verdict.WARNING;
        emit(row, texts, cleaned.fields, cleaned.proposed, verdict, why, identity(cleaned.fields));
    }

    private void emit(
            Sheets.Row row,
            Map<Integer, String> texts,
            Map<String, String> fields,
            boolean proposed,
            Verdict verdict,
            List<String> why,
            String identity) {
        number++;
        List<String> cells = new ArrayList<>();
        int width = header.titles().size();
        for (int column = 0; column < width; column++) {
            cells.add(texts.getOrDefault(column, ""));
        }
        out.accept(
                new StagedRow(
                        number,
                        sheet,
                        row.number(),
                        identity.isEmpty() ? "#" + number : identity,
                        cells,
                        fields,
                        proposed,
                        verdict,
                        why));
    }

    /** What tells one person from another, as the register does. */
    private static String identity(Map<String, String> fields) {
        String number = fields.getOrDefault(Columns.PERSONAL_ID, "");
        if (!number.isEmpty() || !fields.containsKey(Columns.FULL_NAME)) {
            return number;
        }
        String birth = fields.getOrDefault(Columns.BIRTH, "");
        try {
            birth = Birth.parse(birth).text();
        } catch (IllegalArgumentException e) {
            // The judge says what is wrong with it; to group rows the text itself will do.
            birth = birth.strip();
        }
        return Names.fold(fields.get(Columns.FULL_NAME))
                + '|'
                + birth
                + '|'
                + fields.getOrDefault(Columns.UNIT_CODE, "");
    }

    private String title(int column) {
        String title = column < header.titles().size() ? header.titles().get(column) : "";
        return title.isEmpty() ? letters(column) : title;
    }

    private static String place(int column, int row) {
        return letters(column) + row;
    }

    private static String letters(int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }

    /** What was out of the ordinary. */
    List<String> notes() {
        return notes;
    }

    /** Ends the table; number of the last row. */
    int end() {
        if (!hiddenRows.isEmpty()) {
            notes.add("Có dòng bị ẩn, vẫn được đọc: " + hiddenRows + ".");
        }
        return number;
    }
}
