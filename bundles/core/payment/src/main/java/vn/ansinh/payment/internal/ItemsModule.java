package vn.ansinh.payment.internal;

import java.time.Duration;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Job;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds what is paid beside the list. */
public final class ItemsModule {
    private final Corrections corrections;
    private final Recoveries recoveries;
    private static final Actor SELF = Actor.system("unclaimed");

    private final Unclaimed unclaimed;
    private final Job reviewing;

    /**
     * Over the ports.
     *
     * @param levelByDecision whether arrears from a new rate need a decision for the locality (NĐ
     *     335/2026 Điều 32.4); else the decision each entitlement rests on is enough
     * @param uncollectedMonths months running without collecting before a case is opened
     * @param reviewHours pause between two looks for them; 0 for none
     */
    public ItemsModule(
            Localities localities,
            ActiveLaw activeLaw,
            DecisionBook decisions,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            CorrectionStorage storage,
            RecoveryStorage recoveryStorage,
            UnpaidLines unpaid,
            ReviewRows reviews,
            boolean levelByDecision,
            int uncollectedMonths,
            int reviewHours) {
        corrections =
                new CorrectionService(
                        localities,
                        activeLaw,
                        decisions,
                        unitOfWork,
                        audit,
                        clock,
                        storage,
                        recoveryStorage,
                        levelByDecision);
        unclaimed =
                new UnclaimedService(unitOfWork, audit, clock, unpaid, reviews, uncollectedMonths);
        reviewing =
                new EveryLocality(
                        "unclaimed.review",
                        Duration.ofHours(reviewHours),
                        localities,
                        tenant -> unclaimed.review(tenant, SELF));
        recoveries =
                new RecoveryService(decisions, unitOfWork, audit, clock, storage, recoveryStorage);
    }

    /** Corrections and due items. */
    public Corrections corrections() {
        return corrections;
    }

    /** Money nobody collected. */
    public Unclaimed unclaimed() {
        return unclaimed;
    }

    /** Opens cases of money nobody collected, every so often, on one node at a time. */
    public Job reviewing() {
        return reviewing;
    }

    /** Claims. */
    public Recoveries recoveries() {
        return recoveries;
    }
}
