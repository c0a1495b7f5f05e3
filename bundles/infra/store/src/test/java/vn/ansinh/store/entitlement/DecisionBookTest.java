package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ansinh.store.entitlement.Refusals.assertConflict;
import static vn.ansinh.store.entitlement.Refusals.assertFaults;
import static vn.ansinh.store.entitlement.World.OFFICER;
import static vn.ansinh.store.entitlement.World.month;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/** Drafts, signatures and what is kept of them, on real PostgreSQL. DỮ LIỆU GIẢ LẬP. */
class DecisionBookTest {

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
        world = new World(store, "xa-quyet-dinh-" + ++localities);
    }

    private static Effect grant(int row, long person, String from) {
        return Effect.on(row, person, Component.MONTHLY, month(from)).with("A", 150);
    }

    @Test
    void oneDecisionGrantsMany() {
        long one = world.person("MONTHLY=A");
        long two = world.person("MONTHLY=A");
        DecisionDoc draft =
                world.draft(DecisionKind.GRANT, grant(1, one, "2026-03"), grant(2, two, "2026-03"));
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(world.paid(one)).isEmpty();

        DecisionDoc signed = world.sign(draft);

        assertThat(signed.state()).isEqualTo(State.SIGNED);
        assertThat(signed.persons()).isEqualTo(2);
        assertThat(signed.warnings()).isEmpty();
        assertThat(world.paid(one)).containsExactly("MONTHLY A 150 2026-03..");
        assertThat(world.paid(two)).containsExactly("MONTHLY A 150 2026-03..");
    }

    @Test
    void everyFaultOfEveryRowIsListed() {
        Effect nobody = Effect.on(1, 0, Component.MONTHLY, month("2026-03")).with("A", 150);
        Effect noGround = Effect.on(2, 999_999, Component.MONTHLY, month("2026-03"));
        Effect wrong = Effect.on(2, 999_998, Component.CARE, null).with("A", 150);

        assertFaults(
                () -> world.draft(DecisionKind.GRANT, nobody, noGround, wrong),
                tuple(1, "personId"),
                tuple(2, "ground"),
                tuple(2, "coefficient"),
                tuple(2, "row"),
                tuple(2, "from"),
                tuple(2, "component"),
                tuple(2, "personId"),
                tuple(2, "personId"));
        assertFaults(
                () ->
                        world.book.draft(
                                world.tenant,
                                OFFICER,
                                new Draft(DecisionKind.STOP, "", "", 0, null, List.of())),
                tuple(0, "authority"),
                tuple(0, "effects"));
    }

    @Test
    void aDraftIsEditedByWhoReadItLastAndThenNeverChanges() {
        long person = world.person("MONTHLY=A");
        DecisionDoc draft = world.draft(DecisionKind.GRANT, grant(1, person, "2026-04"));
        Draft better =
                new Draft(
                        DecisionKind.GRANT,
                        World.CHAIR,
                        "sửa",
                        0,
                        null,
                        List.of(grant(1, person, "2026-03")));
        DecisionDoc edited =
                world.book.edit(world.tenant, OFFICER, draft.id(), draft.version(), better);
        assertThat(edited.version()).isEqualTo(draft.version() + 1);
        assertConflict(
                () -> world.book.edit(world.tenant, OFFICER, draft.id(), draft.version(), better));
        assertConflict(() -> world.sign(draft));

        DecisionDoc signed = world.sign(edited);
        assertConflict(
                () -> world.book.edit(world.tenant, OFFICER, draft.id(), signed.version(), better));
        assertConflict(
                () -> world.book.discard(world.tenant, OFFICER, draft.id(), signed.version()));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-03..");
    }

    /** The database keeps a signed decision and its annex by itself. */
    @Test
    void theApplicationCannotChangeWhatIsSigned() throws SQLException {
        long person = world.person("MONTHLY=A");
        DecisionDoc signed =
                world.sign(world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")));
        try (Connection app = store.app()) {
            TestStore.run(app, "set ansinh.tenant = '" + world.tenant.value() + "'");
            String id = " where decision_id = " + signed.id();
            for (String change :
                    List.of(
                            "update decision set number = 'khác'" + id,
                            "delete from decision_effect" + id,
                            "insert into decision_effect (decision_id, row_no, person_id) values ("
                                    + signed.id()
                                    + ", 9, "
                                    + person
                                    + ")",
                            "update decision_effect set coefficient_hundredths = 900" + id,
                            "delete from decision" + id,
                            "update entitlement set coefficient_hundredths = 900" + id,
                            "delete from entitlement" + id)) {
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .as(change)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void aDiscardedDraftIsNotSigned() {
        long person = world.person("MONTHLY=A");
        DecisionDoc draft = world.draft(DecisionKind.GRANT, grant(1, person, "2026-03"));
        DecisionDoc discarded = world.book.discard(world.tenant, OFFICER, draft.id(), 1);
        assertThat(discarded.state()).isEqualTo(State.DISCARDED);
        assertConflict(() -> world.sign(discarded));
    }

    @Test
    void aNumberIsGivenOncePerAuthorityAndYear() {
        long one = world.person("MONTHLY=A");
        long two = world.person("MONTHLY=A");
        DecisionDoc first = world.draft(DecisionKind.GRANT, grant(1, one, "2026-03"));
        Signature signature = world.signature("77/QĐ-UBND", "2026-03-15");
        world.book.sign(world.tenant, OFFICER, first.id(), 1, signature, Set.of());
        Draft same =
                new Draft(
                        DecisionKind.GRANT,
                        "CHỦ TỊCH UBND XÃ GIẢ LẬP",
                        "",
                        0,
                        null,
                        List.of(grant(1, two, "2027-01")));
        DecisionDoc second = world.book.draft(world.tenant, OFFICER, same);
        Signature again = world.signature("77/QĐ-UBND", "2026-03-14");
        assertFaults(
                () -> world.book.sign(world.tenant, OFFICER, second.id(), 1, again, Set.of()),
                tuple(0, "number"));

        world.today("2027-01-04");
        Signature nextYear = world.signature("77/QĐ-UBND", "2027-01-04");
        assertThat(
                        world.book
                                .sign(world.tenant, OFFICER, second.id(), 1, nextYear, Set.of())
                                .state())
                .isEqualTo(State.SIGNED);
    }

    @Test
    void theSignerNeedsAMandateThatHolds() {
        long person = world.person("MONTHLY=A");
        DecisionDoc draft = world.draft(DecisionKind.GRANT, grant(1, person, "2026-03"));
        LocalDate day = LocalDate.of(2026, 3, 15);
        Signature nothing = new Signature("", null, null, "", "", null, "", null, null);
        assertFaults(
                () -> world.book.sign(world.tenant, OFFICER, draft.id(), 1, nothing, Set.of()),
                tuple(0, "number"),
                tuple(0, "signer"),
                tuple(0, "capacity"),
                tuple(0, "signedOn"));
        Signature unmandated =
                new Signature(
                        "1/QĐ",
                        day.plusDays(1),
                        day,
                        "Giả Lập",
                        "Trưởng phòng",
                        Capacity.DELEGATED,
                        "",
                        null,
                        null);
        assertFaults(
                () -> world.book.sign(world.tenant, OFFICER, draft.id(), 1, unmandated, Set.of()),
                tuple(0, "signedOn"),
                tuple(0, "receivedOn"),
                tuple(0, "mandatePaper"),
                tuple(0, "mandateFrom"));
        Signature expired = delegated(day, day.minusDays(1));
        assertFaults(
                () -> world.book.sign(world.tenant, OFFICER, draft.id(), 1, expired, Set.of()),
                tuple(0, "mandateTo"));
        DecisionDoc signed =
                world.book.sign(
                        world.tenant, OFFICER, draft.id(), 1, delegated(day, day), Set.of());
        assertThat(signed.signature()).isEqualTo(delegated(day, day));
    }

    private static Signature delegated(LocalDate signedOn, LocalDate to) {
        return new Signature(
                "1/QĐ",
                signedOn,
                signedOn,
                "Giả Lập",
                "Trưởng phòng",
                Capacity.DELEGATED,
                "Giấy ủy quyền 5/GUQ",
                LocalDate.of(2026, 1, 1),
                to);
    }

    /** What differs from the law is confirmed one by one and stays with the decision. */
    @Test
    void warningsAreConfirmedAndKept() {
        long person = world.person("MONTHLY=A");
        Effect other = Effect.on(1, person, Component.MONTHLY, month("2026-05")).with("D", 250);
        DecisionDoc draft = world.draft(DecisionKind.GRANT, other);
        Signature signature = world.signature("5/QĐ", "2026-03-15");
        assertFaults(
                () ->
                        world.book.sign(
                                world.tenant, OFFICER, draft.id(), 1, signature, Set.of("1/from")),
                tuple(1, "ground"));
        DecisionDoc signed =
                world.book.sign(
                        world.tenant,
                        OFFICER,
                        draft.id(),
                        1,
                        signature,
                        Set.of("1/from", "1/ground"));
        assertThat(signed.warnings())
                .extracting(Warning::key)
                .containsExactlyInAnyOrder("1/from", "1/ground");
        assertThat(world.paid(person)).containsExactly("MONTHLY D 250 2026-05..");
    }

    /** NĐ 20/2021 Điều 8.1.đ by the made-up row: months of the certificate become arrears. */
    @Test
    void lateSignatureProposesArrearsWhereTheLawSaysSo() {
        long person = world.disabled("2026-01-20");
        Effect late = Effect.on(1, person, Component.MONTHLY, month("2026-01")).with("D", 200);
        world.sign(world.draft(DecisionKind.GRANT, late));
        assertThat(world.entitlements.pastChanges(world.tenant, OFFICER, person))
                .extracting(c -> c.from() + ".." + c.to() + c.beforeGround() + c.afterGround())
                .containsExactly("2026-01..2026-03D");
    }

    @Test
    void monthsBeforeTheLawfulOneAreRefused() {
        long person = world.person("MONTHLY=A");
        DecisionDoc draft = world.draft(DecisionKind.GRANT, grant(1, person, "2026-01"));
        assertFaults(() -> world.sign(draft), tuple(1, "from"));
        assertThat(world.paid(person)).isEmpty();
    }

    @Test
    void withoutTheLawAGrantIsRefusedAndAStopIsNot() {
        long person = world.person("MONTHLY=A");
        world.sign(world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")));
        world.law.active = false;
        assertThatThrownBy(() -> world.draft(DecisionKind.GRANT, grant(1, person, "2026-03")))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.LAW_NOT_ACTIVE));
        Effect stop = Effect.on(1, person, null, month("2026-04")).because(Reason.REFUSED);
        world.sign(world.draft(DecisionKind.STOP, stop));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-03..2026-03");
    }
}
