package vn.ansinh.law.vietnam;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The law of the State once more, written from the text and apart from the engine: it knows codes,
 * facts and dates, reads the table itself and knows no amount, age or coefficient. Plain on
 * purpose.
 */
final class SecondOpinion extends ReadByHand {

    /** A ground that holds: the coefficient's key and how many times it counts. */
    private record Met(String coefficient, int times) {}

    SecondOpinion() throws IOException {}

    /** Component → "ground amount", what is owed; nothing where nothing is. */
    Map<String, String> of(Somebody somebody, YearMonth benefitMonth, LocalDate asKnownOn) {
        who = somebody;
        month = benefitMonth;
        known = asKnownOn;
        first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1).minusDays(1);
        boolean diesNow = who.death() != null && YearMonth.from(who.death()).equals(month);
        last = diesNow ? who.death() : end;
        Map<String, String> owed = new LinkedHashMap<>();
        if (who.death() != null && who.death().isBefore(first)) {
            return owed;
        }
        Map<String, Met> own = new LinkedHashMap<>();
        Map<String, Met> pension = pension();
        Map<String, Met> parent = new LinkedHashMap<>();
        Map<String, Met> care = new LinkedHashMap<>();
        if (!stopped()) {
            if (!always("living", "FACILITY")) {
                own.putAll(children());
                own.putAll(older());
                own.putAll(others());
                parent.putAll(singleParent());
            }
            if (!always("living", "FACILITY") && !always("carer.conditions", "NOT_MET")) {
                care.putAll(care());
            }
        }
        own.putAll(pension);
        combine(owed, own, parent);
        String best = highest(care);
        if (best != null) {
            owed.put("CARE", best + " " + amount(best, care.get(best)));
        }
        return owed;
    }

    /** Article 6.2: the higher alone, or the single parent's beside an allowance of 5, 6 or 8. */
    private void combine(Map<String, String> owed, Map<String, Met> own, Map<String, Met> parent) {
        String alone = highest(own);
        long single = parent.isEmpty() ? 0 : amount("5.4", parent.get("5.4"));
        Map<String, Met> beside = new LinkedHashMap<>(own);
        beside.keySet().removeIf(code -> parent.isEmpty() || !named(code));
        String with = highest(beside);
        long together = single + (with == null ? 0 : amount(with, beside.get(with)));
        long lone = alone == null ? 0 : amount(alone, own.get(alone));
        boolean both = single > 0 && (together > lone || alone != null && alone.equals(with));
        String paid = both ? with : alone;
        if (paid != null) {
            owed.put("MONTHLY", paid + " " + amount(paid, own.get(paid)));
        }
        if (both) {
            owed.put("SINGLE_PARENT", "5.4 " + single);
        }
    }

    private boolean named(String code) {
        for (String clause : pick("beside.SINGLE_PARENT").split(" ")) {
            if (code.equals(clause) || code.startsWith(clause + ".")) {
                return true;
            }
        }
        return false;
    }

    private boolean stopped() {
        return always("declaredMissing", "YES")
                || always("benefit.refused", "YES")
                || always("detention", "PRISON")
                || always("detention", "MEASURE");
    }

    private String situation(LocalDate day) {
        String father = value("parent.father", day);
        String mother = value("parent.mother", day);
        if (holds("child.abandoned", "YES", day) && !holds("child.adopted", "YES", day)) {
            return "a";
        }
        if (father == null || mother == null) {
            return null;
        }
        List<String> pair = new ArrayList<>(List.of(father, mother));
        boolean newLaw = "dead".equals(pick("parent.undetermined"));
        if (newLaw && pair.contains("UNDETERMINED")) {
            pair.set(pair.indexOf("UNDETERMINED"), "DEAD");
        }
        pair.sort(null);
        return switch (String.join("+", pair)) {
            case "DEAD+DEAD" -> "b";
            case "DEAD+MISSING" -> "c";
            case "DEAD+FACILITY" -> "d";
            case "DEAD+PRISON" -> "dd";
            case "MISSING+MISSING" -> "e";
            case "FACILITY+FACILITY" -> "g";
            case "PRISON+PRISON" -> "h";
            case "FACILITY+MISSING" -> "i";
            case "MISSING+PRISON" -> "k";
            case "FACILITY+PRISON" -> "l";
            default -> null;
        };
    }

    /** Points of clause 1 that hold on the last or the first day, in the order of the letters. */
    private List<String> situations() {
        List<String> held = new ArrayList<>();
        if ("required".equals(pick("child.supportSource"))
                && !somewhen("child.supportSource", "NONE")) {
            return held;
        }
        List<String> days = Arrays.asList(points(last), points(first));
        for (String letter : List.of("a", "b", "c", "d", "dd", "e", "g", "h", "i", "k", "l")) {
            if (days.get(0).contains("," + letter + ",")
                    || days.get(1).contains("," + letter + ",")) {
                held.add(letter);
            }
        }
        return held;
    }

    /** An abandoned child may be in another situation too. */
    private String points(LocalDate day) {
        String one = situation(day);
        String other = "";
        if ("a".equals(one)) {
            Somebody asked = who;
            List<Held> rest = new ArrayList<>(who.facts());
            rest.removeIf(held -> held.kind().equals("child.abandoned"));
            who = new Somebody(who.earliest(), who.latest(), who.death(), rest);
            other = situation(day) + ",";
            who = asked;
        }
        return "," + one + "," + other;
    }

    private Map<String, Met> children() {
        Map<String, Met> met = new LinkedHashMap<>();
        if (stillBelow("5.1.upper")) {
            for (String letter : situations()) {
                boolean young = !reached(who.latest(), "5.1.band", last);
                add(met, "5.1." + letter, young ? "5.1.lower" : "5.1.upper", 1);
            }
        }
        String limit = pick("age.5.2.upper");
        boolean within = "none".equals(limit) || limit != null && stillBelow("5.2.upper");
        String studies = " " + pick("study.5.2") + " ";
        boolean studying =
                studies.contains(" " + value("study", last) + " ")
                        || studies.contains(" " + value("study", first) + " ");
        boolean broken =
                always("study.interrupted", "YES")
                        && "excluded".equals(pick("studyInterrupted.5.2"));
        if (exists("5.2") && somewhen("received.5.1", "YES") && aged("5.2.lower")) {
            if (within && studying && !broken) {
                add(met, "5.2", "5.2", 1);
            }
        }
        boolean hiv = somewhen("hiv", "YES") && somewhen("poverty.national", "POOR");
        if (exists("5.3") && hiv && stillBelow("5.3.upper")) {
            boolean young = !reached(who.latest(), "5.3.band", last);
            add(met, "5.3", young ? "5.3.lower" : "5.3.upper", 1);
        }
        return met;
    }

    private Map<String, Met> others() {
        Map<String, Met> met = new LinkedHashMap<>();
        boolean hiv = somewhen("hiv", "YES") && somewhen("poverty.national", "POOR");
        if (exists("5.7") && stillBelow("5.7.upper") && hard() && !hiv && !disabled()) {
            if (somewhen("area.extreme", "YES") && situations().isEmpty()) {
                add(met, "5.7", "5.7", 1);
            }
        }
        boolean income =
                always("income.stable", "YES") && "excluded".equals(pick("stableIncome.5.8"));
        if (exists("5.8") && hiv && insured() == 0 && money("wage.dong") == 0 && !income) {
            add(met, "5.8", "5.8", 1);
        }
        return met;
    }

    private Map<String, Met> singleParent() {
        Map<String, Met> met = new LinkedHashMap<>();
        boolean alone =
                somewhen("marital", "NEVER_MARRIED")
                        || somewhen("marital", "WIDOWED")
                        || somewhen("marital", "SPOUSE_MISSING");
        if (exists("5.4") && alone && hard()) {
            int children = Math.max(childrenOf(last), childrenOf(first));
            if (children > 0) {
                add(met, "5.4", "5.4", children);
            }
        }
        return met;
    }

    private int childrenOf(LocalDate day) {
        int count = 0;
        for (LocalDate birth : days("children.births", day)) {
            if (!birth.isAfter(last) && !reached(birth, "5.4.child", first.minusDays(1))) {
                count++;
            }
        }
        boolean received = "received".equals(pick("student.5.4"));
        for (LocalDate birth : days("children.studying", day)) {
            boolean grown = reached(birth, "5.4.child", first.minusDays(1));
            boolean within =
                    "none".equals(pick("age.5.4.student"))
                            || !reached(birth, "5.4.student", first.minusDays(1));
            boolean drawn = days("children.receivedTo16", day).contains(birth);
            if (grown && within && (!received || drawn)) {
                count++;
            }
        }
        return count;
    }

    private Map<String, Met> older() {
        Map<String, Met> met = new LinkedHashMap<>();
        boolean poor = somewhen("poverty.national", "POOR");
        boolean alone = somewhen("supporter", "NOBODY");
        boolean unsupported = alone || somewhen("supporter", "ON_ALLOWANCE");
        boolean a = poor && unsupported;
        boolean citizen = !always("citizenship", "FOREIGN");
        if (exists("5.5.a") && citizen && aged("5.5.a.lower") && a) {
            add(met, "5.5.a", aged("5.5.a.upper") ? "5.5.a.upper" : "5.5.a.lower", 1);
        }
        if (exists("5.5.b") && citizen && aged("5.5.b.lower") && stillBelow("5.5.b.upper")) {
            if (hard() && !a && somewhen("area.extreme", "YES")) {
                add(met, "5.5.b", "5.5.b", 1);
            }
        }
        if (exists("5.5.c") && citizen && aged("5.5.c.lower") && !a && insured() == 0) {
            add(met, "5.5.c", "5.5.c", 1);
        }
        if (exists("5.5.d") && citizen && takenIn()) {
            add(met, "5.5.d", "5.5.d", 1);
        }
        if (exists("5.6") && disabled()) {
            String now = value("disability.degree", last);
            boolean severe =
                    "SEVERE".equals(now)
                            || !"EXTREMELY_SEVERE".equals(now)
                                    && holds("disability.degree", "SEVERE", first);
            String band =
                    !reached(who.latest(), "5.6.child", last)
                            ? "child"
                            : aged("5.6.older") ? "older" : "adult";
            add(met, "5.6", "5.6." + (severe ? "severe." : "extremelySevere.") + band, 1);
        }
        return met;
    }

    private boolean takenIn() {
        return aged("5.5.d.lower")
                && somewhen("poverty.national", "POOR")
                && somewhen("supporter", "NOBODY")
                && somewhen("facility.qualified", "YES");
    }

    private Map<String, Met> pension() {
        Map<String, Met> met = new LinkedHashMap<>();
        String request = value("socialPension.requested", last);
        long insured = insured();
        String level = pick("rate.socialPension");
        boolean allowed =
                level != null && (insured == 0 || insured > 0 && insured < Long.parseLong(level));
        if (request == null || !allowed || always("citizenship", "FOREIGN")) {
            return met;
        }
        if (exists("HTXH.75") && aged("HTXH.75.lower")) {
            add(met, "HTXH.75", "HTXH.75", 1);
        }
        if (exists("HTXH.70") && aged("HTXH.70.lower") && stillBelow("HTXH.70.upper") && hard()) {
            add(met, "HTXH.70", "HTXH.70", 1);
        }
        return met;
    }

    private Map<String, Met> care() {
        Map<String, Met> met = new LinkedHashMap<>();
        boolean taken = somewhen("care", "TAKEN_IN");
        boolean extreme = somewhen("disability.degree", "EXTREMELY_SEVERE");
        boolean child = !situations().isEmpty();
        boolean young = !reached(who.latest(), "CARE.20.1.band", last);
        if (exists("CARE.20.1.a") && taken && child && young) {
            add(met, "CARE.20.1.a", "CARE.20.1.a", 1);
        }
        boolean grown = child && !young && stillBelow("5.1.upper");
        if (exists("CARE.20.1.b") && taken && (grown || takenIn())) {
            add(met, "CARE.20.1.b", "CARE.20.1.b", 1);
        }
        int infants = Math.max(infants(last), infants(first));
        boolean pregnant = somewhen("pregnant", "YES");
        if (exists("CARE.20.2.a") && disabled() && !always("care.paidToSpouse", "YES")) {
            if (infants + (pregnant ? 1 : 0) > 0) {
                boolean two = infants + (pregnant ? 1 : 0) > 1;
                add(met, "CARE.20.2.a", "CARE.20.2.a." + (two ? "upper" : "lower"), 1);
            }
        }
        if (exists("CARE.20.2.c") && extreme && somewhen("care", "OWN_HOUSEHOLD")) {
            add(met, "CARE.20.2.c", "CARE.20.2.c", 1);
        }
        if (exists("CARE.20.2.d") && extreme && taken) {
            boolean minor = !reached(who.latest(), "CARE.20.2.d.child", last);
            add(met, "CARE.20.2.d", "CARE.20.2.d." + (minor ? "child" : "adult"), 1);
        }
        return met;
    }

    private int infants(LocalDate day) {
        int count = 0;
        for (LocalDate birth : days("children.births", day)) {
            if (!birth.isAfter(last) && !reached(birth, "CARE.20.2.a.child", first.minusDays(1))) {
                count++;
            }
        }
        return count;
    }

    private void add(Map<String, Met> met, String ground, String coefficient, int times) {
        if (exists(ground)) {
            met.put(ground, new Met(coefficient, times));
        }
    }

    private String highest(Map<String, Met> met) {
        String best = null;
        for (Map.Entry<String, Met> ground : met.entrySet()) {
            if (best == null
                    || amount(ground.getKey(), ground.getValue()) > amount(best, met.get(best))) {
                best = ground.getKey();
            }
        }
        return best;
    }

    private long amount(String ground, Met met) {
        String rate = pick(ground.startsWith("HTXH") ? "rate.socialPension" : "rate.standard");
        return new BigDecimal(rate)
                .multiply(new BigDecimal(pick("coefficient." + met.coefficient)))
                .multiply(BigDecimal.valueOf(met.times))
                .longValueExact();
    }

    private boolean disabled() {
        return somewhen("disability.degree", "SEVERE")
                || somewhen("disability.degree", "EXTREMELY_SEVERE");
    }

    private boolean hard() {
        return somewhen("poverty.national", "POOR") || somewhen("poverty.national", "NEAR_POOR");
    }

    private boolean exists(String ground) {
        return "on".equals(pick("ground." + ground));
    }
}
