package vn.ansinh.locality.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTableTest {

    private static final String HEADER = String.join(",", ParameterTable.COLUMNS) + "\n";
    private static final String ROW =
            "rate.standard,360000,đồng/tháng,none,vietnam,2021-07,,2021-03-15,2021-07-01,"
                    + "NĐ 20/2021/NĐ-CP,4,2,,VERIFIED,";

    private static List<ParameterRow> read(String text) {
        return ParameterTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsARow() {
        ParameterRow row = read(HEADER + ROW + "\"ghi chú, \"\"có ngoặc\"\"\"\n").get(0);
        assertThat(row.value()).isEqualTo("360000");
        assertThat(row.appliesFrom()).isEqualTo(YearMonth.of(2021, 7));
        assertThat(row.appliesTo()).isNull();
        assertThat(row.citation().vietnamese()).isEqualTo("khoản 2 Điều 4 NĐ 20/2021/NĐ-CP");
        assertThat(row.note()).isEqualTo("ghi chú, \"có ngoặc\"");
    }

    @Test
    void acceptsWhatASpreadsheetWrites() {
        String crlf = ("\uFEFF" + HEADER + ROW).replace("\n", "\r\n");
        assertThat(read(crlf)).hasSize(1);
    }

    @Test
    void tellsEveryFaultWithItsLine() {
        String text =
                HEADER
                        + ROW.replace("NĐ 20/2021/NĐ-CP", "")
                        + "\n"
                        + ROW
                        + "\n"
                        + ROW.replace("2021-07,", "7/2021,").replace("VERIFIED", "SURE")
                        + "\n"
                        + "rate.standard,1\n"
                        + ROW.replace("2021-07-01", "2020-07-01")
                        + "\n";
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "dòng 2: instrument để trống",
                        "dòng 4: applies_from '7/2021' không phải yyyy-MM",
                        "dòng 4: confidence 'SURE'",
                        "dòng 5: có 2 ô, cần 15",
                        "dòng 6: in_force trước enacted")
                .hasMessageNotContaining("dòng 3");
    }

    @Test
    void refusesAnotherHeaderAnOpenQuoteAndAnotherEncoding() {
        assertThatThrownBy(() -> read(ROW)).hasMessageContaining("dòng 1: tiêu đề");
        assertThatThrownBy(() -> read(HEADER + ROW + "\"mở"))
                .hasMessageContaining("dòng 2: dấu ngoặc kép không đóng");
        byte[] latin = (HEADER + ROW).getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> ParameterTable.read(new ByteArrayInputStream(latin)))
                .hasMessageContaining("không phải UTF-8");
    }

    @Test
    void isKnownFromItsDayInForceOrForMonthsThatBeginOnOrAfterIt() {
        ParameterRow row =
                read(HEADER
                                + ROW.replace("2021-07,", "2026-07,")
                                        .replace("2021-03-15", "2026-08-21")
                                        .replace("2021-07-01", "2026-10-05")
                                + "\n")
                        .get(0);
        YearMonth october = YearMonth.of(2026, 10);
        assertThat(row.known(october, LocalDate.of(2026, 9, 24))).isFalse();
        assertThat(row.known(october, LocalDate.of(2026, 10, 4))).isFalse();
        assertThat(row.known(october, LocalDate.of(2026, 10, 5))).isTrue();
        assertThat(row.known(october.plusMonths(1), LocalDate.of(2026, 9, 24))).isTrue();
        assertThat(row.known(october.plusMonths(1), LocalDate.of(2026, 8, 20))).isFalse();
    }
}
