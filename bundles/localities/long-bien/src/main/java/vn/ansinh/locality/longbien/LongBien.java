package vn.ansinh.locality.longbien;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/** Quận Long Biên, Hà Nội, until the districts ended on 30 June 2025; plan of 2025. */
public final class LongBien implements Locality {

    private static final String CODE = "long-bien";
    private static final String UNITS_SOURCE =
            "Danh mục đơn vị hành chính trước 01/7/2025 (vietnamese-provinces-database 2.4.1, MIT)";

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "Quận Long Biên",
                "quận",
                "UBND thành phố Hà Nội",
                "ha-noi",
                List.of("vietnam", "ha-noi", CODE),
                LocalDate.of(2004, 1, 1),
                LocalDate.of(2025, 6, 30),
                List.of("Phường Long Biên", "Phường Bồ Đề", "Phường Việt Hưng", "Phường Phúc Lợi"),
                "Long Biên",
                "ỦY BAN NHÂN DÂN QUẬN LONG BIÊN",
                wards(),
                warnings());
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                CODE, "ha-noi", ParameterTable.of(LongBien.class, "parameters.csv"), List.of());
    }

    private static List<Unit> wards() {
        return List.of(
                ward("00115", "Thượng Thanh"),
                ward("00118", "Ngọc Thụy"),
                ward("00121", "Giang Biên"),
                ward("00124", "Đức Giang"),
                ward("00127", "Việt Hưng"),
                ward("00130", "Gia Thụy"),
                ward("00133", "Ngọc Lâm"),
                ward("00136", "Phúc Lợi"),
                ward("00139", "Bồ Đề"),
                ward("00145", "Long Biên"),
                ward("00148", "Thạch Bàn"),
                ward("00151", "Phúc Đồng"),
                ward("00154", "Cự Khối"));
    }

    private static Unit ward(String code, String name) {
        return new Unit(code, "Phường " + name, "phường", UNITS_SOURCE);
    }

    private static List<String> warnings() {
        return List.of(
                "Kế hoạch năm 2025 không có số và ngày.",
                "Tiêu đề nêu người nghèo và cận nghèo nhưng mọi chỉ tiêu chỉ nêu cận "
                        + "nghèo, mới thoát nghèo.",
                "Quận kết thúc ngày 30/6/2025; báo cáo năm hạn trước 15/12/2025 gửi UBND "
                        + "quận: từ 01/7/2025 do bốn phường kế thừa trả lời.",
                "Kế hoạch không nêu chỉ tiêu giảm hộ cận nghèo.",
                "Câu \"giới thiệu quyết việc làm\" hiểu là \"giới thiệu, giải quyết việc làm\".",
                "Quà người cao tuổi tròn tuổi được nêu là quà Tết: cùng một sự kiện, mỗi "
                        + "người một suất.",
                "Thẻ BHYT 100% của hộ cận nghèo gồm 70% trung ương và 30% thành phố, không "
                        + "phải chế độ mới.",
                "Hỗ trợ BHXH tự nguyện của quận nêu đến 12/2025 nhưng quận kết thúc ngày "
                        + "30/6/2025.");
    }

    private record OwnLayer(
            String code, String parent, List<ParameterRow> rows, List<Ground> grounds)
            implements LawLayer {}
}
