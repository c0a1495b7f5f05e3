package vn.ansinh.archetype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.archetype.Units.Commune;
import vn.ansinh.locality.api.CsvTable;

/** Writes the files of the project from their templates. */
final class Project {

    private static final String JAVA = "src/main/java/@path@/";
    private static final String RESOURCES = "src/main/resources/";

    /** Template and where its file goes. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("pom.xml", "pom.xml");
        FILES.put("bnd.bnd", "bnd.bnd");
        FILES.put("README.md", "README.md");
        FILES.put("Place.java", JAVA + "Place.java");
        FILES.put("MonthlyList.java", JAVA + "MonthlyList.java");
        FILES.put("PlaceTest.java", "src/test/java/@path@/PlaceTest.java");
        FILES.put("MonthlyListTest.java", "src/test/java/@path@/MonthlyListTest.java");
        FILES.put("parameters.csv", RESOURCES + "@path@/parameters.csv");
        FILES.put("units.csv", RESOURCES + "@path@/units.csv");
        FILES.put("cases.csv", RESOURCES + "golden/cases.csv");
        FILES.put("locality.xml", RESOURCES + "OSGI-INF/blueprint/locality.xml");
        FILES.put("people.csv", "sample/people-@month@.csv");
    }

    private static final List<String> LAW_CASES =
            List.of("law", "territory", "month", "known_on", "amount", "source");

    private final Order order;
    private final Path home;
    private final YearMonth month;

    /**
     * A project.
     *
     * @param order what to write
     * @param home the distribution it takes contract, kit and laws from
     */
    Project(Order order, Path home) {
        this.order = order;
        this.home = home;
        // a month under the law as it is read today, and one of the last months of the districts
        this.month = order.level().today() ? YearMonth.of(2026, 3) : YearMonth.of(2025, 3);
    }

    /**
     * Writes it.
     *
     * @param out a folder that is not there yet or empty
     */
    void write(Path out) throws IOException {
        Map<String, String> words = words();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path target = out.resolve(fill(file.getValue(), words));
            Files.createDirectories(target.getParent());
            Files.writeString(target, fill(template(file.getKey()), words));
        }
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        String name = order.name();
        String province = order.communes().get(0).province();
        String shortPackage = order.code().replace("-", "");
        words.put("code", order.code());
        words.put("form", initials() + "-R1");
        words.put("name", name);
        words.put("level", order.level().vietnamese());
        words.put("package", "vn.ansinh.locality." + shortPackage);
        words.put("path", "vn/ansinh/locality/" + shortPackage);
        words.put("law", order.law());
        words.put(
                "territories",
                order.territories().stream()
                        .map(territory -> "\"" + territory + "\"")
                        .collect(Collectors.joining(", ")));
        words.put(
                "parentName",
                "UBND "
                        + province.substring(0, 1).toLowerCase(Locale.ROOT)
                        + province.substring(1));
        words.put("place", name.substring(order.level().title().length() + 1));
        words.put("issuer", "ỦY BAN NHÂN DÂN " + name.toUpperCase(Locale.ROOT));
        words.put("from", date(order.from()));
        words.put("to", order.level().today() ? "null" : date(Order.REFORM.minusDays(1)));
        words.put("lastMonth", order.level().today() ? "" : "2025-06");
        words.put("firstMonth", order.level().today() ? "2025-07" : "2021-07");
        words.put("firstDay", order.level().today() ? "2025-07-01" : "2021-07-01");
        words.put("month", month.toString());
        words.put("knownOn", month.atDay(15).toString());
        words.put("home", home.toAbsolutePath().normalize().toString());
        words.put("units", units());
        words.put("lawCase", lawCase());
        words.put("people", new SamplePeople(order, month).lines());
        return words;
    }

    /** The initials of the code, as localities number their forms: {@code DA} of dong-anh. */
    private String initials() {
        return Arrays.stream(order.code().split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private static String date(LocalDate day) {
        return "LocalDate.of(%d, %d, %d)"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private String units() {
        StringBuilder lines = new StringBuilder();
        String source =
                order.level().today()
                        ? "danh mục đơn vị hành chính từ 01/7/2025"
                        : "danh mục đơn vị hành chính đến 30/6/2025";
        for (Commune commune : order.communes()) {
            lines.append(
                    "%s,%s,%s,%s%n"
                            .formatted(commune.code(), commune.name(), commune.kind(), source));
        }
        return lines.toString().replace("\r", "").stripTrailing();
    }

    /** The case with an amount that the law's row in the table gives; none where it has no row. */
    private String lawCase() {
        List<String> faults = new ArrayList<>();
        String found =
                CsvTable.of(Project.class, "law-cases.csv", LAW_CASES, faults).stream()
                        .map(CsvTable.Line::fields)
                        .filter(f -> f.get(0).equals(order.law()))
                        .filter(f -> order.territories().contains(f.get(1)))
                        .filter(f -> f.get(2).equals(month.toString()))
                        .findFirst()
                        .map(
                                f ->
                                        "\n%s-1,\"Khuyết tật nặng, người lớn\",%s,%s,1985-02-02,,,disability.degree=SEVERE,,MONTHLY,5.6,%s,\"%s\""
                                                .formatted(
                                                        order.code().toUpperCase(Locale.ROOT),
                                                        f.get(2),
                                                        f.get(3),
                                                        f.get(4),
                                                        f.get(5)))
                        .orElse("");
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return found;
    }

    private static String template(String name) throws IOException {
        try (InputStream in = Project.class.getResourceAsStream("project/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fill(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("@" + word.getKey() + "@", word.getValue());
        }
        return filled;
    }
}
