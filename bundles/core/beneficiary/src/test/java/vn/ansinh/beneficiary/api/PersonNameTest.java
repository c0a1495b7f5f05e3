package vn.ansinh.beneficiary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are DỮ LIỆU GIẢ LẬP. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hoà, Nguyễn, Thị, Hoà",
        "'  Trần   Văn Giả Lập ', Trần, Văn Giả, Lập",
        "Lê Hoa, Lê, '', Hoa",
        "Sùng, '', '', Sùng"
    })
    void theUsualSplit(String full, String family, String middle, String given) {
        PersonName name = PersonName.split(full);
        assertThat(name.family()).isEqualTo(family);
        assertThat(name.middle()).isEqualTo(middle);
        assertThat(name.given()).isEqualTo(given);
        assertThat(name.whole()).isFalse();
    }

    @Test
    void aNameWithoutFamilyNameStaysWhole() {
        PersonName name = PersonName.whole("Y Blơ Niê");
        assertThat(name.full()).isEqualTo("Y Blơ Niê");
        assertThat(name.family() + name.middle() + name.given()).isEmpty();
        assertThat(name.whole()).isTrue();
    }

    @Test
    void aSplitOfItsOwnMustMakeTheWholeName() {
        PersonName two = new PersonName("Âu Dương Thị Mai", "Âu Dương", "Thị", "Mai", false);
        assertThat(two.family()).isEqualTo("Âu Dương");
        assertThatThrownBy(() -> new PersonName("Âu Dương Mai", "Âu", "", "Mai", false))
                .hasMessageContaining("ghép lại");
        assertThatThrownBy(() -> new PersonName("Y Niê", "Y", "", "Niê", true))
                .hasMessageContaining("để nguyên");
        assertThatThrownBy(() -> PersonName.split(" ")).hasMessageContaining("Thiếu");
    }

    /** Decomposed letters become one spelling. */
    @Test
    void theNameIsComposed() {
        assertThat(PersonName.split("Lê Hoa\u0300").given()).isEqualTo("Hoà");
    }
}
