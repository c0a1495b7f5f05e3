package vn.ansinh.benchmarks;

import static vn.ansinh.benchmarks.Installation.say;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.beneficiary.internal.BeneficiaryModule;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.entitlement.internal.DecisionModule;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.internal.ItemsModule;
import vn.ansinh.payment.internal.RunLifeService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * What follows a diff: a second hand approves it, the version goes live, what was paid by the old
 * law becomes proposals, a month is paid by the new one; then the version before is activated again
 * and what was paid too much becomes proposals.
 */
final class WayBack {
    private static final Actor MAKER = new Actor("lap-bang", "");
    private static final Actor ACCOUNTANT = new Actor("ke-toan", "");
    private static final Actor LEADER = new Actor("phe-duyet", "");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final int PAGE = 100;

    private final Installation installation;
    private final DecreeVersions versions;
    private final Payments payments;
    private final PolicyDiffs diffs;
    private final List<TenantId> tenants;
    private final RunLife life;
    private final Corrections corrections;

    WayBack(
            Installation installation,
            DecreeVersions versions,
            Payments payments,
            PolicyDiffs diffs,
            List<TenantId> tenants) {
        this.installation = installation;
        this.versions = versions;
        this.payments = payments;
        this.diffs = diffs;
        this.tenants = tenants;
        life =
                new RunLifeService(
                        installation.localities(),
                        versions.activeLaw(),
                        Engines.standard(),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock(),
                        installation.service(PaymentStorage.class),
                        installation.service(RunStorage.class),
                        new RunListeners(List.of()),
                        2,
                        8_000,
                        Long.MAX_VALUE);
        corrections = corrections();
    }

    private Corrections corrections() {
        BeneficiaryModule people =
                new BeneficiaryModule(
                        installation.service(Persons.class),
                        installation.service(PersonFiles.class),
                        installation.service(FactRows.class),
                        installation.service(HouseholdRows.class),
                        installation.service(ReviewRows.class),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock());
        DecisionModule decisions =
                new DecisionModule(
                        installation.service(Decisions.class),
                        installation.service(DecisionStore.class),
                        installation.service(PayeeStore.class),
                        people.register(),
                        people.facts(),
                        versions.activeLaw(),
                        Engines.standard(),
                        installation.localities(),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock(),
                        3);
        return new ItemsModule(
                        installation.localities(),
                        versions.activeLaw(),
                        decisions.decisionBook(),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock(),
                        installation.service(CorrectionStorage.class),
                        installation.service(RecoveryStorage.class),
                        installation.service(UnpaidLines.class),
                        installation.service(ReviewRows.class),
                        true,
                        3,
                        0)
                .corrections();
    }

    /** Goes there and back; counts and times as fields of the line. */
    String json() {
        long page = System.nanoTime();
        for (TenantId tenant : tenants) {
            DiffView diff = diffs.diffs(tenant, LEADER).get(0);
            diffs.changes(tenant, LEADER, diff.id(), 0, PAGE);
        }
        double pageSeconds = since(page) / tenants.size();
        long agreeing = System.nanoTime();
        for (TenantId tenant : tenants) {
            DiffView diff = diffs.diffs(tenant, LEADER).get(0);
            diffs.approve(tenant, LEADER, diff.id(), diff.digest());
        }
        double approveSeconds = since(agreeing);
        long entering = System.nanoTime();
        versions.releases().activate(LEADER, versions.with());
        double activateSeconds = since(entering);
        say("activated " + activateSeconds + " s, first page of a diff " + pageSeconds + " s");

        at("2026-10-24");
        Found arrears = search();
        say("arrears: " + arrears);

        at("2026-11-20");
        Paid november = pay();
        say("paid by the new law: " + november);

        long leaving = System.nanoTime();
        versions.releases().activate(LEADER, versions.without());
        double backSeconds = since(leaving);
        at("2026-11-25");
        Found overpaid = search();
        say("back in " + backSeconds + " s, overpaid: " + overpaid);
        if (overpaid.open != november.lines
                || overpaid.superseded != arrears.open
                || overpaid.recoveryDong * 27 != november.dong * 2
                || overpaid.arrearsDong != 0) {
            throw new IllegalStateException(
                    "paid " + november + ", proposed before " + arrears + " and after " + overpaid);
        }
        return String.format(
                Locale.ROOT,
                "\"firstPageSeconds\":%.3f,\"approveSeconds\":%.3f,\"activateSeconds\":%.4f,"
                        + "\"arrearsProposed\":%d,\"arrearsSeconds\":%.2f,\"paidLines\":%d,"
                        + "\"rollbackSeconds\":%.4f,\"recoveriesProposed\":%d,"
                        + "\"recoveryDong\":%d,\"recoveriesSeconds\":%.2f",
                pageSeconds,
                approveSeconds,
                activateSeconds,
                arrears.open,
                arrears.seconds,
                november.lines,
                backSeconds,
                overpaid.open,
                overpaid.recoveryDong,
                overpaid.seconds);
    }

    private record Found(
            long open, long superseded, long arrearsDong, long recoveryDong, double seconds) {}

    private Found search() {
        long started = System.nanoTime();
        long open = 0;
        long superseded = 0;
        long arrears = 0;
        long recovery = 0;
        for (TenantId tenant : tenants) {
            Corrections.Search one = corrections.search(tenant, MAKER, 0);
            open += one.open();
            superseded += one.superseded();
            arrears += one.arrearsDong();
            recovery += one.recoveryDong();
        }
        return new Found(open, superseded, arrears, recovery, since(started));
    }

    private record Paid(long lines, long dong) {}

    private Paid pay() {
        long lines = 0;
        long dong = 0;
        for (TenantId tenant : tenants) {
            RunView run = payments.compute(tenant, MAKER, NOVEMBER);
            life.submit(tenant, MAKER, run.id(), RunLife.ANY_VERSION, "");
            life.check(tenant, ACCOUNTANT, run.id(), RunLife.ANY_VERSION, "");
            life.approve(tenant, LEADER, run.id(), RunLife.ANY_VERSION, "");
            lines += run.lines();
            dong += run.totalDong();
        }
        return new Paid(lines, dong);
    }

    private void at(String day) {
        installation.at(Instant.parse(day + "T02:00:00Z"));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
