package vn.ansinh.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.AuditTrail.Entry;
import vn.ansinh.identity.api.AuditTrail.Query;
import vn.ansinh.identity.api.Identity.DataClass;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.api.Staff.Title;
import vn.ansinh.identity.api.Staff.UnitBelow;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Accounts and the trail on the real database; DỮ LIỆU GIẢ LẬP. */
class IdentityModuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    private static TestStore store;
    private static Accounts accounts;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        accounts = store.service(Accounts.class);
        store.tenant("xa");
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @Test
    void anAccountIsAddedRehashedAndClosed() {
        accounts.save("nguoi-1", "$x$1", "admin");
        accounts.save("nguoi-1", "$x$2", "admin");
        assertThat(accounts.byLogin("nguoi-1").orElseThrow().secretHash()).isEqualTo("$x$2");
        assertThat(accounts.byLogin("nguoi-1").orElseThrow().closed()).isFalse();
        accounts.close("nguoi-1", "admin");
        assertThat(accounts.byLogin("nguoi-1").orElseThrow().closed()).isTrue();
        assertThat(accounts.byLogin("khong-co")).isEmpty();
    }

    @Test
    void aRightKeepsUnitsClassAndPeriodAndEndsWithoutBeingDeleted() {
        accounts.save("nguoi-2", "$x$1", "admin");
        Right right =
                new Right(
                        Role.OFFICER,
                        "xa-2",
                        Set.of("thon-1", "thon-2"),
                        DataClass.RESTRICTED,
                        DAY,
                        DAY.plusDays(9));
        long id = accounts.addRight("nguoi-2", right, "5/QĐ", "admin");
        accounts.addRight("nguoi-2", new Right(Role.AUDITOR, "noi-khac"), "", "admin");
        assertThat(accounts.byLogin("nguoi-2").orElseThrow().rights()).hasSize(2).contains(right);
        assertThat(accounts.ofLocality("xa-2")).extracting("login").containsExactly("nguoi-2");

        assertThat(accounts.endRight("noi-khac", id, "quan-ly")).isFalse();
        assertThat(accounts.endRight("xa-2", id, "quan-ly")).isTrue();
        assertThat(accounts.endRight("xa-2", id, "quan-ly")).isFalse();
        assertThat(accounts.byLogin("nguoi-2").orElseThrow().rights()).doesNotContain(right);
        assertThat(accounts.ofLocality("xa-2")).isEmpty();
        assertThat(accounts.rights("xa-2"))
                .singleElement()
                .satisfies(
                        held -> {
                            assertThat(held.right()).isEqualTo(right);
                            assertThat(held.paper()).isEqualTo("5/QĐ");
                            assertThat(held.grantedAt()).isEqualTo(TestStore.NOW);
                            assertThat(held.endedBy()).isEqualTo("quan-ly");
                        });
    }

    @Test
    void aDelegationHoldsOnItsDaysUntilItIsEnded() {
        accounts.save("tu", "$x$1", "admin");
        accounts.save("den", "$x$1", "admin");
        Delegation delegation =
                new Delegation(
                        "tu", "den", "xa", Set.of(Role.LEADER), DAY, DAY.plusDays(2), "7/GUQ");
        long id = accounts.addDelegation(delegation, "admin");
        assertThat(accounts.delegatedTo("den", DAY)).containsExactly(delegation);
        assertThat(accounts.delegatedTo("den", DAY.plusDays(2))).hasSize(1);
        assertThat(accounts.delegatedTo("den", DAY.minusDays(1))).isEmpty();
        assertThat(accounts.delegatedTo("den", DAY.plusDays(3))).isEmpty();
        assertThat(accounts.delegatedTo("tu", DAY)).isEmpty();
        assertThat(accounts.endDelegation("xa", id, "admin")).isTrue();
        assertThat(accounts.delegatedTo("den", DAY)).isEmpty();
        assertThat(accounts.delegations("xa").get(0).endedAt()).isEqualTo(TestStore.NOW);
    }

    @Test
    void titlesAreReplacedAsAWhole() {
        accounts.saveTitles("xa", List.of(new Title("Cũ", Role.OFFICER)));
        List<Title> titles = List.of(new Title("Chủ tịch", Role.LEADER));
        accounts.saveTitles("xa", titles);
        assertThat(accounts.titles("xa")).isEqualTo(titles);
    }

    @Test
    void aUnitReachesEveryDepthBelowItAndACircleEnds() {
        accounts.saveUnits(
                "xa",
                List.of(
                        new UnitBelow("to-1", "thon-1"),
                        new UnitBelow("thon-1", "khu-1"),
                        new UnitBelow("khu-1", "to-1"),
                        new UnitBelow("to-9", "thon-9")));
        assertThat(accounts.withUnitsBelow("xa", Set.of("thon-1")))
                .containsExactlyInAnyOrder("thon-1", "to-1", "khu-1");
        assertThat(accounts.withUnitsBelow("xa", Set.of("thon-9", "khac")))
                .containsExactlyInAnyOrder("thon-9", "to-9", "khac");
        assertThat(accounts.withUnitsBelow("noi-khac", Set.of("thon-1"))).containsExactly("thon-1");
        assertThat(accounts.units("xa")).hasSize(4);
    }

    @Test
    void whatWasGivenIsNotRewrittenByTheApplication() throws SQLException {
        for (String change :
                List.of(
                        "update account_right set role = 'OPERATOR'",
                        "delete from account_right",
                        "update delegation set last_day = '2030-01-01'",
                        "delete from delegation",
                        "delete from account",
                        "update audit_subject set subject_id = 1",
                        "delete from audit_subject")) {
            try (Connection app = store.app()) {
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .as(change)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void thePersonFindsTheOwnRecordsThoseOfListsToo() {
        TenantId tenant = store.tenant("xa-nhat-ky");
        Actor delegate = new Actor("pho", "chu-tich", "trả lời đơn", "HS-12", Set.of());
        record(tenant, delegate, "person.read", 11, "");
        record(tenant, new Actor("can-bo", ""), "person.page", 9, "ids='9,11,12'");
        record(tenant, new Actor("can-bo", ""), "person.read", 12, "");
        record(store.tenant("xa-khac"), new Actor("ai-do", ""), "person.read", 11, "");

        List<Entry> own = search(tenant, Query.ofPerson(11, 0, 10));
        assertThat(own).extracting(Entry::action).containsExactly("person.page", "person.read");
        assertThat(own).extracting(Entry::subjectId).containsOnly(11L);
        assertThat(own).extracting(Entry::detail).as("no others' ids").containsOnly("");
        assertThat(own.get(1).onBehalfOf()).isEqualTo("chu-tich");
        assertThat(own.get(1).purpose()).isEqualTo("trả lời đơn");
        assertThat(own.get(1).procedure()).isEqualTo("HS-12");
        assertThat(search(tenant, Query.ofPerson(9, 0, 10))).hasSize(1);
        assertThat(search(tenant, Query.ofPerson(11, own.get(0).id(), 10))).hasSize(1);

        Instant now = TestStore.NOW;
        assertThat(search(tenant, new Query("can-bo", "", 0, null, null, 0, 10))).hasSize(2);
        assertThat(search(tenant, new Query("chu-tich", "", 0, null, null, 0, 10)))
                .as("what was done in her name")
                .hasSize(1);
        assertThat(search(tenant, new Query("", "", 0, now, now.plusSeconds(1), 0, 10))).hasSize(3);
        assertThat(search(tenant, new Query("", "", 0, null, now, 0, 10))).isEmpty();
        assertThat(search(tenant, new Query("", "run", 0, null, null, 0, 10))).isEmpty();
    }

    private static void record(
            TenantId tenant, Actor actor, String action, long person, String detail) {
        store.service(UnitOfWork.class)
                .inTenant(
                        tenant,
                        actor,
                        () -> {
                            store.service(Audit.class)
                                    .record(action, "beneficiary", person, detail);
                            return null;
                        });
    }

    private static List<Entry> search(TenantId tenant, Query query) {
        return store.service(UnitOfWork.class)
                .inTenant(
                        tenant,
                        Actor.system("test"),
                        () -> store.service(AuditEvents.class).search(query));
    }
}
