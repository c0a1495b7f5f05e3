package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ansinh.store.entitlement.Refusals.assertFaults;
import static vn.ansinh.store.entitlement.Refusals.assertNotFound;
import static vn.ansinh.store.entitlement.World.OFFICER;
import static vn.ansinh.store.entitlement.World.month;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Query;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Proposal;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.store.TestStore;

/** Who may read what of decisions, and what is left behind. DỮ LIỆU GIẢ LẬP. */
class DecisionReadingTest {

    private static TestStore store;
    private static int localities;
    private World world;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @BeforeEach
    void freshLocality() {
        world = new World(store, "xa-doc-quyet-dinh-" + ++localities);
    }

    private static Effect grant(int row, long person, String from) {
        return Effect.on(row, person, Component.MONTHLY, month(from)).with("A", 150);
    }

    @Test
    void aRestrictedGroundShowsNowhere() {
        long person = world.person("MONTHLY=R");
        Effect effect =
                Effect.on(1, person, Component.MONTHLY, month("2026-03")).with("A", 100).noted("x");
        DecisionDoc signed = world.sign(world.draft(DecisionKind.GRANT, effect));
        assertThat(signed.warnings())
                .extracting(Warning::sentence)
                .noneMatch(sentence -> sentence.contains(" R"));
        long other = world.person("MONTHLY=R");
        Effect hidden = Effect.on(1, other, Component.MONTHLY, month("2026-03")).with("R", 250);
        DecisionDoc restricted = world.sign(world.draft(DecisionKind.GRANT, hidden));
        assertThat(world.book.annex(world.tenant, OFFICER, restricted.id(), 0, 10))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.restricted()).isTrue();
                            assertThat(row.effect().ground()).isEmpty();
                        });
        Actor withPurpose = new Actor("can-bo-gia-lap", "đối chiếu hồ sơ giả lập");
        assertThat(world.book.annex(world.tenant, withPurpose, restricted.id(), 0, 10))
                .as("a purpose is not enough, the right is needed too")
                .allSatisfy(row -> assertThat(row.effect().ground()).isEmpty());
        Actor opening = withPurpose.reachingRestricted();
        assertThat(world.book.annex(world.tenant, opening, restricted.id(), 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.effect().ground()).isEqualTo("R"));
        world.law.active = false;
        assertThat(world.book.annex(world.tenant, OFFICER, signed.id(), 0, 10))
                .allSatisfy(row -> assertThat(row.effect().ground()).isEmpty());
    }

    @Test
    void aRestrictedFactCountsAndShowsToWhoMayOpenItOnly() {
        long person = world.restricted();
        LocalDate today = LocalDate.of(2026, 3, 15);
        List<Proposal> hidden = world.entitlements.propose(world.tenant, OFFICER, person, today);
        assertThat(hidden)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.kind()).isEqualTo(DecisionKind.GRANT);
                            assertThat(one.effect().ground()).isEmpty();
                            assertThat(one.effect().note()).isEmpty();
                            assertThat(one.clauses()).isEmpty();
                            assertThat(one.warnings()).isEmpty();
                            assertThat(one.amountDong()).isEqualTo(1_250_000);
                        });
        Actor opening = new Actor("can-bo-gia-lap", "đối chiếu").reachingRestricted();
        List<Proposal> open = world.entitlements.propose(world.tenant, opening, person, today);
        assertThat(open)
                .singleElement()
                .satisfies(one -> assertThat(one.effect().ground()).isEqualTo("R"));
        // What is proposed is what the check of the draft finds: nothing to remark.
        DecisionDoc signed = world.sign(world.draft(DecisionKind.GRANT, open.get(0).effect()));
        assertThat(signed.warnings()).isEmpty();
        assertThat(world.entitlements.propose(world.tenant, OFFICER, person, today)).isEmpty();
        // Without the fact the check notices, also for a restricted ground.
        Effect wrong =
                Effect.on(1, world.person(), Component.MONTHLY, month("2026-03")).with("R", 250);
        assertThat(world.sign(world.draft(DecisionKind.GRANT, wrong)).warnings())
                .extracting(Warning::sentence)
                .contains("Kết quả xét theo luật không có khoản này.");
    }

    @Test
    void decisionsAreFoundByNumberDayKindAndState() {
        long person = world.person("MONTHLY=A");
        DecisionDoc signed =
                world.sign(world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")));
        DecisionDoc draft =
                world.draft(
                        DecisionKind.STOP,
                        Effect.on(1, person, null, month("2026-04")).because(Reason.REFUSED));
        assertThat(ids(new Query(null, null, null, null, null)))
                .containsExactly(signed.id(), draft.id());
        assertThat(ids(new Query(signed.signature().number(), null, null, null, null)))
                .containsExactly(signed.id());
        assertThat(ids(new Query(null, DecisionKind.STOP, null, null, null)))
                .containsExactly(draft.id());
        assertThat(ids(new Query(null, null, State.SIGNED, null, null)))
                .containsExactly(signed.id());
        LocalDate day = LocalDate.of(2026, 3, 15);
        assertThat(ids(new Query(null, null, null, day, day))).containsExactly(signed.id());
        assertThat(ids(new Query(null, null, null, day.plusDays(1), null))).isEmpty();
    }

    private List<Long> ids(Query query) {
        return world.book.find(world.tenant, OFFICER, query, 0, 10).stream()
                .map(DecisionDoc::id)
                .toList();
    }

    @Test
    void anotherLocalitySeesAndDoesNothing() {
        long person = world.person("MONTHLY=A");
        DecisionDoc draft = world.draft(DecisionKind.GRANT, grant(1, person, "2026-03"));
        DecisionDoc signed =
                world.sign(world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")));
        World other = new World(store, "xa-doc-khac-" + localities);
        assertThat(other.book.decision(other.tenant, OFFICER, signed.id())).isEmpty();
        assertThat(ids(new Query(null, null, null, null, null))).hasSize(2);
        assertThat(
                        other.book.find(
                                other.tenant,
                                OFFICER,
                                new Query(null, null, null, null, null),
                                0,
                                10))
                .isEmpty();
        assertNotFound(() -> other.book.annex(other.tenant, OFFICER, signed.id(), 0, 10));
        assertNotFound(
                () -> other.book.discard(other.tenant, OFFICER, draft.id(), draft.version()));
        assertNotFound(() -> other.entitlements.of(other.tenant, OFFICER, person, world.now));
        assertFaults(
                () -> other.draft(DecisionKind.GRANT, grant(1, person, "2026-03")),
                tuple(1, "personId"));
        assertFaults(
                () -> other.about(DecisionKind.REVOKE, signed, null),
                tuple(0, "targetDecisionId"),
                tuple(0, "effects"));
    }

    @Test
    void everyChangeOfAPersonStandsInTheTrail() {
        long person = world.person("MONTHLY=A");
        world.sign(world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")));
        List<String> trail =
                world.rows(
                        "select action || ' ' || subject_kind from audit_event where tenant_id = "
                                + world.tenant.value()
                                + " order by id");
        assertThat(trail)
                .contains(
                        "decision.draft decision",
                        "decision.sign decision",
                        "entitlement.change beneficiary",
                        "person.read beneficiary");
    }
}
