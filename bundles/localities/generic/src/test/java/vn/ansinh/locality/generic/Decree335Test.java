package vn.ansinh.locality.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.law.haiduong.HaiDuongLaw;
import vn.ansinh.law.haiphong.HaiPhongLaw;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.hungdao.HungDao;
import vn.ansinh.locality.lethanhnghi.LeThanhNghi;

/**
 * The same people under the law with and without Decree 335/2026: on the national floor everybody
 * who receives gets 40,000 × coefficient more for July to October 2026; where a city pays more, it
 * moves exactly those whose ground or coefficient changed. DỮ LIỆU GIẢ LẬP.
 */
class Decree335Test {

    private static final String DECREE = "NĐ 335/2026/NĐ-CP";
    private static final LocalDate KNOWN = LocalDate.of(2026, 11, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final int PEOPLE = 4_000;
    private static final long MORE = 40_000;

    private static final Map<String, String[]> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("poverty.national", new String[] {"POOR", "POOR", "NEAR_POOR", "NONE"});
        VALUES.put("disability.degree", new String[] {"SEVERE", "EXTREMELY_SEVERE", "MILD"});
        VALUES.put("supporter", new String[] {"NOBODY", "ON_ALLOWANCE", "ABLE"});
        VALUES.put("pension.dong", new String[] {"0"});
        VALUES.put("socialPension.requested", new String[] {"YES"});
        VALUES.put("care", new String[] {"OWN_HOUSEHOLD"});
    }

    private final Engine engine = Engines.standard();

    @Test
    void onTheNationalFloorEverybodyGetsFortyThousandTimesTheCoefficient() {
        Change change = change(new Generic());
        assertThat(change.receiving).hasSizeGreaterThan(1_000);
        assertThat(change.moved).isEqualTo(change.receiving);
        assertThat(change.wrong).isEmpty();
        assertThat(change.changedStanding).isNotEmpty().hasSizeLessThan(change.moved.size());
        assertThat(change.fell).isEmpty();
    }

    @Test
    void whereTheCityPaysMoreItMovesOnlyWhoseStandingChanged() {
        for (Locality locality : List.of(new HungDao(), new LeThanhNghi())) {
            Change change = change(locality, cities(locality));
            assertThat(change.moved)
                    .as(locality.profile().code())
                    .isNotEmpty()
                    .isEqualTo(change.changedStanding);
            assertThat(change.receiving.size() - change.moved.size())
                    .as("people unchanged in " + locality.profile().code())
                    .isGreaterThan(1_000);
            assertThat(change.fell).isEmpty();
        }
    }

    /** Negative control: before the decree was in force nobody knew of it. */
    @Test
    void asKnownTheDayBeforeNobodyMoves() {
        assertThat(change(LocalDate.of(2026, 10, 4), new Generic()).moved).isEmpty();
        assertThat(change(LocalDate.of(2026, 10, 5), new Generic()).moved).isNotEmpty();
    }

    private static LawLayer[] cities(Locality locality) {
        return locality.profile().law().equals("ha-noi")
                ? new LawLayer[] {new HaNoiLaw()}
                : new LawLayer[] {new HaiDuongLaw(), new HaiPhongLaw()};
    }

    /** What the decree does to each person and month. */
    private static final class Change {
        private final Set<Integer> receiving = new LinkedHashSet<>();
        private final Set<Integer> moved = new LinkedHashSet<>();
        private final Set<Integer> changedStanding = new LinkedHashSet<>();
        private final List<String> wrong = new ArrayList<>();
        private final List<String> fell = new ArrayList<>();
    }

    private Change change(Locality locality, LawLayer... cities) {
        return change(KNOWN, locality, cities);
    }

    private Change change(LocalDate known, Locality locality, LawLayer... cities) {
        PolicySnapshot before = compile(new Without(new VietnamLaw()), locality, cities);
        PolicySnapshot after = compile(new VietnamLaw(), locality, cities);
        SplittableRandom random = new SplittableRandom(335);
        Change change = new Change();
        for (int person = 0; person < PEOPLE; person++) {
            Facts facts = somebody(random, known);
            for (int month = 7; month <= 10; month++) {
                YearMonth asked = YearMonth.of(2026, month);
                compare(
                        change,
                        person,
                        dues(before.decide(facts, asked, known).dues()),
                        dues(after.decide(facts, asked, known).dues()));
            }
            YearMonth june = YearMonth.of(2026, 6);
            assertThat(after.decide(facts, june, known))
                    .isEqualTo(before.decide(facts, june, known));
        }
        return change;
    }

    private static void compare(
            Change change, int person, Map<Component, Due> before, Map<Component, Due> after) {
        if (!before.isEmpty() || !after.isEmpty()) {
            change.receiving.add(person);
        }
        Set<Component> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (Component component : all) {
            Due old = before.get(component);
            Due now = after.get(component);
            long more = amount(now) - amount(old);
            // another ground of the same coefficient is a tie told otherwise, not a change
            boolean same =
                    old != null
                            && now != null
                            && old.coefficientHundredths() == now.coefficientHundredths();
            if (more != 0) {
                change.moved.add(person);
            }
            if (!same) {
                change.changedStanding.add(person);
            } else if (more != MORE * now.coefficientHundredths() / 100) {
                change.wrong.add(person + ": " + old + " → " + now);
            }
            if (more < 0) {
                change.fell.add(person + ": " + old + " → " + now);
            }
        }
    }

    private static long amount(Due due) {
        return due == null ? 0 : due.amountDong();
    }

    private static Map<Component, Due> dues(List<Due> dues) {
        Map<Component, Due> byComponent = new EnumMap<>(Component.class);
        dues.forEach(due -> byComponent.put(due.component(), due));
        return byComponent;
    }

    private PolicySnapshot compile(LawLayer state, Locality locality, LawLayer... cities) {
        List<Engine.Layer> layers = new ArrayList<>(List.of(new Engine.Layer(state, "")));
        for (LawLayer city : cities) {
            layers.add(new Engine.Layer(city, ""));
        }
        layers.add(new Engine.Layer(locality.layer(), ""));
        return engine.compile(layers, locality.profile().territories());
    }

    private Facts somebody(SplittableRandom random, LocalDate known) {
        LocalDate birth = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(80 * 365));
        List<DatedFact> facts = new ArrayList<>();
        VALUES.forEach(
                (kind, values) -> {
                    if (random.nextInt(3) > 0) {
                        String value = values[random.nextInt(values.length)];
                        facts.add(new DatedFact(kind, value, LONG_AGO, null, LONG_AGO));
                    }
                });
        return engine.facts(birth, birth, "", null, facts, known);
    }

    /** The State's law as if the decree had never been issued. */
    private record Without(LawLayer law) implements LawLayer {
        @Override
        public String code() {
            return law.code();
        }

        @Override
        public String parent() {
            return law.parent();
        }

        @Override
        public List<ParameterRow> rows() {
            return law.rows().stream()
                    .filter(row -> !row.citation().instrument().equals(DECREE))
                    .toList();
        }

        @Override
        public List<Ground> grounds() {
            return law.grounds();
        }
    }
}
