package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/** One-off amounts, terms and the calendar of an invented law. DỮ LIỆU GIẢ LẬP. */
class ReferenceRowsTest {

    private static final LocalDate EVENT = LocalDate.of(2025, 5, 5);

    private final List<ParameterRow> reference = new ArrayList<>();

    private ReferenceRows rows() {
        return new ReferenceRows(snapshot());
    }

    private PolicySnapshot snapshot() {
        TestLaw law = TestLaw.standard();
        LawLayer state = law.layers().get(0).law();
        List<Engine.Layer> layers = new ArrayList<>(law.layers());
        layers.set(0, new Engine.Layer(new With(state, List.copyOf(reference)), "aa"));
        return new StandardEngine().compile(layers, List.of("state", "city"));
    }

    private void row(String key, String value, String unit, Confidence confidence) {
        LocalDate day = LocalDate.of(2021, 1, 1);
        reference.add(
                new ParameterRow(
                        key,
                        value,
                        unit,
                        "none",
                        "state",
                        YearMonth.from(day),
                        null,
                        day,
                        day,
                        Citation.of("Văn bản giả lập", "1", "", ""),
                        confidence,
                        ""));
    }

    @Test
    void aMultipleTakesTheHighestRateOrTheStatesWhereARowSaysSo() {
        row("oneOff.funeral", "20", "× rate.standard", Confidence.VERIFIED);
        ReferenceRows.Amount amount = rows().oneOff("funeral", EVENT).orElseThrow();
        assertThat(amount.value()).isEqualTo(20 * 150_000);
        assertThat(amount.rate().territory()).isEqualTo("city");
        assertThat(amount.uncertain()).isFalse();
        row("oneOffBase.rate.standard", "national", "", Confidence.UNCERTAIN);
        assertThat(rows().oneOff("funeral", EVENT).orElseThrow().value()).isEqualTo(20 * 100_000);
    }

    @Test
    void whatNoRowGivesIsEmptyAndAnUncertainRowSaysSo() {
        assertThat(rows().oneOff("funeral", EVENT)).isEmpty();
        row("oneOff.house", "40000000", "đồng", Confidence.UNCERTAIN);
        assertThat(rows().oneOff("house", EVENT).orElseThrow().uncertain()).isTrue();
        assertThat(rows().oneOff("house", LocalDate.of(2020, 12, 31))).isEmpty();
        row("oneOff.ended", "none", "đồng", Confidence.VERIFIED);
        assertThat(rows().oneOff("ended", EVENT)).isEmpty();
    }

    @Test
    void aTermSkipsWeekendsHolidaysAndCountsSwappedSaturdays() {
        LocalDate friday = LocalDate.of(2025, 5, 2);
        assertThat(rows().after(friday, 0)).isEqualTo(friday);
        assertThat(rows().after(friday, 1)).isEqualTo("2025-05-05");
        row("day.2025-05-05", "off", "", Confidence.KNOWN);
        row("day.2025-05-03", "work", "", Confidence.KNOWN);
        assertThat(rows().after(friday, 1)).isEqualTo("2025-05-03");
        assertThat(rows().after(friday, 2)).isEqualTo("2025-05-06");
        assertThatThrownBy(() -> rows().after(friday, -1))
                .isInstanceOf(IllegalArgumentException.class);
        row("deadline.answer", "2", "ngày làm việc", Confidence.VERIFIED);
        row("deadline.none", "none", "", Confidence.VERIFIED);
        assertThat(rows().deadline("answer", friday)).contains(LocalDate.of(2025, 5, 6));
        assertThat(rows().deadline("none", friday)).isEmpty();
    }

    @Test
    void aReferenceRowIsPartOfTheHash() {
        String before = snapshot().hash();
        row("deadline.answer", "2", "ngày làm việc", Confidence.VERIFIED);
        assertThat(snapshot().hash()).isNotEqualTo(before);
    }

    private record With(LawLayer layer, List<ParameterRow> reference) implements LawLayer {
        @Override
        public String code() {
            return layer.code();
        }

        @Override
        public String parent() {
            return layer.parent();
        }

        @Override
        public List<ParameterRow> rows() {
            return layer.rows();
        }

        @Override
        public List<Ground> grounds() {
            return layer.grounds();
        }
    }
}
