package vn.ansinh.locality.longbien;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.law.haiduong.HaiDuongLaw;
import vn.ansinh.law.haiphong.HaiPhongLaw;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.generic.Generic;
import vn.ansinh.locality.hungdao.HungDao;
import vn.ansinh.locality.lethanhnghi.LeThanhNghi;
import vn.ansinh.locality.thanhtri.ThanhTri;
import vn.ansinh.locality.tuky.TuKy;

/** The engine and a second evaluator that shares nothing with it agree. DỮ LIỆU GIẢ LẬP. */
class SecondOpinionTest {

    private static final int QUESTIONS = 20_000;
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 6 * 365 + 200;

    private static final Map<String, String[]> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("poverty.national", new String[] {"POOR", "NEAR_POOR", "NONE"});
        VALUES.put("poverty.local", new String[] {"POOR", "NEAR_POOR", "NONE"});
        VALUES.put("disability.degree", new String[] {"SEVERE", "EXTREMELY_SEVERE", "MILD"});
        VALUES.put("supporter", new String[] {"NOBODY", "ON_ALLOWANCE", "ABLE"});
        VALUES.put("pension.dong", new String[] {"0", "0", "0", "520000", "3000000"});
        VALUES.put("socialPension.requested", new String[] {"YES", "TRANSFERRED"});
        VALUES.put("care", new String[] {"OWN_HOUSEHOLD", "TAKEN_IN"});
        VALUES.put("area.extreme", new String[] {"YES", "NO"});
        VALUES.put("area.kind", new String[] {"RURAL", "URBAN"});
        VALUES.put("illness.critical", new String[] {"YES", "NO"});
        VALUES.put("family.spouseChildren", new String[] {"NOBODY", "ON_ALLOWANCE", "ABLE"});
        VALUES.put("facility.qualified", new String[] {"YES"});
    }

    private final Engine engine = Engines.standard();

    static List<Arguments> localities() {
        List<LawLayer> haNoi = List.of(new VietnamLaw(), new HaNoiLaw());
        List<LawLayer> haiPhong = List.of(new VietnamLaw(), new HaiDuongLaw(), new HaiPhongLaw());
        return List.of(
                Arguments.of(new HungDao(), haNoi, 1),
                Arguments.of(new LongBien(), haNoi, 2),
                Arguments.of(new ThanhTri(), haNoi, 3),
                Arguments.of(new TuKy(), haiPhong, 4),
                Arguments.of(new LeThanhNghi(), haiPhong, 5),
                Arguments.of(new Generic(), List.of(new VietnamLaw()), 6));
    }

    @ParameterizedTest
    @MethodSource("localities")
    void agreesFor(Locality locality, List<LawLayer> below, long seed) throws Exception {
        List<LawLayer> laws = new ArrayList<>(below);
        laws.add(locality.layer());
        List<Class<?>> bundles = new ArrayList<>();
        below.forEach(law -> bundles.add(law.getClass()));
        bundles.add(locality.getClass());
        List<String> territories = locality.profile().territories();
        PolicySnapshot policy =
                engine.compile(
                        laws.stream().map(law -> new Engine.Layer(law, "")).toList(), territories);
        SecondOpinion second = new SecondOpinion(territories, bundles);
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<String> paid = new TreeSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            SecondOpinion.Somebody who = somebody(random);
            YearMonth month = YearMonth.of(2021, 1).plusMonths(random.nextInt(78));
            LocalDate known = day(random);
            Map<String, String> engineSays = new LinkedHashMap<>();
            policy.decide(facts(who, known), month, known)
                    .dues()
                    .forEach(
                            due -> {
                                engineSays.put(
                                        due.component().name(),
                                        due.groundCode() + " " + due.amountDong());
                                paid.add(due.groundCode());
                            });
            assertThat(engineSays)
                    .as("%s, tháng %s, biết ngày %s", who, month, known)
                    .isEqualTo(second.of(who, month, known));
        }
        assertThat(paid)
                .as("every ground was met by somebody")
                .containsExactlyInAnyOrderElementsOf(
                        policy.grounds().stream()
                                .map(Ground::code)
                                .filter(SecondOpinionTest::older)
                                .toList());
    }

    /** Families and children are asked in law/vietnam; here are the older and the disabled. */
    private static boolean older(String ground) {
        return !ground.matches("5\\.[12348](\\..*)?|CARE\\.20\\.(1\\.a|2\\.a)");
    }

    /** Negative control: with the city's table left out the two soon disagree. */
    @Test
    void aTableLeftOutIsNoticed() throws Exception {
        Locality locality = new HungDao();
        List<String> territories = locality.profile().territories();
        PolicySnapshot policy =
                engine.compile(
                        List.of(
                                new Engine.Layer(new VietnamLaw(), ""),
                                new Engine.Layer(new HaNoiLaw(), ""),
                                new Engine.Layer(locality.layer(), "")),
                        territories);
        SecondOpinion second = new SecondOpinion(territories, List.of(VietnamLaw.class));
        SplittableRandom random = new SplittableRandom(7);
        int differ = 0;
        for (int i = 0; i < 1_000; i++) {
            SecondOpinion.Somebody who = somebody(random);
            YearMonth month = YearMonth.of(2021, 1).plusMonths(random.nextInt(78));
            LocalDate known = day(random);
            Map<String, String> says = new LinkedHashMap<>();
            policy.decide(facts(who, known), month, known)
                    .dues()
                    .forEach(
                            due ->
                                    says.put(
                                            due.component().name(),
                                            due.groundCode() + " " + due.amountDong()));
            differ += says.equals(second.of(who, month, known)) ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(20);
    }

    private Facts facts(SecondOpinion.Somebody who, LocalDate known) {
        List<DatedFact> facts =
                who.facts().stream()
                        .map(
                                held ->
                                        new DatedFact(
                                                held.kind(),
                                                held.value(),
                                                held.from(),
                                                held.to(),
                                                held.known()))
                        .toList();
        return engine.facts(who.earliest(), who.latest(), "", who.death(), facts, known);
    }

    private static LocalDate day(SplittableRandom random) {
        return START.plusDays(random.nextInt(DAYS));
    }

    private static SecondOpinion.Somebody somebody(SplittableRandom random) {
        boolean old = random.nextInt(4) > 0;
        LocalDate birth =
                old
                        ? LocalDate.of(1935, 1, 1).plusDays(random.nextInt(32 * 365))
                        : LocalDate.of(1960, 1, 1).plusDays(random.nextInt(63 * 365));
        boolean yearOnly = random.nextInt(10) == 0;
        List<SecondOpinion.Held> facts = new ArrayList<>();
        VALUES.forEach(
                (kind, values) -> {
                    for (int n = random.nextInt(3); n > 0; n--) {
                        LocalDate from = random.nextBoolean() ? START.minusYears(1) : day(random);
                        LocalDate to = random.nextInt(3) == 0 ? day(random) : null;
                        LocalDate known = random.nextInt(3) == 0 ? day(random) : from;
                        String value = values[random.nextInt(values.length)];
                        facts.add(new SecondOpinion.Held(kind, value, from, to, known));
                    }
                });
        return new SecondOpinion.Somebody(
                yearOnly ? LocalDate.of(birth.getYear(), 1, 1) : birth,
                yearOnly ? LocalDate.of(birth.getYear(), 12, 31) : birth,
                random.nextInt(12) == 0 ? day(random) : null,
                facts);
    }
}
