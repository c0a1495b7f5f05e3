package vn.ansinh.reporting.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.reporting.api.Reports;
import vn.ansinh.reporting.port.Renderer;
import vn.ansinh.reporting.port.ReportArchive;
import vn.ansinh.reporting.port.ReportArchive.ArchivedReport;

/** Issues reports and keeps them. Nothing is read or rendered inside a transaction of its own. */
final class IssuedReports implements Reports {

    private static final Logger LOG = LoggerFactory.getLogger(IssuedReports.class);
    private static final Set<String> FORMATS = Set.of("XLSX", "PDF", "CSV");

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final InputBuilder inputs;
    private final TimedFormats formats;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final Renderer renderer;
    private final ReportArchive archive;

    IssuedReports(
            Localities localities,
            ActiveLaw activeLaw,
            InputBuilder inputs,
            TimedFormats formats,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Renderer renderer,
            ReportArchive archive) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.inputs = inputs;
        this.formats = formats;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.renderer = renderer;
        this.archive = archive;
    }

    @Override
    public List<FormView> forms(TenantId tenant) {
        return activeLaw.of(code(tenant)).map(IssuedReports::formats).orElse(List.of()).stream()
                .map(format -> new FormView(format.code(), format.title()))
                .toList();
    }

    @Override
    public Issued issue(
            TenantId tenant, Actor actor, String formCode, YearMonth month, String format) {
        if (format == null || !FORMATS.contains(format)) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Định dạng báo cáo phải là XLSX, PDF hoặc CSV.");
        }
        String locality = code(tenant);
        ActiveLaw.Active law = activeLaw.require(locality);
        ReportFormat form =
                formats(law).stream()
                        .filter(candidate -> candidate.code().equals(formCode))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                law.profile().name()
                                                        + " không có mẫu báo cáo «"
                                                        + formCode
                                                        + "»."));
        Instant issuedAt = clock.now();
        InputBuilder.Built built =
                inputs.build(
                        tenant, actor, law, month, issuedAt.atZone(clock.zone()).toLocalDate());
        ReportTable table = formats.compute(law, form, built.input());
        String cellsSha256 = Cells.sha256(table);
        byte[] bytes = renderer.render(format, law.profile(), built.input().issuedOn(), table);
        ArchivedReport report =
                new ArchivedReport(
                        0,
                        form.code(),
                        month,
                        format,
                        fileName(locality, form.code(), month, format),
                        Cells.sha256(bytes),
                        cellsSha256,
                        issuedAt,
                        built.run().id(),
                        built.run().snapshotHash(),
                        bytes);
        long id =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            long key = archive.add(report);
                            audit.record("report.issue", "report", key, describe(report));
                            return key;
                        });
        LOG.info(
                "report issued tenant='{}' report='{}' form='{}' month='{}' format='{}' bytes='{}'",
                tenant.value(),
                id,
                form.code(),
                month,
                format,
                bytes.length);
        return view(id, report);
    }

    @Override
    public Optional<Issued> issued(TenantId tenant, Actor actor, long reportId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Optional<ArchivedReport> report = archive.byId(reportId);
                    report.ifPresent(
                            found ->
                                    audit.record(
                                            "report.read", "report", reportId, describe(found)));
                    return report.map(found -> view(reportId, checked(found)));
                });
    }

    /** An archive that was altered is not served as what was issued. */
    private static ArchivedReport checked(ArchivedReport report) {
        if (!Cells.sha256(report.bytes()).equals(report.sha256())) {
            throw new AnsinhException(
                    ErrorCode.INTERNAL,
                    "Bản lưu của báo cáo số "
                            + report.id()
                            + " không còn khớp mã SHA-256 lúc phát hành; hãy báo quản trị.");
        }
        return report;
    }

    private String code(TenantId tenant) {
        return localities.all().stream()
                .filter(info -> info.id().equals(tenant))
                .map(Localities.TenantInfo::code)
                .findFirst()
                .orElseThrow(
                        () -> new AnsinhException(ErrorCode.NOT_FOUND, "Không có địa phương này."));
    }

    private static List<ReportFormat> formats(ActiveLaw.Active law) {
        return law.reports().stream()
                .filter(format -> format.localityCode().equals(law.profile().code()))
                .sorted(Comparator.comparing(ReportFormat::code))
                .toList();
    }

    private static String fileName(String locality, String form, YearMonth month, String format) {
        return locality + "_" + form + "_" + month + "." + format.toLowerCase(Locale.ROOT);
    }

    private static String describe(ArchivedReport report) {
        return report.formCode()
                + " "
                + report.month()
                + " "
                + report.format()
                + " run="
                + report.runId()
                + " cells="
                + report.cellsSha256();
    }

    private static Issued view(long id, ArchivedReport report) {
        return new Issued(
                id,
                report.formCode(),
                report.month(),
                report.format(),
                report.fileName(),
                report.sha256(),
                report.cellsSha256(),
                report.issuedAt(),
                report.bytes());
    }
}
