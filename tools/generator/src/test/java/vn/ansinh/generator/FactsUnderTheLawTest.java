package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.internal.StandardEngine;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;

/**
 * The facts file of a plain commune under the law of the State: for every ground the law gives what
 * was decided, but for those the truth names. Nothing of the running decisions' own columns is
 * used.
 */
class FactsUnderTheLawTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final LocalDate KNOWN = LocalDate.of(2026, 3, 15);
    private static final Engine ENGINE = new StandardEngine();

    /** What the file says beside the facts the law knows. */
    private static final Set<String> NO_FACTS = Set.of("death", "residence.unit");

    @TempDir private Path folder;

    @Test
    void theLawGivesWhatWasDecided() throws IOException {
        String[] args = {
            "--people",
            "2400",
            "--seed",
            "4",
            "--localities",
            "some-commune",
            "--out",
            folder.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
        PolicySnapshot law =
                ENGINE.compile(
                        List.of(new Engine.Layer(new VietnamLaw(), "00")), List.of("vietnam"));

        Map<String, List<DatedFact>> facts = facts();
        Map<String, String> decided = decided();
        Set<String> planted = planted();
        Map<String, String> differing = new TreeMap<>();
        Set<String> grounds = new HashSet<>();
        for (Map<String, String> person : rows("some-commune-people.csv")) {
            String key = person.get("person_key");
            String has = decided.get(key);
            if (has == null || planted.contains(key)) {
                continue;
            }
            String given = given(law, person, facts.getOrDefault(key, List.of()));
            if (!given.equals(has)) {
                differing.put(key, has + " but " + given);
            }
            grounds.add(has.split(" ")[0]);
        }
        assertThat(differing).isEmpty();
        assertThat(grounds).contains("5.1.b", "5.2", "5.3", "5.4", "5.5.d", "5.8", "HTXH.75");
        assertThat(grounds).hasSizeGreaterThan(10);
    }

    private static String given(
            PolicySnapshot law, Map<String, String> person, List<DatedFact> facts) {
        Birth birth = Birth.parse(person.get("birth"));
        Facts known =
                ENGINE.facts(
                        birth.earliest(),
                        birth.latest(),
                        person.get("sex").equals("Nữ") ? "FEMALE" : "MALE",
                        null,
                        facts,
                        KNOWN);
        List<String> dues = new ArrayList<>();
        for (PolicySnapshot.Due due : law.decide(known, MONTH, KNOWN).dues()) {
            if (!due.groundCode().startsWith("CARE")) {
                dues.add(Truth.granted(due.groundCode(), due.coefficientHundredths() / 10));
            }
        }
        return String.join(" + ", dues);
    }

    private Map<String, List<DatedFact>> facts() throws IOException {
        Map<String, List<DatedFact>> facts = new HashMap<>();
        for (Map<String, String> row : rows("some-commune-facts.csv")) {
            String kind = row.get("kind");
            if (NO_FACTS.contains(kind)) {
                continue;
            }
            assertThat(FactKinds.find(kind).fault(row.get("value"))).as(row.toString()).isNull();
            String to = row.get("to");
            facts.computeIfAbsent(row.get("person_key"), key -> new ArrayList<>())
                    .add(
                            new DatedFact(
                                    kind,
                                    row.get("value"),
                                    LocalDate.parse(row.get("from")),
                                    to.isEmpty() ? null : LocalDate.parse(to),
                                    LocalDate.parse(row.get("known_since"))));
        }
        return facts;
    }

    /** Who draws something in the month, care apart. */
    private Map<String, String> decided() throws IOException {
        Map<String, String> decided = new HashMap<>();
        for (Map<String, String> row : rows("some-commune-decisions.csv")) {
            String key = row.get("person_key");
            switch (row.get("kind")) {
                case "GRANT", "ADJUST" -> {
                    boolean begun = !YearMonth.parse(row.get("from_month")).isAfter(MONTH);
                    String to = row.get("to_month");
                    boolean runs = to.isEmpty() || !YearMonth.parse(to).isBefore(MONTH);
                    if (begun && runs && !row.get("component").equals("CARE")) {
                        decided.put(key, row.get("ground") + " x " + row.get("coefficient"));
                    }
                }
                case "STOP" -> decided.remove(key);
                default -> {
                    // Paused for a while, long ago, or planted.
                }
            }
        }
        return decided;
    }

    private Set<String> planted() throws IOException {
        Set<String> planted = new HashSet<>();
        for (Map<String, String> row : rows("truth.csv")) {
            if (row.get("family").equals("LAW")) {
                planted.add(row.get("person_key"));
            }
        }
        return planted;
    }

    private List<Map<String, String>> rows(String file) throws IOException {
        return Written.csv(folder.resolve(file));
    }
}
