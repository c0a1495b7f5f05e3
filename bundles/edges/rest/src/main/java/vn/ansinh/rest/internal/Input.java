package vn.ansinh.rest.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** Reads what callers send; refuses with the field's name. */
final class Input {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    /** A month is four digits, a hyphen and two digits; {@link YearMonth} would read more. */
    private static final String MONTH = "\\d{4}-\\d{2}";

    static final String PURPOSE =
            "Mục đích xem nhóm hưởng kín, lưu vào nhật ký; bỏ trống thì nhóm kín để trống";

    private Input() {}

    static <T> T required(String field, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw refused(field, "Thiếu «" + field + "».");
        }
        return value;
    }

    static YearMonth month(String field, String value) {
        required(field, value);
        try {
            if (value.matches(MONTH)) {
                return YearMonth.parse(value);
            }
        } catch (DateTimeParseException e) {
            throw refused(field, "Không có tháng «" + value + "».");
        }
        throw refused(field, "Tháng viết theo dạng yyyy-MM, ví dụ 2026-03.");
    }

    static LocalDate day(String field, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw refused(field, "Ngày viết theo dạng yyyy-MM-dd, ví dụ 2026-03-15.");
        }
    }

    /** The version a caller read, from {@code If-Match}. */
    static int version(String ifMatch) {
        String text = ifMatch == null ? "" : ifMatch.strip();
        if (!text.matches("\"\\d{1,9}\"")) {
            throw refused("If-Match", "Hãy gửi If-Match với giá trị ETag của lần đọc gần nhất.");
        }
        return Integer.parseInt(text.substring(1, text.length() - 1));
    }

    /** A code of a closed list, or null when nothing was sent. */
    static <E extends Enum<E>> E code(String field, String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        for (E code : type.getEnumConstants()) {
            if (code.name().equals(value)) {
                return code;
            }
        }
        throw refused(
                field, "«" + field + "» là một trong: " + List.of(type.getEnumConstants()) + ".");
    }

    /** Key to start after; nothing means from the beginning. */
    static long after(String value) {
        return value == null ? 0 : number("after", value, Long.MAX_VALUE);
    }

    /** Number of a thing; nothing means none. */
    static long id(String field, String value) {
        return value == null ? 0 : number(field, value, Long.MAX_VALUE);
    }

    static int limit(String value) {
        int limit =
                value == null ? USUAL_PAGE : Math.toIntExact(number("limit", value, LARGEST_PAGE));
        if (limit == 0) {
            throw refused("limit", "Số dòng mỗi trang từ 1 đến " + LARGEST_PAGE + ".");
        }
        return limit;
    }

    static long number(String field, String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(field, "«" + field + "» phải là số nguyên.");
        }
        throw refused(field, "«" + field + "» từ 0 đến " + most + ".");
    }

    static AnsinhException notFound(String what) {
        return new AnsinhException(ErrorCode.NOT_FOUND, "Không có " + what + ".");
    }

    static AnsinhException refused(String field, String sentence) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT, sentence, List.of(new Fault(0, field, sentence)), null);
    }
}
