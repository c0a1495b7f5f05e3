package vn.ansinh.payment.port;

import vn.ansinh.locality.api.Component;

/**
 * Where decided and assessed differ; grounds as shown.
 *
 * @param personId person
 * @param component component
 * @param kind kind
 * @param entitlementId entitlement concerned; 0 when nothing was decided
 * @param decidedGround decided ground, or empty
 * @param decidedDong what the decision is worth
 * @param assessedGround assessed ground, or empty
 * @param assessedDong assessed amount
 */
public record StoredDifference(
        long personId,
        Component component,
        Kind kind,
        long entitlementId,
        String decidedGround,
        long decidedDong,
        String assessedGround,
        long assessedDong) {

    /** Kind of difference. */
    public enum Kind {
        /** Both give something, not the same amount. */
        AMOUNT,
        /** Decided, but the law as assessed gives nothing. */
        NOT_ASSESSED,
        /** The law as assessed gives something that nobody decided. */
        NOT_DECIDED,
        /** A second entitlement of the same component: only the highest is paid. */
        NOT_HIGHEST,
        /** Not paid because the person died before the month. */
        DECEASED,
        /** Not paid because the law of the month knows no rate for the decided ground. */
        NO_LAW
    }
}
