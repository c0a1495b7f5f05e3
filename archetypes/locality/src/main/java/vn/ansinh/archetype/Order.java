package vn.ansinh.archetype;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import vn.ansinh.archetype.Units.Commune;

/**
 * What was asked for, and found possible.
 *
 * @param code code of the locality
 * @param name full name, e.g. {@code Xã Đông Anh}
 * @param level its level
 * @param law law it stands on
 * @param territories whose rows apply, from the State up, without its own
 * @param communes its communes: itself, or those of the district
 * @param from first day of the administration
 */
record Order(
        String code,
        String name,
        Level level,
        String law,
        List<String> territories,
        List<Commune> communes,
        LocalDate from) {

    /** First day of the communes of today, and the day after the last of the districts. */
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    static final List<String> NEEDED = List.of("code", "name", "level", "parent", "units", "out");
    static final List<String> OPTIONAL = List.of("from", "former");
    private static final String NONE = "none";

    /**
     * Looks at everything before anything is written.
     *
     * @param options what was asked, by name without dashes
     * @param laws what there is
     * @param faults where every fault is added, in Vietnamese
     * @return the order, or null when there are faults
     */
    static Order of(Map<String, String> options, Laws laws, List<String> faults) {
        for (String needed : NEEDED) {
            if (options.getOrDefault(needed, "").isBlank()) {
                faults.add("thiếu --" + needed);
            }
        }
        String code = options.getOrDefault("code", "");
        code(code, laws, faults);
        String law = options.getOrDefault("parent", "");
        if (!law.isBlank() && !laws.has(law)) {
            faults.add(
                    "--parent: không có luật «%s»; có: %s"
                            .formatted(law, String.join(", ", laws.all())));
        }
        String levelOption = options.getOrDefault("level", "");
        Level level = Level.of(levelOption).orElse(null);
        if (level == null) {
            if (!levelOption.isBlank()) {
                faults.add(
                        "--level: không có cấp «%s»; có: xa, phuong, dac-khu, huyen, quan"
                                .formatted(levelOption));
            }
            return null; // without a level nobody knows which list of units to read
        }
        String name = options.getOrDefault("name", "").strip();
        LocalDate from = from(options.get("from"), level, faults);
        List<Commune> communes =
                communes(
                        options.getOrDefault("units", ""), level, new Units(level.today()), faults);
        if (!communes.isEmpty()) {
            place(level, name, communes, faults);
        }
        List<String> territories =
                communes.isEmpty() || !laws.has(law)
                        ? List.of()
                        : territories(law, level, communes, options.get("former"), laws, faults);
        return faults.isEmpty()
                ? new Order(code, name, level, law, territories, communes, from)
                : null;
    }

    private static void code(String code, Laws laws, List<String> faults) {
        if (code.isBlank()) {
            return;
        }
        if (!code.matches("[a-z][a-z0-9-]{1,39}") || code.endsWith("-")) {
            faults.add(
                    "--code: «%s» phải là 2–40 chữ thường không dấu, số, gạch nối, bắt đầu bằng chữ"
                            .formatted(code));
        } else if (SourceVersion.isKeyword(code.replace("-", ""))) {
            faults.add("--code: «%s» là từ dành riêng của Java, hãy chọn mã khác".formatted(code));
        } else if (laws.taken(code)) {
            faults.add("--code: mã «%s» đã có địa phương hoặc luật dùng".formatted(code));
        }
    }

    private static LocalDate from(String text, Level level, List<String> faults) {
        if (text == null || text.isBlank()) {
            if (!level.today()) {
                faults.add(
                        "--from: %s đã kết thúc ngày 30/6/2025, cần ngày thành lập, yyyy-MM-dd"
                                .formatted(level.vietnamese()));
            }
            return REFORM;
        }
        try {
            LocalDate from = LocalDate.parse(text);
            if (level.today() == from.isBefore(REFORM)) {
                faults.add(
                        "--from: %s %s trước ngày 01/7/2025"
                                .formatted(
                                        level.vietnamese(),
                                        level.today()
                                                ? "theo danh mục mới không có"
                                                : "phải được thành lập"));
            }
            return from;
        } catch (DateTimeParseException e) {
            faults.add("--from: «%s» không phải ngày yyyy-MM-dd".formatted(text));
            return REFORM;
        }
    }

    private static List<Commune> communes(
            String text, Level level, Units units, List<String> faults) {
        List<Commune> communes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String list = level.today() ? "từ 01/7/2025" : "đến 30/6/2025";
        for (String code : Arrays.stream(text.split(",")).map(String::strip).toList()) {
            if (code.isEmpty()) {
                continue;
            }
            if (!seen.add(code)) {
                faults.add("--units: mã %s ghi hai lần".formatted(code));
                continue;
            }
            units.find(code)
                    .ifPresentOrElse(
                            communes::add,
                            () ->
                                    faults.add(
                                            "--units: mã %s không có trong danh mục đơn vị %s"
                                                    .formatted(code, list)));
        }
        return communes;
    }

    /** Whether name and level are those of the units. */
    private static void place(
            Level level, String name, List<Commune> communes, List<String> faults) {
        Commune first = communes.get(0);
        if (level.today()) {
            if (communes.size() > 1) {
                faults.add(
                        "--units: %s chỉ có một mã, mã của chính nó; thôn, tổ ghi sau trong units.csv"
                                .formatted(level.vietnamese()));
            }
            if (!first.kind().equals(level.vietnamese())) {
                faults.add(
                        "--level: %s là %s, không phải %s"
                                .formatted(first.name(), first.kind(), level.vietnamese()));
            }
            if (!name.isEmpty() && !first.name().equals(name)) {
                faults.add(
                        "--name: mã %s là «%s», không phải «%s»"
                                .formatted(first.code(), first.name(), name));
            }
            return;
        }
        for (Commune commune : communes) {
            if (!commune.district().equals(first.district())) {
                faults.add(
                        "--units: %s %s thuộc %s, không thuộc %s"
                                .formatted(
                                        commune.code(),
                                        commune.name(),
                                        commune.district(),
                                        first.district()));
            }
        }
        if (!first.district().startsWith(level.title() + " ")) {
            faults.add("--level: %s không phải %s".formatted(first.district(), level.vietnamese()));
        }
        if (!name.isEmpty() && !first.district().equals(name)) {
            faults.add(
                    "--name: các đơn vị thuộc «%s», không phải «%s»"
                            .formatted(first.district(), name));
        }
        List<String> missing =
                new Units(false)
                        .ofDistrict(first.district(), first.province()).stream()
                                .filter(commune -> !communes.contains(commune))
                                .map(Commune::code)
                                .toList();
        if (!missing.isEmpty()) {
            faults.add(
                    "--units: %s còn các đơn vị %s"
                            .formatted(first.district(), String.join(",", missing)));
        }
    }

    /** The territories whose rows apply: those of the law's chain in which the place lies. */
    private static List<String> territories(
            String law,
            Level level,
            List<Commune> communes,
            String former,
            Laws laws,
            List<String> faults) {
        String province = communes.get(0).lawOfProvince();
        String provinceName = communes.get(0).province();
        List<String> chain = laws.chain(law);
        if (laws.has(province) && !chain.contains(province)) {
            faults.add(
                    "--parent: %s có luật riêng, cần --parent %s hoặc luật dựa trên nó"
                            .formatted(provinceName, province));
            return List.of();
        }
        if (!laws.has(province) && chain.size() > 1) {
            faults.add(
                    "--parent: luật «%s» không áp dụng ở %s; chưa có luật riêng thì --parent %s"
                            .formatted(law, provinceName, chain.get(0)));
            return List.of();
        }
        List<String> territories = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (String one : chain) {
            boolean sure = one.equals(chain.get(0)) || one.equals(province) || one.equals(law);
            (sure ? territories : beside).add(one);
        }
        if (level.today() && !beside.isEmpty()) {
            if (former == null || !former.equals(NONE) && !beside.contains(former)) {
                faults.add(
                        "--former: %s gộp địa bàn cũ; nơi này trước 01/7/2025 thuộc %s thì ghi tên đó,"
                                        .formatted(provinceName, String.join(", ", beside))
                                + " không thuộc thì ghi --former none");
            } else if (!former.equals(NONE)) {
                territories.add(territories.size() - 1, former);
            }
        } else if (former != null) {
            faults.add("--former: chỉ dùng cho tỉnh, thành phố đã gộp địa bàn của tỉnh khác");
        }
        return territories;
    }
}
