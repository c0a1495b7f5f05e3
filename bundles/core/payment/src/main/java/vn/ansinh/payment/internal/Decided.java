package vn.ansinh.payment.internal;

import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** What rests on decisions asks for them here. */
final class Decided {
    private Decided() {}

    /** A signed decision, or why not. */
    static DecisionDoc signed(DecisionBook decisions, TenantId tenant, Actor actor, long id) {
        DecisionDoc decision =
                decisions
                        .decision(tenant, actor, id)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Không có quyết định số " + id + "."));
        if (decision.state() != DecisionBook.State.SIGNED) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Quyết định số " + id + " chưa ký; chỉ chi và thu hồi theo quyết định đã ký.");
        }
        return decision;
    }

    /** Code of a tenant. */
    static String code(Localities localities, TenantId tenant) {
        return localities.all().stream()
                .filter(locality -> locality.id().equals(tenant))
                .findFirst()
                .map(Localities.TenantInfo::code)
                .orElseThrow(
                        () -> new AnsinhException(ErrorCode.NOT_FOUND, "Không có địa phương này."));
    }
}
