package vn.ansinh.benchmarks.assessment;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Writes the law of one stretch of months as plain Java and as Drools rules: every number of a row
 * is a constant there.
 */
final class Generator {

    private static final String PACKAGE = "vn.ansinh.benchmarks.assessment.generated";

    private final PolicySnapshot law;
    private final YearMonth month;
    private final LocalDate knownOn;
    private final Templates templates = new Templates(this::value);
    private final List<Ground> grounds;
    private final Map<String, String> dues = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Patterns patterns = new Patterns();

    Generator(PolicySnapshot law, YearMonth month, LocalDate knownOn) {
        this.law = law;
        this.month = month;
        this.knownOn = knownOn;
        grounds = law.grounds().stream().filter(g -> law.exists(g.code(), month, knownOn)).toList();
    }

    /** The compiled classes: {@code Ifs}, {@code Person} and {@code Case}. */
    Class<?>[] compile() throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory("ansinh-ifs-");
        List<String> offers = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < grounds.size(); i++) {
            offers.add(offer(i));
            conditions.add(String.join("\n            && ", expressions(grounds.get(i))));
        }
        asked.keySet().forEach(patterns::constraint);
        Path ifs = folder.resolve("Ifs.java");
        Path person = folder.resolve("Person.java");
        Path facts = folder.resolve("Case.java");
        Files.writeString(ifs, ifs(conditions, offers));
        Files.writeString(person, fact("Person", patterns.members("Person"), offers));
        Files.writeString(facts, fact("Case", properties(), offers));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "-d",
                            folder.toString(),
                            "-classpath",
                            System.getProperty("java.class.path"));
            if (!compiler.getTask(
                            messages,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjects(ifs, person, facts))
                    .call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
        ClassLoader parent = Generator.class.getClassLoader();
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
        return new Class<?>[] {
            Class.forName(PACKAGE + ".Ifs", true, loader),
            Class.forName(PACKAGE + ".Person", true, loader),
            Class.forName(PACKAGE + ".Case", true, loader)
        };
    }

    /** One rule per ground in the usual form: a pattern with constraints on the person's fields. */
    String rules() {
        return rules("Person", patterns::constraint);
    }

    /** The usual form behind rules that find the values of the days among the stored facts. */
    String storedRules() {
        String imports =
                """
                import vn.ansinh.benchmarks.assessment.StoredFact;
                import vn.ansinh.benchmarks.assessment.StoredPerson;
                """;
        return rules().replaceFirst("\n", "\n" + imports) + StoredPerson.rules();
    }

    /**
     * The leanest form: each condition is one property that reads through the engine's facts, and
     * Drools shares what several grounds ask.
     */
    String leanRules() {
        return rules("Case", expression -> asked.get(expression) + " == true");
    }

    private String rules(String fact, Function<String, String> constraint) {
        StringBuilder text = new StringBuilder("package " + PACKAGE + "\n");
        for (int i = 0; i < grounds.size(); i++) {
            List<String> constraints =
                    expressions(grounds.get(i)).stream().map(constraint).distinct().toList();
            text.append("rule \"%s\"\nwhen\n    c : ".formatted(grounds.get(i).code()))
                    .append(fact + "(" + String.join(", ", constraints))
                    .append(")\nthen\n    c.offer%d();\nend\n".formatted(i));
        }
        return text.toString();
    }

    int grounds() {
        return grounds.size();
    }

    private List<String> expressions(Ground ground) {
        List<String> expressions = new ArrayList<>();
        for (Condition condition : ground.conditions()) {
            String expression = templates.condition(ground, condition);
            asked.putIfAbsent(expression, "c" + asked.size());
            expressions.add(expression);
        }
        return expressions;
    }

    private String offer(int index) {
        Ground ground = grounds.get(index);
        StringBuilder text = new StringBuilder();
        if (ground.component() == Component.SINGLE_PARENT) {
            String key = templates.coefficients(ground.code()).get(0).key();
            PolicySnapshot.Price price = law.price(ground.code(), hundredths(key), month, knownOn);
            return "        int n = %s;\n        return new Due(Component.%s, \"%s\", n * %d, n * %dL);\n"
                    .formatted(
                            templates.children(),
                            ground.component(),
                            ground.code(),
                            price.coefficientHundredths(),
                            price.amountDong());
        }
        for (Templates.Choice choice : templates.coefficients(ground.code())) {
            String due = due(ground, choice.key());
            text.append(
                    choice.when().equals("true")
                            ? "        return %s;\n".formatted(due)
                            : "        if (%s) {\n            return %s;\n        }\n"
                                    .formatted(choice.when(), due));
        }
        return text.toString();
    }

    private String due(Ground ground, String key) {
        PolicySnapshot.Price price = law.price(ground.code(), hundredths(key), month, knownOn);
        String made =
                "new Due(Component.%s, \"%s\", %d, %dL)"
                        .formatted(
                                ground.component(),
                                ground.code(),
                                price.coefficientHundredths(),
                                price.amountDong());
        return dues.computeIfAbsent(made, text -> "D" + dues.size());
    }

    private String ifs(List<String> conditions, List<String> offers) {
        StringBuilder text = new StringBuilder(head("Ifs implements Plain.Decider"));
        text.append("    public Outcome decide(Facts f, YearMonth month) {\n")
                .append("        LocalDate on = Plain.on(f, month);\n")
                .append("        LocalDate lossOn = month.atDay(1);\n")
                .append("        Due monthly = null, beside = null, parent = null, care = null;\n")
                .append("        Due due;\n");
        for (int i = 0; i < grounds.size(); i++) {
            text.append("        due = ground%d(f, on, lossOn);\n".formatted(i))
                    .append("        if (due != null) {\n")
                    .append(keep(grounds.get(i)))
                    .append("        }\n");
        }
        text.append("        return Plain.outcome(monthly, beside, parent, care);\n    }\n");
        for (int i = 0; i < grounds.size(); i++) {
            text.append("    // %s\n".formatted(grounds.get(i).code()))
                    .append("    static Due ground%d".formatted(i))
                    .append("(Facts f, LocalDate on, LocalDate lossOn) {\n")
                    .append("        if (!(%s)) {\n".formatted(conditions.get(i)))
                    .append("            return null;\n        }\n")
                    .append(offers.get(i))
                    .append("    }\n");
        }
        return text.append("}\n").toString();
    }

    private String keep(Ground ground) {
        String name =
                switch (ground.component()) {
                    case MONTHLY -> "monthly";
                    case SINGLE_PARENT -> "parent";
                    case CARE -> "care";
                    case FUNERAL, ONE_OFF ->
                            throw new IllegalStateException("a ground is of a monthly component");
                };
        String text = "            %1$s = Plain.higher(%1$s, due);\n".formatted(name);
        return ground.component() == Component.MONTHLY && beside(ground.code())
                ? text + text.replace("monthly", "beside")
                : text;
    }

    private boolean beside(String ground) {
        String codes = value("beside.SINGLE_PARENT");
        return codes == null
                || List.of(codes.split(" ")).stream()
                        .anyMatch(code -> ground.equals(code) || ground.startsWith(code + "."));
    }

    /** A property per condition. */
    private String properties() {
        StringBuilder text = new StringBuilder();
        text.append("    public Case(Facts f, YearMonth month) {\n")
                .append("        super(f, month);\n    }\n");
        asked.forEach(
                (expression, name) ->
                        text.append(
                                "    public boolean is%s() {\n        return %s;\n    }\n"
                                        .formatted(name.toUpperCase(Locale.ROOT), expression)));
        return text.toString();
    }

    /** The fact that Drools matches, with an offer per ground. */
    private String fact(String name, String members, List<String> offers) {
        StringBuilder text = new StringBuilder(head(name + " extends Offers")).append(members);
        for (int i = 0; i < grounds.size(); i++) {
            Ground ground = grounds.get(i);
            boolean beside = ground.component() == Component.MONTHLY && beside(ground.code());
            text.append("    public void offer%d() {\n".formatted(i))
                    .append("        offer(%d, due%d(), %s);\n    }\n".formatted(i, i, beside))
                    .append("    private Due due%d() {\n%s    }\n".formatted(i, offers.get(i)));
        }
        return text.append("}\n").toString();
    }

    private String head(String name) {
        StringBuilder text = new StringBuilder("package " + PACKAGE + ";\n");
        for (String used :
                List.of(
                        "java.time.LocalDate",
                        "java.time.YearMonth",
                        "vn.ansinh.assessment.api.PolicySnapshot.Due",
                        "vn.ansinh.assessment.api.PolicySnapshot.Outcome",
                        "vn.ansinh.benchmarks.assessment.Offers",
                        "vn.ansinh.benchmarks.assessment.Plain",
                        "vn.ansinh.locality.api.Component",
                        "vn.ansinh.locality.api.Facts")) {
            text.append("import " + used + ";\n");
        }
        text.append("public final class " + name + " {\n");
        dues.forEach(
                (made, constant) ->
                        text.append("    static final Due " + constant + " = " + made + ";\n"));
        return text.toString();
    }

    /** Value in force of a row; {@code national:} asks the State's alone. Null for none. */
    private String value(String key) {
        if (key.startsWith("national:")) {
            String own = key.substring("national:".length());
            return law.rows().stream()
                    .filter(row -> row.key().equals(own) && row.territory().equals("vietnam"))
                    .filter(row -> row.applies(month) && row.known(month, knownOn))
                    .reduce((first, second) -> second)
                    .map(ParameterRow::value)
                    .orElse(null);
        }
        ParameterRow row = law.row(key, month, knownOn);
        return row == null ? null : row.value();
    }

    private int hundredths(String key) {
        return new java.math.BigDecimal(value(key)).movePointRight(2).intValueExact();
    }
}
