package vn.ansinh.locality.kit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/** An invented law with one group, packed into jars by {@link MainTest}. DỮ LIỆU GIẢ LẬP. */
public class SampleLaw implements LawLayer {

    static final Citation CLAUSE = Citation.of("Văn bản giả lập", "1", "", "");

    @Override
    public String code() {
        return "sample";
    }

    @Override
    public String parent() {
        return "";
    }

    @Override
    public List<ParameterRow> rows() {
        return List.of(
                row("rate.standard", "100000"),
                row("ground.old", "on"),
                row("coefficient.old", "1.5"));
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                new Ground(
                        "old",
                        "Nhóm giả lập",
                        Component.MONTHLY,
                        "rate.standard",
                        false,
                        List.of(condition()),
                        (facts, law, on, lossOn) -> "coefficient.old"));
    }

    Condition condition() {
        return new Condition(
                "old-and-alive",
                "từ đủ 80 tuổi, còn sống",
                CLAUSE,
                (facts, law, on, lossOn) ->
                        facts.ageGiving(on) >= 80
                                && (facts.death().isEmpty()
                                        || !facts.death().get().isBefore(lossOn)));
    }

    private static ParameterRow row(String key, String value) {
        LocalDate day = LocalDate.of(2024, 1, 1);
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "sample",
                YearMonth.from(day),
                null,
                day,
                day,
                CLAUSE,
                Confidence.VERIFIED,
                "");
    }

    /** Forgets that people die. */
    public static final class PaysTheDead extends SampleLaw {
        @Override
        Condition condition() {
            return new Condition(
                    "old",
                    "từ đủ 80 tuổi",
                    CLAUSE,
                    (facts, law, on, lossOn) -> facts.ageGiving(on) >= 80);
        }
    }

    /** Cannot answer for somebody whose poverty is unknown. */
    public static final class NotTotal extends SampleLaw {
        @Override
        Condition condition() {
            return new Condition(
                    "poor",
                    "thuộc hộ nghèo",
                    CLAUSE,
                    (facts, law, on, lossOn) ->
                            facts.value("poverty.national", on).equals("POOR")
                                    && facts.death().isEmpty());
        }
    }

    /** Cannot even be made. */
    public static final class Broken extends SampleLaw {
        public Broken() {
            throw new IllegalStateException("hỏng");
        }
    }

    /** Links against a class that is not there. */
    public static final class Unlinked extends SampleLaw {
        @Override
        public List<Ground> grounds() {
            throw new NoClassDefFoundError("elsewhere/Missing");
        }
    }
}
