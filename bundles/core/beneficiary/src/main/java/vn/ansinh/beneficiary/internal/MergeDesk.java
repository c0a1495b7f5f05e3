package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Merges over stored rows. */
final class MergeDesk implements Merges {

    private final Desk desk;
    private final PersonFiles files;
    private final FactRows facts;

    MergeDesk(Desk desk, PersonFiles files, FactRows facts) {
        this.desk = desk;
        this.files = files;
        this.facts = facts;
    }

    @Override
    public long merge(TenantId tenant, Actor actor, Change change, long survivorId) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Faults.needPaper(change);
                    if (survivorId == change.id()) {
                        throw Faults.invalid("survivorId", "Hai hồ sơ phải khác nhau.");
                    }
                    PersonFile absorbed = desk.claim(change);
                    PersonFile survivor = desk.claim(any(survivorId));
                    if (!Objects.equals(day(absorbed.death()), day(survivor.death()))) {
                        throw Faults.conflict(
                                "Hai hồ sơ ghi khai tử khác nhau; hãy ghi thống nhất trước khi"
                                        + " hợp nhất.");
                    }
                    Instant now = desk.now();
                    long merge =
                            files.merge(
                                    absorbed.id(),
                                    survivor.id(),
                                    change.paper(),
                                    change.reason(),
                                    now);
                    copyFacts(absorbed, survivor, merge, now);
                    desk.record(
                            "person.merge",
                            Desk.PERSON,
                            absorbed.id(),
                            "survivor='" + survivor.id() + "'");
                    desk.record(
                            "person.merge",
                            Desk.PERSON,
                            survivor.id(),
                            "absorbed='" + absorbed.id() + "'");
                    review(absorbed.id(), survivor.id(), "đã hợp nhất");
                    return merge;
                });
    }

    private void copyFacts(PersonFile absorbed, PersonFile survivor, long merge, Instant now) {
        Set<String> kinds =
                survivor.facts().stream().map(r -> r.fact().kind()).collect(Collectors.toSet());
        absorbed.facts().stream()
                .filter(row -> !kinds.contains(row.fact().kind()))
                .forEach(row -> facts.add(survivor.id(), row.fact(), Source.MERGE, merge, 0, now));
    }

    @Override
    public void unmerge(TenantId tenant, Actor actor, Change change) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Faults.needPaper(change);
                    if (!files.touch(change.id(), change.version())) {
                        desk.require(change.id());
                        throw Faults.stale();
                    }
                    Merge running =
                            files.merges(change.id()).stream()
                                    .filter(m -> m.personId() == change.id())
                                    .filter(m -> m.unmergedAt().isEmpty())
                                    .findFirst()
                                    .orElseThrow(
                                            () ->
                                                    Faults.conflict(
                                                            "Hồ sơ này không đang được hợp nhất."));
                    // Refuses a survivor that is merged itself: the outer merge goes first.
                    PersonFile survivor = desk.claim(any(running.survivorId()));
                    Instant now = desk.now();
                    for (FactRow row : survivor.facts()) {
                        if (row.source() == Source.MERGE && row.sourceId() == running.id()) {
                            facts.supersede(survivor.id(), row.id(), now);
                        }
                    }
                    files.unmerge(running, change.paper(), change.reason(), now);
                    desk.record(
                            "person.unmerge",
                            Desk.PERSON,
                            change.id(),
                            "survivor='" + survivor.id() + "'");
                    desk.record(
                            "person.unmerge",
                            Desk.PERSON,
                            survivor.id(),
                            "absorbed='" + change.id() + "'");
                    review(change.id(), survivor.id(), "đã hủy hợp nhất");
                });
    }

    @Override
    public List<Merge> of(TenantId tenant, Actor actor, long personId) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    desk.require(personId);
                    desk.record("person.merges.read", Desk.PERSON, personId, "");
                    return files.merges(personId);
                });
    }

    private void review(long absorbed, long survivor, String what) {
        desk.review(
                "MERGE",
                SubjectKind.PERSON,
                survivor,
                "Hồ sơ số "
                        + absorbed
                        + " và số "
                        + survivor
                        + " "
                        + what
                        + ": xem lại căn cứ, hộ và các chế độ đang hưởng của cả hai.");
    }

    private static Change any(long personId) {
        return new Change(personId, Change.ANY_VERSION, "", "");
    }

    private static Object day(Death death) {
        return death == null ? null : death.on();
    }
}
