package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words as they look in files of the nineties, typed from such files' tables. */
class OldFontsTest {

    @Test
    void tcvn3() {
        assertThat(OldFonts.TCVN3.write("Nguyễn Thị Hòa")).isEqualTo("NguyÔn ThÞ Hßa");
        assertThat(OldFonts.TCVN3.write("Đặng Văn Đức")).isEqualTo("§Æng V¨n §øc");
        assertThat(OldFonts.TCVN3.write("xã hội")).isEqualTo("x· héi");
    }

    @Test
    void vni() {
        assertThat(OldFonts.VNI.write("Nguyễn Thị Hòa")).isEqualTo("Nguyeãn Thò Hoøa");
        assertThat(OldFonts.VNI.write("Đặng Văn Đức")).isEqualTo("Ñaëng Vaên Ñöùc");
        assertThat(OldFonts.VNI.write("Cộng hòa xã hội")).isEqualTo("Coäng hoøa xaõ hoäi");
    }

    @Test
    void decomposed() {
        assertThat(OldFonts.DECOMPOSED.write("hòa")).isEqualTo("ho\u0300a");
        assertThat(OldFonts.UNICODE.write("hòa")).isEqualTo("hòa");
    }
}
