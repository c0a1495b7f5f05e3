package vn.ansinh.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.identity.internal.IdentityModuleTest.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.DataClass;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;

/** Rights: role × unit subtree × data class × period; delegation; closing; the trail. */
class StaffTest {
    private final World world = new World();
    @TempDir Path folder;
    private Identity identity;
    private Staff staff;
    private AuditTrail trail;
    private String secret;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("admin-password"), "mật-khẩu-quản-trị\n");
        IdentityModule module = world.module(folder);
        identity = module.identity();
        staff = module.staff();
        trail = module.trail();
        secret = new String(identity.issue(World.OPERATOR, "can-bo", Set.of(World.OFFICER)));
        identity.issue(World.OPERATOR, "chu-tich", Set.of(new Right(Role.LEADER, World.HERE)));
        identity.issue(
                World.OPERATOR, "quan-ly", Set.of(new Right(Role.ACCOUNT_MANAGER, World.HERE)));
    }

    private static Right right(Role role, Set<String> units, LocalDate from, LocalDate to) {
        return new Right(role, World.HERE, units, DataClass.ORDINARY, from, to);
    }

    private Account account(String login) {
        return identity.account(login).orElseThrow();
    }

    @Test
    void noOperatorEverHasAPersonalPermissionNorCanBeGivenOne() {
        Account operator = account("admin");
        for (Permission permission : Permission.values()) {
            assertThat(operator.may(permission, World.HERE))
                    .as("%s", permission)
                    .isEqualTo(
                            Set.of(
                                            Permission.SIGNED_IN,
                                            Permission.SEE_LOCALITY,
                                            Permission.RUN_SYSTEM,
                                            Permission.MANAGE_ACCOUNTS)
                                    .contains(permission));
            assertThat(permission.personal() && operator.may(permission, World.HERE)).isFalse();
        }
        refused(
                ErrorCode.CONFLICT,
                () -> staff.grant(new Actor("quan-ly", ""), "admin", World.OFFICER, ""));
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        identity.issue(
                                World.OPERATOR,
                                "moi",
                                Set.of(new Right(Role.OPERATOR, World.HERE))));
    }

    @Test
    void operatorsAreAccountsOfTheirOwn() {
        Right operator = new Right(Role.OPERATOR, "");
        identity.issue(World.OPERATOR, "van-hanh", Set.of(operator));
        assertThat(account("van-hanh").may(Permission.RUN_SYSTEM, "")).isTrue();
        Actor manager = new Actor("quan-ly", "");
        refused(
                ErrorCode.CONFLICT,
                () -> identity.issue(manager, "van-hanh", Set.of(World.OFFICER)));
        refused(ErrorCode.CONFLICT, () -> staff.grant(manager, "van-hanh", World.OFFICER, ""));
        refused(
                ErrorCode.CONFLICT,
                () -> staff.delegate(manager, delegation("chu-tich", "van-hanh", Set.of())));
        refused(
                ErrorCode.CONFLICT,
                () -> identity.issue(World.OPERATOR, "can-bo", Set.of(operator)));
        refused(
                ErrorCode.FORBIDDEN,
                () -> identity.issue(new Actor("van-hanh", ""), "van-hanh", Set.of(operator)));
        assertThat(identity.accounts("")).extracting(Account::login).contains("van-hanh");
        staff.close(World.OPERATOR, "", "van-hanh");
        assertThat(identity.account("van-hanh")).isEmpty();
    }

    @Test
    void everyRoleIsForItsLocalityOnly() {
        for (Role role : Role.values()) {
            if (role == Role.OPERATOR) {
                continue;
            }
            Account account = new Account("x", Set.of(new Right(role, World.HERE)));
            assertThat(role.permissions()).isNotEmpty();
            for (Permission permission : Permission.values()) {
                boolean anywhere = permission == Permission.SIGNED_IN;
                assertThat(account.may(permission, World.THERE))
                        .as("%s %s", role, permission)
                        .isEqualTo(anywhere);
                assertThat(account.may(permission, null)).isEqualTo(anywhere);
                assertThat(account.may(permission, "")).isEqualTo(anywhere);
            }
        }
    }

    @Test
    void aRightHoldsFromItsFirstToItsLastDayOnTheCivilClock() {
        Right dated =
                right(
                        Role.INSPECTOR,
                        Set.of(),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 30));
        staff.grant(World.OPERATOR, "can-bo", dated, "12/QĐ");
        for (int day : new int[] {31, 32, 61, 62}) {
            world.today = LocalDate.of(2026, 3, 1).plusDays(day - 1);
            assertThat(account("can-bo").may(Permission.READ_AUDIT, World.HERE))
                    .as("%s", world.today)
                    .isEqualTo(day == 32 || day == 61);
        }
    }

    @Test
    void aUnitReachesWhatLiesBelowItAndNothingOfTheWholeLocality() {
        staff.setUnits(
                World.OPERATOR,
                World.HERE,
                List.of(
                        new Staff.UnitBelow("to-1", "phuong-1"),
                        new Staff.UnitBelow("to-2", "phuong-1"),
                        new Staff.UnitBelow("to-3", "phuong-2")));
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        staff.setUnits(
                                World.OPERATOR,
                                World.HERE,
                                List.of(new Staff.UnitBelow("to-1", "to-1"))));
        staff.grant(
                World.OPERATOR,
                "chu-tich",
                right(Role.OFFICER, Set.of("phuong-1"), null, null),
                "");
        Account account = account("chu-tich");
        assertThat(
                        account.actor(Permission.CHANGE_PERSON, World.HERE, "p", "q")
                                .orElseThrow()
                                .units())
                .containsExactlyInAnyOrder("phuong-1", "to-1", "to-2");
        assertThat(account.may(Permission.IMPORT, World.HERE)).isFalse();
        assertThat(account.may(Permission.COMPUTE_RUN, World.HERE)).isFalse();
        assertThat(account.actor(Permission.READ_PERSON, World.HERE, "", "").orElseThrow().units())
                .as("a leader of the whole locality is not narrowed by a second right")
                .isEmpty();
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        staff.grant(
                                World.OPERATOR,
                                "can-bo",
                                new Right(Role.VILLAGE_REPORTER, World.HERE),
                                ""));
    }

    @Test
    void restrictedFactsNeedARightOfThatDataClass() {
        assertThat(account("can-bo").may(Permission.READ_RESTRICTED, World.HERE)).isFalse();
        Right restricted =
                new Right(Role.OFFICER, World.HERE, Set.of(), DataClass.RESTRICTED, null, null);
        staff.grant(World.OPERATOR, "can-bo", restricted, "3/QĐ");
        assertThat(account("can-bo").may(Permission.READ_RESTRICTED, World.HERE)).isTrue();
        Right finance =
                new Right(Role.FINANCE, World.HERE, Set.of(), DataClass.RESTRICTED, null, null);
        assertThat(finance.gives(Permission.READ_RESTRICTED, World.HERE)).isFalse();
    }

    @Test
    void rightsAreTakenAwayAtOnceAndTheRowStays() {
        assertThat(signIn(secret)).isPresent();
        long id = staff.rights(World.HERE).get(0).id();
        refused(ErrorCode.NOT_FOUND, () -> staff.withdraw(World.OPERATOR, World.THERE, id));
        refused(ErrorCode.FORBIDDEN, () -> staff.withdraw(new Actor("can-bo", ""), World.HERE, id));
        staff.withdraw(World.OPERATOR, World.HERE, id);
        assertThat(signIn(secret).orElseThrow().rights()).isEmpty();
        assertThat(staff.rights(World.HERE).get(0).endedBy()).isEqualTo("admin");
        refused(ErrorCode.NOT_FOUND, () -> staff.withdraw(World.OPERATOR, World.HERE, id));
        assertThat(world.audit).contains("account.withdraw account " + id + " ");
    }

    @Test
    void aClosedAccountIsNobodyAndIsNotIssuedAgain() {
        assertThat(signIn(secret)).isPresent();
        staff.close(World.OPERATOR, World.HERE, "can-bo");
        assertThat(signIn(secret)).isEmpty();
        assertThat(identity.account("can-bo")).isEmpty();
        refused(
                ErrorCode.CONFLICT,
                () -> identity.issue(World.OPERATOR, "can-bo", Set.of(World.OFFICER)));
    }

    @Test
    void nobodyChangesTheOwnRights() {
        Actor manager = new Actor("quan-ly", "");
        refused(ErrorCode.FORBIDDEN, () -> staff.grant(manager, "quan-ly", World.OFFICER, ""));
        refused(
                ErrorCode.FORBIDDEN,
                () -> staff.delegate(manager, delegation("chu-tich", "quan-ly", Set.of())));
        assertThat(staff.grant(manager, "can-bo", new Right(Role.AUDITOR, World.HERE), ""))
                .isPositive();
    }

    @Test
    void theHolderChangesTheSecretAndTheOldOneEnds() {
        String fresh = "mười hai con cò trắng";
        refused(
                ErrorCode.UNAUTHENTICATED,
                () -> staff.changeSecret("can-bo", "sai".toCharArray(), fresh.toCharArray()));
        for (String weak : List.of("ngắn", "aaaaaaaaaaaaaaaa", "can-bo-can-bo-1", secret)) {
            refused(
                    ErrorCode.INVALID_INPUT,
                    () -> staff.changeSecret("can-bo", secret.toCharArray(), weak.toCharArray()));
        }
        staff.changeSecret("can-bo", secret.toCharArray(), fresh.toCharArray());
        assertThat(signIn(secret)).isEmpty();
        assertThat(signIn(fresh)).isPresent();
        refused(
                ErrorCode.CONFLICT,
                () -> staff.changeSecret("admin", fresh.toCharArray(), fresh.toCharArray()));
    }

    private static Delegation delegation(String from, String to, Set<Role> roles) {
        return new Delegation(
                from,
                to,
                World.HERE,
                roles,
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 20),
                "07/GUQ-UBND");
    }

    @Test
    void aDelegateSignsInTheDelegatorsNameWhileThePaperHolds() {
        long id = staff.delegate(World.OPERATOR, delegation("chu-tich", "can-bo", Set.of()));
        Actor signs =
                account("can-bo")
                        .actor(Permission.SIGN_DECISION, World.HERE, "p", "")
                        .orElseThrow();
        assertThat(signs.login()).isEqualTo("can-bo");
        assertThat(signs.onBehalfOf()).isEqualTo("chu-tich");
        assertThat(signs.sameHandAs(new Actor("can-bo", "").hands()))
                .as("what the officer drafted, the officer does not sign as delegate")
                .isTrue();
        assertThat(
                        account("can-bo")
                                .actor(Permission.READ_PERSON, World.HERE, "", "")
                                .orElseThrow()
                                .onBehalfOf())
                .as("own right first")
                .isEmpty();
        for (LocalDate day : List.of(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 21))) {
            world.today = day;
            assertThat(account("can-bo").may(Permission.SIGN_DECISION, World.HERE)).isFalse();
        }
        world.today = LocalDate.of(2026, 3, 20);
        assertThat(account("can-bo").may(Permission.SIGN_DECISION, World.HERE)).isTrue();
        staff.endDelegation(World.OPERATOR, World.HERE, id);
        assertThat(account("can-bo").may(Permission.SIGN_DECISION, World.HERE)).isFalse();
    }

    @Test
    void aDelegationGivesNoMoreThanTheDelegatorHasAndIsNotLentOn() {
        staff.delegate(World.OPERATOR, delegation("chu-tich", "can-bo", Set.of(Role.LEADER)));
        identity.issue(World.OPERATOR, "ke-toan", Set.of(new Right(Role.FINANCE, World.HERE)));
        staff.delegate(World.OPERATOR, delegation("can-bo", "ke-toan", Set.of()));
        assertThat(account("ke-toan").may(Permission.CHANGE_PERSON, World.HERE)).isTrue();
        assertThat(account("ke-toan").may(Permission.SIGN_DECISION, World.HERE)).isFalse();
        refused(
                ErrorCode.CONFLICT,
                () ->
                        staff.delegate(
                                World.OPERATOR,
                                delegation("ke-toan", "can-bo", Set.of(Role.LEADER))));
        staff.close(World.OPERATOR, World.HERE, "chu-tich");
        assertThat(account("can-bo").may(Permission.SIGN_DECISION, World.HERE)).isFalse();
    }

    @Test
    void aDelegationWithoutPaperOrTimeIsRefusedWithEveryFault() {
        Delegation bad =
                new Delegation(
                        "can-bo",
                        "can-bo",
                        World.HERE,
                        Set.of(),
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 3, 9),
                        " ");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> staff.delegate(World.OPERATOR, bad))
                .isInstanceOfSatisfying(
                        vn.ansinh.platform.api.AnsinhException.class,
                        e -> assertThat(e.faults()).hasSize(3));
    }

    @Test
    void theTrailIsToldInSentencesAndALookIntoItIsRecorded() {
        world.events.add(
                new AuditTrail.Entry(
                        5,
                        Instant.parse("2026-03-15T02:05:00Z"),
                        "pho",
                        "chu-tich",
                        "trả lời đơn",
                        "HS-12",
                        "person.read",
                        "beneficiary",
                        11,
                        "",
                        ""));
        List<AuditTrail.Entry> told =
                trail.search(
                        new TenantId(1),
                        new Actor("kiem-tra", ""),
                        AuditTrail.Query.ofPerson(11, 0, 10));
        assertThat(told.get(0).sentence())
                .isEqualTo(
                        "Lúc 09:05 ngày 15/03/2026, tài khoản pho (theo ủy quyền của chu-tich)"
                                + " xem hồ sơ đối tượng số 11, mục đích: trả lời đơn, theo:"
                                + " HS-12.");
        assertThat(world.audit).contains("audit.read beneficiary 11 rows='1'");
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        trail.search(
                                new TenantId(1),
                                World.OPERATOR,
                                AuditTrail.Query.ofPerson(11, 0, 501)));
    }

    @Test
    void titlesAreRowsOfTheLocality() {
        List<Staff.Title> titles =
                Arrays.asList(
                        new Staff.Title("Chủ tịch UBND", Role.LEADER),
                        new Staff.Title("Trưởng thôn", Role.VILLAGE_REPORTER));
        staff.setTitles(World.OPERATOR, World.HERE, titles);
        assertThat(staff.titles(World.HERE)).isEqualTo(titles);
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        staff.setTitles(
                                World.OPERATOR,
                                World.HERE,
                                List.of(new Staff.Title("Quản trị", Role.OPERATOR))));
    }

    private Optional<Account> signIn(String with) {
        return identity.authenticate("can-bo", with.toCharArray());
    }
}
