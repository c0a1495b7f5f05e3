package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A second reading of the paid lists: running decisions times the rate of the month, typed here
 * once more, against the workbooks. What differs must be what {@code truth.csv} says, and nothing
 * else.
 */
class PaidTruthTest {

    private static final int PEOPLE = 3_600;

    @TempDir private static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        String[] args = {
            "--people",
            String.valueOf(PEOPLE),
            "--seed",
            "5",
            "--workbooks",
            "--localities",
            "hung-dao,long-bien,thanh-tri,tu-ky,le-thanh-nghi,some-commune",
            "--out",
            folder.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "hung-dao,2026-03,650000",
        "long-bien,2025-03,500000",
        "thanh-tri,2023-03,440000",
        "tu-ky,2023-03,380000",
        "le-thanh-nghi,2026-03,700000",
        "some-commune,2026-03,500000"
    })
    void thePaidListsDifferExactlyWhereTheTruthSaysSo(String code, String last, long rate)
            throws IOException {
        Map<String, String> planted = planted(code);
        Map<String, String> found = new TreeMap<>();
        for (int back = 2; back >= 0; back--) {
            YearMonth month = YearMonth.parse(last).minusMonths(back);
            found.putAll(differences(month, due(code, month, rate), paid(code, month)));
        }
        assertThat(found).isEqualTo(planted);
        assertThat(kinds(code)).containsExactlyInAnyOrderElementsOf(allKinds());
    }

    /** The control: one amount changed, one line more, one line less are each noticed. */
    @Test
    void anErrorThatWasNotPlantedWouldBeNoticed() throws IOException {
        YearMonth month = YearMonth.of(2026, 3);
        Map<String, List<String>> due = due("hung-dao", month, 650_000);
        Map<String, List<String>> paid = paid("hung-dao", month);
        int before = differences(month, due, paid).size();
        String right =
                due.keySet().stream()
                        .filter(key -> due.get(key).equals(paid.get(key)))
                        .findFirst()
                        .orElseThrow();

        Map<String, List<String>> changed = new HashMap<>(paid);
        changed.put(right, List.of("HD-T01:1"));
        assertThat(differences(month, due, changed)).hasSize(before + 1);
        changed.remove(right);
        assertThat(differences(month, due, changed)).hasSize(before + 1);
        changed.putAll(paid);
        changed.put("nobody", List.of("HD-T01:650000"));
        assertThat(differences(month, due, changed)).hasSize(before + 1);
    }

    /** At another rate nearly everybody differs: the amounts do rest on the rate. */
    @Test
    void anotherRateIsNoticed() throws IOException {
        YearMonth month = YearMonth.of(2026, 3);
        Map<String, String> found =
                differences(month, due("hung-dao", month, 640_000), paid("hung-dao", month));
        assertThat(found).hasSizeGreaterThan(PEOPLE / 6 * 7 / 10);
    }

    private static Map<String, String> differences(
            YearMonth month, Map<String, List<String>> due, Map<String, List<String>> paid) {
        Set<String> everybody = new TreeSet<>(due.keySet());
        everybody.addAll(paid.keySet());
        Map<String, String> found = new TreeMap<>();
        for (String person : everybody) {
            String expected = text(due.get(person));
            String written = text(paid.get(person));
            if (!expected.equals(written)) {
                found.put(month + " " + person, expected + " | " + written);
            }
        }
        return found;
    }

    private static String text(List<String> lines) {
        return lines == null ? "" : lines.stream().sorted().collect(Collectors.joining(" + "));
    }

    /** Rows of the running decisions that cover the month, in đồng. */
    private static Map<String, List<String>> due(String code, YearMonth month, long rate)
            throws IOException {
        Map<String, List<String>> due = new HashMap<>();
        for (Map<String, String> row : Written.csv(folder.resolve(code + ".csv"))) {
            String last = row.get("last_month");
            String death = row.get("death");
            boolean begun = !YearMonth.parse(row.get("first_month")).isAfter(month);
            boolean ended = !last.isEmpty() && YearMonth.parse(last).isBefore(month);
            boolean dead =
                    !death.isEmpty() && YearMonth.parse(death.substring(0, 7)).isBefore(month);
            if (begun && !ended && !dead) {
                BigDecimal dong =
                        new BigDecimal(row.get("coefficient")).multiply(BigDecimal.valueOf(rate));
                due.computeIfAbsent(person(row), p -> new ArrayList<>())
                        .add(row.get("unit_code") + ":" + dong.longValueExact());
            }
        }
        return due;
    }

    private static String person(Map<String, String> row) {
        String id = row.get("personal_id");
        return id.isEmpty() ? row.get("full_name") + " " + row.get("birth") : id;
    }

    private static Map<String, List<String>> paid(String code, YearMonth month) {
        Map<String, String> unitCodes =
                Places.of(code, Map.of()).units().stream()
                        .collect(Collectors.toMap(Place.Unit::name, Place.Unit::code));
        Map<String, List<String>> paid = new HashMap<>();
        Path file = folder.resolve(code).resolve("paid-" + month + ".xlsx");
        for (Written.Table table : Written.workbook(file)) {
            long sum = 0;
            for (List<String> row : table.numbered()) {
                // An identity card of before is nobody's key.
                boolean numbered = row.get(3).length() == 12;
                String person = numbered ? row.get(3) : row.get(1) + " " + row.get(2);
                paid.computeIfAbsent(person, p -> new ArrayList<>())
                        .add(unitCodes.get(table.sheet()) + ":" + row.get(7));
                sum += Long.parseLong(row.get(7));
            }
            int total = table.rowWith("Tổng cộng") - 1;
            assertThat(table.rows().get(total).get(7)).isEqualTo(String.valueOf(sum));
        }
        return paid;
    }

    private static Map<String, String> planted(String code) throws IOException {
        Map<String, String> planted = new TreeMap<>();
        for (Map<String, String> row : truth(code)) {
            String key = row.get("month") + " " + row.get("personal_id");
            planted.put(key, sorted(row.get("expected")) + " | " + sorted(row.get("found")));
        }
        return planted;
    }

    private static String sorted(String lines) {
        return lines.isEmpty() ? "" : text(List.of(lines.split(" \\+ ")));
    }

    private static Set<String> kinds(String code) throws IOException {
        return truth(code).stream().map(row -> row.get("kind")).collect(Collectors.toSet());
    }

    private static Set<String> allKinds() {
        Set<String> kinds = new HashSet<>();
        for (PaidError error : PaidError.values()) {
            kinds.add(error.name());
        }
        assertThat(kinds).hasSize(12);
        return kinds;
    }

    private static List<Map<String, String>> truth(String code) throws IOException {
        return Written.csv(folder.resolve("truth.csv")).stream()
                .filter(row -> row.get("locality").equals(code))
                .filter(row -> row.get("family").equals("PAID"))
                .toList();
    }

    /** Every sheet of every workbook has the rows, the sum and the header row the truth names. */
    @Test
    void everySheetIsAsTheTruthSays() throws IOException {
        int checked = 0;
        Set<String> encodings = new HashSet<>();
        Map<String, List<Written.Table>> books = new HashMap<>();
        for (Map<String, String> row : Written.csv(folder.resolve("truth.csv"))) {
            if (!row.get("family").equals("SHEET")) {
                continue;
            }
            Map<String, String> detail = new HashMap<>();
            for (String part : row.get("detail").split("; ")) {
                detail.put(part.split("=")[0], part.split("=")[1]);
            }
            String file = detail.get("file");
            books.computeIfAbsent(file, name -> Written.workbook(folder.resolve(name)));
            Written.Table table =
                    books.get(file).stream()
                            .filter(t -> t.sheet().equals(detail.get("sheet")))
                            .findFirst()
                            .orElseThrow();
            assertThat(table.numbered()).hasSize(Integer.parseInt(detail.get("rows")));
            assertThat(table.rowWith("Họ và tên"))
                    .isEqualTo(Integer.parseInt(detail.get("header_row")))
                    .isBetween(5, 9);
            assertThat(table.rows().get(0).get(0)).startsWith("DỮ LIỆU GIẢ LẬP");
            encodings.add(detail.get("encoding"));
            checked++;
        }
        assertThat(checked).isGreaterThan(200);
        assertThat(encodings).containsExactlyInAnyOrder("UNICODE", "TCVN3", "VNI", "DECOMPOSED");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".xlsx")))
                    .hasSameSizeAs(books.keySet());
        }
    }
}
