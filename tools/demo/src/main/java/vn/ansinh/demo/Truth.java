package vn.ansinh.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the generator planted ({@code demo/truth.csv}, docs/reference/generator.md): the
 * demonstration must find it, all of it and nothing else.
 */
final class Truth {

    private static final int MONTH = 1;
    private static final int FAMILY = 2;
    private static final int EXPECTED = 7;
    private static final int FOUND = 8;

    private final List<String[]> rows;

    Truth(Path file, String locality) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            // Only the last column is quoted; what follows a comma in it is of no account here.
            rows =
                    lines.filter(line -> line.startsWith(locality + ","))
                            .map(line -> line.split(",", -1))
                            .toList();
        }
    }

    /** Pairs of records that are one person. */
    long duplicates() {
        return rows.stream().filter(row -> row[FAMILY].equals("DUPLICATE")).count();
    }

    /** By how many đồng the paid list of a month is wrong, one number a person, in order. */
    List<Long> paidWrongly(String month) {
        List<Long> amounts = new ArrayList<>();
        for (String[] row : rows) {
            if (row[FAMILY].equals("PAID") && row[MONTH].equals(month)) {
                amounts.add(sum(row[FOUND]) - sum(row[EXPECTED]));
            }
        }
        Collections.sort(amounts);
        return amounts;
    }

    /** Sum of {@code unit:đồng + unit:đồng}; nothing is 0. */
    private static long sum(String lines) {
        return Stream.of(lines.split(" \\+ "))
                .filter(line -> !line.isEmpty())
                .map(line -> new BigDecimal(line.substring(line.indexOf(':') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .longValueExact();
    }
}
