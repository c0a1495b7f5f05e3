package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.demo.Door.DemoFailure;

/**
 * Totals of the demonstration's months that were added up from the registers without any part of
 * the system ({@code demo/expected.csv}: locality, month, lines, persons, đồng).
 */
final class Expected {

    private final Map<String, String> totals = new HashMap<>();

    Expected(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 3);
            if (!line.startsWith("#") && cells.length == 3) {
                totals.put(cells[0] + " " + cells[1], cells[2]);
            }
        }
    }

    /**
     * Holds a computed run against the totals of its month.
     *
     * @throws DemoFailure if lines, persons or đồng differ, or the month is not in the file
     */
    void check(String locality, String month, JsonNode run) {
        String computed =
                run.path("lines").asText()
                        + ","
                        + run.path("persons").asText()
                        + ","
                        + run.path("totalDong").asText();
        String expected = totals.getOrDefault(locality + " " + month, "");
        if (!computed.equals(expected)) {
            throw new DemoFailure(
                    String.format(
                            "Kỳ %s của %s không khớp với bản tính độc lập (khoản, người, đồng):"
                                    + " hệ thống tính %s, bản độc lập %s / the run differs from"
                                    + " the independent calculation",
                            month, locality, computed, expected.isEmpty() ? "không có" : expected));
        }
    }
}
