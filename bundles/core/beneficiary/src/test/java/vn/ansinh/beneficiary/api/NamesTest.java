package vn.ansinh.beneficiary.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void foldsToneMarksHornsAndDStroke() {
        assertThat(Names.fold("  Đặng   Thị Tường\u00A0Vy ")).isEqualTo("dang thi tuong vy");
        assertThat(Names.fold("NGUYỄN THỊ HOÀ")).isEqualTo(Names.fold("Nguyễn Thị Hòa"));
        String decomposed = Normalizer.normalize("Đỗ Thị Quỳnh", Normalizer.Form.NFD);
        assertThat(Names.fold(decomposed)).isEqualTo("do thi quynh");
    }

    @Test
    void thePlaceOfTheToneDoesNotMatterTheToneDoes() {
        assertThat(Names.same("Lê Thị Hoà", "lê thị hòa")).isTrue();
        assertThat(Names.same("Thủy", "Thuỷ")).isTrue();
        assertThat(Names.same("Hòa", "Hóa")).isFalse();
        assertThat(Names.same("Hòa", "Hoa")).isFalse();
        assertThat(Names.same("Tuân", "Tuan")).isFalse();
    }

    @Test
    void tidiesSpacesAndUnicodeForm() {
        String decomposed = Normalizer.normalize(" Bùi  Văn Ân ", Normalizer.Form.NFD);
        assertThat(Names.tidy(decomposed)).isEqualTo("Bùi Văn Ân");
    }
}
