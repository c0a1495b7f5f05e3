package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.Comparison;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.payment.internal.DiffService;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.DiffStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/**
 * A law that lowers the rate from April 2026 (600.000 → 550.000) and raises B to 2,5, shadowed,
 * approved, put in force and compared with its first run. DỮ LIỆU GIẢ LẬP.
 */
class PolicyDiffTest {
    private static final Actor MAKER = new Actor("lap-bang", "");
    private static final Actor CHECKER = new Actor("phe-duyet", "");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final String SHA = "c".repeat(64);
    private static final long BASE = 1_000_000;
    private static final Instant LATER = TestStore.clock().now().plusSeconds(1800);

    private final TestLaw law = new TestLaw('a');
    private final Coming coming = new Coming();
    private boolean inForce;
    private TestStore store;
    private Connection owner;
    private TenantId tenant;
    private TestPeople people;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        tenant = store.tenant("so-sanh");
        people = new TestPeople(owner, tenant, BASE).add(20);
        sql(
                "insert into bundle_archive (kind, code, parent, symbolic_name, version, sha256,"
                        + " state, findings, since, bytes) select 'law', 'x', '', 'x', '2',"
                        + " encode(sha256('x'), 'hex'), 'CHECKED', '{}', now(), 'x'");
    }

    @AfterEach
    void close() throws Exception {
        owner.close();
        store.close();
    }

    @Test
    void whoLosesComesFirstAndEverybodyIsThereOnce() throws Exception {
        DiffView diff = compute(APRIL);
        List<Change> changes = diffs().changes(tenant, MAKER, diff.id(), 0, 100);
        // 20 monthly payments and 2 of care, all by another rate: 5 B are due by 2,5 as well.
        assertThat(changes).hasSize(22).hasSize((int) diff.changes());
        assertThat(diff.falls()).isEqualTo(22);
        assertThat(changes.get(0))
                .satisfies(
                        first -> {
                            assertThat(first.paidOldDong() - first.paidNewDong())
                                    .isEqualTo(125_000);
                            assertThat(first.ground()).isEqualTo("Theo quyết định");
                            assertThat(first.clause()).isEmpty();
                        });
        assertThat(changes)
                .filteredOn(change -> change.ground().equals("B"))
                .hasSize(5)
                .allSatisfy(
                        change -> {
                            assertThat(change.paidOldDong()).isEqualTo(1_200_000);
                            assertThat(change.paidNewDong()).isEqualTo(1_100_000);
                            assertThat(change.dueNewDong()).isEqualTo(1_375_000);
                            assertThat(change.clause())
                                    .contains("NQ 1/GIẢ LẬP")
                                    .contains("thay cho")
                                    .contains("NQ 0/GIẢ LẬP");
                        });
        List<Total> totals = diffs().totals(tenant, MAKER, diff.id());
        assertThat(totals.stream().mapToLong(Total::newDong).sum()).isEqualTo(diff.newDong());
        assertThat(diff.newDong() * 600).isEqualTo(diff.oldDong() * 550);
        assertThat(totals)
                .extracting(Total::ground)
                .contains("Theo quyết định")
                .doesNotContain("R");
        assertThat(one(owner, "select count(*) from policy_change where due_new_ground = 'R'"))
                .isEqualTo("0");
    }

    /** Whom nothing is granted is there by what would be due; the dead and merged are not. */
    @Test
    void whoReceivesNothingIsThereWhenSomethingElseWouldBeDue() throws Exception {
        for (int one : List.of(1, 5, 9, 13)) {
            people.until(one, "2026-03");
        }
        people.died(5, LocalDate.of(2026, 1, 10));
        sql(
                "update person set merged_into = %d where person_id = %d"
                        .formatted(people.person(2), people.person(9)));
        sql(
                "update person set recorded_at = '%s' where person_id = %d"
                        .formatted(LATER, people.person(13)));
        DiffView diff = compute(APRIL);
        assertThat(diffs().changes(tenant, MAKER, diff.id(), 0, 100))
                .filteredOn(change -> change.paidOldDong() == 0)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.personId()).isEqualTo(people.person(1));
                            assertThat(change.ground()).isEqualTo("B");
                            assertThat(change.paidNewDong()).isZero();
                            assertThat(change.dueOldDong()).isEqualTo(1_200_000);
                            assertThat(change.dueNewDong()).isEqualTo(1_375_000);
                        });
        assertThat(diff.payments()).isEqualTo(18);
        assertThat(diff.falls()).isEqualTo(18);
        // Pages join where those that fall end.
        assertThat(diffs().changes(tenant, MAKER, diff.id(), 17, 5))
                .extracting(change -> change.paidOldDong() > change.paidNewDong())
                .containsExactly(true, false);
        assertThat(diffs().changes(tenant, MAKER, diff.id(), 18, 5))
                .extracting(Change::personId)
                .containsExactly(people.person(1));
    }

    @Test
    void monthsBeforeTheChangeAreEqual() {
        assertThat(compute(YearMonth.of(2026, 3)).changes()).isZero();
    }

    @Test
    void theSameRegisterGivesTheSameDigest() throws Exception {
        String digest = compute(APRIL).digest();
        assertThat(compute(APRIL).digest()).isEqualTo(digest);
        sql("update fact set value = 'B' where kind = 'group' and person_id = " + people.person(3));
        assertThat(compute(APRIL).digest()).isNotEqualTo(digest);
    }

    @Test
    void aSecondHandAgreesByTheDigestOnce() throws Exception {
        DiffView diff = compute(APRIL);
        assertThatThrownBy(() -> diffs().approve(tenant, MAKER, diff.id(), diff.digest()))
                .hasMessageContaining("không được tự phê duyệt");
        Actor delegate = new Actor("thay-mat", MAKER.login(), "", "", Set.of());
        assertThatThrownBy(() -> diffs().approve(tenant, delegate, diff.id(), diff.digest()))
                .hasMessageContaining("không được tự phê duyệt");
        assertThatThrownBy(() -> diffs().approve(tenant, CHECKER, diff.id(), "0".repeat(64)))
                .hasMessageContaining("không đúng");
        assertThat(diffs().approve(tenant, CHECKER, diff.id(), diff.digest()).approvedBy())
                .isEqualTo("phe-duyet");
        assertThat(one(owner, "select code || ' ' || approved_by from release_approval"))
                .isEqualTo("so-sanh phe-duyet");
        // The database says it too.
        assertThatThrownBy(
                        () ->
                                sql(
                                        "insert into release_approval select sha256, 'khac',"
                                                + " from_hash, to_hash, digest, 'an,binh', 'binh',"
                                                + " approved_at from release_approval"))
                .hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> sql("update policy_diff set changes = 0"))
                .hasMessageContaining("is final");
        assertThatThrownBy(() -> sql("delete from policy_change")).hasMessageContaining("is final");
    }

    @Test
    void theFirstRunEqualsTheDiffAndEveryOtherDifferenceIsNamed() throws Exception {
        DiffView diff = compute(APRIL);
        inForce = true;
        people.died(5, LocalDate.of(2026, 2, 10));
        sql(
                "update person set death_recorded_at = '"
                        + LATER
                        + "' where person_id = "
                        + people.person(5));
        sql(
                "insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground,"
                        + " component, coefficient_hundredths, from_month, granted_at) select"
                        + " tenant_id, person_id, 990000, decision_id, 'B', 'MONTHLY', 300,"
                        + " from_month, '"
                        + LATER
                        + "' from entitlement where component = 'MONTHLY' and"
                        + " person_id = "
                        + people.person(7));
        long run = payments().compute(tenant, MAKER, APRIL).id();
        Comparison comparison = diffs().compare(tenant, MAKER, diff.id(), run);
        assertThat(comparison.unexplained()).isEmpty();
        assertThat(comparison.equal()).isEqualTo(20);
        assertThat(comparison.explained())
                .extracting(PolicyDiffs.Deviation::personId)
                .containsExactly(people.person(5), people.person(7));
        assertThat(comparison.explained())
                .extracting(PolicyDiffs.Deviation::cause)
                .containsExactly(
                        "ngày mất được ghi nhận sau khi lập bảng so sánh",
                        "quyết định được ghi nhận sau khi lập bảng so sánh");
        // Negative control: a line that nothing newer explains.
        sql(
                "update payment_line set amount_dong = amount_dong + 1 where component = 1"
                        + " and person_id = "
                        + people.person(1));
        assertThat(diffs().compare(tenant, MAKER, diff.id(), run).unexplained())
                .extracting(PolicyDiffs.Deviation::personId)
                .containsExactly(people.person(1));
    }

    private DiffView compute(YearMonth month) {
        return diffs().compute(tenant, MAKER, sha(), month, month, null);
    }

    private String sha() {
        return store.store()
                .service(UnitOfWork.class)
                .common(MAKER, () -> store.store().service(ReleaseArchive.class).all())
                .get(0)
                .sha256();
    }

    private Payments payments() {
        return new PaymentService(
                service(Localities.class),
                new Now(),
                Engines.standard(),
                service(UnitOfWork.class),
                service(Audit.class),
                new AnHourLater(),
                service(PaymentStorage.class),
                new RunListeners(List.of()),
                2,
                7);
    }

    private PolicyDiffs diffs() {
        return new DiffService(
                service(Localities.class),
                new Now(),
                new Shadow(),
                Engines.standard(),
                service(UnitOfWork.class),
                service(Audit.class),
                TestStore.clock(),
                service(PaymentStorage.class),
                service(DiffStorage.class),
                2);
    }

    private <T> T service(Class<T> type) {
        return store.store().service(type);
    }

    private void sql(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class AnHourLater implements CivilClock {
        @Override
        public Instant now() {
            return TestStore.clock().now().plusSeconds(3600);
        }

        @Override
        public ZoneId zone() {
            return TestStore.clock().zone();
        }

        @Override
        public boolean adjusted() {
            return true;
        }
    }

    /** What is in force: the old law, and the coming one once it was activated. */
    private final class Now implements ActiveLaw {
        @Override
        public Optional<Active> of(String code) {
            Active old = law.require(code);
            return Optional.of(inForce ? coming(old) : old);
        }

        @Override
        public Active require(String code) {
            return of(code).orElseThrow();
        }

        @Override
        public List<Active> all() {
            return List.of();
        }
    }

    private ActiveLaw.Active coming(ActiveLaw.Active old) {
        return new ActiveLaw.Active(old.profile(), coming.snapshot(), List.of(), "x", "2", SHA);
    }

    /** Activation as a diff sees it; approvals go to the real archive. */
    private final class Shadow implements Releases {
        @Override
        public List<ReleaseView> all() {
            return List.of();
        }

        @Override
        public void activate(Actor actor, String sha256) {
            inForce = true;
        }

        @Override
        public List<ActiveLaw.Active> preview(String sha256) {
            return List.of(coming(law.require("so-sanh")));
        }

        @Override
        public void approve(Approval approval) {
            service(ReleaseArchive.class).addApproval(approval);
        }

        @Override
        public List<Approval> approvals(String sha256) {
            return service(ReleaseArchive.class).approvals(sha256);
        }

        @Override
        public void withdraw(Actor actor, String sha256) {
            inForce = false;
        }
    }

    /** The test's law with two rows more. */
    private final class Coming implements LawLayer {
        PolicySnapshot snapshot() {
            return Engines.standard()
                    .compile(List.of(new Engine.Layer(this, SHA)), List.of("thu-nghiem"));
        }

        @Override
        public String code() {
            return law.code();
        }

        @Override
        public String parent() {
            return law.parent();
        }

        @Override
        public List<Ground> grounds() {
            return law.grounds();
        }

        @Override
        public List<ParameterRow> rows() {
            List<ParameterRow> rows = new ArrayList<>();
            for (ParameterRow row : law.rows()) {
                rows.add(row);
                if (row.value().equals("600000")) {
                    rows.add(later(row, "550000"));
                } else if (row.key().equals("coefficient.B")) {
                    rows.add(later(row, "2.5"));
                }
            }
            return rows;
        }

        private static ParameterRow later(ParameterRow row, String value) {
            return new ParameterRow(
                    row.key(),
                    value,
                    row.unit(),
                    row.rounding(),
                    row.territory(),
                    APRIL,
                    null,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 1),
                    Citation.of("NQ 1/GIẢ LẬP", "2", "1", ""),
                    row.confidence(),
                    "");
        }
    }
}
