package vn.ansinh.locality.longbien;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The law once more, written from the text and apart from the engine: it knows codes, facts and
 * dates, reads the tables itself and knows no amount, age or coefficient. Plain on purpose.
 */
final class SecondOpinion {

    /** What somebody is: exact or year-only birth, death, facts as {@code kind → values}. */
    record Somebody(LocalDate earliest, LocalDate latest, LocalDate death, List<Held> facts) {}

    /** A fact of somebody. */
    record Held(String kind, String value, LocalDate from, LocalDate to, LocalDate known) {}

    private final List<List<Map<String, String>>> layers = new ArrayList<>();

    private Somebody who;
    private YearMonth month;
    private LocalDate known;
    private LocalDate first;
    private LocalDate last;

    SecondOpinion(List<String> territories, List<Class<?>> bundles) throws IOException {
        for (Class<?> bundle : bundles) {
            List<Map<String, String>> rows = table(bundle);
            rows.removeIf(row -> !territories.contains(row.get("territory")));
            layers.add(rows);
        }
    }

    /** Component → "ground amount", what is owed; nothing where nothing is. */
    Map<String, String> of(Somebody somebody, YearMonth benefitMonth, LocalDate asKnownOn) {
        who = somebody;
        month = benefitMonth;
        known = asKnownOn;
        first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1).minusDays(1);
        boolean diesNow = who.death != null && YearMonth.from(who.death).equals(month);
        last = diesNow ? who.death : end;
        Map<String, String> owed = new LinkedHashMap<>();
        if (who.death != null && who.death.isBefore(first)) {
            return owed;
        }
        highest(owed, "MONTHLY", monthly());
        highest(owed, "CARE", care());
        return owed;
    }

    /** Ground → key of its coefficient, in the order in which equals are preferred. */
    private Map<String, String> monthly() {
        Map<String, String> met = new LinkedHashMap<>();
        boolean poor = somewhen("poverty.national", "POOR");
        boolean nearPoor = somewhen("poverty.national", "NEAR_POOR");
        boolean alone = somewhen("supporter", "NOBODY");
        boolean unsupported = alone || somewhen("supporter", "ON_ALLOWANCE");
        if (exists(0, "5.5.a") && aged("5.5.a.lower") && poor && unsupported) {
            met.put("5.5.a", aged("5.5.a.upper") ? "5.5.a.upper" : "5.5.a.lower");
        }
        boolean a = poor && unsupported;
        if (exists(0, "5.5.b") && aged("5.5.b.lower") && stillBelow("5.5.b.upper")) {
            if ((poor || nearPoor) && !a && somewhen("area.extreme", "YES")) {
                met.put("5.5.b", "5.5.b");
            }
        }
        if (exists(0, "5.5.c") && aged("5.5.c.lower") && !a && "0".equals(at("pension.dong"))) {
            met.put("5.5.c", "5.5.c");
        }
        if (exists(0, "5.5.d") && aged("5.5.d.lower") && poor && alone) {
            if (somewhen("facility.qualified", "YES")) {
                met.put("5.5.d", "5.5.d");
            }
        }
        boolean severe = somewhen("disability.degree", "SEVERE");
        boolean extreme = somewhen("disability.degree", "EXTREMELY_SEVERE");
        if (exists(0, "5.6") && (severe || extreme)) {
            String now = at("disability.degree");
            String degree =
                    "SEVERE".equals(now)
                            ? "severe"
                            : "EXTREMELY_SEVERE".equals(now)
                                    ? "extremelySevere"
                                    : holds("disability.degree", "SEVERE", first)
                                            ? "severe"
                                            : "extremelySevere";
            String band =
                    !reached(who.latest, "5.6.child", last)
                            ? "child"
                            : aged("5.6.older") ? "older" : "adult";
            met.put("5.6", "5.6." + degree + "." + band);
        }
        if (exists(0, "5.7") && stillBelow("5.7.upper") && !severe && !extreme) {
            if ((poor || nearPoor) && somewhen("area.extreme", "YES")) {
                met.put("5.7", "5.7");
            }
        }
        if (exists(0, "HTXH.75") && aged("HTXH.75.lower") && pensionAllows() && asked()) {
            met.put("HTXH.75", "HTXH.75");
        }
        if (exists(0, "HTXH.70") && aged("HTXH.70.lower") && stillBelow("HTXH.70.upper")) {
            if ((poor || nearPoor) && pensionAllows() && asked()) {
                met.put("HTXH.70", "HTXH.70");
            }
        }
        city(met, unsupported);
        return met;
    }

    /** What the cities and provinces add, each where its territory is asked. */
    private void city(Map<String, String> met, boolean unsupported) {
        for (int layer = 1; layer < layers.size(); layer++) {
            monthlySupport(met, layer);
            nearPoorOlder(met, layer, unsupported);
            withoutSpouseOrChild(met, layer);
        }
    }

    private void nearPoorOlder(Map<String, String> met, int layer, boolean unsupported) {
        String code = "NQ63.near-poor-older";
        boolean hard =
                List.of("poverty.national", "poverty.local").stream()
                        .anyMatch(kind -> somewhen(kind, "POOR") || somewhen(kind, "NEAR_POOR"));
        if (exists(layer, code) && aged(code + ".lower") && hard && unsupported) {
            met.put(code, code + (aged(code + ".upper") ? ".upper" : ".lower"));
        }
    }

    private void withoutSpouseOrChild(Map<String, String> met, int layer) {
        String code = "NQ01.poor-older";
        boolean none =
                somewhen("family.spouseChildren", "NOBODY")
                        || somewhen("family.spouseChildren", "ON_ALLOWANCE");
        if (exists(layer, code)
                && aged(code + ".lower")
                && none
                && somewhen("poverty.national", "POOR")) {
            met.put(code, code + (aged(code + ".upper") ? ".upper" : ".lower"));
        }
    }

    private void monthlySupport(Map<String, String> met, int layer) {
        for (String area : List.of("rural", "urban")) {
            String code = "NQ17." + area;
            if (!exists(layer, code) || !somewhen("area.kind", area.toUpperCase(Locale.ROOT))) {
                continue;
            }
            boolean household = somewhen("poverty.local", pick(layer, "NQ17.householdTest"));
            boolean person =
                    stillBelow("NQ17.childAge")
                            || aged("NQ17.olderAge") && somewhen("supporter", "NOBODY")
                            || somewhen("disability.degree", "EXTREMELY_SEVERE")
                            || somewhen("illness.critical", "YES");
            if (household && person) {
                met.put(code, code);
            }
        }
    }

    private Map<String, String> care() {
        Map<String, String> met = new LinkedHashMap<>();
        if (exists(0, "CARE.20.1.b")
                && aged("5.5.d.lower")
                && somewhen("poverty.national", "POOR")
                && somewhen("supporter", "NOBODY")
                && somewhen("facility.qualified", "YES")
                && somewhen("care", "TAKEN_IN")) {
            met.put("CARE.20.1.b", "CARE.20.1.b");
        }
        boolean extreme = somewhen("disability.degree", "EXTREMELY_SEVERE");
        if (exists(0, "CARE.20.2.c") && extreme && somewhen("care", "OWN_HOUSEHOLD")) {
            met.put("CARE.20.2.c", "CARE.20.2.c");
        }
        if (exists(0, "CARE.20.2.d") && extreme && somewhen("care", "TAKEN_IN")) {
            boolean child = !reached(who.latest, "CARE.20.2.d.child", last);
            met.put("CARE.20.2.d", "CARE.20.2.d." + (child ? "child" : "adult"));
        }
        return met;
    }

    private void highest(Map<String, String> owed, String component, Map<String, String> met) {
        BigDecimal best = BigDecimal.ZERO;
        for (Map.Entry<String, String> ground : met.entrySet()) {
            String rate = rateOf(ground.getKey());
            String factor = null;
            for (int layer = 0; layer < layers.size(); layer++) {
                String own = pick(layer, "coefficient." + ground.getValue());
                factor = own == null ? factor : own;
            }
            for (int layer = 0; layer < layers.size(); layer++) {
                String level = pick(layer, rate);
                if (level != null) {
                    BigDecimal due = new BigDecimal(level).multiply(new BigDecimal(factor));
                    if (due.compareTo(best) > 0) {
                        best = due;
                        owed.put(component, ground.getKey() + " " + due.longValueExact());
                    }
                }
            }
        }
    }

    private static String rateOf(String ground) {
        if (ground.startsWith("NQ17.")) {
            return "rate." + ground;
        }
        return ground.startsWith("HTXH") ? "rate.socialPension" : "rate.standard";
    }

    private boolean exists(int layer, String ground) {
        return "on".equals(pick(layer, "ground." + ground));
    }

    private boolean aged(String key) {
        return reached(who.earliest, key, last);
    }

    /** The group ends with the month of the birthday: still in it when the month began. */
    private boolean stillBelow(String key) {
        return !reached(who.latest, key, first.minusDays(1));
    }

    private boolean reached(LocalDate birth, String key, LocalDate day) {
        String name = key.startsWith("NQ17.") ? key : "age." + key;
        String years = null;
        for (int layer = 0; layer < layers.size(); layer++) {
            String own = pick(layer, name);
            years = own == null ? years : own;
        }
        return !birth.plusYears(Long.parseLong(years)).isAfter(day);
    }

    private boolean pensionAllows() {
        String pension = at("pension.dong");
        if (pension == null) {
            return false;
        }
        BigDecimal amount = new BigDecimal(pension);
        return amount.signum() == 0
                || amount.compareTo(new BigDecimal(pick(0, "rate.socialPension"))) < 0;
    }

    private boolean asked() {
        String request = at("socialPension.requested");
        return "YES".equals(request) || "TRANSFERRED".equals(request);
    }

    private boolean somewhen(String kind, String value) {
        return holds(kind, value, last) || holds(kind, value, first);
    }

    private boolean holds(String kind, String value, LocalDate day) {
        return value.equals(value(kind, day));
    }

    private String at(String kind) {
        return value(kind, last);
    }

    private String value(String kind, LocalDate day) {
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

    private String pick(int layer, String key) {
        Map<String, String> best = null;
        for (Map<String, String> row : layers.get(layer)) {
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

    /** The first nine columns and the dates hold no comma, so a line splits at its first commas. */
    private static List<Map<String, String>> table(Class<?> bundle) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                bundle.getResourceAsStream("parameters.csv"),
                                StandardCharsets.UTF_8))) {
            String[] columns = in.readLine().split(",");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", 10);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < 9; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
