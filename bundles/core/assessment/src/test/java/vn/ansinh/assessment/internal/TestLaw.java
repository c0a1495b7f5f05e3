package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/** A small invented law, so that the engine is tested apart from any real one. DỮ LIỆU GIẢ LẬP. */
final class TestLaw {

    static final Citation OLD_CLAUSE = Citation.of("Nghị định giả lập 1", "5", "1", "");

    final List<ParameterRow> state = new ArrayList<>();
    final List<ParameterRow> city = new ArrayList<>();
    final List<Ground> stateGrounds = new ArrayList<>();
    final List<Ground> cityGrounds = new ArrayList<>();

    /** Old people: 100,000 × 1.5 below 80, × 2.0 from 80; a decree of 2026 lowers 80 to 75. */
    static TestLaw standard() {
        TestLaw law = new TestLaw();
        law.state.add(row("rate.standard", "100000", "2021-01", "2021-01-01", "2021-01-01"));
        law.state.add(
                new ParameterRow(
                        "ground.old",
                        "on",
                        "",
                        "none",
                        "state",
                        YearMonth.of(2021, 1),
                        null,
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2021, 1, 1),
                        OLD_CLAUSE,
                        Confidence.VERIFIED,
                        ""));
        law.state.add(row("age.old.lower", "60", "2021-01", "2021-01-01", "2021-01-01"));
        law.state.add(row("age.old.upper", "80", "2021-01", "2021-01-01", "2021-01-01"));
        law.state.add(row("coefficient.old.lower", "1.5", "2021-01", "2021-01-01", "2021-01-01"));
        law.state.add(row("coefficient.old.upper", "2.0", "2021-01", "2021-01-01", "2021-01-01"));
        law.state.add(row("ground.old", "on", "2026-07", "2026-08-21", "2026-10-05"));
        law.state.add(row("rate.standard", "120000", "2026-07", "2026-08-21", "2026-10-05"));
        law.state.add(row("age.old.upper", "75", "2026-07", "2026-08-21", "2026-10-05"));
        law.stateGrounds.add(old("old"));
        law.city.add(city("rate.standard", "150000", "2025-01", "2024-12-10", "2025-01-01"));
        return law;
    }

    static Ground old(String code) {
        return new Ground(
                code,
                "Nhóm giả lập " + code,
                Component.MONTHLY,
                "rate.standard",
                false,
                List.of(
                        new Condition(
                                "age",
                                "đủ tuổi",
                                OLD_CLAUSE,
                                (f, p, on, loss) ->
                                        f.ageGiving(on) >= p.integer("age." + code + ".lower"))),
                (f, p, on, loss) ->
                        f.ageGiving(on) >= p.integer("age." + code + ".upper")
                                ? "coefficient." + code + ".upper"
                                : "coefficient." + code + ".lower");
    }

    static ParameterRow row(String key, String value, String from, String enacted, String force) {
        return row(key, value, "state", from, enacted, force, Confidence.VERIFIED);
    }

    static ParameterRow city(String key, String value, String from, String enacted, String force) {
        return row(key, value, "city", from, enacted, force, Confidence.VERIFIED);
    }

    static ParameterRow row(
            String key,
            String value,
            String territory,
            String from,
            String enacted,
            String force,
            Confidence confidence) {
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                territory,
                YearMonth.parse(from),
                null,
                LocalDate.parse(enacted),
                LocalDate.parse(force),
                Citation.of("Văn bản giả lập " + enacted, "1", "", ""),
                confidence,
                "");
    }

    List<Engine.Layer> layers() {
        return List.of(
                new Engine.Layer(new Layer("state", "", state, stateGrounds), "aa"),
                new Engine.Layer(new Layer("city", "state", city, cityGrounds), "bb"));
    }

    PolicySnapshot compile() {
        return new StandardEngine().compile(layers(), List.of("state", "city"));
    }

    PolicySnapshot compileStateAlone() {
        return new StandardEngine().compile(layers().subList(0, 1), List.of("state"));
    }

    record Layer(String code, String parent, List<ParameterRow> rows, List<Ground> grounds)
            implements LawLayer {}
}
