package vn.ansinh.locality.tuky;

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

/**
 * Huyện Tứ Kỳ, Hải Dương, until the districts ended on 30 June 2025; plan of 2023. It stands on the
 * law of Hải Phòng, which took the province in and whose layer stands on that of Hải Dương: so the
 * province's resolutions count in this territory to the end of 2025, the city's from 2026.
 */
public final class TuKy implements Locality {

    private static final String CODE = "tu-ky";
    private static final String UNITS_SOURCE =
            "Danh mục đơn vị hành chính trước 01/7/2025 (vietnamese-provinces-database 2.4.1, MIT)";
    private static final String OF_2023 =
            "Có trong năm 2023, không còn trong danh mục giữa năm 2025 (nhập đơn vị cuối 2024); "
                    + "tên ghi theo trí nhớ, mã chính thức chưa đọc được";

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "Huyện Tứ Kỳ",
                "huyện",
                "UBND tỉnh Hải Dương",
                "hai-phong",
                List.of("vietnam", "hai-duong", "hai-phong", CODE),
                LocalDate.of(1996, 1, 27),
                LocalDate.of(2025, 6, 30),
                List.of(
                        "Xã Tứ Kỳ",
                        "Xã Tân Kỳ",
                        "Xã Đại Sơn",
                        "Xã Chí Minh",
                        "Xã Lạc Phượng",
                        "Xã Nguyên Giáp"),
                "Tứ Kỳ",
                "ỦY BAN NHÂN DÂN HUYỆN TỨ KỲ",
                communes(),
                warnings());
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                CODE,
                "hai-phong",
                List.of(),
                List.of(),
                ParameterTable.of(TuKy.class, "parameters.csv"));
    }

    /** The 23 units of 2023: 17 that stood until 2025 and six that were merged before. */
    private static List<Unit> communes() {
        return List.of(
                new Unit("11074", "Thị trấn Tứ Kỳ", "thị trấn", UNITS_SOURCE),
                commune("11125", "An Thanh"),
                commune("11092", "Bình Lăng"),
                commune("11095", "Chí Minh"),
                merged("TK-2023-1", "Cộng Lạc"),
                merged("TK-2023-2", "Dân Chủ"),
                commune("11119", "Đại Hợp"),
                commune("11083", "Đại Sơn"),
                commune("11149", "Hà Kỳ"),
                commune("11152", "Hà Thanh"),
                commune("11086", "Hưng Đạo"),
                commune("11128", "Minh Đức"),
                merged("TK-2023-3", "Ngọc Kỳ"),
                commune("11146", "Nguyên Giáp"),
                merged("TK-2023-4", "Phượng Kỳ"),
                commune("11116", "Quang Khải"),
                commune("11101", "Quang Phục"),
                commune("11134", "Quang Trung"),
                merged("TK-2023-5", "Quảng Nghiệp"),
                merged("TK-2023-6", "Tái Sơn"),
                commune("11113", "Tân Kỳ"),
                commune("11143", "Tiên Động"),
                commune("11131", "Văn Tố"));
    }

    private static Unit commune(String code, String name) {
        return new Unit(code, "Xã " + name, "xã", UNITS_SOURCE);
    }

    private static Unit merged(String code, String name) {
        return new Unit(code, "Xã " + name, "xã", OF_2023);
    }

    @Override
    public LocalityPlan plan() {
        return new LocalityPlan(
                "Kế hoạch thực hiện chính sách trợ giúp xã hội, chính sách đối với người cao tuổi"
                        + " huyện Tứ Kỳ năm 2023",
                "",
                "",
                bodies(),
                List.of(
                        "NĐ 20/2021/NĐ-CP",
                        "NQ 03/2021/NQ-HĐND Hải Dương (30/6/2021)",
                        "KH 342/KH-SLĐTBXH (09/02/2023)",
                        "NQ 01/2022/NQ-HĐND Hải Dương (29/4/2022), kế hoạch không ghi số",
                        "Luật Người khuyết tật",
                        "Luật Người cao tuổi",
                        "Chương trình phát triển công tác xã hội 2021-2030 của tỉnh",
                        "Đề án nhân rộng Câu lạc bộ Liên thế hệ"));
    }

    private static List<Body> bodies() {
        return List.of(
                Body.of(
                        "Phòng Lao động - Thương binh và Xã hội",
                        "DISTRICT_OFFICER INSPECTOR",
                        "chủ trì, tham mưu, kiểm tra, báo cáo; hai chính sách của tỉnh"),
                Body.of("Phòng Kế hoạch - Tài chính", "FINANCE", "kinh phí, quyết toán"),
                Body.of(
                        "UBND xã, thị trấn",
                        "COMMUNE_OFFICER COMMUNE_LEADER",
                        "kế hoạch, kinh phí, thực hiện đúng, báo cáo"),
                Body.of(
                        "Hội đồng xác định mức độ khuyết tật cấp xã",
                        "DISABILITY_COUNCIL",
                        "xác định mức độ khuyết tật"),
                Body.of(
                        "Ban đại diện Hội Người cao tuổi huyện",
                        "ELDERLY_ASSOC",
                        "câu lạc bộ liên thế hệ, mô hình"),
                Body.of("Đài Phát thanh huyện", "COMMS", "truyền thông"),
                Body.of("Sở LĐTBXH tỉnh", "", "hướng dẫn, tập huấn"));
    }

    private static List<String> warnings() {
        return List.of(
                "Kế hoạch năm 2023 không có số và ngày.",
                "KH 342 của Sở ghi tên \"huyện Tứ Kỳ\": kế hoạch của Sở là của tỉnh, có lẽ chép "
                        + "nhầm.",
                "Câu \"vợ, chồng, con để đang hưởng\" đúng là \"đều đang hưởng\" (NQ 01/2022): tất "
                        + "cả, không phải một người.",
                "Danh sách chúc thọ \"năm 2023\" lập từ tháng 5 đến 12/2023: cho phần còn lại của "
                        + "2023 hay Tết 2024 thì chưa rõ.",
                "\"Giấy xác định mức độ khuyết tật\" thường gọi giấy xác nhận khuyết tật, do UBND "
                        + "xã cấp, không phải Sở.",
                "\"tháng hàng động\" là \"tháng hành động\"; \"Phòng Kế hoạch - Tài chính\" thường "
                        + "gọi Tài chính - Kế hoạch.",
                "Thành lập, giải thể cơ sở trợ giúp nêu như việc của huyện: chỉ theo thẩm quyền.",
                "Huyện kết thúc ngày 30/6/2025; từ 01/7/2025 sáu xã kế thừa trả lời. Mã 11086 nay "
                        + "là xã Đại Sơn, trước là xã Hưng Đạo: không ghép theo mã hay tên.");
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
