package vn.ansinh.locality.lethanhnghi;

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

/**
 * Phường Lê Thanh Nghị, Hải Phòng: the ward formed on 1 July 2025 in the territory of the former
 * province of Hải Dương, as its plan for 2026 describes it.
 */
public final class LeThanhNghi implements Locality {

    private static final String CODE = "le-thanh-nghi";
    private static final int GROUPS = 8;

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "Phường Lê Thanh Nghị",
                "phường",
                "UBND thành phố Hải Phòng",
                "hai-phong",
                List.of("vietnam", "hai-duong", "hai-phong", CODE),
                LocalDate.of(2025, 7, 1),
                null,
                List.of(),
                "Lê Thanh Nghị",
                "ỦY BAN NHÂN DÂN PHƯỜNG LÊ THANH NGHỊ",
                groups(),
                warnings());
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                CODE,
                "hai-phong",
                List.of(),
                List.of(),
                ParameterTable.of(LeThanhNghi.class, "parameters.csv"));
    }

    /** The plan neither names nor counts the groups; these stand in until the ward lists them. */
    private static List<Unit> groups() {
        return IntStream.rangeClosed(1, GROUPS)
                .mapToObj(
                        number ->
                                new Unit(
                                        "LN-T%02d".formatted(number),
                                        "Tổ dân phố %d (giả lập)".formatted(number),
                                        "tổ dân phố",
                                        "DỮ LIỆU GIẢ LẬP: kế hoạch năm 2026 không nêu tên tổ dân"
                                                + " phố"))
                .toList();
    }

    @Override
    public LocalityPlan plan() {
        return new LocalityPlan(
                "Kế hoạch triển khai thực hiện công tác bảo trợ xã hội năm 2026",
                "",
                "",
                List.of(
                        Body.of(
                                "Phòng Văn hóa - Xã hội",
                                "COMMUNE_OFFICER PAYMENT_PREPARER",
                                "chủ trì, chi trả, quản lý đối tượng, báo cáo, quà"),
                        Body.of("Phòng Kinh tế, Hạ tầng và Đô thị", "FINANCE", "bố trí kinh phí"),
                        Body.of("Trung tâm Dịch vụ sự nghiệp công", "COMMS", "truyền thông"),
                        Body.of(
                                "Trạm Y tế",
                                "HEALTH_PARTNER DISABILITY_COUNCIL",
                                "hồ sơ xác định mức độ khuyết tật"),
                        Body.of(
                                "Ủy ban MTTQ và các tổ chức thành viên",
                                "SUPERVISOR_READONLY FUND_MANAGER",
                                "tuyên truyền, giám sát, vận động"),
                        Body.of(
                                "Tổ dân phố",
                                "VILLAGE_REPORTER",
                                "rà soát, tuyên truyền, nắm đời sống hộ")),
                List.of(
                        "KH 113/KH-SYT của Sở Y tế Hải Phòng (in \"ngày 13/2026\")",
                        "Luật Người khuyết tật",
                        "Luật Người cao tuổi",
                        "Luật Bảo hiểm xã hội 2024",
                        "NĐ 20/2021/NĐ-CP",
                        "NĐ 76/2024/NĐ-CP",
                        "NĐ 110/2024/NĐ-CP",
                        "NĐ 176/2025/NĐ-CP",
                        "NQ 48/2025/NQ-HĐND Hải Phòng (10/12/2025)",
                        "TT 01/2019/TT-BLĐTBXH",
                        "Đề án 06"));
    }

    private static List<String> warnings() {
        return List.of(
                "KH 113/KH-SYT ghi \"ngày 13/2026\": thiếu tháng; giữ nguyên văn, để trống ngày.",
                "Kế hoạch năm 2026 không có số và ngày.",
                "\"NQ 48/2025/NQHĐND\", \"TT 01/2019/TTBLĐTBXH\", \"NĐ CP\": viết thiếu dấu, hiểu "
                        + "là NQ 48/2025/NQ-HĐND, TT 01/2019/TT-BLĐTBXH, NĐ-CP.",
                "\"Công thông tin\", \"phán ánh\", \"VHXX\" là \"Cổng thông tin\", \"phản ánh\", "
                        + "\"VHXH\".",
                "Kế hoạch không có hạn báo cáo nội bộ nào: hạn là cấu hình.",
                "Nhóm mở rộng của NQ 48/2025 (trẻ tự kỷ, khuyết tật nhẹ) và hệ số chưa đọc được "
                        + "nên chưa bật.",
                "Mã 10532 nay là phường Lê Thanh Nghị, trước 01/7/2025 là phường Tân Bình; mã cũ "
                        + "10534 không còn: không ghép theo mã hay tên.");
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
