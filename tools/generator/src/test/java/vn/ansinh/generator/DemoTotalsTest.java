package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The totals of the demonstration a second time, from the two registers alone: no import, no
 * engine, no store, no payment. The demonstration holds what the container computes against them.
 */
class DemoTotalsTest {

    private static final Path DEMO = Path.of("../../karaf-assembly/src/main/demo");

    /** NQ 63/2025/NQ-HĐND Hà Nội: 650.000 đồng from January 2026, social pension included. */
    private static final long RATE_2026 = 650_000;

    /**
     * NĐ 76/2024/NĐ-CP: 500.000 đồng from July 2024; Hà Nội paid the same until the end of 2025.
     */
    private static final long RATE_2024 = 500_000;

    @Test
    void theExpectedTotalsAreWhatTheRegistersAddUpTo() throws IOException {
        List<String> computed = new ArrayList<>(List.of("locality,month,lines,persons,total_dong"));
        for (String month : List.of("2026-02", "2026-03")) {
            computed.add("hung-dao," + month + "," + sum(rows("hung-dao"), month));
        }
        for (String month : List.of("2025-02", "2025-03")) {
            computed.add("long-bien," + month + "," + sum(rows("long-bien"), month));
        }
        assertThat(Files.readAllLines(DEMO.resolve("expected.csv")))
                .filteredOn(line -> !line.startsWith("#"))
                .isEqualTo(computed);
    }

    /** Some begin, two end and one or two died in the month before: the months differ by them. */
    @ParameterizedTest
    @CsvSource({"hung-dao,2026-02,2026-03,5,2", "long-bien,2025-02,2025-03,4,1"})
    void peopleComeAndGoBetweenTheMonths(
            String code, String before, String month, int begin, int deaths) throws IOException {
        List<Map<String, String>> all = rows(code);
        assertThat(all).filteredOn(row -> monthly(row, "first_month", month)).hasSize(begin);
        assertThat(all).filteredOn(row -> monthly(row, "last_month", before)).hasSize(2);
        assertThat(all)
                .filteredOn(row -> row.get("component").equals("MONTHLY"))
                .filteredOn(row -> row.get("death").startsWith(before))
                .hasSize(deaths);

        Sum last = sum(all, before);
        Sum now = sum(all, month);
        assertThat(now.persons()).isEqualTo(last.persons() + begin - 2 - deaths);
    }

    @Test
    void eachThingThatCountsChangesTheTotal() throws IOException {
        Sum right = sum(rows("hung-dao"), "2026-03");
        assertThat(changed("coefficient", "3.0")).isNotEqualTo(right);
        assertThat(changed("death", "2026-02-28").lines()).isEqualTo(right.lines() - 1);
        assertThat(changed("death", "2026-03-01")).isEqualTo(right);
        assertThat(changed("first_month", "2026-04").lines()).isEqualTo(right.lines() - 1);
        assertThat(changed("last_month", "2026-02").lines()).isEqualTo(right.lines() - 1);
        assertThat(changed("last_month", "2026-03")).isEqualTo(right);
    }

    /** March 2026 with one cell of the first row changed. */
    private static Sum changed(String column, String value) throws IOException {
        List<Map<String, String>> all = rows("hung-dao");
        all.get(0).put(column, value);
        return sum(all, "2026-03");
    }

    private static boolean monthly(Map<String, String> row, String column, String month) {
        return row.get("component").equals("MONTHLY") && row.get(column).equals(month);
    }

    private static Sum sum(List<Map<String, String>> rows, String monthText) {
        YearMonth month = YearMonth.parse(monthText);
        Set<String> persons = new HashSet<>();
        long lines = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            String last = row.get("last_month");
            String death = row.get("death");
            boolean begun = !YearMonth.parse(row.get("first_month")).isAfter(month);
            boolean ended = !last.isEmpty() && YearMonth.parse(last).isBefore(month);
            boolean dead = !death.isEmpty() && LocalDate.parse(death).isBefore(month.atDay(1));
            if (begun && !ended && !dead) {
                persons.add(row.get("personal_id") + row.get("full_name") + row.get("birth"));
                lines++;
                BigDecimal coefficient = new BigDecimal(row.get("coefficient"));
                total = total.add(coefficient.multiply(BigDecimal.valueOf(rate(month))));
            }
        }
        return new Sum(lines, persons.size(), total.longValueExact());
    }

    private static long rate(YearMonth month) {
        if (!month.isBefore(YearMonth.of(2026, 1))) {
            return RATE_2026;
        }
        assertThat(month.isBefore(YearMonth.of(2024, 7))).as("law known for " + month).isFalse();
        return RATE_2024;
    }

    private static List<Map<String, String>> rows(String code) throws IOException {
        List<String> lines =
                Files.readAllLines(DEMO.resolve(code + ".csv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
        String[] columns = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            // Plain splitting is right only where no cell is quoted.
            assertThat(line).doesNotContain("\"");
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(columns);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** What a month adds up to, written as in the file. */
    private record Sum(long lines, long persons, long totalDong) {
        @Override
        public String toString() {
            return lines + "," + persons + "," + totalDong;
        }
    }
}
