package vn.ansinh.reporting.internal;

import java.time.Duration;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.reporting.api.Reports;
import vn.ansinh.reporting.port.Renderer;
import vn.ansinh.reporting.port.ReportArchive;

/** Builds the inside of the bundle. */
public final class ReportingModule {

    private final Reports reports;

    /**
     * Takes what lies outside.
     *
     * @param computeSeconds how long a form may compute, in seconds
     */
    public ReportingModule(
            Localities localities,
            ActiveLaw activeLaw,
            Payments payments,
            Register register,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Renderer renderer,
            ReportArchive archive,
            Quarantine quarantine,
            int computeSeconds) {
        reports =
                new IssuedReports(
                        localities,
                        activeLaw,
                        new InputBuilder(payments, register),
                        new TimedFormats(Duration.ofSeconds(computeSeconds), quarantine),
                        unitOfWork,
                        audit,
                        clock,
                        renderer,
                        archive);
    }

    /** The service the bundle offers. */
    public Reports reports() {
        return reports;
    }
}
