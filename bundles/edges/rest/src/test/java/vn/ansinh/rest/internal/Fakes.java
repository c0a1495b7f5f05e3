package vn.ansinh.rest.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.api.ReviewCases;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.DataClass;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.reporting.api.Reports;
import vn.ansinh.reporting.port.Renderer;

/** Cores that answer with DỮ LIỆU GIẢ LẬP and note every call on people's data. */
final class Fakes {
    static final String SHA = "ab".repeat(32);
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    static final Payments.RunView RUN =
            new Payments.RunView(
                    7,
                    MARCH,
                    Payments.RunState.COMPUTED,
                    "cd".repeat(32),
                    Instant.parse("2026-03-05T01:00:00Z"),
                    2,
                    2,
                    1_625_000,
                    1,
                    "ef".repeat(32));

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, Function<Object[], Object>> answers = new HashMap<>();
    RuntimeException failure;
    RuntimeException signInFailure;

    RestModule module() {
        return new RestModule(
                identity(),
                localities(),
                core(Register.class),
                core(RunningDecisions.class),
                core(Payments.class),
                core(Reports.class),
                activeLaw(),
                core(Releases.class),
                core(Engine.class),
                clock(),
                core(Staff.class),
                core(AuditTrail.class),
                core(FactRecords.class));
    }

    DecisionsModule decisions() {
        return new DecisionsModule(
                localities(),
                core(DecisionBook.class),
                core(Entitlements.class),
                core(Payees.class),
                clock());
    }

    IntakeModule intake() {
        return new IntakeModule(localities(), core(Imports.class), core(ParallelRun.class));
    }

    FindingRestModule finding() {
        return new FindingRestModule(
                localities(),
                core(Units.class),
                core(PeopleFinder.class),
                core(Duplicates.class),
                core(MonthlyLists.class),
                activeLaw(),
                clock());
    }

    EstimatesModule estimates() {
        return new EstimatesModule(
                localities(),
                core(Estimates.class),
                activeLaw(),
                core(Engine.class),
                core(Renderer.class),
                core(PolicyDiffs.class));
    }

    OrdersRestModule orders() {
        return new OrdersRestModule(
                localities(),
                core(vn.ansinh.payment.api.Payments.class),
                core(vn.ansinh.payment.api.Funds.class),
                clock(),
                core(vn.ansinh.payment.api.Orders.class),
                core(vn.ansinh.payment.api.BankFiles.class),
                core(vn.ansinh.payment.api.Notices.class),
                core(vn.ansinh.payment.api.CashSheets.class),
                activeLaw(),
                core(vn.ansinh.reporting.api.PaymentPapers.class),
                core(OnceOnly.class),
                module().json());
    }

    LedgerRestModule ledger() {
        return new LedgerRestModule(
                localities(),
                core(LedgerBook.class),
                core(Funds.class),
                core(AuditFile.class),
                activeLaw(),
                core(Renderer.class),
                clock(),
                core(OnceOnly.class),
                module().json());
    }

    ItemsRestModule items() {
        return new ItemsRestModule(
                localities(),
                core(Corrections.class),
                core(Recoveries.class),
                core(Unclaimed.class),
                clock());
    }

    SuccessionsRestModule successions() {
        return new SuccessionsRestModule(
                localities(),
                core(vn.ansinh.payment.api.Successions.class),
                core(vn.ansinh.platform.api.Suspensions.class),
                core(OnceOnly.class),
                module().json());
    }

    RunsModule runs() {
        return new RunsModule(
                localities(),
                core(RunLife.class),
                core(RunPapers.class),
                activeLaw(),
                core(Renderer.class),
                clock(),
                core(OnceOnly.class),
                module().json());
    }

    RegisterModule register() {
        return new RegisterModule(
                localities(),
                core(PersonChanges.class),
                core(FactRecords.class),
                core(Merges.class),
                core(Households.class),
                core(ReviewCases.class),
                core(OnceOnly.class),
                clock(),
                module().json());
    }

    Fakes() {
        Person person =
                new Person(
                        11,
                        "Nguyễn Thị Giả Lập",
                        "FEMALE",
                        "1948",
                        LocalDate.of(1948, 1, 1),
                        LocalDate.of(1948, 12, 31),
                        "001148000011",
                        "thon-1",
                        null,
                        List.of(
                                new Fact(
                                        "poverty.national",
                                        "POOR",
                                        LocalDate.of(2025, 1, 1),
                                        null,
                                        LocalDate.of(2025, 1, 5),
                                        "GIẢ LẬP 1/QĐ")));
        answers.put("Register.person", a -> found(a[2], 11, person));
        answers.put("FactRecords.forAssessment", a -> found(a[2], 11, person));
        RegisterAnswers.put(answers);
        answers.putAll(DecisionFakes.answers());
        answers.put("Register.page", a -> List.of(person));
        answers.put("RunningDecisions.ofPerson", a -> List.of());
        answers.put("RunningDecisions.importCsv", Fakes::imported);
        FileFakes.addTo(answers);
        EstimatesRestTest.addTo(answers);
        LedgerRestTest.addTo(answers);
        RunLifeRestTest.addTo(answers);
        PolicyDiffsRestTest.addTo(answers);
        answers.put("Payments.compute", a -> RUN);
        OrdersRestTest.addTo(answers);
        ItemsRestTest.addTo(answers);
        SuccessionsRestTest.addTo(answers);
        answers.put("Payments.runs", a -> List.of(RUN));
        answers.put("Payments.run", a -> found(a[2], 7, RUN));
        answers.put(
                "Payments.totals",
                a ->
                        List.of(
                                new Payments.TotalView(
                                        "thon-1", "5.5.a", Component.MONTHLY, 2, 1_625_000)));
        answers.put(
                "Payments.reconciliation",
                a -> new Payments.Reconciliation(MARCH.minusMonths(1), List.of(), true));
        answers.put("Payments.lines", a -> List.of(line(1), line(2)));
        answers.put("Payments.itemLines", a -> List.of(itemLine()));
        answers.put("Payments.differences", a -> List.of());
        answers.put(
                "Payments.explain",
                a ->
                        a[3].equals(11L)
                                ? List.of(
                                        new Payments.Explanation(
                                                Component.MONTHLY, 975_000, "Vì …", List.of("1")))
                                : List.of());
        Reports.Issued issued =
                new Reports.Issued(
                        3,
                        "HD-R2",
                        MARCH,
                        "PDF",
                        "Danh sách chi trả tháng 3 đợt 1.pdf",
                        SHA,
                        SHA,
                        RUN.pinnedAt(),
                        "%PDF-giả lập".getBytes(StandardCharsets.UTF_8));
        answers.put("Reports.forms", a -> List.of(new Reports.FormView("HD-R2", "Danh sách")));
        answers.put("Reports.issue", a -> issued);
        answers.put("Reports.issued", a -> found(a[2], 3, issued));
        answers.put(
                "Releases.all",
                a ->
                        List.of(
                                new ReleaseView(
                                        "locality",
                                        "hung-dao",
                                        "vn.ansinh.locality.hungdao",
                                        "0.1.0",
                                        SHA,
                                        Releases.State.ACTIVE,
                                        List.of(),
                                        RUN.pinnedAt())));
        answers.put("Releases.activate", a -> null);
        answers.put("Releases.withdraw", a -> null);
        answers.put("Engine.facts", a -> core(Facts.class));
        answers.put("Staff.grant", a -> 5L);
        answers.put("Staff.withdraw", a -> null);
        answers.put("Staff.close", a -> null);
        answers.put("Staff.rights", a -> List.of());
        answers.put("Staff.changeSecret", a -> null);
        answers.put("Staff.delegate", a -> 6L);
        answers.put("Staff.endDelegation", a -> null);
        answers.put("Staff.delegations", a -> List.of());
        answers.put("Staff.titles", a -> List.of(new Staff.Title("Chủ tịch", Role.LEADER)));
        answers.put("Staff.setTitles", a -> null);
        answers.put("Staff.units", a -> List.of());
        answers.put("Staff.setUnits", a -> null);
        answers.put("AuditTrail.search", a -> List.of());
    }

    private static Optional<Object> found(Object asked, long there, Object what) {
        return asked.equals(there) ? Optional.of(what) : Optional.empty();
    }

    private static Payments.LineView line(long number) {
        return new Payments.LineView(
                number,
                11,
                "Nguyễn Thị Giả Lập",
                "001148000011",
                1948,
                "thon-1",
                "5.5.a",
                Component.MONTHLY,
                150,
                650_000,
                975_000,
                "12/QĐ-UBND",
                "CASH",
                "Nguyễn Thị Giả Lập",
                "",
                "");
    }

    private static Object imported(Object[] arguments) {
        try (java.io.Reader csv = (java.io.Reader) arguments[3]) {
            java.io.StringWriter text = new java.io.StringWriter();
            csv.transferTo(text);
            int rows = (int) text.toString().lines().count() - 1;
            return new RunningDecisions.ImportResult(rows, rows, 1, rows, 0, List.of());
        } catch (java.io.IOException e) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "Không phải UTF-8.", e);
        }
    }

    private Identity identity() {
        Map<String, Set<Right>> rights =
                Map.of(
                        "operator", Set.of(new Right(Role.OPERATOR, "")),
                        "officer",
                                Set.of(
                                        new Right(
                                                Role.OFFICER,
                                                "hung-dao",
                                                Set.of(),
                                                DataClass.RESTRICTED,
                                                null,
                                                null),
                                        new Right(Role.LEADER, "hung-dao"),
                                        new Right(Role.FINANCE, "hung-dao")),
                        "other", Set.of(new Right(Role.OFFICER, "long-bien")),
                        "partner", Set.of(new Right(Role.PARTNER, "hung-dao")),
                        "auditor", Set.of(new Right(Role.AUDITOR, "hung-dao")),
                        "finance", Set.of(new Right(Role.FINANCE, "hung-dao")),
                        "nobody", Set.of());
        return new Identity() {
            @Override
            public Optional<Account> authenticate(String login, char[] secret) {
                if (signInFailure != null) {
                    throw signInFailure;
                }
                boolean right = new String(secret).equals("mật khẩu: " + login);
                return Optional.ofNullable(right ? rights.get(login) : null)
                        .map(held -> new Account(login, held));
            }

            @Override
            public Optional<Account> account(String login) {
                return Optional.ofNullable(rights.get(login)).map(held -> new Account(login, held));
            }

            @Override
            public char[] issue(Actor actor, String login, Set<Right> wanted) {
                wanted.forEach(
                        right ->
                                calls.add(
                                        "Identity.issue %s %s %s %s"
                                                .formatted(
                                                        actor.login(),
                                                        login,
                                                        right.role(),
                                                        right.localityCode())));
                return "một-lần-duy-nhất".toCharArray();
            }

            @Override
            public List<Account> accounts(String localityCode) {
                return List.of(
                        new Account(
                                "officer",
                                Set.of(
                                        new Right(Role.OFFICER, localityCode),
                                        new Right(Role.PARTNER, "noi-khac"))));
            }
        };
    }

    private Localities localities() {
        Map<String, TenantInfoOf> known =
                Map.of(
                        "hung-dao", new TenantInfoOf(1, "Xã Hưng Đạo"),
                        "long-bien", new TenantInfoOf(2, "Quận Long Biên"));
        return new Localities() {
            @Override
            public List<TenantInfo> all() {
                return known.keySet().stream().sorted().map(c -> byCode(c).orElseThrow()).toList();
            }

            @Override
            public Optional<TenantInfo> byCode(String code) {
                return Optional.ofNullable(known.get(code))
                        .map(of -> new TenantInfo(new TenantId(of.id), code, of.name));
            }

            @Override
            public TenantInfo create(String code, String name) {
                calls.add("Localities.create " + code);
                return new TenantInfo(new TenantId(9), code, name);
            }
        };
    }

    private record TenantInfoOf(int id, String name) {}

    private ActiveLaw activeLaw() {
        LocalityProfile profile =
                new LocalityProfile(
                        "hung-dao",
                        "Xã Hưng Đạo",
                        "xã",
                        "UBND thành phố Hà Nội",
                        "ha-noi",
                        List.of("vietnam"),
                        LocalDate.of(2025, 7, 1),
                        null,
                        List.of(),
                        "Hưng Đạo",
                        "ỦY BAN NHÂN DÂN XÃ HƯNG ĐẠO",
                        List.of(),
                        List.of());
        PolicySnapshot snapshot =
                (PolicySnapshot)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {PolicySnapshot.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "hash" -> "cd".repeat(32);
                                            case "grounds" -> List.of(restricted());
                                            case "reference" -> List.of();
                                            case "assess" -> assessment((YearMonth) arguments[1]);
                                            default -> throw new AssertionError(method);
                                        });
        return new ActiveLaw() {
            @Override
            public Optional<Active> of(String code) {
                return code.equals("hung-dao")
                        ? Optional.of(
                                new Active(profile, snapshot, List.of(), "vn.x", "0.1.0", SHA))
                        : Optional.empty();
            }

            @Override
            public Active require(String code) {
                return of(code).orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.LAW_NOT_ACTIVE, "Chưa có chính sách."));
            }

            @Override
            public List<Active> all() {
                return List.of(require("hung-dao"));
            }
        };
    }

    private static Ground restricted() {
        return new Ground(
                "5.kín",
                "NHÓM KÍN GIẢ LẬP",
                Component.MONTHLY,
                "rate.standard",
                true,
                List.of(),
                (facts, parameters, on, lossOn) -> "");
    }

    private static Assessment assessment(YearMonth month) {
        Assessment.ConditionResult condition =
                new Assessment.ConditionResult(
                        "household-poor",
                        "thuộc hộ nghèo",
                        true,
                        Citation.of("NĐ 20/2021/NĐ-CP", "5", "5", "a"));
        return new Assessment(
                month,
                LocalDate.of(2026, 3, 5),
                "cd".repeat(32),
                List.of(new PolicySnapshot.Due(Component.MONTHLY, "5.kín", 200, 1_000_000)),
                List.of(
                        new Assessment.GroundResult(
                                "5.kín",
                                "NHÓM KÍN GIẢ LẬP",
                                Component.MONTHLY,
                                true,
                                true,
                                List.of(condition),
                                List.of(),
                                1_000_000),
                        new Assessment.GroundResult(
                                "5.5.a",
                                "Người cao tuổi",
                                Component.MONTHLY,
                                true,
                                false,
                                List.of(condition),
                                List.of(),
                                975_000)),
                List.of());
    }

    private static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return RUN.pinnedAt();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return true;
            }
        };
    }

    private <T> T core(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            String name = type.getSimpleName() + "." + method.getName();
                            calls.add(name);
                            if (failure != null) {
                                throw failure;
                            }
                            Function<Object[], Object> answer = answers.get(name);
                            if (answer == null) {
                                throw new AssertionError("not expected: " + name);
                            }
                            return answer.apply(arguments);
                        }));
    }

    private static Payments.ItemLineView itemLine() {
        return new Payments.ItemLineView(
                5,
                11,
                "Người giả lập",
                "001148000011",
                1948,
                "thon-1",
                Corrections.Kind.ARREARS,
                MARCH.minusMonths(1),
                "5.5.a",
                Component.MONTHLY,
                150_000,
                "12/QĐ-UBND",
                LocalDate.of(2026, 3, 1),
                "",
                "SELF");
    }
}
