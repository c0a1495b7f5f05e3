package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.internal.StandardEngine;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.ImportResult;
import vn.ansinh.entitlement.internal.EntitlementModule;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.hungdao.HungDao;
import vn.ansinh.locality.longbien.LongBien;
import vn.ansinh.platform.api.Actor;

/** The generated people against the import and the law themselves. */
class GeneratorTest {

    private static final Path DEMO = Path.of("../../karaf-assembly/src/main/demo");
    private static final Engine ENGINE = new StandardEngine();

    @TempDir private Path folder;

    @Test
    void theSameArgumentsGiveTheSameBytes() throws IOException {
        generate(folder.resolve("a"), 300, 7);
        generate(folder.resolve("b"), 300, 7);
        generate(folder.resolve("c"), 300, 8);

        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("b").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file);
                assertThat(Files.readString(file))
                        .startsWith("# DỮ LIỆU GIẢ LẬP")
                        .isNotEqualTo(
                                Files.readString(folder.resolve("c").resolve(file.getFileName())));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"hung-dao,1", "hung-dao,2", "long-bien,1", "long-bien,2"})
    void exactlyThePlantedPeopleDifferFromTheLaw(String code, long seed) throws IOException {
        generate(folder, 2_000, seed);
        check(code, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hung-dao", "long-bien"})
    void theDemoDataToo(String code) throws IOException {
        check(code, DEMO);
    }

    /** The committed demo data are what the generator makes with the arguments the manual names. */
    @ParameterizedTest
    @CsvSource({"hung-dao,120,2026", "long-bien,60,2025"})
    void theDemoDataAreReproducible(String code, String people, String seed) throws IOException {
        String[] args = {
            "--people", people, "--seed", seed, "--localities", code, "--out", folder.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();

        assertThat(folder.resolve(code + ".csv"))
                .hasSameBinaryContentAs(DEMO.resolve(code + ".csv"));
        assertThat(truth(folder, code)).isEqualTo(truth(DEMO, code));
    }

    /** The example that docs/reference/running-decisions.md shows is read without a warning. */
    @Test
    void theExampleOfTheManualIsRead() throws IOException {
        String page = Files.readString(Path.of("../../docs/reference/running-decisions.md"));
        String example = page.substring(page.indexOf("```csv\n") + 7);
        Captured register = new Captured("hung-dao");
        ImportResult result =
                read(register, new StringReader(example.substring(0, example.indexOf("```"))));

        assertThat(result.warnings()).isEmpty();
        assertThat(result.grantsAdded()).isEqualTo(3);
        assertThat(result.personsAdded()).isEqualTo(2);
    }

    @Test
    void wrongArgumentsAreRefusedWithTheUsage() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        String[] args = {
            "--people", "5", "--seed", "1", "--localities", "No Where", "--out", folder.toString()
        };
        assertThat(Generator.run(args, System.out, stream)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No Where").contains("--people");
        assertThat(Generator.run(new String[] {"--people"}, System.out, stream)).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private static void generate(Path target, int people, long seed) throws IOException {
        String[] args = {
            "--people",
            String.valueOf(people),
            "--seed",
            String.valueOf(seed),
            "--localities",
            "hung-dao,long-bien",
            "--out",
            target.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
    }

    private static void check(String code, Path folder) throws IOException {
        Place place = Places.of(code, Map.of());
        Active active = active(code);
        Captured register = new Captured(code);
        ImportResult result;
        try (Reader csv = Files.newBufferedReader(folder.resolve(code + ".csv"))) {
            result = read(register, csv);
        }
        long withoutId = register.persons.stream().filter(p -> p.personalId().isEmpty()).count();
        assertThat(result.warnings())
                .allSatisfy(warning -> assertThat(warning.toString()).contains("personal_id"))
                .hasSizeLessThanOrEqualTo((int) withoutId * 2);
        assertThat(result.decisionsAdded()).isLessThan(result.personsAdded());

        Map<String, String> differing = new TreeMap<>();
        for (int key = 0; key < register.persons.size(); key++) {
            Person person = register.persons.get(key);
            List<Grant> granted = inForce(register, key, place.month());
            PolicySnapshot.Outcome lawful = decide(active, person, place);
            if (!decided(granted, Component.MONTHLY).equals(lawful(lawful, Component.MONTHLY))) {
                differing.put(person.personalId(), lawful(lawful, Component.MONTHLY));
            }
            assertThat(lawful(lawful, Component.CARE))
                    .as("care support of row with key " + key)
                    .isEqualTo(decided(granted, Component.CARE));
        }
        assertThat(differing).isEqualTo(truth(folder, code)).isNotEmpty();
    }

    private static List<Grant> inForce(Captured register, long key, YearMonth month) {
        return register.grantsOf(List.of(key)).stream()
                .filter(grant -> !grant.fromMonth().isAfter(month))
                .filter(grant -> grant.toMonth() == null || !grant.toMonth().isBefore(month))
                .toList();
    }

    private static ImportResult read(Captured register, Reader csv) {
        return new EntitlementModule(
                        register,
                        register,
                        active(register.locality()),
                        register,
                        register,
                        (action, kind, id, detail) -> {},
                        register)
                .runningDecisions()
                .importCsv(Captured.TENANT, Actor.system("test"), register.locality(), csv);
    }

    private static PolicySnapshot.Outcome decide(Active active, Person person, Place place) {
        LocalDate known = place.month().atDay(15);
        List<DatedFact> facts =
                person.facts().stream()
                        .map(
                                f ->
                                        new DatedFact(
                                                f.kind(),
                                                f.value(),
                                                f.from(),
                                                f.to(),
                                                f.knownSince()))
                        .toList();
        Facts asKnown =
                ENGINE.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        facts,
                        known);
        return active.law.snapshot().decide(asKnown, place.month(), known);
    }

    private static String decided(List<Grant> grants, Component component) {
        return grants.stream()
                .filter(grant -> grant.component() == component)
                .map(g -> text(g.groundCode(), g.coefficientHundredths()))
                .collect(Collectors.joining(" + "));
    }

    private static String lawful(PolicySnapshot.Outcome outcome, Component component) {
        return outcome.dues().stream()
                .filter(due -> due.component() == component)
                .map(due -> text(due.groundCode(), due.coefficientHundredths()))
                .collect(Collectors.joining(" + "));
    }

    private static String text(String ground, int hundredths) {
        return Truth.granted(ground, hundredths / 10);
    }

    private static Map<String, String> truth(Path folder, String code) throws IOException {
        return Files.readAllLines(folder.resolve("truth.csv")).stream()
                .filter(line -> line.startsWith(code + ","))
                .map(line -> line.split(","))
                .filter(cells -> cells[2].equals(Truth.LAW))
                .collect(
                        Collectors.toMap(
                                cells -> cells[6],
                                cells -> cells[7].equals(Truth.NOTHING) ? "" : cells[7],
                                (one, other) -> {
                                    throw new IllegalStateException("planted twice");
                                },
                                TreeMap::new));
    }

    private static Active active(String code) {
        Locality locality = code.equals("hung-dao") ? new HungDao() : new LongBien();
        PolicySnapshot snapshot =
                ENGINE.compile(
                        List.of(
                                new Engine.Layer(new VietnamLaw(), "00"),
                                new Engine.Layer(new HaNoiLaw(), "01"),
                                new Engine.Layer(locality.layer(), "02")),
                        locality.profile().territories());
        return new Active(
                new ActiveLaw.Active(locality.profile(), snapshot, List.of(), code, "0.1.0", "02"));
    }

    /** One active law. */
    private record Active(ActiveLaw.Active law) implements ActiveLaw {
        @Override
        public Optional<ActiveLaw.Active> of(String localityCode) {
            return Optional.of(law);
        }

        @Override
        public ActiveLaw.Active require(String localityCode) {
            return law;
        }

        @Override
        public List<ActiveLaw.Active> all() {
            return List.of(law);
        }
    }
}
