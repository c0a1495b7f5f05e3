package vn.ansinh.locality.longbien;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityPlan.Body;
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
                CODE,
                "ha-noi",
                List.of(),
                List.of(),
                ParameterTable.of(LongBien.class, "parameters.csv"));
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

    @Override
    public LocalityPlan plan() {
        return new LocalityPlan(
                "Trợ giúp đối tượng BTXH, người nghèo và cận nghèo trên địa bàn quận - năm 2025",
                "",
                "",
                bodies(),
                List.of(
                        "NĐ 20/2021/NĐ-CP (15/3/2021)",
                        "NQ 17/2021/NQ-HĐND Hà Nội",
                        "các Nghị quyết của HĐND thành phố (kế hoạch không ghi số)",
                        "Đề án tăng nguồn cho vay giảm nghèo, hỗ trợ tạo việc làm bằng ngân sách"
                                + " quận giai đoạn 2021-2026"));
    }

    private static List<Body> bodies() {
        return List.of(
                Body.of("Ban Chỉ đạo trợ giúp người nghèo quận, phường", "", "chỉ đạo"),
                Body.of(
                        "Phòng Lao động - Thương binh và Xã hội quận",
                        "DISTRICT_OFFICER",
                        "thực hiện kế hoạch, kiểm tra, đôn đốc, tổng hợp báo cáo quận và thành phố"),
                Body.of("Phòng Tài chính - Kế hoạch", "FINANCE", "kinh phí, thanh quyết toán"),
                Body.of("Phòng Kinh tế", "LIVELIHOOD_PARTNER", "sinh kế, chống tái nghèo"),
                Body.of("Phòng Nội vụ", "ORG_REGISTRY", "hướng dẫn các hội"),
                Body.of(
                        "Phòng Y tế, Trung tâm Y tế",
                        "HEALTH_PARTNER",
                        "khám miễn phí, hồ sơ sức khỏe"),
                Body.of(
                        "Phòng Giáo dục và Đào tạo",
                        "EDU_PARTNER",
                        "miễn, giảm học phí theo NQ 17/2021"),
                Body.of("Bảo hiểm xã hội quận", "INSURANCE_PARTNER", "thẻ BHYT, BHXH tự nguyện"),
                Body.of("Ngân hàng Chính sách xã hội quận", "BANK_PARTNER", "cho vay, lãi suất"),
                Body.of(
                        "Ủy ban MTTQ quận",
                        "FUND_MANAGER",
                        "quỹ, danh sách hộ không có khả năng thoát"),
                Body.of("Các đoàn thể", "MENTOR", "tuyên truyền, đăng ký giúp hộ"),
                Body.of(
                        "UBND phường",
                        "COMMUNE_OFFICER COMMUNE_LEADER",
                        "tiếp nhận, rà soát, danh sách, giấy xác nhận, tự kiểm tra"),
                Body.of("Tổ dân phố", "VILLAGE_REPORTER", "nắm thông tin cơ sở"));
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

    /** Nothing of its own that a monthly amount rests on: policies, dates and targets only. */
    private record OwnLayer(
            String code,
            String parent,
            List<ParameterRow> rows,
            List<Ground> grounds,
            List<ParameterRow> reference)
            implements LawLayer {}
}
