package vn.ansinh.benchmarks.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Ground;

/**
 * Java for each condition code and each choice of a coefficient, with the values of the rows
 * written in. What has no template is refused, so nothing is left out in silence.
 */
final class Templates {

    private static final Map<String, List<String>> PARENTS =
            Map.of(
                    "b", List.of("DEAD", "DEAD"),
                    "c", List.of("DEAD", "MISSING"),
                    "d", List.of("DEAD", "FACILITY"),
                    "dd", List.of("DEAD", "PRISON"),
                    "e", List.of("MISSING", "MISSING"),
                    "g", List.of("FACILITY", "FACILITY"),
                    "h", List.of("PRISON", "PRISON"),
                    "i", List.of("MISSING", "FACILITY"),
                    "k", List.of("MISSING", "PRISON"),
                    "l", List.of("FACILITY", "PRISON"));

    /** Value in force of a row, or null. */
    private final Function<String, String> row;

    Templates(Function<String, String> row) {
        this.row = row;
    }

    /** A coefficient's key and when it is the one: the first that holds; the last always does. */
    record Choice(String when, String key) {}

    String condition(Ground ground, Condition condition) {
        String code = ground.code();
        return switch (condition.code()) {
            case "alive" -> "(f.death().isEmpty() || !f.death().get().isBefore(lossOn))";
            case "age-reached" -> giving(age(code, "lower"));
            case "age-below" -> before(age(code, "upper"));
            case "household-poor" -> poor();
            case "household-poor-or-near-poor" -> code.startsWith("NQ63") ? anyPoor() : nearPoor();
            case "no-supporter" -> unsupported();
            case "not-5.5.a" -> "!(" + poor() + " && " + unsupported() + ")";
            case "extreme-area" -> during(FactKinds.EXTREME_AREA, "YES");
            case "nobody-supports" -> during(FactKinds.SUPPORTER, "NOBODY");
            case "facility-qualified" -> during(FactKinds.FACILITY_QUALIFIED, "YES");
            case "no-pension" -> "Plain.pension(f, on) == 0";
            case "no-higher-pension" -> lowPension();
            case "requested" -> requested();
            case "not-stopped" -> notStopped();
            case "cumulation" -> cumulation();
            case "citizen" -> not(FactKinds.CITIZENSHIP, "FOREIGN");
            case "child-situation" -> situation(code.substring("5.1.".length()));
            case "no-source-of-support" -> supportSource();
            case "received-as-child" -> during(FactKinds.RECEIVED_CHILD_ALLOWANCE, "YES");
            case "student-age" -> before(age(code, "upper"));
            case "studies" -> studies();
            case "not-5.1-5.6" -> "!" + anySituation() + " && !" + disabled();
            case "hiv" -> during(FactKinds.HIV, "YES");
            case "no-income" -> noIncome();
            case "single" -> single();
            case "raises-children" -> children() + " > 0";
            case "disability-severe" -> disabled();
            case "disability-extremely-severe" -> extremelySevere();
            case "young-child" -> ending(age("CARE.20.1", "band")) + " && " + anySituation();
            case "child-or-older-person" -> childOrOlder();
            case "taken-in" -> during(FactKinds.CARE, "TAKEN_IN");
            case "pregnant-or-raising" -> "(" + pregnant() + " || " + infants() + " > 0)";
            case "one-payment-for-both" -> not(FactKinds.CARE_PAID_TO_SPOUSE, "YES");
            case "own-household" -> during(FactKinds.CARE, "OWN_HOUSEHOLD");
            case "carer-fit" ->
                    not(FactKinds.LIVING, "FACILITY")
                            + " && "
                            + not(FactKinds.CARER_CONDITIONS, "NOT_MET");
            default -> throw new IllegalStateException("no template for " + condition.code());
        };
    }

    List<Choice> coefficients(String code) {
        String key = "coefficient." + code;
        if (code.startsWith("5.1.")) {
            return band(age("5.1", "band"), "coefficient.5.1");
        }
        return switch (code) {
            case "5.3" -> band(age("5.3", "band"), key);
            case "5.5.a", "NQ63.near-poor-older" ->
                    List.of(
                            new Choice(giving(age(code, "upper")), key + ".upper"),
                            new Choice("true", key + ".lower"));
            case "5.6" -> disability(key);
            case "CARE.20.2.a" ->
                    List.of(
                            new Choice(
                                    "%s >= 2 || %s == 1 && %s"
                                            .formatted(infants(), infants(), pregnant()),
                                    key + ".upper"),
                            new Choice("true", key + ".lower"));
            case "CARE.20.2.d" ->
                    List.of(
                            new Choice(ending(age(code, "child")), key + ".child"),
                            new Choice("true", key + ".adult"));
            default -> List.of(new Choice("true", key));
        };
    }

    /** How often the coefficient of the single parent counts. */
    String children() {
        int child = age("5.4", "child");
        int student = age("5.4", "student");
        want("student.5.4", "any");
        String on = "Plain.below(f, %s, %d, on, lossOn) + Plain.studying(f, %s, %d, %d, lossOn)";
        return "Math.max(%s, %s)"
                .formatted(
                        on.formatted("on", child, "on", child, student),
                        on.formatted("lossOn", child, "lossOn", child, student));
    }

    private static List<Choice> band(int age, String key) {
        return List.of(new Choice(ending(age), key + ".lower"), new Choice("true", key + ".upper"));
    }

    private List<Choice> disability(String key) {
        String severe =
                ("(\"SEVERE\".equals(f.value(\"%1$s\", on))"
                                + " || !\"EXTREMELY_SEVERE\".equals(f.value(\"%1$s\", on))"
                                + " && \"SEVERE\".equals(f.value(\"%1$s\", lossOn)))")
                        .formatted(FactKinds.DISABILITY_DEGREE);
        List<Choice> choices = new ArrayList<>();
        for (String band : List.of("child", "older", "adult")) {
            String age =
                    switch (band) {
                        case "child" -> ending(age("5.6", "child"));
                        case "older" -> giving(age("5.6", "older"));
                        default -> "true";
                    };
            choices.add(new Choice(age + " && " + severe, key + ".severe." + band));
            choices.add(new Choice(age, key + ".extremelySevere." + band));
        }
        return choices;
    }

    private int age(String code, String name) {
        String clause = code.startsWith("5.1.") ? "5.1" : code;
        return Integer.parseInt(row.apply("age." + clause + "." + name));
    }

    private void want(String key, String value) {
        if (!value.equals(row.apply(key))) {
            throw new IllegalStateException("no template for " + key + " = " + row.apply(key));
        }
    }

    private static String giving(int age) {
        return "f.ageGiving(on) >= " + age;
    }

    private static String ending(int age) {
        return "f.ageEnding(on) < " + age;
    }

    private static String before(int age) {
        return "f.ageEndingBefore(lossOn) < " + age;
    }

    private static String during(String kind, String value) {
        return "Plain.during(f, \"%s\", \"%s\", on, lossOn)".formatted(kind, value);
    }

    private static String not(String kind, String value) {
        return "!Plain.throughout(f, \"%s\", \"%s\", on, lossOn)".formatted(kind, value);
    }

    private static String either(String kind, String... values) {
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            parts.add(during(kind, value));
        }
        return "(" + String.join(" || ", parts) + ")";
    }

    private static String poor() {
        return during(FactKinds.POVERTY_NATIONAL, "POOR");
    }

    private static String nearPoor() {
        return either(FactKinds.POVERTY_NATIONAL, "POOR", "NEAR_POOR");
    }

    private static String anyPoor() {
        return "("
                + either(FactKinds.POVERTY_LOCAL, "POOR", "NEAR_POOR")
                + " || "
                + nearPoor()
                + ")";
    }

    private static String unsupported() {
        return either(FactKinds.SUPPORTER, "NOBODY", "ON_ALLOWANCE");
    }

    private static String disabled() {
        return either(FactKinds.DISABILITY_DEGREE, "SEVERE", "EXTREMELY_SEVERE");
    }

    private static String extremelySevere() {
        return during(FactKinds.DISABILITY_DEGREE, "EXTREMELY_SEVERE");
    }

    private static String pregnant() {
        return during(FactKinds.PREGNANT, "YES");
    }

    private String infants() {
        int age = age("CARE.20.2.a", "child");
        String day = "Plain.below(f, %s, " + age + ", on, lossOn)";
        return "Math.max(%s, %s)".formatted(day.formatted("on"), day.formatted("lossOn"));
    }

    private String lowPension() {
        want("socialPension.lowPensionCompareLevel", "national");
        want("socialPension.lowPensionMode", "full");
        return "Plain.pension(f, on) >= 0 && Plain.pension(f, on) < "
                + row.apply("national:rate.socialPension");
    }

    private String requested() {
        String kind = FactKinds.SOCIAL_PENSION_REQUESTED;
        return row.apply("socialPension.localLevel") == null
                ? "\"YES\".equals(f.value(\"%s\", on))".formatted(kind)
                : "Plain.among(f, \"%s\", on, \"YES\", \"TRANSFERRED\")".formatted(kind);
    }

    private static String notStopped() {
        return String.join(
                " && ",
                not(FactKinds.DECLARED_MISSING, "YES"),
                not(FactKinds.BENEFIT_REFUSED, "YES"),
                not(FactKinds.DETENTION, "PRISON"),
                not(FactKinds.DETENTION, "MEASURE"));
    }

    private String cumulation() {
        List<String> parts = new ArrayList<>();
        if (excluded("facility")) {
            parts.add(not(FactKinds.LIVING, "FACILITY"));
        }
        if (excluded("merit")) {
            parts.add(none(FactKinds.MERIT_DONG));
            parts.add(none(FactKinds.AGENT_ORANGE_DONG));
        }
        if (excluded("survivor")) {
            parts.add(none(FactKinds.SURVIVOR_DONG));
        }
        if (excluded("occupational")) {
            parts.add(none(FactKinds.OCCUPATIONAL_DONG));
        }
        if (excluded("mothersFund")) {
            parts.add(none(FactKinds.MOTHERS_FUND_DONG));
        }
        return parts.isEmpty() ? "true" : String.join(" && ", parts);
    }

    private boolean excluded(String what) {
        return "excluded".equals(row.apply("cumulation.monthly." + what));
    }

    private static String none(String kind) {
        return "Plain.dong(f, \"%s\", on) <= 0".formatted(kind);
    }

    private String situation(String point) {
        if (point.equals("a")) {
            return "(Plain.abandoned(f, on) || Plain.abandoned(f, lossOn))";
        }
        if (row.apply("parent.undetermined") != null) {
            throw new IllegalStateException("no template for parent.undetermined");
        }
        String day =
                "Plain.parents(f, \"%s\", \"%s\", "
                        .formatted(PARENTS.get(point).get(0), PARENTS.get(point).get(1));
        return "(" + day + "on) || " + day + "lossOn))";
    }

    private String supportSource() {
        return "required".equals(row.apply("child.supportSource"))
                ? during(FactKinds.CHILD_SUPPORT_SOURCE, "NONE")
                : "true";
    }

    private String anySituation() {
        List<String> parts = new ArrayList<>(List.of(situation("a")));
        PARENTS.keySet().stream().sorted().map(this::situation).forEach(parts::add);
        return "(" + supportSource() + " && (" + String.join(" || ", parts) + "))";
    }

    private String studies() {
        if (row.apply("studyInterrupted.5.2") != null) {
            throw new IllegalStateException("no template for studyInterrupted.5.2");
        }
        String values = row.apply("study.5.2").replace(" ", "\", \"");
        String day = "Plain.among(f, \"%s\", %s, \"%s\")";
        return "(%s || %s)"
                .formatted(
                        day.formatted(FactKinds.STUDY, "on", values),
                        day.formatted(FactKinds.STUDY, "lossOn", values));
    }

    private String noIncome() {
        String income = "Plain.dong(f, \"%s\", on) == 0".formatted(FactKinds.WAGE_DONG);
        return "excluded".equals(row.apply("stableIncome.5.8"))
                ? income + " && " + not(FactKinds.STABLE_INCOME, "YES")
                : income;
    }

    private static String single() {
        String day =
                "Plain.among(f, \"%s\", %s, \"NEVER_MARRIED\", \"WIDOWED\", "
                        + "\"SPOUSE_MISSING\")";
        return "(%s || %s)"
                .formatted(
                        day.formatted(FactKinds.MARITAL, "on"),
                        day.formatted(FactKinds.MARITAL, "lossOn"));
    }

    private String childOrOlder() {
        return "(f.ageEnding(on) >= %d && %s && %s || %s && %s && %s && %s)"
                .formatted(
                        age("CARE.20.1", "band"),
                        before(age("5.1", "upper")),
                        anySituation(),
                        giving(age("5.5.d", "lower")),
                        poor(),
                        during(FactKinds.SUPPORTER, "NOBODY"),
                        during(FactKinds.FACILITY_QUALIFIED, "YES"));
    }
}
