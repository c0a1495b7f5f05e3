package vn.ansinh.locality.thanhtri;

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

/** Huyện Thanh Trì, Hà Nội, until the districts ended on 30 June 2025; plan of 2023. */
public final class ThanhTri implements Locality {

    private static final String CODE = "thanh-tri";
    private static final String UNITS_SOURCE =
            "Danh mục đơn vị hành chính trước 01/7/2025 (vietnamese-provinces-database 2.4.1, MIT)";

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "Huyện Thanh Trì",
                "huyện",
                "UBND thành phố Hà Nội",
                "ha-noi",
                List.of("vietnam", "ha-noi", CODE),
                LocalDate.of(1961, 5, 31),
                LocalDate.of(2025, 6, 30),
                List.of(
                        "Xã Thanh Trì",
                        "Xã Đại Thanh",
                        "Xã Nam Phù",
                        "Xã Ngọc Hồi",
                        "Phường Thanh Liệt"),
                "Thanh Trì",
                "ỦY BAN NHÂN DÂN HUYỆN THANH TRÌ",
                communes(),
                warnings());
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                CODE,
                "ha-noi",
                List.of(),
                List.of(),
                ParameterTable.of(ThanhTri.class, "parameters.csv"));
    }

    /** In the order of the plan's annex, which is not the alphabet's. */
    private static List<Unit> communes() {
        return List.of(
                commune("00679", "Đại Áng"),
                commune("00685", "Đông Mỹ"),
                commune("00670", "Duyên Hà"),
                commune("00652", "Hữu Hòa"),
                commune("00682", "Liên Ninh"),
                commune("00673", "Ngọc Hồi"),
                commune("00667", "Ngũ Hiệp"),
                commune("00655", "Tam Hiệp"),
                commune("00646", "Thanh Liệt"),
                commune("00643", "Tân Triều"),
                commune("00649", "Tả Thanh Oai"),
                commune("00658", "Tứ Hiệp"),
                new Unit("00640", "Thị trấn Văn Điển", "thị trấn", UNITS_SOURCE),
                commune("00676", "Vạn Phúc"),
                commune("00664", "Vĩnh Quỳnh"),
                commune("00661", "Yên Mỹ"));
    }

    private static Unit commune(String code, String name) {
        return new Unit(code, "Xã " + name, "xã", UNITS_SOURCE);
    }

    @Override
    public LocalityPlan plan() {
        return new LocalityPlan(
                "Kế hoạch thực hiện mục tiêu giảm hộ cận nghèo trên địa bàn huyện năm 2023",
                "90/KH-UBND",
                "23/02/2023",
                bodies(),
                List.of(
                        "NĐ 07/2021/NĐ-CP",
                        "QĐ 1362/QĐ-UBND Hà Nội (22/4/2022)",
                        "QĐ 337/QĐ-UBND Hà Nội (12/01/2023)",
                        "CTr 07-Ctr/HU (22/10/2020)",
                        "KH 42-KH/HU (29/4/2021)",
                        "CT 51/CT-UBND huyện (30/01/2023)",
                        "Luật Bảo hiểm y tế",
                        "QĐ 55a/2013/QĐ-TTg; KH 131/KH-UBND Hà Nội (11/7/2016)",
                        "QĐ 28/2014/QĐ-TTg",
                        "NĐ 20/2021/NĐ-CP",
                        "NQ 09/2017/NQ-HĐND Hà Nội",
                        "NQ 09/2021/NQ-HĐND Hà Nội",
                        "NQ 17/2021/NQ-HĐND Hà Nội"));
    }

    private static List<Body> bodies() {
        return List.of(
                Body.of(
                        "Ban Chỉ đạo trợ giúp người nghèo huyện",
                        "",
                        "chỉ đạo; mỗi thành viên phụ trách địa bàn; thường trực là phòng LĐTBXH"),
                Body.of(
                        "Phòng Lao động - Thương binh và Xã hội",
                        "DISTRICT_OFFICER",
                        "thường trực, chính sách đúng hạn, tổng hợp báo cáo huyện và Sở"),
                Body.of(
                        "Phòng Kinh tế",
                        "LIVELIHOOD_PARTNER",
                        "tiểu dự án 5.1, mô hình sinh kế, khuyến nông"),
                Body.of(
                        "Phòng Y tế, Trung tâm Y tế",
                        "HEALTH_PARTNER",
                        "khám chữa bệnh, kiểm tra trạm y tế"),
                Body.of(
                        "Phòng Giáo dục và Đào tạo",
                        "EDU_PARTNER",
                        "miễn, giảm học phí và khoản đóng góp"),
                Body.of("Ngân hàng Chính sách xã hội huyện", "BANK_PARTNER", "tín dụng"),
                Body.of("Phòng Tài chính - Kế hoạch", "FINANCE", "kinh phí năm 2023"),
                Body.of("Bảo hiểm xã hội huyện", "INSURANCE_PARTNER", "thẻ BHYT, BHXH tự nguyện"),
                Body.of("Phòng Tư pháp", "LEGAL_AID", "trợ giúp pháp lý, đề xuất về phí"),
                Body.of(
                        "Phòng Văn hóa và Thông tin, Trung tâm VHTT và Thể thao",
                        "COMMS",
                        "truyền thông"),
                Body.of("Phòng Nội vụ", "HR_VIEW", "bố trí cán bộ xã, khen thưởng"),
                Body.of("Ban Tuyên giáo Huyện ủy", "", "tuyên truyền nghị quyết"),
                Body.of(
                        "Ủy ban MTTQ và các đoàn thể",
                        "FUND_MANAGER SUPERVISOR_READONLY MENTOR",
                        "quỹ, khảo sát nhà ở, giám sát, giúp đỡ hội viên"),
                Body.of(
                        "UBND xã, thị trấn",
                        "COMMUNE_OFFICER COMMUNE_LEADER",
                        "kế hoạch, rà soát hằng tháng, danh sách, hỗ trợ"),
                Body.of("Thôn, tổ dân phố", "VILLAGE_REPORTER", "danh sách từng thôn"));
    }

    private static List<String> warnings() {
        return List.of(
                "Số kế hoạch: đầu văn bản ghi 90/KH-UBND, phụ lục ghi 30/KH-UBND; lấy số ở đầu "
                        + "văn bản.",
                "Hạn \"trước 30/3/2022\" sớm hơn ngày ký 23/02/2023: hiểu là 30/3/2023; vẫn muộn "
                        + "hơn phương án hỗ trợ (15/3) cần dùng nó.",
                "Đánh số mục: có I, II rồi IV, thiếu mục III; mục đích ghi \"1.\" thay vì \"I.\".",
                "Phân loại hộ phải xong trong tháng 02/2023, chỉ còn năm ngày sau khi ký.",
                "\"Ban Trợ giúp người nghèo\", \"Ban Chỉ đạo giảm nghèo\", \"Ban giảm nghèo\" là "
                        + "một.",
                "QĐ 55a/QĐ-TTg: ký hiệu đúng là 55a/2013/QĐ-TTg.",
                "Tiền điện chỉ cho hộ nghèo và hộ chính sách xã hội (có người hưởng trợ cấp hằng "
                        + "tháng, dùng không quá 50 kWh), không phải mọi hộ cận nghèo.",
                "Chỉ tiêu trẻ đi học đúng độ tuổi không có cơ quan cung cấp số liệu: chưa có số "
                        + "liệu.",
                "NQ 17/2021: điều kiện hộ, tuổi, khu vực chưa đọc được; các dòng ghi UNCERTAIN.",
                "Huyện kết thúc ngày 30/6/2025; từ 01/7/2025 năm đơn vị kế thừa trả lời.");
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
