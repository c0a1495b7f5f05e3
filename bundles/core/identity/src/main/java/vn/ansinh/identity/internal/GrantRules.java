package vn.ansinh.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Who may be given what, and the record each change leaves in the locality's trail. */
final class GrantRules {
    static final String UNIT = "[\\p{L}\\p{N}._-]{1,60}";

    private static final String SUBJECT = "account";

    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;

    GrantRules(Localities localities, UnitOfWork unitOfWork, Audit audit) {
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
    }

    /** Refuses a right that this account cannot have from this actor. */
    void check(Actor actor, String login, Right right, Set<Right> held) {
        mayChange(actor, login);
        // Whoever runs the container never reads people, not even by a second right.
        boolean operator = right.role() == Role.OPERATOR;
        if (held.stream().anyMatch(r -> operator != (r.role() == Role.OPERATOR))) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tài khoản vận hành không có quyền của địa phương, và ngược lại. Hãy dùng tài"
                            + " khoản khác.");
        }
        List<Fault> faults = new ArrayList<>();
        if (operator != right.localityCode().isEmpty()) {
            faults.add(new Fault(0, "role", "Vai trò OPERATOR không thuộc địa phương nào."));
        }
        if (right.role() == Role.VILLAGE_REPORTER && right.units().isEmpty()) {
            faults.add(
                    new Fault(0, "units", "Trưởng thôn, tổ trưởng phải nêu mã đơn vị của mình."));
        }
        if (right.from() != null && right.to() != null && right.to().isBefore(right.from())) {
            faults.add(new Fault(0, "to", "Ngày hết hạn đứng trước ngày bắt đầu."));
        }
        for (String unit : right.units()) {
            if (!unit.matches(UNIT)) {
                faults.add(new Fault(0, "units", "Không phải mã đơn vị: «" + unit + "»."));
            }
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Quyền được yêu cầu có lỗi.", faults, null);
        }
        if (!operator) {
            localities.require(right.localityCode());
        }
    }

    /** Nobody changes the own rights, and nobody the administrator's account. */
    void mayChange(Actor actor, String login) {
        if (actor.login().equals(login) || actor.onBehalfOf().equals(login)) {
            throw new AnsinhException(
                    ErrorCode.FORBIDDEN,
                    "Không tự cấp, tự đổi quyền của mình. Xin nhờ người quản lý tài khoản khác.");
        }
        if (login.equals(Identity.ADMINISTRATOR)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Tài khoản quản trị không đổi được ở đây.");
        }
    }

    /** Does the change and records it in every locality it concerns, or does nothing. */
    long recorded(
            Actor actor, Set<Right> rights, String action, LongSupplier change, String detail) {
        List<String> codes = rights.stream().map(Right::localityCode).distinct().sorted().toList();
        if (codes.isEmpty()) {
            return unitOfWork.common(actor, change::getAsLong);
        }
        long id = recorded(actor, codes.get(0), action, change, detail);
        for (String code : codes.subList(1, codes.size())) {
            recorded(actor, code, action, () -> id, detail);
        }
        return id;
    }

    /** The same in one locality; an operator's account is nobody's, its rows say who and when. */
    long recorded(
            Actor actor, String localityCode, String action, LongSupplier change, String detail) {
        if (localityCode.isEmpty()) {
            return unitOfWork.common(actor, change::getAsLong);
        }
        return unitOfWork.inTenant(
                localities.require(localityCode).id(),
                actor,
                () -> {
                    long id = change.getAsLong();
                    audit.record(action, SUBJECT, id, detail);
                    return id;
                });
    }
}
