package vn.ansinh.beneficiary.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** National.md 9.1. Numbers are DỮ LIỆU GIẢ LẬP. */
class PersonalIdsTest {

    @Test
    void onlyTwelveDigitsAreWellFormed() {
        assertThat(PersonalIds.wellFormed("001148000001")).isTrue();
        assertThat(PersonalIds.wellFormed("00114800000")).isFalse();
        assertThat(PersonalIds.wellFormed("00114800000A")).isFalse();
        assertThat(PersonalIds.wellFormed("٠٠١١٤٨٠٠٠٠٠١")).isFalse();
    }

    @Test
    void sexAndYearThatAgreeWarnOfNothing() {
        assertThat(PersonalIds.warnings("001148000001", "FEMALE", Birth.parse("1948"))).isEmpty();
        assertThat(PersonalIds.warnings("001048000001", "MALE", Birth.parse("1948-05"))).isEmpty();
        assertThat(PersonalIds.warnings("001315000001", "FEMALE", Birth.parse("2015"))).isEmpty();
    }

    @Test
    void mismatchesWarnEachWithItsSentence() {
        assertThat(PersonalIds.warnings("001048000001", "FEMALE", Birth.parse("1948")))
                .singleElement()
                .asString()
                .contains("giới tính");
        assertThat(PersonalIds.warnings("001148000001", "FEMALE", Birth.parse("1949")))
                .singleElement()
                .asString()
                .contains("1948")
                .contains("1949");
        assertThat(PersonalIds.warnings("000148000001", "FEMALE", Birth.parse("1948")))
                .singleElement()
                .asString()
                .contains("mã tỉnh");
    }
}
