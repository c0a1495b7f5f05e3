package vn.ansinh.entitlement.internal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.internal.sheet.Places;
import vn.ansinh.entitlement.internal.sheet.Titles;
import vn.ansinh.entitlement.internal.sheet.WorkbookReader;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.entitlement.port.Staging.SheetInfo;
import vn.ansinh.entitlement.port.Staging.StagedRow;
import vn.ansinh.entitlement.port.Staging.Upload;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Imports: a file is cleaned row by row while it is read, staged, judged in parts of whole people,
 * and taken over in one transaction when the officer confirms. Memory does not grow with the rows.
 */
final class ImportService implements Imports {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.entitlement");
    private static final int PART = 1_000;
    private static final int UPLOADS = 100;

    /** From so many rows on the database is told that its statistics are out of date. */
    private static final long MANY_ROWS = 1_000;

    private static final int LISTED_FAULTS = 200;
    private static final Set<String> MEANINGS = Set.of("COLUMN", "VALUE", "DEFAULT");

    private final CsvRunningDecisions running;
    private final Decisions decisions;
    private final Register register;
    private final ActiveLaw activeLaw;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final Sheets sheets;
    private final Staging staging;

    ImportService(
            CsvRunningDecisions running,
            Decisions decisions,
            Register register,
            ActiveLaw activeLaw,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Sheets sheets,
            Staging staging) {
        this.running = running;
        this.decisions = decisions;
        this.register = register;
        this.activeLaw = activeLaw;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.sheets = sheets;
        this.staging = staging;
    }

    /** What a judge needs to know around the rows. */
    record Scope(
            TenantId tenant,
            Actor actor,
            ActiveLaw.Active law,
            long uploadId,
            String fileName,
            LocalDate today,
            Instant now) {}

    @Override
    public UploadView upload(
            TenantId tenant,
            Actor actor,
            FileKind kind,
            YearMonth month,
            String fileName,
            InputStream bytes) {
        if (kind == FileKind.PAID && month == null) {
            throw refused("Danh sách đã chi trả phải ghi tháng.");
        }
        YearMonth ofPaid = kind == FileKind.PAID ? month : null;
        if (ofPaid != null && ofPaid.isAfter(YearMonth.from(clock.today()))) {
            throw refused("Tháng " + ofPaid + " chưa tới nên chưa thể có danh sách đã chi trả.");
        }
        ActiveLaw.Active law = activeLaw.require(running.codeOf(tenant));
        String name = FileNames.tidy(fileName);
        try (UploadedFile file = UploadedFile.receive(name, bytes)) {
            long started = System.nanoTime();
            UploadView view =
                    unitOfWork.inTenant(
                            tenant,
                            actor,
                            () ->
                                    staging.confirmed(kind, ofPaid, file.sha256())
                                            .map(ImportService::view)
                                            .orElseGet(
                                                    () ->
                                                            stage(
                                                                    tenant, actor, law, kind,
                                                                    ofPaid, name, file)));
            LOG.info(
                    "import judged: tenant='{}' upload='{}' kind='{}' accepted='{}' warnings='{}'"
                            + " refused='{}' ms='{}'",
                    tenant.value(),
                    view.id(),
                    kind,
                    view.counts().accepted(),
                    view.counts().warnings(),
                    view.counts().refused(),
                    (System.nanoTime() - started) / 1_000_000);
            return view;
        }
    }

    private UploadView stage(
            TenantId tenant,
            Actor actor,
            ActiveLaw.Active law,
            FileKind kind,
            YearMonth month,
            String name,
            UploadedFile file) {
        long id =
                staging.open(
                        new Upload(
                                0,
                                kind,
                                month,
                                name,
                                file.sha256(),
                                State.JUDGED,
                                List.of(),
                                Counts.NONE),
                        clock.now());
        List<SheetInfo> found = read(law, name, file.path(), id);
        staging.sheets(id, found);
        Scope scope = new Scope(tenant, actor, law, id, name, clock.today(), clock.now());
        Judge judge = judge(kind, scope);
        parts(id, rows -> staging.judge(id, judge.judge(rows, found)));
        Counts counts = staging.counts(id);
        staging.move(id, State.JUDGED, State.JUDGED, counts, clock.now());
        audit.record("import.upload", "upload", id, text(kind, counts));
        return view(require(id));
    }

    private List<SheetInfo> read(ActiveLaw.Active law, String name, Path file, long id) {
        List<StagedRow> batch = new ArrayList<>(PART);
        WorkbookReader reader =
                new WorkbookReader(
                        name,
                        staging.mapping(),
                        new Places(law),
                        clock.today(),
                        row -> {
                            batch.add(row);
                            if (batch.size() == PART) {
                                staging.add(id, batch);
                                batch.clear();
                            }
                        });
        sheets.read(name, file, reader);
        List<SheetInfo> found = reader.finish();
        staging.add(id, batch);
        return found;
    }

    private Judge judge(FileKind kind, Scope scope) {
        return switch (kind) {
            case PEOPLE -> new PeopleJudge(scope, register);
            case RUNNING -> new RunningJudge(scope, running, decisions, staging);
            case PAID -> new PaidJudge();
        };
    }

    /** Rows in parts; a part holds every row of each of its people. */
    private void parts(long uploadId, Consumer<List<StagedRow>> each) {
        StagedRow after = null;
        int size = PART;
        List<StagedRow> page = staging.byIdentity(uploadId, null, size);
        while (!page.isEmpty()) {
            List<StagedRow> whole = page;
            if (page.size() == size) {
                String last = page.get(size - 1).identity();
                whole = page.stream().filter(row -> !row.identity().equals(last)).toList();
            }
            if (whole.isEmpty()) {
                // One person with more rows than a part: read all of them.
                size *= 2;
            } else {
                each.accept(whole);
                after = whole.get(whole.size() - 1);
                size = PART;
            }
            page = staging.byIdentity(uploadId, after, size);
        }
    }

    @Override
    public UploadView one(TenantId tenant, Actor actor, long uploadId) {
        return unitOfWork.inTenant(tenant, actor, () -> view(require(uploadId)));
    }

    @Override
    public List<UploadView> uploads(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> staging.page(UPLOADS).stream().map(ImportService::view).toList());
    }

    @Override
    public List<RowView> rows(
            TenantId tenant, Actor actor, long uploadId, int afterNumber, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Upload upload = open(uploadId);
                    List<RowView> page =
                            staging.page(uploadId, afterNumber, limit).stream()
                                    .map(row -> view(upload, row))
                                    .toList();
                    audit.record("import.read", "upload", uploadId, "rows='" + page.size() + "'");
                    return page;
                });
    }

    @Override
    public void verdicts(TenantId tenant, Actor actor, long uploadId, OutputStream xlsx) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Upload upload = open(uploadId);
                    sheets.write(xlsx, book -> new VerdictBook(upload, book).write(staging));
                    audit.record("import.read", "upload", uploadId, "verdicts");
                    return null;
                });
    }

    @Override
    public UploadView confirm(
            TenantId tenant, Actor actor, long uploadId, boolean acceptProposals) {
        ActiveLaw.Active law = activeLaw.require(running.codeOf(tenant));
        boolean[] taken = new boolean[1];
        long started = System.nanoTime();
        UploadView view =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            Upload upload = require(uploadId);
                            taken[0] = upload.state() != State.CONFIRMED;
                            if (upload.state() == State.CONFIRMED) {
                                return view(upload);
                            }
                            return view(take(tenant, actor, law, upload, acceptProposals));
                        });
        long rows = view.counts().accepted() + view.counts().warnings();
        LOG.info(
                "import confirmed: tenant='{}' upload='{}' kind='{}' rows='{}' ms='{}'",
                tenant.value(),
                uploadId,
                view.kind(),
                rows,
                (System.nanoTime() - started) / 1_000_000);
        if (taken[0] && rows > MANY_ROWS) {
            refreshStatistics(uploadId);
        }
        return view;
    }

    /** After the import is kept: should this fail, questions are slower and nothing else. */
    private void refreshStatistics(long uploadId) {
        try {
            unitOfWork.common(
                    Actor.system("import"),
                    () -> {
                        staging.refreshStatistics();
                        return null;
                    });
        } catch (AnsinhException e) {
            LOG.warn("statistics not refreshed: upload='{}'", uploadId, e);
        }
    }

    private Upload take(
            TenantId tenant,
            Actor actor,
            ActiveLaw.Active law,
            Upload upload,
            boolean acceptProposals) {
        long id = upload.id();
        Counts counts = upload.counts();
        mayConfirm(upload, acceptProposals);
        Instant now = clock.now();
        staging.move(id, State.JUDGED, State.CONFIRMED, counts, now);
        Scope scope = new Scope(tenant, actor, law, id, upload.fileName(), clock.today(), now);
        if (upload.kind() == FileKind.PAID) {
            staging.takePaidList(id, upload.month(), now);
        } else {
            Judge judge = judge(upload.kind(), scope);
            parts(id, judge::take);
        }
        staging.purge(id);
        audit.record("import.confirm", "upload", id, text(upload.kind(), counts));
        return require(id);
    }

    private void mayConfirm(Upload upload, boolean acceptProposals) {
        Counts counts = upload.counts();
        if (upload.state() != State.JUDGED) {
            throw conflict("Tệp này đã bỏ; hãy tải lên lại.");
        }
        if (counts.refused() > 0) {
            List<Fault> faults = new ArrayList<>();
            staging.each(
                    upload.id(),
                    row -> {
                        if (row.verdict() == Verdict.REFUSED && faults.size() < LISTED_FAULTS) {
                            faults.add(new Fault(row.row(), "", String.join(" ", row.notes())));
                        }
                    });
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tệp «"
                            + upload.fileName()
                            + "» còn "
                            + counts.refused()
                            + " dòng bị từ chối nên không dòng nào được nhập; hãy sửa rồi tải lên"
                            + " lại cả tệp.",
                    faults,
                    null);
        }
        if (counts.proposals() > 0 && !acceptProposals) {
            throw conflict(
                    "Có "
                            + counts.proposals()
                            + " dòng có giá trị do hệ thống đề nghị; hãy xem các dòng đó rồi xác nhận"
                            + " kèm đồng ý với đề nghị, hoặc sửa tệp.");
        }
        if (counts.accepted() + counts.warnings() == 0) {
            throw conflict("Tệp không có dòng nào để nhập.");
        }
    }

    @Override
    public UploadView abandon(TenantId tenant, Actor actor, long uploadId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Upload upload = require(uploadId);
                    staging.move(
                            uploadId, State.JUDGED, State.ABANDONED, upload.counts(), clock.now());
                    staging.purge(uploadId);
                    audit.record("import.abandon", "upload", uploadId, "");
                    return view(require(uploadId));
                });
    }

    @Override
    public List<Meaning> meanings(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Staging.Mapping mapping = staging.mapping();
                    List<Meaning> all = new ArrayList<>();
                    mapping.columns()
                            .forEach((w, field) -> all.add(new Meaning("COLUMN", field, w, "")));
                    mapping.values()
                            .forEach(
                                    (key, value) -> {
                                        String[] parts = key.split("\\|", 2);
                                        all.add(new Meaning("VALUE", parts[0], parts[1], value));
                                    });
                    mapping.defaults()
                            .forEach((f, value) -> all.add(new Meaning("DEFAULT", f, "", value)));
                    return all.stream()
                            .sorted(
                                    java.util.Comparator.comparing(Meaning::kind)
                                            .thenComparing(Meaning::field)
                                            .thenComparing(Meaning::written))
                            .toList();
                });
    }

    @Override
    public void teach(TenantId tenant, Actor actor, Meaning meaning) {
        if (!MEANINGS.contains(meaning.kind()) || !Titles.field(meaning.field())) {
            throw refused(
                    "Nghĩa phải thuộc loại COLUMN, VALUE hoặc DEFAULT của một trường có trong"
                            + " docs/reference/import.md.");
        }
        boolean column = meaning.kind().equals("COLUMN");
        String raw = meaning.written() == null ? "" : meaning.written();
        String written =
                column ? Titles.fold(raw) : meaning.kind().equals("VALUE") ? Names.fold(raw) : "";
        String value = meaning.meaning() == null ? "" : Names.tidy(meaning.meaning());
        if (!meaning.kind().equals("DEFAULT") && written.isEmpty() || !column && value.isEmpty()) {
            throw refused("Thiếu tên cột, chữ trong ô hoặc giá trị.");
        }
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    staging.learn(
                            meaning.kind(),
                            meaning.field(),
                            written,
                            column ? "" : value,
                            actor.login(),
                            clock.now());
                    audit.record(
                            "import.teach",
                            "tenant",
                            tenant.value(),
                            "kind='" + meaning.kind() + "' field='" + meaning.field() + "'");
                    return null;
                });
    }

    private Upload require(long uploadId) {
        return staging.byId(uploadId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có tệp tải lên số " + uploadId + "."));
    }

    private Upload open(long uploadId) {
        Upload upload = require(uploadId);
        if (upload.state() != State.JUDGED) {
            throw conflict(
                    "Tệp này đã xác nhận hoặc đã bỏ; các dòng của nó đã được xóa khỏi vùng chờ.");
        }
        return upload;
    }

    private static String text(FileKind kind, Counts counts) {
        return "kind='"
                + kind
                + "' accepted='"
                + counts.accepted()
                + "' warnings='"
                + counts.warnings()
                + "' refused='"
                + counts.refused()
                + "'";
    }

    private static RowView view(Upload upload, StagedRow row) {
        return new RowView(
                row.number(),
                upload.sheets().get(row.sheet()).name(),
                row.row(),
                row.cells(),
                row.verdict(),
                row.notes());
    }

    private static UploadView view(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.kind(),
                upload.month(),
                upload.fileName(),
                upload.sha256(),
                upload.state(),
                upload.counts(),
                upload.sheets().stream().map(ImportService::view).toList());
    }

    private static SheetView view(SheetInfo sheet) {
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < sheet.titles().size(); i++) {
            String field = sheet.fields().get(i);
            columns.add(
                    new ColumnView(
                            sheet.titles().get(i), field.equals(Titles.IGNORED) ? "" : field));
        }
        return new SheetView(sheet.name(), sheet.headerRow(), columns, sheet.notes());
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, sentence);
    }

    private static AnsinhException conflict(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }
}
