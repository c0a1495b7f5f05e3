package vn.ansinh.entitlement.internal.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.PersonalIds;
import vn.ansinh.entitlement.internal.Columns;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;
import vn.ansinh.entitlement.port.Staging.Mapping;

/** Turns the cells of one row into cleaned fields; what is doubtful is said, never guessed. */
final class Cleaner {

    private static final Set<String> DAYS =
            Set.of(
                    Columns.DEATH,
                    Columns.SIGNED_ON,
                    Columns.DISABILITY_CERTIFICATE_ON,
                    Columns.POVERTY_NATIONAL_FROM,
                    Columns.POVERTY_NATIONAL_TO,
                    Columns.POVERTY_LOCAL_FROM,
                    Columns.POVERTY_LOCAL_TO,
                    Columns.PENSION_FROM,
                    Columns.SOCIAL_PENSION_REQUESTED_ON,
                    Columns.SOCIAL_PENSION_TRANSFERRED_ON);
    private static final Set<String> MONTHS = Set.of(Columns.FIRST_MONTH, Columns.LAST_MONTH);
    private static final Set<String> MONEY =
            Set.of(Titles.AMOUNT, Titles.BALANCE, Columns.PENSION_DONG);
    private static final Pattern PAPER =
            Pattern.compile(
                    "(?iu)(?:(?:quyết định|QĐ)\\s*)?(?:số\\s*[:.]?\\s*)?(\\S+?)[,;]?\\s+"
                            + "(?:ngày\\s*)?([0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4})"
                            + "(?:\\s+của\\s+(.+))?");
    private static final Pattern NUMBER_PREFIX =
            Pattern.compile("(?iu)^(?:quyết định\\s+)?(?:QĐ\\s+)?số\\s*[:.]?\\s*");
    private static final Pattern FAMILY =
            Pattern.compile(
                    "(con|vo|chong|bo|me|cha|anh|chi|em|chau|ong|ba|con dau|con re|con trai|con gai"
                            + "|em gai|em trai|chi gai|anh trai|chau noi|chau ngoai|con ruot"
                            + "|me de|bo de|me ruot|bo ruot)");
    private static final int LONGEST_CELL = 500;

    private final Mapping mapping;
    private final Places places;
    private final LocalDate today;

    Cleaner(Mapping mapping, Places places, LocalDate today) {
        this.mapping = mapping;
        this.places = places;
        this.today = today;
    }

    /** A row being cleaned. */
    static final class Cleaned {
        final Map<String, String> fields = new LinkedHashMap<>();
        final List<String> faults = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();
        boolean proposed;

        void propose(String sentence) {
            warnings.add(sentence);
            proposed = true;
        }
    }

    /** Text without what spreadsheets add: quotes before numbers, hard spaces, loose marks. */
    static String tidy(String text) {
        String plain =
                text.replace('\u00A0', ' ').replaceAll("[\\u200B-\\u200F\\uFEFF\\u00AD]", "");
        String composed =
                Normalizer.normalize(
                        plain.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), Normalizer.Form.NFC);
        return composed.startsWith("'") || composed.startsWith("’")
                ? composed.substring(1).strip()
                : composed;
    }

    /** Puts one cell into its field. */
    void cell(Cleaned row, String field, Cell cell, String text, boolean thousands, String where) {
        if (cell.kind() == Kind.ERROR) {
            row.faults.add("Ô " + where + " báo lỗi «" + text + "» của bảng tính; hãy sửa.");
            return;
        }
        if (cell.formula() && !field.equals(Titles.ORDINAL)) {
            row.faults.add(
                    "Ô "
                            + where
                            + " là công thức; hãy chép và dán lại thành giá trị (Dán đặc biệt →"
                            + " Giá trị).");
            return;
        }
        if (text.length() > LONGEST_CELL) {
            row.faults.add("Ô " + where + " dài hơn " + LONGEST_CELL + " ký tự.");
            return;
        }
        String learned = mapping.values().get(field + "|" + Names.fold(text));
        String value = learned != null ? learned : value(row, field, cell, text, thousands);
        if (!value.isEmpty()) {
            row.fields.put(field, value);
        }
    }

    private String value(Cleaned row, String field, Cell cell, String text, boolean thousands) {
        if (field.equals(Columns.BIRTH) || DAYS.contains(field) || MONTHS.contains(field)) {
            return date(row, field, cell, text);
        }
        if (MONEY.contains(field)) {
            return money(row, field, text, thousands);
        }
        return switch (field) {
            case Columns.PERSONAL_ID, Titles.OLD_ID -> id(row, cell, text);
            case Columns.UNIT_CODE, Titles.UNIT_NAME -> places.unit(text).orElse(text);
            case Columns.GROUND -> places.ground(text).orElse(text);
            case Columns.PAYEE_RELATION ->
                    FAMILY.matcher(Names.fold(text)).matches() ? "HOUSEHOLD" : text;
            case Columns.CHANNEL -> channel(text);
            case Columns.ACCOUNT -> account(row, cell, text);
            case Columns.COEFFICIENT -> text.replaceFirst("(?<=\\d)[.,]0+$", "");
            case Columns.POVERTY_NATIONAL -> text.equalsIgnoreCase("x") ? "POOR" : text;
            default -> text;
        };
    }

    private String date(Cleaned row, String field, Cell cell, String text) {
        Dates.Reading reading = Dates.read(cell, text, today, field.equals(Columns.BIRTH));
        if (reading.proposal() != null) {
            row.propose(Titles.vietnamese(field) + ": " + reading.proposal());
        }
        // A month is often written as its first day.
        return MONTHS.contains(field)
                ? reading.text().replaceFirst("^\\d{2}/(\\d{2}/\\d{4})$", "$1")
                : reading.text();
    }

    private static String money(Cleaned row, String field, String text, boolean thousands) {
        boolean negative = text.matches("\\(.*\\)|-.*");
        String digits =
                text.replaceAll("(?i)(đồng|vnđ|vnd|đ|₫|[()\\s-])", "")
                        .replaceFirst("[.,]0{1,2}$", "");
        if (digits.isEmpty() && text.matches("[-\\s]*")) {
            return "";
        }
        if (digits.matches("\\d{1,3}([.,]\\d{3})+")) {
            digits = digits.replaceAll("[.,]", "");
        }
        try {
            BigDecimal dong = new BigDecimal(digits.replace(',', '.'));
            BigDecimal whole = thousands ? dong.movePointRight(3) : dong;
            long amount = whole.longValueExact();
            if (amount > 0 && amount < 10_000) {
                row.warnings.add(
                        Titles.vietnamese(field)
                                + " chỉ "
                                + amount
                                + " đồng; nếu bảng tính theo nghìn đồng hãy ghi «(nghìn đồng)» vào"
                                + " tiêu đề.");
            }
            return Long.toString(negative ? -amount : amount);
        } catch (ArithmeticException | NumberFormatException e) {
            row.faults.add(
                    Titles.vietnamese(field)
                            + ": «"
                            + text
                            + "» không phải số tiền nguyên đồng; hãy ghi như 1250000.");
            return "";
        }
    }

    private static String id(Cleaned row, Cell cell, String text) {
        String digits = text.replaceAll("[\\s.'’-]", "");
        if (cell.kind() == Kind.NUMBER && text.contains("E")) {
            row.faults.add(
                    "Số định danh «" + text + "» bị bảng tính viết gọn; hãy ghi lại dạng văn bản.");
            return "";
        }
        if (digits.matches("0+")) {
            return "";
        }
        if (cell.kind() == Kind.NUMBER && digits.length() > 15) {
            row.faults.add(
                    "Số định danh dài quá 15 chữ số nên bảng tính đã làm tròn; hãy ghi lại.");
            return "";
        }
        return digits;
    }

    private static String account(Cleaned row, Cell cell, String text) {
        String number = text.replaceAll("[\\s.]", "");
        if (cell.kind() == Kind.NUMBER && (text.contains("E") || number.length() > 15)) {
            row.faults.add(
                    "Số tài khoản «"
                            + text
                            + "» đã bị bảng tính làm tròn; hãy ghi lại dạng văn bản.");
            return "";
        }
        return number;
    }

    private static String channel(String text) {
        String folded = Names.fold(text);
        if (folded.matches(".*(tai khoan|chuyen khoan|atm|ngan hang|ck).*")) {
            return "ACCOUNT";
        }
        return folded.matches(".*(tien mat|truc tiep|tm).*") ? "CASH" : text;
    }

    /** What cells say together. */
    void together(Cleaned row, String sheetUnit, String groupUnit, String groupGround) {
        Map<String, String> fields = row.fields;
        name(row);
        birthParts(fields);
        sexColumns(row);
        paper(fields);
        personalId(row);
        unit(fields, sheetUnit, groupUnit);
        if (groupGround != null) {
            fields.putIfAbsent(Columns.GROUND, groupGround);
        }
        mapping.defaults().forEach(fields::putIfAbsent);
        if (!fields.containsKey(Columns.CHANNEL)) {
            fields.put(Columns.CHANNEL, fields.containsKey(Columns.ACCOUNT) ? "ACCOUNT" : "CASH");
        }
        sexOfNumber(row);
    }

    private static void name(Cleaned row) {
        String name = row.fields.get(Columns.FULL_NAME);
        if (name != null) {
            row.fields.put(Columns.FULL_NAME, capitals(name));
        }
        if (name != null && name.matches(".*[0-9].*")) {
            row.warnings.add("Họ và tên có chữ số; cần xem lại.");
        }
    }

    /**
     * The .Vn fonts have small marked letters only («ánh» for «Ánh»): the first letter of a word in
     * a name that has capitals elsewhere becomes one.
     */
    private static String capitals(String name) {
        if (name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder all = new StringBuilder(name);
        for (int i = 0; i < all.length(); i++) {
            if (all.charAt(i) > 0x7F && (i == 0 || all.charAt(i - 1) == ' ')) {
                all.setCharAt(i, Character.toUpperCase(all.charAt(i)));
            }
        }
        return all.toString();
    }

    private static void birthParts(Map<String, String> fields) {
        String year = fields.remove(Titles.BIRTH_YEAR);
        String month = fields.remove(Titles.BIRTH_MONTH);
        String day = fields.remove(Titles.BIRTH_DAY);
        if (year == null || fields.containsKey(Columns.BIRTH)) {
            return;
        }
        String birth = year;
        if (month != null && !month.matches("0+")) {
            birth = pad(month) + "/" + birth;
            if (day != null && !day.matches("0+")) {
                birth = pad(day) + "/" + birth;
            }
        }
        fields.put(Columns.BIRTH, birth);
    }

    private static String pad(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Columns «Nam» and «Nữ»: a cross, or the birth itself. */
    private void sexColumns(Cleaned row) {
        String male = row.fields.remove(Titles.MALE);
        String female = row.fields.remove(Titles.FEMALE);
        if (male != null && female != null) {
            row.faults.add("Cả hai cột Nam và Nữ đều có ghi; hãy để lại một.");
            return;
        }
        String written = male != null ? male : female;
        if (written == null) {
            return;
        }
        row.fields.putIfAbsent(Columns.SEX, male != null ? "Nam" : "Nữ");
        if (written.matches(".*[0-9]{2,}.*") && !row.fields.containsKey(Columns.BIRTH)) {
            Cell cell = new Cell(0, written, Kind.TEXT, false, false, "");
            row.fields.put(Columns.BIRTH, date(row, Columns.BIRTH, cell, written));
        }
    }

    /** «215/QĐ-UBND ngày 14/10/2025 của Chủ tịch UBND …» in one cell. */
    private static void paper(Map<String, String> fields) {
        String written = fields.get(Columns.DECISION_NUMBER);
        if (written == null) {
            return;
        }
        Matcher paper = PAPER.matcher(written);
        if (paper.matches()) {
            fields.put(Columns.DECISION_NUMBER, paper.group(1));
            fields.putIfAbsent(Columns.SIGNED_ON, paper.group(2).replaceAll("[-.]", "/"));
            if (paper.group(3) != null) {
                fields.putIfAbsent(Columns.DECISION_AUTHORITY, paper.group(3));
            }
        } else {
            fields.put(Columns.DECISION_NUMBER, NUMBER_PREFIX.matcher(written).replaceFirst(""));
        }
    }

    private static void personalId(Cleaned row) {
        String number = row.fields.get(Columns.PERSONAL_ID);
        if (number == null) {
            return;
        }
        if (number.matches("[0-9]{9}")) {
            row.fields.remove(Columns.PERSONAL_ID);
            row.fields.put(Titles.OLD_ID, number);
            row.warnings.add("Chỉ có số CMND 9 chữ số; cần bổ sung số định danh 12 chữ số.");
        } else if (number.matches("[0-9]{8}")) {
            row.fields.remove(Columns.PERSONAL_ID);
            row.fields.put(Titles.OLD_ID, "0" + number);
            row.propose(
                    "Số có 8 chữ số, có lẽ là CMND mất số 0 ở đầu; đề nghị «0"
                            + number
                            + "», chưa có số định danh 12 chữ số.");
        } else if (number.matches("[0-9]{10,11}")) {
            String padded = "0".repeat(12 - number.length()) + number;
            row.fields.put(Columns.PERSONAL_ID, padded);
            row.propose(
                    "Số định danh có "
                            + number.length()
                            + " chữ số, có lẽ mất số 0 ở đầu; đề nghị «"
                            + padded
                            + "».");
        } else if (!PersonalIds.wellFormed(number)) {
            row.faults.add(
                    "Số định danh phải có đúng 12 chữ số; ô này có " + number.length() + ".");
        }
    }

    private void unit(Map<String, String> fields, String sheetUnit, String groupUnit) {
        String named = fields.remove(Titles.UNIT_NAME);
        if (fields.containsKey(Columns.UNIT_CODE)) {
            return;
        }
        String known = named == null ? null : places.unit(named).orElse(null);
        String around = groupUnit != null ? groupUnit : sheetUnit;
        if (known != null) {
            fields.put(Columns.UNIT_CODE, known);
        } else if (around != null) {
            fields.put(Columns.UNIT_CODE, around);
        } else if (named != null) {
            fields.put(Columns.UNIT_CODE, named);
        }
    }

    private static void sexOfNumber(Cleaned row) {
        String number = row.fields.get(Columns.PERSONAL_ID);
        if (row.fields.containsKey(Columns.SEX)
                || number == null
                || !PersonalIds.wellFormed(number)) {
            return;
        }
        boolean male = (number.charAt(3) - '0') % 2 == 0;
        row.fields.put(Columns.SEX, male ? "Nam" : "Nữ");
        row.warnings.add("Tệp không ghi giới tính; lấy theo chữ số thứ tư của số định danh.");
    }
}
