package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.Notices;
import vn.ansinh.payment.internal.Points.Point;
import vn.ansinh.payment.port.BankLink.Statement;
import vn.ansinh.payment.port.BankMessages;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.payment.port.NoticeStorage.Incoming;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Takes what banks send, some entries per transaction. A file whose process died is gone on with:
 * its entries are known by statement and number.
 */
final class NoticeIntake implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeIntake.class);
    private static final int SLICE = 2_000;
    private static final String STATEMENT = "sao-ke:";
    private static final Pattern OURS = Pattern.compile("T(\\d+)R\\d+[PF]\\d+.*");

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final NoticeStorage storage;
    private final BankMessages messages;
    private final RunProgress progress;
    private final Points points;

    NoticeIntake(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            NoticeStorage storage,
            BankMessages messages,
            RunProgress progress,
            Points points) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.messages = messages;
        this.progress = progress;
        this.points = points;
    }

    @Override
    public Taken take(TenantId tenant, Actor actor, String name, byte[] content) {
        byte[] sha256 = FileMaking.sha256(content);
        Incoming before =
                unitOfWork.inTenant(tenant, actor, () -> storage.bySha256(sha256).orElse(null));
        if (before != null && before.done()) {
            return new Taken(before.id(), true, 0, 0, 0);
        }
        List<BankNotice> notices = read(tenant, content);
        Incoming file =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> storage.open(sha256, name, content, notices.size(), now()));
        return fill(tenant, actor, file.id(), notices);
    }

    /** A statement that the link issued. */
    Taken takeStatement(TenantId tenant, Actor actor, Statement statement) {
        return take(tenant, actor, STATEMENT + statement.id(), statement.content());
    }

    /** Id of the last statement taken, or empty. */
    String lastStatement(TenantId tenant, Actor actor) {
        String name = unitOfWork.inTenant(tenant, actor, () -> storage.lastNamed(STATEMENT));
        return name.isEmpty() ? "" : name.substring(STATEMENT.length());
    }

    /** Goes on with files half read. */
    void resume(TenantId tenant, Actor actor) {
        for (Incoming file : unitOfWork.inTenant(tenant, actor, storage::halfRead)) {
            byte[] content = unitOfWork.inTenant(tenant, actor, () -> storage.content(file.id()));
            fill(tenant, actor, file.id(), read(tenant, content));
        }
    }

    private Taken fill(TenantId tenant, Actor actor, long fileId, List<BankNotice> notices) {
        int added = 0;
        int moved = 0;
        for (int from = 0; from < notices.size(); from += SLICE) {
            if (from > 0) {
                points.at(Point.STATEMENT_HALF_READ);
            }
            List<BankNotice> slice = notices.subList(from, Math.min(from + SLICE, notices.size()));
            int[] counts =
                    unitOfWork.inTenant(
                            tenant,
                            actor,
                            () -> {
                                int more = storage.add(fileId, slice, now());
                                return new int[] {more, storage.apply(slice, now()).size()};
                            });
            added += counts[0];
            moved += counts[1];
        }
        int all = added;
        int orders = moved;
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    storage.done(fileId);
                    audit.record(
                            "notice.take",
                            "notice-file",
                            fileId,
                            "entries=" + notices.size() + " new=" + all + " orders=" + orders);
                    return null;
                });
        progress.follow(tenant, actor);
        LOG.info(
                "notices taken: tenant='{}' file='{}' entries='{}' new='{}' orders='{}'",
                tenant.value(),
                fileId,
                notices.size(),
                added,
                moved);
        return new Taken(fileId, false, notices.size(), added, moved);
    }

    /** Entries of other localities' orders are theirs: a bank may serve several. */
    private List<BankNotice> read(TenantId tenant, byte[] content) {
        return messages.read(content).stream()
                .filter(n -> !foreign(tenant, n.wholeFile() ? n.messageId() : n.endToEndId()))
                .toList();
    }

    private static boolean foreign(TenantId tenant, String id) {
        Matcher ours = OURS.matcher(id);
        return ours.matches() && !ours.group(1).equals(Integer.toString(tenant.value()));
    }

    @Override
    public List<NoticeFile> files(TenantId tenant, Actor actor, long before, int limit) {
        return unitOfWork.inTenant(tenant, actor, () -> storage.files(before, limit));
    }

    @Override
    public List<Entry> entries(TenantId tenant, Actor actor, String endToEndId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    audit.record("notice.read", "order", 0, "order='" + endToEndId + "'");
                    return storage.entries(endToEndId);
                });
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
