package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.payment.port.UnpaidLines.Late;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Unclaimed money over the ports. */
final class UnclaimedService implements Unclaimed {
    private static final int DAYS_TO_REVIEW = 15;

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final UnpaidLines lines;
    private final ReviewRows reviews;
    private final int months;

    /**
     * Over the ports.
     *
     * @param months months running without collecting before a case is opened
     */
    UnclaimedService(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            UnpaidLines lines,
            ReviewRows reviews,
            int months) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.lines = lines;
        this.reviews = reviews;
        this.months = months;
    }

    @Override
    public List<Debt> page(TenantId tenant, Actor actor, LocalDate on, long afterId, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Debt> page = lines.page(on, afterId, limit);
                    List<Long> ids = page.stream().map(Debt::personId).distinct().sorted().toList();
                    if (!ids.isEmpty()) {
                        String all =
                                ids.stream().map(String::valueOf).collect(Collectors.joining(","));
                        audit.record(
                                "unclaimed.read", "beneficiary", ids.get(0), "ids='" + all + "'");
                    }
                    return page;
                });
    }

    @Override
    public List<Sum> sums(TenantId tenant, Actor actor, LocalDate on) {
        return unitOfWork.inTenant(tenant, actor, () -> lines.sums(on));
    }

    @Override
    public int review(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Instant now = clock.now();
                    LocalDate due = clock.today().plusDays(DAYS_TO_REVIEW);
                    List<Late> late = lines.late(months);
                    for (Late one : late) {
                        reviews.open(
                                one.cash() ? "SUSPEND_NOT_COLLECTED" : "SIGN_OF_LIFE",
                                SubjectKind.PERSON,
                                one.personId(),
                                one.cash()
                                        ? "Không nhận tiền mặt "
                                                + months
                                                + " tháng liên tục: đề xuất tạm dừng trợ cấp hằng"
                                                + " tháng, hỗ trợ chăm sóc (NĐ 20/2021, NĐ 335/2026"
                                                + " Điều 9.1.a); trợ cấp hưu trí xã hội không có quy"
                                                + " định tạm dừng."
                                        : "Tiền chuyển khoản không nhận được "
                                                + months
                                                + " tháng liên tục: xác minh người hưởng còn sống"
                                                + " và tài khoản.",
                                due,
                                now);
                    }
                    audit.recordAll(
                            late.stream()
                                    .map(
                                            one ->
                                                    new Audit.Entry(
                                                            "unclaimed.review",
                                                            "beneficiary",
                                                            one.personId(),
                                                            "months=" + months))
                                    .toList());
                    return late.size();
                });
    }
}
