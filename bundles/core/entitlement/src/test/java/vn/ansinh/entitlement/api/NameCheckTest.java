package vn.ansinh.entitlement.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.entitlement.api.NameCheck.Verdict;

/** Holders as banks write them against payees as officers write them. DỮ LIỆU GIẢ LẬP. */
class NameCheckTest {

    @ParameterizedTest
    @CsvSource({
        "NGUYEN THI HOA, Nguyễn Thị Hoà, EQUAL",
        "NGUYỄN THỊ HÒA, Nguyễn Thị Hoà, EQUAL",
        "Nguyễn Thị Hoa, Nguyễn Thị Hoà, LIKELY",
        "HOA NGUYEN THI, Nguyễn Thị Hoà, LIKELY",
        "NGUYEN HOA, Nguyễn Thị Hoà, LIKELY",
        "Nguyễn Thị Thanh Hoà, Nguyễn Thị Hoà, LIKELY",
        "DAO VAN DUC, Đào Văn Đức, EQUAL",
        "NGUYEN THI HUE, Nguyễn Thị Hoà, DIFFERENT",
        "TRAN THI HOA, Nguyễn Thị Hoà, DIFFERENT",
        "NGUYEN VAN HOA, Nguyễn Thị Hoà, DIFFERENT",
        "HOA, Nguyễn Thị Hoà, DIFFERENT",
        "'', Nguyễn Thị Hoà, DIFFERENT",
    })
    void verdicts(String holder, String payee, Verdict verdict) {
        assertThat(NameCheck.of(holder, payee)).isEqualTo(verdict);
        assertThat(NameCheck.of(payee, holder)).isEqualTo(verdict);
    }
}
