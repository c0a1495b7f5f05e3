package vn.ansinh.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The localities that have a bundle, and a plain commune for any other code. Units of a locality
 * that is not known come from a small CSV ({@code locality,unit_code,unit_name}); without it the
 * commune gets six hamlets of its own.
 */
final class Places {

    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    /** With social pension and the near-poor group of Hà Nội (NQ 63/2025/NQ-HĐND). */
    private static final Map<Case, Integer> HA_NOI_2026 =
            mix(
                    "SOCIAL_PENSION_75 34 SOCIAL_PENSION_70 9 NEAR_POOR_OLDER 7 POOR_OLDER 7 SEVERE 19"
                            + " EXTREMELY_SEVERE 10 NONE 14");

    private static final Map<Case, Integer> SINCE_2025 =
            mix(
                    "SOCIAL_PENSION_75 35 SOCIAL_PENSION_70 9 POOR_OLDER 6 SEVERE 18 EXTREMELY_SEVERE 9"
                            + " ORPHAN 4 STUDENT 1 HIV_CHILD 1 SINGLE_PARENT 4 OLDER_TAKEN_IN 1 HIV_ADULT 1"
                            + " NONE 11");

    private static final Map<Case, Integer> UNTIL_2025 =
            mix(
                    "EIGHTY 36 POOR_OLDER 9 SEVERE 22 EXTREMELY_SEVERE 10 ORPHAN 4 STUDENT 1 HIV_CHILD 1"
                            + " SINGLE_PARENT 4 OLDER_TAKEN_IN 1 HIV_ADULT 1 NONE 11");

    private static final Map<Case, Integer> LONG_BIEN_2025 =
            mix("EIGHTY 34 POOR_OLDER 9 SEVERE 29 EXTREMELY_SEVERE 15 NONE 13");

    private static final List<Place> KNOWN =
            List.of(
                    new Place(
                            "hung-dao",
                            "xã Hưng Đạo",
                            "THÀNH PHỐ HÀ NỘI",
                            YearMonth.of(2026, 3),
                            Rates.Territory.HA_NOI,
                            numbered("HD-T", "Thôn", 6),
                            0,
                            "Chủ tịch UBND xã Hưng Đạo",
                            "Chủ tịch UBND huyện Quốc Oai",
                            TWO_TIERS,
                            HA_NOI_2026,
                            20,
                            4),
                    new Place(
                            "long-bien",
                            "quận Long Biên",
                            "THÀNH PHỐ HÀ NỘI",
                            YearMonth.of(2025, 3),
                            Rates.Territory.HA_NOI,
                            units(
                                    "00115 Phường Thượng Thanh;00118 Phường Ngọc Thụy;00121 Phường"
                                            + " Giang Biên;00124 Phường Đức Giang;00127 Phường Việt"
                                            + " Hưng;00130 Phường Gia Thụy;00133 Phường Ngọc Lâm;00136"
                                            + " Phường Phúc Lợi;00139 Phường Bồ Đề;00145 Phường Long"
                                            + " Biên;00148 Phường Thạch Bàn;00151 Phường Phúc"
                                            + " Đồng;00154 Phường Cự Khối"),
                            3,
                            "Chủ tịch UBND quận Long Biên",
                            "Chủ tịch UBND quận Long Biên",
                            LONG_AGO,
                            LONG_BIEN_2025,
                            10,
                            1),
                    new Place(
                            "thanh-tri",
                            "huyện Thanh Trì",
                            "THÀNH PHỐ HÀ NỘI",
                            YearMonth.of(2023, 3),
                            Rates.Territory.HA_NOI,
                            units(
                                    "00640 Thị trấn Văn Điển;00643 Xã Tân Triều;00646 Xã Thanh"
                                            + " Liệt;00649 Xã Tả Thanh Oai;00652 Xã Hữu Hòa;00655 Xã Tam"
                                            + " Hiệp;00658 Xã Tứ Hiệp;00661 Xã Yên Mỹ;00664 Xã Vĩnh"
                                            + " Quỳnh;00667 Xã Ngũ Hiệp;00670 Xã Duyên Hà;00673 Xã Ngọc"
                                            + " Hồi;00676 Xã Vạn Phúc;00679 Xã Đại Áng;00682 Xã Liên"
                                            + " Ninh;00685 Xã Đông Mỹ"),
                            3,
                            "Chủ tịch UBND huyện Thanh Trì",
                            "Chủ tịch UBND huyện Thanh Trì",
                            LONG_AGO,
                            UNTIL_2025,
                            20,
                            1),
                    new Place(
                            "tu-ky",
                            "huyện Tứ Kỳ",
                            "TỈNH HẢI DƯƠNG",
                            YearMonth.of(2023, 3),
                            Rates.Territory.HAI_DUONG,
                            // Those of mid-2025 that the plan's year knew too; it had 23.
                            units(
                                    "11074 Thị trấn Tứ Kỳ;11083 Xã Đại Sơn;11086 Xã Hưng Đạo;11092"
                                            + " Xã Bình Lăng;11095 Xã Chí Minh;11101 Xã Quang"
                                            + " Phục;11113 Xã Tân Kỳ;11116 Xã Quang Khải;11119 Xã Đại"
                                            + " Hợp;11125 Xã An Thanh;11128 Xã Minh Đức;11131 Xã Văn"
                                            + " Tố;11134 Xã Quang Trung;11143 Xã Tiên Động;11146 Xã"
                                            + " Nguyên Giáp;11149 Xã Hà Kỳ;11152 Xã Hà Thanh"),
                            3,
                            "Chủ tịch UBND huyện Tứ Kỳ",
                            "Chủ tịch UBND huyện Tứ Kỳ",
                            LONG_AGO,
                            UNTIL_2025,
                            20,
                            1),
                    new Place(
                            "le-thanh-nghi",
                            "phường Lê Thanh Nghị",
                            "THÀNH PHỐ HẢI PHÒNG",
                            YearMonth.of(2026, 3),
                            Rates.Territory.HAI_DUONG,
                            numbered("LN-T", "Tổ dân phố", 8),
                            0,
                            "Chủ tịch UBND phường Lê Thanh Nghị",
                            "Chủ tịch UBND thành phố Hải Dương",
                            TWO_TIERS,
                            SINCE_2025,
                            20,
                            1),
                    commune("generic", "xã Mẫu", numbered("G-T", "Thôn", 3)));

    private Places() {}

    /** Codes that have a place of their own. */
    static List<String> known() {
        return KNOWN.stream().map(Place::code).toList();
    }

    /**
     * The place of a code.
     *
     * @param units units of localities, by code of the locality; may lack it
     */
    static Place of(String code, Map<String, List<Place.Unit>> units) {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "mã địa phương «" + code + "» phải gồm chữ thường, chữ số và dấu gạch nối");
        }
        for (Place place : KNOWN) {
            if (place.code().equals(code)) {
                return units.containsKey(code) ? withUnits(place, units.get(code)) : place;
            }
        }
        return commune(
                code, "xã " + code, units.getOrDefault(code, numbered(code + "-T", "Thôn", 6)));
    }

    /** A commune without a level of its own: the State's rates and a mixed population. */
    private static Place commune(String code, String name, List<Place.Unit> units) {
        return new Place(
                code,
                name,
                "TỈNH GIẢ LẬP",
                YearMonth.of(2026, 3),
                Rates.Territory.NATIONAL,
                units,
                0,
                "Chủ tịch UBND " + name,
                "Chủ tịch UBND huyện của " + name,
                TWO_TIERS,
                SINCE_2025,
                20,
                15);
    }

    /** Reads units: {@code locality,unit_code,unit_name}, a title row first. */
    static Map<String, List<Place.Unit>> units(Path file) throws IOException {
        Map<String, List<Place.Unit>> units = new java.util.TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i == 0 || line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != 3 || cells[0].isBlank() || cells[1].isBlank()) {
                throw new IllegalArgumentException(
                        file + ", dòng " + (i + 1) + ": cần locality,unit_code,unit_name");
            }
            units.computeIfAbsent(cells[0].strip(), code -> new ArrayList<>())
                    .add(new Place.Unit(cells[1].strip(), cells[2].strip()));
        }
        return units;
    }

    private static Place withUnits(Place p, List<Place.Unit> units) {
        return new Place(
                p.code(),
                p.name(),
                p.parent(),
                p.month(),
                p.territory(),
                units,
                p.hamlets(),
                p.authority(),
                p.authorityBefore(),
                p.authoritySince(),
                p.mix(),
                p.oneMovesIn(),
                p.minorityPercent());
    }

    private static List<Place.Unit> numbered(String prefix, String kind, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Place.Unit(Text.format("%s%02d", prefix, i), kind + " " + i))
                .toList();
    }

    private static List<Place.Unit> units(String text) {
        List<Place.Unit> units = new ArrayList<>();
        for (String unit : text.split(";")) {
            int space = unit.indexOf(' ');
            units.add(new Place.Unit(unit.substring(0, space), unit.substring(space + 1)));
        }
        return List.copyOf(units);
    }

    private static Map<Case, Integer> mix(String text) {
        Map<Case, Integer> mix = new java.util.EnumMap<>(Case.class);
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            mix.put(Case.valueOf(words[i]), Integer.parseInt(words[i + 1]));
        }
        return mix;
    }
}
