package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.DuplicatePairs.Card;
import vn.ansinh.beneficiary.port.DuplicatePairs.Row;
import vn.ansinh.beneficiary.port.DuplicatePairs.Stored;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The queue of duplicates over stored pairs; every call is one unit of work with its record. */
final class AuditedDuplicates implements Duplicates {

    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_WHY = 1_000;
    private static final String SUBJECT = "duplicate";

    private final DuplicatePairs stored;
    private final UnitOfWork unitOfWork;
    private final ReadTrail trail;
    private final CivilClock clock;

    AuditedDuplicates(
            DuplicatePairs stored, UnitOfWork unitOfWork, ReadTrail trail, CivilClock clock) {
        this.stored = stored;
        this.unitOfWork = unitOfWork;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Scan scan(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    stored.lockScan();
                    List<Card> cards = new ArrayList<>();
                    stored.people(cards::add);
                    DuplicateScan scan = new DuplicateScan(cards);
                    Scan done = bringUpToDate(scan);
                    trail.note(
                            "duplicates.scan",
                            SUBJECT,
                            0,
                            "people='" + done.people() + "' pairs='" + done.pairs() + "'");
                    return done;
                });
    }

    private Scan bringUpToDate(DuplicateScan scan) {
        Map<String, Row> known = new HashMap<>();
        stored.newest().forEach(row -> known.put(key(row), row));
        List<Row> added = new ArrayList<>();
        List<Long> withdrawn = new ArrayList<>();
        List<Row> found = scan.rows();
        for (Row row : found) {
            Row before = known.remove(key(row));
            boolean same = before != null && before.fingerprint().equals(row.fingerprint());
            if (before != null && same && before.state() != State.WITHDRAWN) {
                continue;
            }
            if (before != null && before.state() == State.OPEN) {
                withdrawn.add(before.id());
            }
            added.add(row);
        }
        known.values().stream()
                .filter(row -> row.state() == State.OPEN)
                .forEach(row -> withdrawn.add(row.id()));
        stored.withdraw(withdrawn, clock.now());
        stored.open(added, clock.now());
        return new Scan(
                scan.people(), found.size(), added.size(), withdrawn.size(), scan.skippedGroups());
    }

    private static String key(Row row) {
        return row.first() + "-" + row.second();
    }

    @Override
    public List<Pair> pairs(TenantId tenant, Actor actor, State state, long afterId, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw refused("Mỗi trang có từ 1 đến " + LARGEST_PAGE + " cặp.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Pair> found =
                            stored.page(state, afterId, limit).stream()
                                    .map(AuditedDuplicates::pair)
                                    .toList();
                    trail.read(
                            "duplicates.read",
                            found.stream()
                                    .flatMap(
                                            pair ->
                                                    Stream.of(
                                                            pair.first().personId(),
                                                            pair.second().personId()))
                                    .toList());
                    return found;
                });
    }

    @Override
    public Pair judge(
            TenantId tenant, Actor actor, long pairId, boolean same, long keep, String why) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw refused("Hãy ghi căn cứ của kết luận, nhiều nhất " + LONGEST_WHY + " ký tự.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Stored pair = require(pairId);
                    boolean oneOfThem = keep == pair.row().first() || keep == pair.row().second();
                    if (same != oneOfThem || !same && keep != 0) {
                        throw refused(
                                "Là một người thì chọn hồ sơ giữ lại trong hai hồ sơ của cặp; là"
                                        + " hai người thì không chọn.");
                    }
                    State state = same ? State.SAME : State.DIFFERENT;
                    if (!stored.judge(pairId, state, keep, actor.login(), reason, clock.now())) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Cặp số " + pairId + " không còn chờ kết luận; hãy xem lại.");
                    }
                    trail.note(
                            "duplicates.judge",
                            SUBJECT,
                            pairId,
                            "state='"
                                    + state
                                    + "' ids='"
                                    + pair.row().first()
                                    + ","
                                    + pair.row().second()
                                    + "'");
                    return pair(require(pairId));
                });
    }

    private Stored require(long pairId) {
        return stored.byId(pairId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có cặp nghi trùng số "
                                                + pairId
                                                + " ở địa phương này."));
    }

    private static Pair pair(Stored stored) {
        Row row = stored.row();
        return new Pair(
                row.id(),
                stored.first(),
                stored.second(),
                row.score(),
                row.score() >= Likeness.HIGH ? Band.HIGH : Band.MEDIUM,
                row.reasons().stream().map(code -> Likeness.Sign.valueOf(code).sentence()).toList(),
                row.state(),
                stored.keep(),
                stored.foundAt(),
                stored.judgedBy(),
                stored.why());
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, sentence);
    }
}
