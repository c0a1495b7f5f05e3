package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ansinh.store.entitlement.World.OFFICER;
import static vn.ansinh.store.entitlement.World.month;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.Proposal;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.store.TestStore;

/** What each kind does to the rows payment reads. DỮ LIỆU GIẢ LẬP. */
class DecisionEffectsTest {

    private static TestStore store;
    private static int localities;
    private World world;
    private long person;
    private DecisionDoc granted;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    /** Everybody gets A × 1,5 from January 2026, signed on 5 January. */
    @BeforeEach
    void aPersonOnAllowance() {
        world = new World(store, "xa-hieu-luc-" + ++localities);
        world.today("2026-01-05");
        person = world.person("MONTHLY=A");
        granted = world.sign(world.draft(DecisionKind.GRANT, from("2026-01").with("A", 150)));
        world.today("2026-03-15");
    }

    private Effect from(String month) {
        return Effect.on(1, person, Component.MONTHLY, month(month));
    }

    @Test
    void adjustChangesGroundAndCoefficientFromAMonth() {
        world.sign(world.draft(DecisionKind.ADJUST, from("2026-04").with("D", 200)));
        assertThat(world.paid(person))
                .containsExactly("MONTHLY A 150 2026-01..2026-03", "MONTHLY D 200 2026-04..");
        world.sign(world.draft(DecisionKind.ADJUST, from("2026-05").with("", 250)));
        assertThat(world.paid(person)).endsWith("MONTHLY D 250 2026-05..");
    }

    @Test
    void adjustMovesToAnotherComponent() {
        Effect move = from("2026-04").with("S", 100).moving(Component.SINGLE_PARENT);
        world.sign(world.draft(DecisionKind.ADJUST, move));
        assertThat(world.paid(person))
                .containsExactly("MONTHLY A 150 2026-01..2026-03", "SINGLE_PARENT S 100 2026-04..");
    }

    /** NĐ 335/2026 Điều 9.4: nothing changed, hence from the moment of suspension, in full. */
    @Test
    void aSuspendedSpanIsAGapUntilItIsResumed() {
        Effect suspend = Effect.on(1, person, null, month("2026-03")).because(Reason.NOT_COLLECTED);
        DecisionDoc suspension = world.sign(world.draft(DecisionKind.SUSPEND, suspend));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..2026-02");
        assertThat(world.entitlements.of(world.tenant, OFFICER, person, world.now))
                .extracting(Entitled::suspendedBy)
                .containsExactly(0L, suspension.id());

        world.today("2026-06-10");
        world.sign(world.draft(DecisionKind.RESUME, Effect.on(1, person, null, month("2026-03"))));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..");
        assertThat(world.entitlements.pastChanges(world.tenant, OFFICER, person))
                .extracting(
                        c ->
                                c.from()
                                        + ".."
                                        + c.to()
                                        + " "
                                        + c.beforeHundredths()
                                        + ">"
                                        + c.afterHundredths())
                .containsExactly(
                        "2026-01..2026-01 0>150",
                        "2026-03..2026-03 150>0",
                        "2026-03..2026-06 0>150");
    }

    @Test
    void resumingLaterLeavesTheGap() {
        Effect suspend = from("2026-03").because(Reason.NOT_COLLECTED);
        world.sign(world.draft(DecisionKind.SUSPEND, suspend));
        world.sign(world.draft(DecisionKind.RESUME, from("2026-06")));
        assertThat(world.paid(person))
                .containsExactly("MONTHLY A 150 2026-01..2026-02", "MONTHLY A 150 2026-06..");
    }

    @Test
    void stopAfterADeathOfTwoMonthsAgoProposesWhatWasOverpaid() {
        world.register.recordDeath(world.tenant, OFFICER, person, LocalDate.of(2026, 1, 20));
        DecisionDoc stop =
                world.sign(world.draft(DecisionKind.STOP, from("2026-02").because(Reason.DEATH)));
        assertThat(stop.warnings()).isEmpty();
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..2026-01");
        assertThat(world.entitlements.pastChanges(world.tenant, OFFICER, person))
                .extracting(
                        c ->
                                c.from()
                                        + ".."
                                        + c.to()
                                        + " "
                                        + c.beforeGround()
                                        + ">"
                                        + c.afterGround())
                .containsExactly("2026-01..2026-01 >A", "2026-02..2026-03 A>");
    }

    /** Revoked as if never signed; what it had replaced is back, and the past stays readable. */
    @Test
    void revokingRestoresWhatWasReplaced() {
        DecisionDoc adjust =
                world.sign(world.draft(DecisionKind.ADJUST, from("2026-02").with("D", 200)));
        world.sign(world.draft(DecisionKind.STOP, from("2026-09").because(Reason.REFUSED)));
        Instant adjusted = world.now;
        world.today("2026-04-02");
        DecisionDoc revoke = world.sign(world.about(DecisionKind.REVOKE, adjust, null));
        assertThat(revoke.persons()).isEqualTo(1);
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..2026-08");
        assertThat(world.paidAt(person, adjusted))
                .containsExactly(
                        "MONTHLY A 150 2026-01..2026-01", "MONTHLY D 200 2026-02..2026-08");
        world.sign(world.about(DecisionKind.REVOKE, revoke, null));
        assertThat(world.paid(person))
                .containsExactly(
                        "MONTHLY A 150 2026-01..2026-01", "MONTHLY D 200 2026-02..2026-08");
    }

    /** Repealed within a month, the month still stands. */
    @Test
    void repealEndsTheEffectFromADay() {
        DecisionDoc adjust =
                world.sign(world.draft(DecisionKind.ADJUST, from("2026-02").with("D", 200)));
        world.sign(world.about(DecisionKind.REPEAL, adjust, "2026-05-10"));
        assertThat(world.paid(person))
                .containsExactly(
                        "MONTHLY A 150 2026-01..2026-01",
                        "MONTHLY D 200 2026-02..2026-05",
                        "MONTHLY A 150 2026-06..");
        world.sign(world.about(DecisionKind.REPEAL, granted, "2026-08-01"));
        assertThat(world.paid(person)).endsWith("MONTHLY A 150 2026-06..2026-07");
    }

    @Test
    void aCorrectionOfTextChangesNoMoneyAndOneOfAnEffectDoes() {
        Effect text =
                new Effect(0, 1, 0, null, null, "", 0, null, null, null, 0, 0, 0, "Hòa", "Hoà", "");
        DecisionDoc spelling =
                world.sign(world.about(DecisionKind.CORRECT_TEXT, granted, null, text));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..");
        assertThat(spelling.persons()).isZero();

        long row = world.book.annex(world.tenant, OFFICER, granted.id(), 0, 1).get(0).effect().id();
        Effect right = from("2026-02").with("A", 200).correcting(row);
        DecisionDoc correction =
                world.sign(world.about(DecisionKind.CORRECT_TEXT, granted, null, right));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 200 2026-02..");
        world.sign(world.about(DecisionKind.REVOKE, correction, null));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..");
    }

    @Test
    void recoveryIsStoredForPayment() {
        Effect recover =
                new Effect(
                        0, 1, person, null, null, "", 0, null, null, null, 1_500_000, 3, 0, "", "",
                        "");
        DecisionDoc signed = world.sign(world.draft(DecisionKind.RECOVER, recover));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..");
        assertThat(world.book.annex(world.tenant, OFFICER, signed.id(), 0, 1).get(0).effect())
                .extracting(Effect::amountDong, Effect::instalments)
                .containsExactly(1_500_000L, 3);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused(DecisionKind.GRANT, from("2026-06").with("A", 150));
        assertRefused(DecisionKind.RESUME, from("2026-04"));
        assertRefused(DecisionKind.SUSPEND, from("2026-02").because(Reason.NOT_COLLECTED));
        Effect care = Effect.on(1, person, Component.CARE, month("2026-04"));
        assertRefused(DecisionKind.STOP, care.because(Reason.CARE_ENDED));
        assertRefused(DecisionKind.ADJUST, care.with("C", 100));
        assertThat(world.paid(person)).containsExactly("MONTHLY A 150 2026-01..");
    }

    private void assertRefused(DecisionKind kind, Effect effect) {
        DecisionDoc draft = world.draft(kind, effect);
        assertThatThrownBy(() -> world.sign(draft))
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.faults()).isNotEmpty());
    }

    /** The row of the law says since when remand is no reason any more. */
    @Test
    void aReasonTheLawNoLongerKnowsIsWarnedOf() {
        DecisionDoc signed =
                world.sign(
                        world.draft(DecisionKind.SUSPEND, from("2026-04").because(Reason.REMAND)));
        assertThat(signed.warnings()).extracting("row", "field").contains(tuple(1, "reason"));
    }

    /** An officer signs what the engine says without a warning. */
    @Test
    void aProposalIsSignedAsItIs() {
        person = world.disabled("2026-02-03");
        List<Proposal> proposals =
                world.entitlements.propose(world.tenant, OFFICER, person, world.today());
        assertThat(proposals).hasSize(1);
        Proposal proposal = proposals.get(0);
        assertThat(proposal.kind()).isEqualTo(DecisionKind.GRANT);
        assertThat(proposal.amountDong()).isEqualTo(1_000_000);
        assertThat(proposal.effect().from()).isEqualTo(month("2026-02"));
        assertThat(proposal.clauses()).isNotEmpty();

        DecisionDoc signed = world.sign(world.draft(DecisionKind.GRANT, proposal.effect()));
        assertThat(signed.warnings()).isEmpty();
        assertThat(world.paid(person)).containsExactly("MONTHLY D 200 2026-02..");
        assertThat(world.entitlements.propose(world.tenant, OFFICER, person, world.today()))
                .isEmpty();
    }

    @Test
    void aDeathAndALostGroundAreProposedAsStops() {
        world.register.recordDeath(world.tenant, OFFICER, person, LocalDate.of(2026, 2, 1));
        assertThat(world.entitlements.propose(world.tenant, OFFICER, person, world.today()))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.kind()).isEqualTo(DecisionKind.STOP);
                            assertThat(p.effect().reason()).isEqualTo(Reason.DEATH);
                            assertThat(p.effect().from()).isEqualTo(month("2026-03"));
                        });
    }

    /** At every instant payment reads what a replay of the decisions known then says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rowsAreTheReplayAtEveryInstant(long seed) {
        Random random = new Random(seed);
        List<DecisionDoc> signed = new ArrayList<>(List.of(granted));
        List<Instant> instants = new ArrayList<>(List.of(world.now));
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            world.now = world.now.plus(Duration.ofHours(5));
            try {
                signed.add(world.sign(anything(random, signed)));
                instants.add(world.now);
            } catch (AnsinhException e) {
                refused++;
            }
        }
        assertThat(refused).isLessThan(20);
        for (Instant instant : instants) {
            List<String> replayed =
                    world.entitlements.of(world.tenant, OFFICER, person, instant).stream()
                            .filter(one -> one.suspendedBy() == 0)
                            .map(DecisionEffectsTest::text)
                            .toList();
            assertThat(world.paidAt(person, instant)).as("%s", instant).isEqualTo(replayed);
        }
    }

    private DecisionDoc anything(Random random, List<DecisionDoc> signed) {
        Effect effect = from("2026-0" + (3 + random.nextInt(6)));
        DecisionDoc target = signed.get(random.nextInt(signed.size()));
        return switch (random.nextInt(8)) {
            case 0 -> world.draft(DecisionKind.GRANT, effect.with("A", 150));
            case 1, 2 -> world.draft(DecisionKind.ADJUST, effect.with("D", 200));
            case 3 -> world.draft(DecisionKind.SUSPEND, effect.because(Reason.NOT_COLLECTED));
            case 4 -> world.draft(DecisionKind.RESUME, effect);
            case 5 -> world.draft(DecisionKind.STOP, effect.because(Reason.REFUSED));
            case 6 -> world.about(DecisionKind.REVOKE, target, null);
            default ->
                    world.about(DecisionKind.REPEAL, target, "2026-06-0" + (1 + random.nextInt(2)));
        };
    }

    private static String text(Entitled one) {
        return one.component()
                + " "
                + one.ground()
                + " "
                + one.coefficientHundredths()
                + " "
                + one.from()
                + ".."
                + (one.to() == null ? "" : one.to());
    }
}
