package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people themselves: numbers, proportions, pairs, decisions, and the same people again. */
class RegisterTest {

    private static final List<String> CODES =
            List.of("hung-dao", "long-bien", "thanh-tri", "tu-ky", "le-thanh-nghi", "some-commune");

    @TempDir private static Path folder;
    private static List<Map<String, String>> people;

    @BeforeAll
    static void generate() throws IOException {
        generate(folder.resolve("all"), 12_000, 3, String.join(",", CODES));
        people = new ArrayList<>();
        for (String code : CODES) {
            people.addAll(csv(code + "-people"));
        }
    }

    private static void generate(Path out, int count, long seed, String codes) throws IOException {
        String[] args = {
            "--people",
            String.valueOf(count),
            "--seed",
            String.valueOf(seed),
            "--localities",
            codes,
            "--out",
            out.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
    }

    private static List<Map<String, String>> csv(String name) throws IOException {
        return Written.csv(folder.resolve("all").resolve(name + ".csv"));
    }

    @Test
    void personalIdsAreWellFormedAgreeAndBelongToNoProvince() {
        Set<String> codesInUse = Set.of("001", "030", "031", "079", "004", "033");
        Set<String> seen = new HashSet<>();
        for (Map<String, String> person : people) {
            String id = person.get("personal_id");
            if (id.isEmpty()) {
                continue;
            }
            assertThat(id).matches("0[0-9]{11}");
            assertThat(codesInUse).doesNotContain(id.substring(0, 3));
            int digit = id.charAt(3) - '0';
            assertThat(digit % 2 == 1).isEqualTo(person.get("sex").equals("Nữ"));
            int year = 1900 + digit / 2 * 100 + Integer.parseInt(id.substring(4, 6));
            assertThat(person.get("birth")).startsWith(String.valueOf(year));
            assertThat(seen.add(id)).as("second " + person.get("person_key")).isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(11_000);
    }

    @Test
    void papersAreAsTheyAreInLife() {
        long none = count(p -> p.get("personal_id").isEmpty() && p.get("old_id").isEmpty());
        long oldOnly = count(p -> p.get("personal_id").isEmpty() && !p.get("old_id").isEmpty());
        assertThat(share(none)).isBetween(0.005, 0.05);
        assertThat(share(oldOnly)).isBetween(0.005, 0.05);
        double oldYears = yearOnly("19[0-4].*");
        double youngYears = yearOnly("(19[7-9]|20).*");
        assertThat(oldYears).isBetween(0.05, 0.3).isGreaterThan(5 * youngYears);
        assertThat(count(p -> p.get("birth").length() == 7)).isGreaterThan(50);
        assertThat(share(count(p -> p.get("sex").equals("Nữ")))).isCloseTo(0.57, within(0.04));
        assertThat(share(count(p -> !p.get("ethnicity").equals("Kinh")))).isBetween(0.02, 0.08);
        Set<String> names = new HashSet<>();
        people.forEach(p -> names.add(p.get("full_name")));
        assertThat(names).hasSizeGreaterThan(4_000);
    }

    private static double yearOnly(String birth) {
        List<Map<String, String>> born =
                people.stream().filter(p -> p.get("birth").matches(birth)).toList();
        return born.stream().filter(p -> p.get("birth").length() == 4).count()
                / (double) born.size();
    }

    private static long count(java.util.function.Predicate<Map<String, String>> test) {
        return people.stream().filter(test).count();
    }

    private static double share(long count) {
        return count / (double) people.size();
    }

    @Test
    void everyPairOfTheTruthIsThereAndIsWhatItSays() throws IOException {
        Map<String, Map<String, String>> byKey =
                people.stream().collect(Collectors.toMap(p -> p.get("person_key"), p -> p));
        Map<String, Integer> kinds = new HashMap<>();
        for (Map<String, String> row : csv("truth")) {
            String family = row.get("family");
            if (!family.equals("DUPLICATE") && !family.equals("LOOK_ALIKE")) {
                continue;
            }
            Map<String, String> one = byKey.remove(row.get("person_key"));
            Map<String, String> other = byKey.get(row.get("other_key"));
            assertThat(related(row.get("kind"), one, other)).as(row.toString()).isTrue();
            boolean bothNumbered =
                    !one.get("personal_id").isEmpty()
                            && !one.get("personal_id").equals(other.get("personal_id"));
            assertThat(family.equals("LOOK_ALIKE") || row.get("kind").equals("ID_TYPO"))
                    .isEqualTo(bothNumbered);
            kinds.merge(row.get("kind"), 1, Integer::sum);
        }
        assertThat(kinds).hasSize(13);
        assertThat(byKey).as("records that the truth does not name").hasSize(12_000);
    }

    /** By its own rules: what a person would see who lays both records side by side. */
    private static boolean related(
            String kind, Map<String, String> one, Map<String, String> other) {
        String a = one.get("full_name");
        String b = other.get("full_name");
        String bornA = one.get("birth");
        String bornB = other.get("birth");
        String[] wordsB = b.split(" ");
        return switch (kind) {
            case "NAME_TYPO" -> a.length() == b.length() + 1 && a.startsWith(b);
            case "MISSING_MIDDLE" -> a.equals(wordsB[0] + " " + wordsB[wordsB.length - 1]);
            case "DAY_MONTH_SWAPPED" ->
                    a.equals(b)
                            && !bornA.equals(bornB)
                            && bornA.substring(5, 7).equals(bornB.substring(8));
            case "OLD_ID" -> one.get("old_id").matches("9[0-9]{8}") && a.equals(b);
            case "MOVED" -> !one.get("unit_code").equals(other.get("unit_code")) && a.equals(b);
            case "TONE_PLACEMENT" -> !a.equals(b) && fold(a).equals(fold(b));
            case "NO_TONES" -> a.equals(fold(b));
            case "MERGED_CELLS", "YEAR_ONLY" -> bornA.equals(bornB.substring(0, 4));
            case "ID_TYPO" -> oneDigit(one.get("personal_id"), other.get("personal_id"));
            case "TWINS" -> bornA.equals(bornB) && !a.equals(b) && a.startsWith(wordsB[0]);
            case "FATHER_AND_SON" ->
                    a.equals(b)
                            && Integer.parseInt(bornA.substring(0, 4))
                                    == Integer.parseInt(bornB.substring(0, 4)) + 27;
            case "NAMESAKE" -> a.equals(b) && !bornA.equals(bornB);
            default -> false;
        };
    }

    private static boolean oneDigit(String one, String other) {
        int different = 0;
        for (int i = 0; i < 12; i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** NĐ 20/2021/NĐ-CP Điều 8.1.đ, NĐ 176/2025/NĐ-CP Điều 4: read from the files alone. */
    @Test
    void theFirstMonthFollowsTheLawOfTheTime() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (String code : CODES) {
            Map<String, String> births = new HashMap<>();
            csv(code + "-people").forEach(p -> births.put(p.get("person_key"), p.get("birth")));
            Map<String, Set<String>> certificates = certificates(code);
            for (Map<String, String> decision : csv(code + "-decisions")) {
                kinds.add(decision.get("kind"));
                if (!decision.get("kind").matches("GRANT|ADJUST")) {
                    continue;
                }
                String key = decision.get("person_key");
                String from = decision.get("from_month");
                String signed = decision.get("signed_on");
                assertThat(decision.get("decision_number")).matches("[0-9]+/QĐ-UBND-GL");
                switch (decision.get("ground")) {
                    case "5.6" ->
                            assertThat(certificates.get(key))
                                    .anySatisfy(on -> assertThat(on).startsWith(from));
                    case "5.5.c" ->
                            assertThat(births.get(key))
                                    .startsWith(YearMonth.parse(from).minusYears(80).toString());
                    default -> assertThat(signed).startsWith(from);
                }
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder("GRANT", "ADJUST", "SUSPEND", "RESUME", "STOP");
    }

    private static Map<String, Set<String>> certificates(String code) throws IOException {
        Map<String, Set<String>> certificates = new HashMap<>();
        for (Map<String, String> fact : csv(code + "-facts")) {
            if (fact.get("kind").equals("disability.degree")) {
                certificates
                        .computeIfAbsent(fact.get("person_key"), k -> new HashSet<>())
                        .add(fact.get("from"));
            }
        }
        return certificates;
    }

    @Test
    void factsAreKnownWhenTheyCanBeAndDeathsUpToHalfAYearLate() throws IOException {
        Set<Integer> late = new HashSet<>();
        int restricted = 0;
        for (String code : CODES) {
            for (Map<String, String> fact : csv(code + "-facts")) {
                LocalDate from = LocalDate.parse(fact.get("from"));
                assertThat(
                                fact.get("to").isEmpty()
                                        || !LocalDate.parse(fact.get("to")).isBefore(from))
                        .as(fact.toString())
                        .isTrue();
                if (fact.get("kind").equals("death")) {
                    LocalDate known = LocalDate.parse(fact.get("known_since"));
                    int months =
                            (int)
                                    YearMonth.from(from)
                                            .until(
                                                    YearMonth.from(known),
                                                    java.time.temporal.ChronoUnit.MONTHS);
                    assertThat(months).isBetween(0, 7);
                    late.add(months);
                }
                assertThat(fact.get("restricted").equals("YES"))
                        .isEqualTo(fact.get("kind").equals("hiv"));
                restricted += fact.get("kind").equals("hiv") ? 1 : 0;
            }
        }
        assertThat(late).hasSizeGreaterThan(5);
        assertThat(restricted).isPositive();
    }

    @Test
    void householdsAreOfManyKindsAndHaveOneHead() throws IOException {
        Map<String, Integer> heads = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        for (Map<String, String> member : csv("some-commune-households")) {
            kinds.add(member.get("kind"));
            heads.merge(
                    member.get("household_key"),
                    member.get("head").equals("YES") ? 1 : 0,
                    Integer::sum);
        }
        assertThat(heads.values()).containsOnly(1);
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "ALONE", "COUPLE", "FAMILY", "SINGLE_PARENT", "WITH_GRANDPARENT");
    }

    @Test
    void someShareAnAccount() throws IOException {
        List<String> accounts =
                csv("tu-ky").stream()
                        .map(row -> row.get("account"))
                        .filter(account -> !account.isEmpty())
                        .toList();
        assertThat(new HashSet<>(accounts)).hasSizeLessThan(accounts.size());
        assertThat(accounts.size() / (double) csv("tu-ky").size()).isCloseTo(0.7, within(0.06));
    }

    /** Person 7 is the same among a hundred and among three hundred. */
    @Test
    void aPersonDoesNotDependOnTheNumberOfPeople() throws IOException {
        generate(folder.resolve("few"), 100, 11, "tu-ky");
        generate(folder.resolve("more"), 300, 11, "tu-ky");
        for (String file : List.of("tu-ky.csv", "tu-ky-people.csv", "tu-ky-facts.csv")) {
            String few = Files.readString(folder.resolve("few").resolve(file));
            assertThat(Files.readString(folder.resolve("more").resolve(file))).startsWith(few);
        }
    }

    @Test
    void unitsOfAnUnknownLocalityComeFromTheFile() throws IOException {
        Path units = folder.resolve("units.csv");
        Files.writeString(
                units, "locality,unit_code,unit_name\nfar-off,F1,Bản Một\nfar-off,F2,Bản Hai\n");
        String[] args = {
            "--people",
            "10",
            "--seed",
            "1",
            "--localities",
            "far-off",
            "--units",
            units.toString(),
            "--out",
            folder.resolve("far").toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
        assertThat(Written.csv(folder.resolve("far/far-off-people.csv")))
                .extracting(p -> p.get("unit_code"))
                .containsOnly("F1", "F2");
    }
}
