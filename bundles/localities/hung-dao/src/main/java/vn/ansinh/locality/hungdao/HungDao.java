package vn.ansinh.locality.hungdao;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
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
                CODE, "ha-noi", ParameterTable.of(HungDao.class, "parameters.csv"), List.of());
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

    private record OwnLayer(
            String code, String parent, List<ParameterRow> rows, List<Ground> grounds)
            implements LawLayer {}
}
