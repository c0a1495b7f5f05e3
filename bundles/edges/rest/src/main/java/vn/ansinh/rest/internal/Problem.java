package vn.ansinh.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/**
 * An error as RFC 9457 says, with our code.
 *
 * @param type URN of the code
 * @param title what the code means, in Vietnamese
 * @param status HTTP status
 * @param code stable code, docs/reference/errors.md
 * @param detail what happened and what to do, in Vietnamese
 * @param instance URN under which the log has more, for errors of ours
 * @param faults every fault of refused input
 */
@Schema(name = "Problem", description = "Lỗi theo RFC 9457, kèm mã lỗi ổn định")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @Schema(example = "urn:ansinh:error:AS-0002") String type,
        String title,
        int status,
        @Schema(example = "AS-0002") String code,
        String detail,
        String instance,
        List<Fault> faults) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(
            ErrorCode code, int status, String detail, String instance, List<Fault> faults) {
        return new Problem(
                "urn:ansinh:error:" + code.code(),
                title(code),
                status,
                code.code(),
                detail,
                instance,
                faults);
    }

    private static String title(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "Không tìm thấy";
            case INVALID_INPUT -> "Dữ liệu gửi lên chưa đúng";
            case UNAUTHENTICATED -> "Chưa đăng nhập";
            case FORBIDDEN -> "Không có quyền";
            case CONFLICT -> "Trạng thái không cho phép";
            case TOO_MANY_REQUESTS -> "Quá nhiều lần thử";
            case LAW_NOT_ACTIVE -> "Chính sách của địa phương chưa hiệu lực";
            case BUNDLE_REFUSED -> "Gói không qua kiểm tra";
            case NOT_RECONCILED -> "Số liệu không cân đối";
            case FUNDS_SHORT -> "Không đủ kinh phí";
            case LOCALITY_SUSPENDED -> "Địa phương đang tạm dừng";
            case HANDED_OVER -> "Địa phương đã bàn giao";
            case STALE -> "Đã thay đổi từ khi đọc";
            case LAW_NOT_HERE -> "Chính sách đang hiệu lực chưa có ở máy này";
            case STORE_FULL -> "Đĩa của cơ sở dữ liệu đã đầy";
            case STORE_UNAVAILABLE -> "Chưa kết nối được cơ sở dữ liệu";
            case INTERNAL -> "Lỗi của hệ thống";
        };
    }
}
