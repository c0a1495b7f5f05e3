package vn.ansinh.payment.api;

/** State of a payment order (lệnh chi); the store's {@code order_transition} says what follows. */
public enum OrderState {
    /** Waits to be sent. */
    CREATED("Chờ gửi", false),
    /** Stopped before it was sent, with a reason. */
    HELD("Tạm dừng", false),
    /** Arrears and recovery cancel out: nothing to pay. */
    OFFSET("Bù trừ hết", true),
    /** In a bank file whose intent is written. */
    FILED("Đã lập tệp", false),
    /** At the bank, or on a cash sheet. */
    SENT("Đã gửi", false),
    /** Nobody knows yet whether the bank has it; it is not sent again. */
    UNKNOWN("Chưa rõ", false),
    /** The bank works on it. */
    PENDING("Ngân hàng đang xử lý", false),
    /** Paid. */
    PAID("Đã chi", true),
    /** The bank did not pay. */
    REJECTED("Bị từ chối", false),
    /** Paid and came back. */
    REVERSED("Bị hoàn trả", false),
    /** Cash handed over. */
    COLLECTED("Đã nhận tiền mặt", true),
    /** Cash nobody came for. */
    RETURNED("Chưa đến nhận", false),
    /** Owed, not under way, watched as a liability. */
    UNCLAIMED("Chưa chi, theo dõi", true),
    /** Given up with its run's approval. */
    CANCELLED("Đã hủy", true),
    /** Another order pays its lines. */
    REPLACED("Đã thay bằng lệnh khác", true);

    private final String title;
    private final boolean settled;

    OrderState(String title, boolean settled) {
        this.title = title;
        this.settled = settled;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** Whether nothing is left to be done about it; a run whose orders all are is closed. */
    public boolean settled() {
        return settled;
    }
}
