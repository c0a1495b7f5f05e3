package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.BankFiles;
import vn.ansinh.payment.internal.Points.Point;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.BankLink.Answer;
import vn.ansinh.payment.port.BankLink.Outcome;
import vn.ansinh.payment.port.BankLink.Statement;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.payment.port.OutboxStorage.OutFile;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Sends bank files, each once. A file is marked UNKNOWN and that is committed before the call; the
 * call is made while its row is locked, and its answer is committed with that lock. So a process
 * that dies leaves UNKNOWN, a process that sleeps keeps the lock, and nobody asks the bank about a
 * file that may still be on its way (the lease). Only the bank's word that it never saw the file
 * makes it an intent again.
 */
final class Outbox implements BankFiles, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final OutboxStorage storage;
    private final BankLink link;
    private final BankCalls calls;
    private final NoticeIntake notices;
    private final RunProgress progress;
    private final OrderSettings settings;
    private final Points points;

    Outbox(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            OutboxStorage storage,
            BankLink link,
            NoticeIntake notices,
            RunProgress progress,
            OrderSettings settings,
            Points points) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.link = link;
        this.calls = new BankCalls(link, settings);
        this.notices = notices;
        this.progress = progress;
        this.settings = settings;
        this.points = points;
    }

    /** Intents of a run, or of all (0), that nobody called yet. */
    List<Long> intents(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(tenant, actor, () -> storage.intents(runId));
    }

    /**
     * Calls the bank with a file that nobody called yet.
     *
     * @return what is certain now; empty when no call was made
     */
    Optional<Outcome> call(TenantId tenant, Actor actor, long fileId) {
        if (!calls.ready()) {
            return Optional.empty();
        }
        int attempt = unitOfWork.inTenant(tenant, actor, () -> claim(fileId));
        if (attempt == 0) {
            return Optional.empty();
        }
        points.at(Point.BEFORE_CALL);
        Answer answer = unitOfWork.inTenant(tenant, actor, () -> send(fileId, attempt));
        if (answer == null) {
            return Optional.empty();
        }
        report(tenant, actor, fileId, answer);
        return Optional.of(answer.outcome());
    }

    /** From here on a call may have begun; 0 when somebody else was quicker. */
    private int claim(long fileId) {
        OutFile file = storage.lock(fileId, false).orElse(null);
        if (file == null || file.state() != FileState.INTENT) {
            return 0;
        }
        storage.lease(fileId, settings.leaseMillis());
        storage.move(fileId, FileState.INTENT, FileState.UNKNOWN, "CALLED", now());
        return file.attempts() + 1;
    }

    private Answer send(long fileId, int attempt) {
        OutFile file = storage.lock(fileId, true).orElse(null);
        if (file == null || file.state() != FileState.UNKNOWN || file.attempts() != attempt) {
            // Whoever slept too long finds that others have gone on.
            return null;
        }
        Answer answer = calls.send(file.messageId(), file.content());
        points.at(Point.SENT_NOT_RECORDED);
        if (answer == null) {
            storage.move(fileId, FileState.UNKNOWN, FileState.INTENT, "BREAKER_OPEN", now());
            return null;
        }
        record(file, answer, false);
        audit.record("bank-file.send", "bank-file", fileId, "outcome=" + answer.outcome());
        LOG.info(
                "bank file called: file='{}' attempt='{}' outcome='{}'",
                file.messageId(),
                attempt,
                answer.outcome());
        return answer;
    }

    private void record(OutFile file, Answer answer, boolean asked) {
        Instant at = now();
        long id = file.id();
        switch (answer.outcome()) {
            case ACCEPTED -> {
                storage.move(id, FileState.UNKNOWN, FileState.ACCEPTED, "", at);
                storage.ordersAccepted(id, at);
            }
            case REFUSED -> {
                storage.move(id, FileState.UNKNOWN, FileState.REFUSED, answer.reason(), at);
                storage.ordersRefused(id, answer.reason(), at);
            }
            case NEVER_SEEN -> {
                if (asked) {
                    storage.move(id, FileState.UNKNOWN, FileState.INTENT, "NEVER_SEEN", at);
                    storage.ordersNeverSeen(id, at);
                } else {
                    storage.ordersUnknown(id, at);
                }
            }
            case UNKNOWN -> storage.ordersUnknown(id, at);
        }
    }

    private void report(TenantId tenant, Actor actor, long fileId, Answer answer) {
        if (answer.report().length > 0) {
            notices.take(tenant, actor, "tra-loi:" + fileId, answer.report());
        }
    }

    @Override
    public Settled settle(TenantId tenant, Actor actor) {
        notices.resume(tenant, actor);
        int asked = 0;
        int accepted = 0;
        int refused = 0;
        int sent = 0;
        int statements = 0;
        if (link.configured()) {
            for (long id : unitOfWork.inTenant(tenant, actor, storage::unknown)) {
                Optional<Outcome> outcome = ask(tenant, actor, id);
                asked += outcome.isPresent() ? 1 : 0;
                accepted += outcome.filter(o -> o == Outcome.ACCEPTED).isPresent() ? 1 : 0;
                refused += outcome.filter(o -> o == Outcome.REFUSED).isPresent() ? 1 : 0;
            }
            for (long id : intents(tenant, actor, 0)) {
                sent += call(tenant, actor, id).isPresent() ? 1 : 0;
            }
            statements = fetch(tenant, actor);
        }
        progress.follow(tenant, actor);
        return new Settled(
                asked,
                accepted,
                refused,
                sent,
                statements,
                unitOfWork.inTenant(tenant, actor, storage::open));
    }

    private Optional<Outcome> ask(TenantId tenant, Actor actor, long fileId) {
        Answer answer =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            OutFile file = storage.lock(fileId, false).orElse(null);
                            if (file == null || !storage.unknown().contains(fileId)) {
                                return null;
                            }
                            Answer said = calls.status(file.messageId());
                            if (said != null) {
                                record(file, said, true);
                            }
                            return said;
                        });
        if (answer != null) {
            report(tenant, actor, fileId, answer);
        }
        return Optional.ofNullable(answer).map(Answer::outcome);
    }

    /** Statements after the last one taken, as long as they bring something new. */
    private int fetch(TenantId tenant, Actor actor) {
        int taken = 0;
        boolean more = true;
        while (more) {
            more = false;
            List<Statement> page;
            try {
                page = link.statements(notices.lastStatement(tenant, actor));
            } catch (AnsinhException e) {
                LOG.warn("no statements from the bank: code='{}'", e.code());
                return taken;
            }
            for (Statement statement : page) {
                if (!notices.takeStatement(tenant, actor, statement).again()) {
                    taken++;
                    more = true;
                }
            }
        }
        return taken;
    }

    @Override
    public List<FileView> files(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(tenant, actor, () -> storage.files(runId));
    }

    @Override
    public FileDetail file(TenantId tenant, Actor actor, long fileId) {
        return unitOfWork.inTenant(
                tenant, actor, () -> new FileDetail(require(fileId), storage.events(fileId)));
    }

    @Override
    public byte[] content(TenantId tenant, Actor actor, long fileId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    require(fileId);
                    audit.record("bank-file.read", "bank-file", fileId, "");
                    return storage.content(fileId);
                });
    }

    @Override
    public byte[] handOut(TenantId tenant, Actor actor, long fileId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    FileView view = require(fileId);
                    if (link.configured()) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Đã nối với ngân hàng nên tệp do hệ thống gửi; không giao tay.");
                    }
                    OutFile file =
                            storage.lock(fileId, false)
                                    .filter(f -> f.state() == FileState.INTENT)
                                    .orElseThrow(
                                            () ->
                                                    new AnsinhException(
                                                            ErrorCode.CONFLICT,
                                                            "Tệp «"
                                                                    + view.messageId()
                                                                    + "» đã được giao hoặc gửi; không"
                                                                    + " giao lần nữa để tránh chi hai"
                                                                    + " lần."));
                    Instant at = now();
                    storage.move(fileId, FileState.INTENT, FileState.SENT, "HANDED_OUT", at);
                    storage.ordersAccepted(fileId, at);
                    audit.record(
                            "bank-file.hand-out", "bank-file", fileId, "sha256=" + view.sha256());
                    return file.content();
                });
    }

    private FileView require(long fileId) {
        return storage.byId(fileId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có tệp ngân hàng số " + fileId + "."));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        calls.close();
    }
}
