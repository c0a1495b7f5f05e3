package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ansinh.store.entitlement.World.OFFICER;
import static vn.ansinh.store.entitlement.World.month;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.NameCheck.Verdict;
import vn.ansinh.entitlement.api.Payees.Account;
import vn.ansinh.entitlement.api.Payees.AccountChange;
import vn.ansinh.entitlement.api.Payees.Channel;
import vn.ansinh.entitlement.api.Payees.Kind;
import vn.ansinh.entitlement.api.Payees.NewPayee;
import vn.ansinh.entitlement.api.Payees.PayeeView;
import vn.ansinh.entitlement.api.Payees.SharedAccount;
import vn.ansinh.entitlement.port.Decisions.Key;
import vn.ansinh.entitlement.port.Decisions.NewDecision;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Payees and accounts on real PostgreSQL. DỮ LIỆU GIẢ LẬP. */
class PayeesTest {

    private static final Account CASH = new Account(Channel.CASH_POINT, "", "", "", "");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

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
        world = new World(store, "xa-nguoi-nhan-" + ++localities);
    }

    private static Account account(String number, String holder) {
        return new Account(Channel.ACCOUNT, "Ngân hàng Giả Lập", number, holder, "con");
    }

    private NewPayee payee(Kind kind, String name, LocalDate from, LocalDate to, Account account) {
        return new NewPayee(List.of(Component.MONTHLY), kind, name, "5/GUQ", from, to, account);
    }

    private String on(long person, String day, Instant known) {
        return world.payees
                .payee(
                        world.tenant,
                        OFFICER,
                        person,
                        Component.MONTHLY,
                        LocalDate.parse(day),
                        known)
                .map(one -> one.kind() + " " + one.name() + " " + one.account().account())
                .orElse("-");
    }

    @Test
    void aMandateHoldsForItsDaysAndThenWhoReceivedBefore() {
        long person = world.person();
        world.payees.name(world.tenant, OFFICER, person, payee(Kind.SELF, "", MARCH, null, CASH));
        Instant before = world.now;
        world.today("2026-03-20");
        NewPayee son =
                payee(
                        Kind.AUTHORISED,
                        "Trần Văn Giả",
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 6, 30),
                        account("0011 2233", "TRAN VAN GIA"));
        List<PayeeView> now = world.payees.name(world.tenant, OFFICER, person, son);
        assertThat(now).extracting(PayeeView::nameCheck).containsExactly(null, Verdict.EQUAL, null);
        assertThat(on(person, "2026-02-28", world.now)).isEqualTo("-");
        assertThat(on(person, "2026-03-31", world.now)).isEqualTo("SELF Nguyễn Thị Giả Lập ");
        assertThat(on(person, "2026-04-01", world.now))
                .isEqualTo("AUTHORISED Trần Văn Giả 00112233");
        assertThat(on(person, "2026-06-30", world.now)).startsWith("AUTHORISED");
        assertThat(on(person, "2026-07-01", world.now)).startsWith("SELF");
        assertThat(on(person, "2026-05-01", before)).startsWith("SELF");
    }

    @Test
    void anAccountChangeIsAnEventAndTheMandateStays() {
        long person = world.person();
        world.payees.name(
                world.tenant,
                OFFICER,
                person,
                payee(Kind.GUARDIAN, "Trần Văn Giả", MARCH, null, CASH));
        Instant before = world.now;
        world.today("2026-03-20");
        AccountChange change =
                new AccountChange(
                        List.of(Component.MONTHLY),
                        LocalDate.of(2026, 4, 1),
                        "Giấy đề nghị 7",
                        account("99990001", "GIA TRAN VAN"));
        world.payees.changeAccount(world.tenant, OFFICER, person, change);
        assertThat(on(person, "2026-04-02", world.now)).isEqualTo("GUARDIAN Trần Văn Giả 99990001");
        assertThat(on(person, "2026-04-02", before)).isEqualTo("GUARDIAN Trần Văn Giả ");
        assertThat(world.payees.history(world.tenant, OFFICER, person))
                .last()
                .satisfies(
                        one -> {
                            assertThat(one.changePaper()).isEqualTo("Giấy đề nghị 7");
                            assertThat(one.paper()).isEqualTo("5/GUQ");
                            assertThat(one.recordedBy()).isEqualTo(OFFICER.login());
                            assertThat(one.recordedAt()).isEqualTo(world.now);
                            assertThat(one.nameCheck()).isEqualTo(Verdict.LIKELY);
                        });
        assertThat(trail()).contains("payee.name", "payee.account", "payee.read");
        assertThat(
                        world.rows(
                                "select detail from audit_event where detail ~ '9999|Trần'"
                                        + " and tenant_id = "
                                        + world.tenant.value()))
                .isEmpty();
    }

    private List<String> trail() {
        return world.rows(
                "select action from audit_event where tenant_id = " + world.tenant.value());
    }

    @Test
    void everyFaultIsListed() {
        long person = world.person();
        Account account = new Account(Channel.ACCOUNT, "", "12", "Người Khác", "");
        NewPayee heir = new NewPayee(null, Kind.HEIR, "", "", null, null, account);
        assertFaults(
                () -> world.payees.name(world.tenant, OFFICER, person, heir),
                "name",
                "paper",
                "kind",
                "from",
                "account.account",
                "account.bank",
                "account.holderRelation");
        assertFaults(
                () ->
                        world.payees.changeAccount(
                                world.tenant,
                                OFFICER,
                                person,
                                new AccountChange(null, null, "", null)),
                "from",
                "paper",
                "account.channel");
        assertThat(world.payees.history(world.tenant, OFFICER, person)).isEmpty();
    }

    @Test
    void anAccountOfManyIsShownAndAboveTheNumberAlarmed() {
        for (int i = 0; i < 4; i++) {
            world.payees.name(
                    world.tenant,
                    OFFICER,
                    world.person(),
                    new NewPayee(
                            List.of(),
                            Kind.CARER,
                            "Trần Văn Giả",
                            "1/GUQ",
                            MARCH,
                            null,
                            account("1234567", "")));
        }
        for (int i = 0; i < 3; i++) {
            world.payees.name(
                    world.tenant,
                    OFFICER,
                    world.person(),
                    payee(Kind.CARER, "Lê Thị Giả", MARCH, null, account("7654321", "")));
        }
        world.payees.name(
                world.tenant,
                OFFICER,
                world.person(),
                payee(Kind.SELF, "", MARCH, null, account("5555555", "")));
        List<SharedAccount> shared = world.payees.shared(world.tenant, OFFICER, MARCH, 10);
        assertThat(shared)
                .extracting(SharedAccount::account, SharedAccount::persons, SharedAccount::alarmed)
                .containsExactly(tuple("1234567", 4, true), tuple("7654321", 3, false));
        assertThat(shared.get(0).personIds()).hasSize(4);
        assertThat(world.payees.shared(world.tenant, OFFICER, MARCH.minusDays(1), 10)).isEmpty();
    }

    @Test
    void anotherLocalitySeesNothing() {
        long person = world.person();
        NewPayee self = payee(Kind.SELF, "", MARCH, null, account("1234567", ""));
        world.payees.name(world.tenant, OFFICER, person, self);
        World other = new World(store, "xa-nguoi-nhan-khac-" + localities);
        assertThat(other.payees.history(other.tenant, OFFICER, person)).isEmpty();
        assertThat(other.payees.shared(other.tenant, OFFICER, MARCH, 10)).isEmpty();
        assertThatThrownBy(() -> other.payees.name(other.tenant, OFFICER, person, self))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void whatWasKnownIsNotRewritten() throws SQLException {
        long person = world.person();
        world.payees.name(world.tenant, OFFICER, person, payee(Kind.SELF, "", MARCH, null, CASH));
        try (Connection app = store.app()) {
            TestStore.run(app, "set ansinh.tenant = '" + world.tenant.value() + "'");
            for (String change : List.of("update payee set name = 'khác'", "delete from payee")) {
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    /** An import's payees hold from their first month and show with their grants. */
    @Test
    void importedGrantsBringTheirPayees() {
        long person = world.person("MONTHLY=A");
        store.service(UnitOfWork.class)
                .inTenant(
                        world.tenant,
                        OFFICER,
                        () -> {
                            NewDecision decision =
                                    new NewDecision(
                                            new Key("1/QĐ", LocalDate.of(2025, 3, 3)),
                                            World.CHAIR,
                                            "GRANT");
                            long id = world.running.add(List.of(decision), world.now).get(0);
                            world.running.grant(
                                    List.of(
                                            grant(person, id, "2025-03", "2025-09", "CASH"),
                                            grant(person, id, "2025-10", null, "ACCOUNT")),
                                    world.now);
                            return null;
                        });
        assertThat(on(person, "2025-09-30", world.now)).isEqualTo("CARER Trần Văn Giả ");
        assertThat(on(person, "2025-10-01", world.now)).isEqualTo("CARER Trần Văn Giả 888800");
        List<Grant> grants =
                store.service(UnitOfWork.class)
                        .inTenant(
                                world.tenant,
                                OFFICER,
                                () -> world.running.grantsOf(List.of(person)));
        assertThat(grants)
                .extracting(Grant::channel, Grant::payeeName, Grant::account)
                .containsExactly(
                        tuple("CASH", "Trần Văn Giả", ""),
                        tuple("ACCOUNT", "Trần Văn Giả", "888800"));
        assertThat(world.entitlements.of(world.tenant, OFFICER, person, world.now)).hasSize(2);
    }

    private static Grant grant(long person, long decision, String from, String to, String channel) {
        boolean account = channel.equals("ACCOUNT");
        return new Grant(
                0,
                decision,
                "1/QĐ",
                LocalDate.of(2025, 3, 3),
                person,
                "A",
                Component.MONTHLY,
                account ? 150 : 100,
                month(from),
                to == null ? null : month(to),
                channel,
                "Trần Văn Giả",
                "CARER",
                account ? "Ngân hàng Giả Lập" : "",
                account ? "888800" : "");
    }

    private static void assertFaults(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(Fault::field)
                                        .containsExactlyInAnyOrder(fields));
    }
}
