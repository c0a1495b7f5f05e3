package vn.ansinh.law.vietnam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table and the facts of one question, read without any class of the product. */
abstract class ReadByHand {

    /** What somebody is. */
    record Somebody(LocalDate earliest, LocalDate latest, LocalDate death, List<Held> facts) {}

    /** A fact of somebody. */
    record Held(String kind, String value, LocalDate from, LocalDate to, LocalDate known) {}

    private final List<Map<String, String>> table = new ArrayList<>();

    Somebody who;
    YearMonth month;
    LocalDate known;
    LocalDate first;
    LocalDate last;

    /** The first nine columns and the dates hold no comma, so a line splits at its first commas. */
    ReadByHand() throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                VietnamLaw.class.getResourceAsStream("parameters.csv"),
                                StandardCharsets.UTF_8))) {
            String[] columns = in.readLine().split(",");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", 10);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < 9; i++) {
                    row.put(columns[i], cells[i]);
                }
                table.add(row);
            }
        }
    }

    final boolean aged(String key) {
        return reached(who.earliest, key, last);
    }

    /** The group ends with the month of the birthday: still in it when the month began. */
    final boolean stillBelow(String key) {
        return !reached(who.latest, key, first.minusDays(1));
    }

    final boolean reached(LocalDate birth, String key, LocalDate day) {
        String years = pick("age." + key);
        return years != null && !birth.plusYears(Long.parseLong(years)).isAfter(day);
    }

    /** Pension and other monthly money of the social insurance; -1 when nothing is known. */
    final long insured() {
        long others =
                Math.max(0, money("benefit.survivor.dong"))
                        + Math.max(0, money("benefit.occupational.dong"));
        long pension = money("pension.dong");
        return pension < 0 && others == 0 ? -1 : others + Math.max(0, pension);
    }

    final long money(String kind) {
        String value = value(kind, last);
        return value == null ? -1 : Long.parseLong(value);
    }

    final List<LocalDate> days(String kind, LocalDate day) {
        String value = value(kind, day);
        return value == null
                ? List.of()
                : Arrays.stream(value.split("\\+")).map(LocalDate::parse).toList();
    }

    final boolean somewhen(String kind, String value) {
        return holds(kind, value, last) || holds(kind, value, first);
    }

    final boolean always(String kind, String value) {
        return holds(kind, value, last) && holds(kind, value, first);
    }

    final boolean holds(String kind, String value, LocalDate day) {
        return value.equals(value(kind, day));
    }

    final String value(String kind, LocalDate day) {
        Held best = null;
        for (Held held : who.facts) {
            boolean there =
                    held.kind.equals(kind)
                            && !held.known.isAfter(known)
                            && !held.from.isAfter(day)
                            && (held.to == null || !held.to.isBefore(day));
            if (there
                    && (best == null
                            || held.from.isAfter(best.from)
                            || held.from.equals(best.from) && held.known.isAfter(best.known))) {
                best = held;
            }
        }
        return best == null ? null : best.value;
    }

    final String pick(String key) {
        Map<String, String> best = null;
        for (Map<String, String> row : table) {
            if (!row.get("key").equals(key)
                    || month.toString().compareTo(row.get("applies_from")) < 0
                    || !row.get("applies_to").isEmpty()
                            && month.toString().compareTo(row.get("applies_to")) > 0
                    || row.get("enacted").compareTo(known.toString()) > 0) {
                continue;
            }
            String force = row.get("in_force");
            if (force.compareTo(known.toString()) > 0 && force.compareTo(first.toString()) > 0) {
                continue;
            }
            String order = force + row.get("applies_from");
            if (best == null
                    || order.compareTo(best.get("in_force") + best.get("applies_from")) > 0) {
                best = row;
            }
        }
        return best == null ? null : best.get("value");
    }
}
