package vn.ansinh.locality.hungdao;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityPlan.Body;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/** Xã Hưng Đạo, Hà Nội: the commune formed on 1 July 2025, as its plan for 2026 describes it. */
public final class HungDao implements Locality {

    private static final String CODE = "hung-dao";
    private static final int HAMLETS = 6;

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "Xã Hưng Đạo",
                "xã",
                "UBND thành phố Hà Nội",
                "ha-noi",
                List.of("vietnam", "ha-noi", CODE),
                LocalDate.of(2025, 7, 1),
                null,
                List.of(),
                "Hưng Đạo",
                "ỦY BAN NHÂN DÂN XÃ HƯNG ĐẠO",
                hamlets(),
                warnings());
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                CODE,
                "ha-noi",
                List.of(),
                List.of(),
                ParameterTable.of(HungDao.class, "parameters.csv"));
    }

    /** The plan names no hamlets; these stand in until the commune gives its list. */
    private static List<Unit> hamlets() {
        return IntStream.rangeClosed(1, HAMLETS)
                .mapToObj(
                        number ->
                                new Unit(
                                        "HD-T%02d".formatted(number),
                                        "Thôn %d (giả lập)".formatted(number),
                                        "thôn",
                                        "DỮ LIỆU GIẢ LẬP: kế hoạch năm 2026 không nêu tên thôn"))
                .toList();
    }

    @Override
    public LocalityPlan plan() {
        return new LocalityPlan(
                "Kế hoạch triển khai thực hiện công tác bảo trợ xã hội năm 2026",
                "",
                "tháng 03 năm 2026",
                bodies(),
                List.of(
                        "Luật Người cao tuổi (23/11/2009)",
                        "Luật Người khuyết tật (17/6/2010)",
                        "NĐ 20/2021/NĐ-CP",
                        "NĐ 76/2024/NĐ-CP",
                        "NĐ 147/2025/NĐ-CP (12/6/2025)",
                        "NĐ 176/2025/NĐ-CP (30/6/2025)",
                        "KH 1472/KH-UBND (14/02/2026)",
                        "NQ 63/2025/NQ-HĐND Hà Nội (27/11/2025)",
                        "NQ 62/2025/NQ-HĐND Hà Nội (27/11/2025)",
                        "NQ 25/2022/NQ-HĐND Hà Nội",
                        "TT 96/2018/TT-BTC (18/10/2018)",
                        "QĐ 494/QĐ-UBND Hà Nội (02/02/2026)",
                        "CT 39-CT/TW",
                        "CTr 06-CTr/TU (12/01/2026); NQ 72-NQ/TW (09/9/2025)",
                        "CT 21-CT/TTg (25/11/2022)",
                        "QĐ 3199/QĐ-UBND (06/12/2025)"));
    }

    private static List<Body> bodies() {
        return List.of(
                Body.of(
                        "Phòng Văn hóa - Xã hội",
                        "COMMUNE_OFFICER PAYMENT_PREPARER",
                        "chủ trì, cơ sở dữ liệu, chi trả, danh sách, báo cáo"),
                Body.of("Chủ tịch, Phó Chủ tịch UBND xã", "COMMUNE_LEADER", "quyết định"),
                Body.of("Phòng Kinh tế", "FINANCE", "dự toán, phân bổ, dự phòng"),
                Body.of(
                        "Công an xã",
                        "POLICE_IDENTITY",
                        "đối chiếu dân cư, hỗ trợ định danh; không sửa dữ liệu chế độ"),
                Body.of(
                        "Trạm Y tế",
                        "HEALTH_PARTNER",
                        "khám định kỳ, phục hồi chức năng, người lang thang ốm yếu"),
                Body.of(
                        "Ủy ban MTTQ xã",
                        "FUND_MANAGER SUPERVISOR_READONLY",
                        "quỹ, nhà ở, đầu mối vận động, giám sát"),
                Body.of("Hội Liên hiệp Phụ nữ", "MENTOR BANK_LIAISON", "Mẹ đỡ đầu, vay vốn"),
                Body.of(
                        "Hội Cựu chiến binh",
                        "MENTOR",
                        "rà soát đối tượng là người có công, ngày công"),
                Body.of("Hội Người cao tuổi", "ELDERLY_ASSOC", "danh sách chúc thọ, câu lạc bộ"),
                Body.of("Hội Chữ thập đỏ", "AID_PARTNER", "địa chỉ nhân đạo, xe lăn"),
                Body.of(
                        "Thôn (trưởng thôn)",
                        "VILLAGE_REPORTER",
                        "báo biến động hằng tháng, phát hiện, xác minh"));
    }

    private static List<String> warnings() {
        return List.of(
                "Kế hoạch năm 2026 để trống số và ngày (tháng 03 năm 2026).",
                "Kế hoạch ghi NQ 25/2022 và NQ 62/2025 \"của HĐND Xã\": đúng là của HĐND "
                        + "thành phố Hà Nội.",
                "QĐ 494/QĐ-UBND (02/02/2026) ghi hai cách; đúng là của UBND thành phố Hà Nội.",
                "NQ 25/2022 ghi ngày 28/12/2022; nguồn báo chí ghi 08/12/2022.",
                "Thông tư chúc thọ, mừng thọ ghi 96/2019/TT-BTC; đúng là 96/2018/TT-BTC.",
                "CT 39-CT/TW ghi \"ngày 0/11/2019\": thiếu ngày.",
                "KH 1472/KH-UBND ghi \"của Sở Y tế\": số và ký hiệu không khớp cơ quan ban hành.",
                "Tết Bính Ngọ (17/02/2026) đã qua khi lập kế hoạch; danh sách chúc thọ là "
                        + "cho Tết 2027.",
                "Mục IV.6 xếp \"đủ tuổi hưởng\" cùng chết, chuyển đi để cắt: đủ tuổi là "
                        + "biến động tăng.");
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
