package vn.ansinh.entitlement.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.entitlement.internal.sheet.LegacyText.Encoding;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;

/** Names are DỮ LIỆU GIẢ LẬP. */
class LegacyTextTest {

    private static final List<String> WORDS =
            List.of(
                    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng",
                    "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Lò", "Tòng", "Quàng", "Giàng", "Thị",
                    "Văn", "Đức", "Hữu", "Ngọc", "Quốc", "Xuân", "Thu", "Hà", "Hòa", "Hoà", "Thủy",
                    "Thuỷ", "Ân", "Ái", "Ánh", "Ý", "Yến", "Oanh", "Uyên", "Ưng", "Ơn", "Êm", "Sáu",
                    "Tám", "Chín", "Mười", "Gái", "Trai", "Quý", "Quỳnh", "Giếng", "Khuê", "Nghĩa",
                    "Nghiêm", "Phượng", "Trường", "Chương", "Tô", "Lô", "Mã", "Xã", "Thôn", "Cộng",
                    "Đông", "Tây", "Niê", "Siu", "Rơ", "Ksor");

    private static String name(Random random) {
        int words = 1 + random.nextInt(4);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            boolean capitals = random.nextInt(4) == 0;
            name.append(i == 0 ? "" : " ")
                    .append(capitals ? word.toUpperCase(java.util.Locale.ROOT) : word);
        }
        return name.toString();
    }

    /** Whatever proper Unicode comes in, composed or not, the same comes out. */
    @Test
    void properUnicodeIsNeverAltered() {
        Random random = new Random(20260315);
        for (int i = 0; i < 50_000; i++) {
            String name = name(random);
            assertThat(LegacyText.detect(name)).as(name).isEmpty();
            Cell cell = new Cell(0, name, Kind.TEXT, false, false, "");
            assertThat(CellText.of(cell, null)).isEqualTo(name);
            String loose = Normalizer.normalize(name, Normalizer.Form.NFD);
            Cell decomposed = new Cell(0, loose, Kind.TEXT, false, false, "");
            assertThat(Cleaner.tidy(CellText.of(decomposed, null))).isEqualTo(name);
        }
    }

    /** Text with anything in it never breaks, and ASCII stays. */
    @Test
    void anyTextIsRead() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    random.ints(random.nextInt(20), 1, 0x250)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            for (String font : List.of("", ".VnTime", "VNI-Times")) {
                Cell cell = new Cell(0, text, Kind.TEXT, false, false, font);
                String read = CellText.of(cell, Encoding.TCVN3);
                assertThat(read).isNotNull();
                if (text.chars().allMatch(c -> c < 0x80)) {
                    assertThat(read).isEqualTo(text);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NguyÔn V¨n Thµnh,TCVN3,Nguyễn Văn Thành",
        "TrÇn ThÞ BÝch Ph­îng,TCVN3,Trần Thị Bích Phượng",
        "§Æng Quèc Huy,TCVN3,Đặng Quốc Huy",
        "HOµNG TH¸I,TCVN3,HOÀNG THÁI",
        "Nguyeãn Vaên Thaønh,VNI,Nguyễn Văn Thành",
        "Traàn Thò Bích Phöôïng,VNI,Trần Thị Bích Phượng",
        "Ñaëng Quoác Huy,VNI,Đặng Quốc Huy",
        "NGUYEÃN VAÊN THAØNH,VNI,NGUYỄN VĂN THÀNH",
        "Leâ Thuøy Döông,VNI,Lê Thùy Dương"
    })
    void oldEncodingsAreTurned(String written, Encoding encoding, String meant) {
        assertThat(LegacyText.detect(written)).contains(encoding);
        assertThat(LegacyText.decode(written, encoding)).contains(meant);
    }

    @Test
    void windows1258IsTurned() {
        String loose = "Trâ\u0300n Quô\u0301c".replace("\u00E2\u0300", "\u00E2\u0300");
        String seen =
                new String(
                        loose.getBytes(Charset.forName("windows-1258")),
                        Charset.forName("windows-1252"));
        assertThat(LegacyText.detect(seen)).contains(Encoding.CP1258);
        assertThat(LegacyText.decode(seen, Encoding.CP1258)).contains("Trần Quốc");
    }

    /** What only its column can tell: alone it is left, in a column of TCVN3 it is turned. */
    @Test
    void doubtfulTextFollowsItsColumn() {
        Cell cell = new Cell(0, "Tßng", Kind.TEXT, false, false, "");
        assertThat(CellText.of(cell, null)).isEqualTo("Tòng");
        Cell open = new Cell(0, "Lò", Kind.TEXT, false, false, "");
        assertThat(CellText.of(open, null)).isEqualTo("Lò");
        assertThat(CellText.of(open, Encoding.TCVN3)).isEqualTo("Lũ");
        Cell proper = new Cell(0, "Nguyễn Thị Lò", Kind.TEXT, false, false, "");
        assertThat(CellText.of(proper, Encoding.TCVN3)).isEqualTo("Nguyễn Thị Lò");
    }
}
