package vn.ansinh.beneficiary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthTest {

    @ParameterizedTest
    @CsvSource({
        "1950,1950,1950-01-01,1950-12-31",
        "1948-02,1948-02,1948-02-01,1948-02-29",
        "07/1950,1950-07,1950-07-01,1950-07-31",
        "1950-07-15,1950-07-15,1950-07-15,1950-07-15",
        "5/7/1950,1950-07-05,1950-07-05,1950-07-05",
        "' 15/07/1950 ',1950-07-15,1950-07-15,1950-07-15",
    })
    void readsWhatPapersGive(String written, String text, LocalDate earliest, LocalDate latest) {
        assertThat(Birth.parse(written)).isEqualTo(new Birth(text, earliest, latest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "1950-13", "30/02/1950", "1950-7-15", "15.07.1950", "1500"})
    void refusesWithASentence(String written) {
        assertThatThrownBy(() -> Birth.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hãy");
    }

    @Test
    void knowsWhetherTheDayIsKnown() {
        assertThat(Birth.parse("1950-07-15").exact()).isTrue();
        assertThat(Birth.parse("1950-07").exact()).isFalse();
    }
}
