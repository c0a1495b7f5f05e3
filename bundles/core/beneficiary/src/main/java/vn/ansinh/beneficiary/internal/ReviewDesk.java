package vn.ansinh.beneficiary.internal;

import java.util.List;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.ReviewCases;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;

/** Cases to review over stored rows. */
final class ReviewDesk implements ReviewCases {

    private final Desk desk;
    private final ReviewRows rows;

    ReviewDesk(Desk desk, ReviewRows rows) {
        this.desk = desk;
        this.rows = rows;
    }

    @Override
    public List<ReviewCase> page(
            TenantId tenant, Actor actor, boolean openOnly, long afterId, int limit) {
        if (limit < 1 || limit > AuditedRegister.LARGEST_PAGE) {
            throw Faults.invalid(
                    "limit", "Mỗi trang có từ 1 đến " + AuditedRegister.LARGEST_PAGE + " việc.");
        }
        return desk.in(
                tenant,
                actor,
                () -> {
                    List<ReviewCase> page = rows.page(openOnly, afterId, limit);
                    desk.record("review.page", "review", afterId, "cases='" + page.size() + "'");
                    return page;
                });
    }

    @Override
    public void close(TenantId tenant, Actor actor, long caseId, Outcome outcome, String note) {
        String tidy = Names.tidy(note == null ? "" : note);
        if (tidy.isEmpty()) {
            throw Faults.invalid("note", "Ghi ngắn gọn đã giải quyết thế nào.");
        }
        desk.run(
                tenant,
                actor,
                () -> {
                    if (!rows.close(caseId, outcome, tidy, actor.login(), desk.now())) {
                        throw new AnsinhException(
                                ErrorCode.NOT_FOUND,
                                "Không có việc cần rà soát số " + caseId + " đang mở.");
                    }
                    desk.record("review.close", "review", caseId, "outcome='" + outcome + "'");
                });
    }
}
