package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A number a person is or was known by, true from–to.
 *
 * @param id our key; 0 before it is stored
 * @param kind kind
 * @param number digits; empty for a provisional identity
 * @param from first day
 * @param to last day, or null while true; the term of a provisional identity
 * @param paper paper that gave it; may be empty
 * @param reason why there is no number yet; only for a provisional identity
 */
public record PersonalId(
        long id,
        Kind kind,
        String number,
        LocalDate from,
        LocalDate to,
        String paper,
        String reason) {

    /** Kinds of numbers. */
    public enum Kind {
        /** 12 digits (số định danh cá nhân; Luật Căn cước 26/2023/QH15 Điều 12). */
        PERSONAL,
        /** 9 digits of the older card (chứng minh nhân dân): an alias only. */
        CMND,
        /** No number yet; payable until its term. */
        PROVISIONAL
    }

    /** An IllegalArgumentException in Vietnamese when it cannot be. */
    public PersonalId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        number = Objects.requireNonNullElse(number, "").strip();
        paper = Names.tidy(Objects.requireNonNullElse(paper, ""));
        reason = Names.tidy(Objects.requireNonNullElse(reason, ""));
        String fault =
                switch (kind) {
                    case PERSONAL ->
                            PersonalIds.wellFormed(number)
                                    ? ""
                                    : "Số định danh cá nhân phải có đúng 12 chữ số.";
                    case CMND ->
                            number.matches("[0-9]{9}")
                                    ? ""
                                    : "Số chứng minh nhân dân cũ phải có đúng 9 chữ số.";
                    case PROVISIONAL ->
                            number.isEmpty() && !reason.isEmpty() && to != null
                                    ? ""
                                    : "Định danh tạm phải có lý do và thời hạn, không có số.";
                };
        if (fault.isEmpty() && to != null && to.isBefore(from)) {
            fault = "Ngày cuối của số trước ngày đầu.";
        }
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }
}
