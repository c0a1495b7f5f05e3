package vn.ansinh.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;

class CellsTest {

    @Test
    void equalValuesHaveOneDigest() {
        assertThat(of(false, "Hòa", new BigDecimal("1.50")))
                .isEqualTo(of(false, "Ho\u0300a", new BigDecimal("1.5")));
    }

    @Test
    void everyDifferenceShows() {
        assertThat(
                        List.of(
                                of(false, "a", "b"),
                                of(true, "a", "b"),
                                of(false, "ab", ""),
                                of(false, "", "ab"),
                                of(false, "a", null),
                                of(false, "a", ""),
                                of(false, "a", 1L),
                                of(false, "a", "1"),
                                of(false, "a", BigDecimal.ONE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoCell() {
        assertThatThrownBy(() -> of(false, "a", 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Double");
    }

    private static String of(boolean subtotal, Object first, Object second) {
        return Cells.sha256(
                new ReportTable(
                        "T",
                        "",
                        List.of(
                                new Column("a", "A", Kind.TEXT, 50),
                                new Column("b", "B", Kind.TEXT, 50)),
                        List.of(new Row("", subtotal, Arrays.asList(first, second))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
