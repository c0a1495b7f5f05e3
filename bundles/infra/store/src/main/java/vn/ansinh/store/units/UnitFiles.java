package vn.ansinh.store.units;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Units.Finding;
import vn.ansinh.locality.api.CsvTable;

/**
 * Reads the lists (db/units/README.md). A line that does not fit is left out and told; nothing is
 * guessed from an equal code or an equal name.
 */
record UnitFiles(List<UnitLine> units, List<LinkLine> links, List<Finding> findings) {

    static final String OLD = "to-2025-06.csv";
    static final String NEW = "from-2025-07.csv";
    static final String SUCCESSION = "succession.csv";
    static final List<String> NAMES = List.of(OLD, NEW, SUCCESSION);

    /** Changes when the reader makes other rows of the same files. */
    static final String READER_VERSION = "1";

    /** The old list is a snapshot of mid-2025; it answers from the beginning of that year. */
    static final LocalDate OLD_FROM = LocalDate.of(2025, 1, 1);

    static final LocalDate NEW_FROM = LocalDate.of(2025, 7, 1);

    private static final LocalDate OLD_TO = LocalDate.of(2025, 6, 30);
    private static final String OLD_SOURCE =
            "vietnamese-provinces-database 2.4.1 (thanglequoc, MIT), bản chụp giữa năm 2025";
    private static final String NEW_SOURCE =
            "vietnamese-provinces-database 7/2026 (thanglequoc, MIT)";

    /** Longer kinds first. */
    private static final List<String> KINDS =
            List.of(
                    "Thành phố",
                    "Thị trấn",
                    "Thị xã",
                    "Đặc khu",
                    "Phường",
                    "Quận",
                    "Huyện",
                    "Tỉnh",
                    "Xã");

    private static final List<String> OLD_COLUMNS =
            List.of(
                    "code",
                    "name",
                    "district_code",
                    "district_name",
                    "province_code",
                    "province_name");
    private static final List<String> NEW_COLUMNS =
            List.of("code", "name", "kind", "province_code", "province_name");
    private static final List<String> LINK_COLUMNS =
            List.of(
                    "old_code",
                    "old_name",
                    "new_code",
                    "new_name",
                    "extent",
                    "confidence",
                    "source");

    private static final Set<String> EXTENTS = Set.of("WHOLE", "PART", "UNSTATED");
    private static final Set<String> CONFIDENCES = Set.of("VERIFIED", "UNCERTAIN");

    /** A unit to store. */
    record UnitLine(
            String code,
            LocalDate validFrom,
            LocalDate validTo,
            String level,
            String kind,
            String name,
            String parentCode,
            String source) {
        /** Without the kind: {@code hung dao}. */
        String foldedName() {
            return Names.fold(kind.isEmpty() ? name : name.substring(kind.length() + 1));
        }
    }

    /** A link to store. */
    record LinkLine(
            String oldCode, String newCode, String extent, String confidence, String source) {}

    static UnitFiles read(Map<String, String> files) {
        Reader reader = new Reader();
        reader.old(files.get(OLD));
        reader.current(files.get(NEW));
        reader.links(files.get(SUCCESSION));
        List<UnitLine> units = new ArrayList<>(reader.before.values());
        units.addAll(reader.after.values());
        return new UnitFiles(units, reader.links, reader.findings);
    }

    private static final class Reader {
        private final Map<String, UnitLine> before = new LinkedHashMap<>();
        private final Map<String, UnitLine> after = new LinkedHashMap<>();
        private final List<LinkLine> links = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        private void old(String text) {
            for (CsvLine line : CsvLine.all(text, OLD_COLUMNS)) {
                String province = line.cell("province_code");
                String district = line.cell("district_code");
                above(before, line, OLD, unit(line, OLD, "PROVINCE", "province_", "", before));
                above(
                        before,
                        line,
                        OLD,
                        unit(line, OLD, "DISTRICT", "district_", province, before));
                lowest(before, line, OLD, unit(line, OLD, "COMMUNE", "", district, before));
            }
        }

        private void current(String text) {
            for (CsvLine line : CsvLine.all(text, NEW_COLUMNS)) {
                String province = line.cell("province_code");
                above(after, line, NEW, unit(line, NEW, "PROVINCE", "province_", "", after));
                lowest(after, line, NEW, unit(line, NEW, "COMMUNE", "", province, after));
            }
        }

        private UnitLine unit(
                CsvLine line,
                String file,
                String level,
                String prefix,
                String parent,
                Map<String, UnitLine> list) {
            String name = Names.tidy(line.cell(prefix + "name"));
            boolean old = file.equals(OLD);
            return new UnitLine(
                    line.cell(prefix + "code"),
                    old ? OLD_FROM : NEW_FROM,
                    old ? OLD_TO : null,
                    level,
                    kind(name),
                    name,
                    parent,
                    old ? OLD_SOURCE : NEW_SOURCE);
        }

        /** The list writes «xã Bắc Sơn» once: letter case does not matter. */
        private static String kind(String name) {
            return KINDS.stream()
                    .filter(k -> name.regionMatches(true, 0, k + " ", 0, k.length() + 1))
                    .findFirst()
                    .orElse("");
        }

        /** A unit named in every line of those below it: it must have one name. */
        private void above(Map<String, UnitLine> list, CsvLine line, String file, UnitLine unit) {
            UnitLine known = list.putIfAbsent(unit.code(), unit);
            if (known != null && !known.equals(unit)) {
                tell(file, line.number(), "mã " + unit.code() + " có hai tên hoặc hai cấp trên");
            }
        }

        private void lowest(Map<String, UnitLine> list, CsvLine line, String file, UnitLine unit) {
            if (!unit.code().matches("[0-9]{5}") || unit.kind().isEmpty()) {
                tell(
                        file,
                        line.number(),
                        "«" + unit.name() + "» không có mã 5 chữ số hoặc loại đơn vị");
            } else if (list.putIfAbsent(unit.code(), unit) != null) {
                tell(file, line.number(), "mã " + unit.code() + " đã có ở dòng trên");
            }
        }

        private void links(String text) {
            for (CsvLine line : CsvLine.all(text, LINK_COLUMNS)) {
                String fault = fault(line);
                if (fault.isEmpty()) {
                    links.add(
                            new LinkLine(
                                    line.cell("old_code"),
                                    line.cell("new_code"),
                                    line.cell("extent"),
                                    line.cell("confidence"),
                                    line.cell("source")));
                } else {
                    tell(SUCCESSION, line.number(), fault);
                }
            }
        }

        private String fault(CsvLine line) {
            String old = mismatch(before, line.cell("old_code"), line.cell("old_name"));
            if (!old.isEmpty()) {
                return "đến 30/6/2025 " + old;
            }
            String current = mismatch(after, line.cell("new_code"), line.cell("new_name"));
            if (!current.isEmpty()) {
                return "từ 01/7/2025 " + current;
            }
            if (!EXTENTS.contains(line.cell("extent"))
                    || !CONFIDENCES.contains(line.cell("confidence"))
                    || line.cell("source").isBlank()) {
                return "thiếu hoặc sai mức độ, độ tin cậy, nguồn";
            }
            boolean twice =
                    links.stream()
                            .anyMatch(
                                    link ->
                                            link.oldCode().equals(line.cell("old_code"))
                                                    && link.newCode()
                                                            .equals(line.cell("new_code")));
            return twice ? "liên kết này đã có ở dòng trên" : "";
        }

        private static String mismatch(Map<String, UnitLine> list, String code, String name) {
            UnitLine unit = list.get(code);
            if (unit == null) {
                return "không có mã " + code + " («" + name + "»)";
            }
            return Names.same(unit.name(), name)
                    ? ""
                    : "mã " + code + " là «" + unit.name() + "», không phải «" + name + "»";
        }

        private void tell(String file, int line, String what) {
            findings.add(new Finding(file, line, "Bỏ qua dòng này: " + what + "."));
        }
    }

    /** A line by column. */
    private record CsvLine(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.get(column);
        }

        static List<CsvLine> all(String text, List<String> columns) {
            List<String> faults = new ArrayList<>();
            List<CsvLine> lines = new ArrayList<>();
            for (CsvTable.Line line :
                    CsvTable.read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            columns,
                            faults)) {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), line.fields().get(i));
                }
                lines.add(new CsvLine(line.number(), cells));
            }
            if (!faults.isEmpty()) {
                throw new IllegalStateException("a list of units is damaged: " + faults);
            }
            return lines;
        }
    }
}
