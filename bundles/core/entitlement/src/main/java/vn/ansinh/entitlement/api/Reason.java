package vn.ansinh.entitlement.api;

/**
 * Why a decision stops, suspends or goes on: NĐ 20/2021 Điều 8.2 and TT 02/2021 until 4/10/2026,
 * then NĐ 335/2026 Điều 9. Whether a reason counts on a day is the row {@code reason.NAME} ({@code
 * on}, {@code off}) of the law; without a row it counts.
 */
public enum Reason {
    /**
     * Moved here: goes on from the month the place before stops (NĐ 20/2021 Điều 8.4, NĐ 335/2026
     * Điều 8.3), also when that is before the signature.
     */
    MOVED_IN(DecisionKind.GRANT, "Chuyển đến, hưởng tiếp từ tháng nơi cũ thôi chi"),
    /**
     * The file was received before the law in force came into force and is finished by the one
     * before (NĐ 335/2026 Điều 33): the first month is that law's.
     */
    PENDING_FILE(DecisionKind.GRANT, "Hồ sơ nhận trước ngày luật mới có hiệu lực"),
    /** Died. */
    DEATH(DecisionKind.STOP, "Đã chết"),
    /** Declared missing. */
    MISSING(DecisionKind.STOP, "Bị tuyên bố mất tích"),
    /** Moved to another locality, which goes on from its own first month. */
    MOVED(DecisionKind.STOP, "Chuyển nơi cư trú"),
    /** No longer meets the conditions. */
    LOST_GROUND(DecisionKind.STOP, "Không còn đủ điều kiện"),
    /** Passed an age. */
    AGE(DecisionKind.STOP, "Quá tuổi hưởng"),
    /** Serves a prison sentence or a decision of a competent authority. */
    PRISON(DecisionKind.STOP, "Chấp hành án phạt tù hoặc quyết định của cơ quan có thẩm quyền"),
    /** Refuses the benefit. */
    REFUSED(DecisionKind.STOP, "Từ chối hưởng"),
    /** Three months after a suspension for refused review still does not comply. */
    NOT_COMPLYING(DecisionKind.STOP, "Quá 03 tháng từ khi tạm dừng vẫn không chấp hành"),
    /** The carer no longer meets the conditions, or carer or cared-for is gone. */
    CARE_ENDED(DecisionKind.STOP, "Thôi nhận chăm sóc, nuôi dưỡng"),
    /** Money not collected for three months running. */
    NOT_COLLECTED(DecisionKind.SUSPEND, "Không nhận tiền từ 03 tháng liên tục"),
    /** Refuses the review of degree or conditions, or information. */
    REFUSED_REVIEW(DecisionKind.SUSPEND, "Từ chối xác định lại điều kiện hưởng"),
    /** Held on remand for a month or more. */
    REMAND(DecisionKind.SUSPEND, "Bị tạm giam từ 01 tháng trở lên");

    private final DecisionKind kind;
    private final String title;

    Reason(DecisionKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** The kind of decision it is a reason for. */
    public DecisionKind kind() {
        return kind;
    }

    /** Vietnamese title. */
    public String title() {
        return title;
    }
}
