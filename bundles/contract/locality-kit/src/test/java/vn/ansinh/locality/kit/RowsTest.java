package vn.ansinh.locality.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/** Each fault of rows is found, and nothing else. DỮ LIỆU GIẢ LẬP. */
class RowsTest {

    private static final Engine.Layer STATE = new Engine.Layer(new SampleLaw(), "aa");

    @Test
    void soundRowsHaveNoFinding() {
        assertThat(find(row("rate.standard", "150000", "2024-01", "2024-01-01", "Giả lập 1")))
                .isEmpty();
    }

    @Test
    void aRowThatAnotherAlwaysReplacesIsDead() {
        assertThat(
                        find(
                                row("villageDay", "19", "2024-02", "2024-02-01", "Giả lập 1"),
                                row("villageDay", "20", "2024-02", "2024-01-01", "Giả lập 2"),
                                row("villageDay", "21", "2024-01", "2024-01-01", "Giả lập 2")))
                .isEmpty();
        List<Finding> dead =
                find(
                        row("villageDay", "19", "2024-01", "2024-02-01", "Giả lập 1"),
                        closed("villageDay", "20", "2024-03", "2024-04", "2024-03-01", "Giả lập 2"),
                        closed(
                                "villageDay",
                                "21",
                                "2024-03",
                                "2024-04",
                                "2024-03-01",
                                "Giả lập 2"));
        assertThat(dead).extracting(Finding::kind).containsExactly(Finding.Kind.DEAD_ROW);
        assertThat(dead.get(0).message()).contains("không bao giờ được đọc", "Giả lập 2");
    }

    @Test
    void aRowOfNoGroundIsDead() {
        assertThat(find(row("coefficient.young", "1.0", "2024-01", "2024-01-01", "Giả lập 1")))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DEAD_ROW);
        assertThat(find(row("coefficient.old.more", "1.0", "2024-01", "2024-01-01", "Giả lập 1")))
                .isEmpty();
    }

    @Test
    void anInstrumentHasOneDay() {
        assertThat(
                        find(
                                row(
                                        "rate.standard",
                                        "150000",
                                        "2024-01",
                                        "2024-01-01",
                                        "Giả lập 1"),
                                row("villageDay", "19", "2024-01", "2024-01-02", "Giả lập 1")))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.CITATION);
    }

    @Test
    void aLevelBelowTheLayerBelowIsFoundWithBothClauses() {
        List<Finding> found =
                find(row("rate.standard", "90000", "2024-01", "2024-01-01", "Giả lập 1"));
        assertThat(found).extracting(Finding::kind).containsExactly(Finding.Kind.LAW);
        assertThat(found.get(0).message()).contains("Giả lập 1", "Văn bản giả lập", "100000");
    }

    private static List<Finding> find(ParameterRow... rows) {
        return new Rows(new City(List.of(rows)), List.of(STATE)).findings();
    }

    private static ParameterRow row(
            String key, String value, String from, String day, String instrument) {
        return row(key, value, from, null, day, instrument);
    }

    private static ParameterRow closed(
            String key, String value, String from, String to, String day, String instrument) {
        return row(key, value, from, YearMonth.parse(to), day, instrument);
    }

    private static ParameterRow row(
            String key, String value, String from, YearMonth to, String day, String instrument) {
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "city",
                YearMonth.parse(from),
                to,
                LocalDate.parse(day),
                LocalDate.parse(day),
                Citation.of(instrument, "1", "", ""),
                Confidence.VERIFIED,
                "");
    }

    private record City(List<ParameterRow> rows) implements LawLayer {
        @Override
        public String code() {
            return "city";
        }

        @Override
        public String parent() {
            return "sample";
        }

        @Override
        public List<Ground> grounds() {
            return List.of();
        }
    }
}
