package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Wiring;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.LocalityFiles;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.TenantId;

class CommandsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Deque<String> typed = new ArrayDeque<>();
    private final Session session =
            fake(
                    Session.class,
                    (method, a) ->
                            switch (method.getName()) {
                                case "getConsole" -> console;
                                case "readLine" -> {
                                    if ("script".equals(typed.peek())) {
                                        throw new UnsupportedOperationException("no terminal");
                                    }
                                    yield typed.poll();
                                }
                                default -> "mai";
                            });
    private final Identity identity =
            fake(
                    Identity.class,
                    (method, a) -> {
                        Role role = a[0].equals("can-bo") ? Role.OFFICER : Role.OPERATOR;
                        boolean right =
                                method.getName().equals("account")
                                        ? a[0].equals("mai")
                                        : new String((char[]) a[1]).equals("mật khẩu");
                        return right
                                ? Optional.of(
                                        new Account(
                                                (String) a[0], Set.of(new Right(role, "hung-dao"))))
                                : Optional.empty();
                    });
    private final Localities localities =
            fake(
                    Localities.class,
                    (method, a) -> {
                        var place =
                                new Localities.TenantInfo(
                                        new TenantId(1), "hung-dao", "Xã Hưng Đạo");
                        return method.getName().equals("all") ? List.of(place) : place;
                    });

    @Test
    void everyCommandHasItsNameInTheScope() {
        for (Class<?> command :
                List.of(
                        LocalitiesCommand.class,
                        ReleasesCommand.class,
                        ReleaseCommand.class,
                        DiffCommand.class,
                        RunCommand.class,
                        ExplainCommand.class,
                        AssessCommand.class,
                        DecisionsCommand.class,
                        WiringCommand.class,
                        NodesCommand.class,
                        SuspendCommand.class,
                        LocalityCommand.class,
                        QuarantineCommand.class)) {
            Command named = command.getAnnotation(Command.class);
            assertThat(named.scope()).isEqualTo("ansinh");
            assertThat(command.getSimpleName()).isEqualToIgnoringCase(named.name() + "Command");
        }
    }

    @Test
    void localitiesAndReleasesSayWhatIsInForce() {
        new LocalitiesCommand(session, localities, law(Optional.empty())).execute();
        Releases releases =
                fake(
                        Releases.class,
                        (method, a) ->
                                List.of(
                                        new Releases.ReleaseView(
                                                "locality",
                                                "hung-dao",
                                                "vn.x",
                                                "0.1.0",
                                                "ab",
                                                Releases.State.REFUSED,
                                                List.of("Thiếu căn cứ."),
                                                Instant.EPOCH)));
        new ReleasesCommand(session, releases).execute();
        assertThat(text())
                .contains("hung-dao\tXã Hưng Đạo\tchưa kích hoạt")
                .contains("REFUSED\tlocality\thung-dao\tvn.x\t0.1.0\tab")
                .contains("\tThiếu căn cứ.");
    }

    @Test
    void aLocalityRestsForAReasonAndGoesOn() {
        List<String> asked = new ArrayList<>();
        Suspensions suspensions =
                fake(
                        Suspensions.class,
                        (method, a) -> {
                            if (method.getName().equals("all")) {
                                return List.of(
                                        new Suspensions.Suspension(
                                                "hung-dao", Instant.EPOCH, "Bàn giao"));
                            }
                            asked.add(method.getName() + " " + a[1]);
                            return null;
                        });
        new SuspendCommand(session, suspensions, null, null, false).execute();
        assertThat(asked).isEmpty();
        assertThat(text()).contains("hung-dao\t1970-01-01T00:00:00Z\tBàn giao");
        new SuspendCommand(session, suspensions, "hung-dao", "Bàn giao", false).execute();
        new SuspendCommand(session, suspensions, "hung-dao", null, true).execute();
        assertThat(asked).containsExactly("suspend hung-dao", "resume hung-dao");
    }

    @Test
    void aLocalityGoesOutBackInAndAway() {
        List<String> asked = new ArrayList<>();
        LocalityFiles files =
                fake(
                        LocalityFiles.class,
                        (method, a) -> {
                            asked.add(method.getName() + " " + a[1] + " " + a[2]);
                            return new LocalityFiles.Summary("hung-dao", Instant.EPOCH, 40, 1234);
                        });
        new LocalityCommand(session, files, "export", "hung-dao", "hd.zip", null).execute();
        new LocalityCommand(session, files, "restore", "hd.zip", "hd-cu", "Bản cũ").execute();
        new LocalityCommand(session, files, "remove", "hung-dao", "hd.zip", null).execute();
        assertThat(asked)
                .containsExactly(
                        "export hung-dao hd.zip", "restore hd.zip hd-cu", "remove hung-dao hd.zip");
        assertThat(text()).contains("hung-dao\t1970-01-01T00:00:00Z\t40\t1234");
        assertThatThrownBy(
                        () ->
                                new LocalityCommand(session, files, "restore", "x.zip", "y", " ")
                                        .execute())
                .hasMessageContaining("Ghi tên");
    }

    @Test
    void whatIsHeldIsListedAndLifted() {
        List<Object> lifted = new ArrayList<>();
        Quarantine quarantine =
                fake(
                        Quarantine.class,
                        (method, a) -> {
                            if (method.getName().equals("held")) {
                                return List.of(
                                        new Quarantine.Held(
                                                "law:ab",
                                                List.of("hung-dao"),
                                                "không trở lại",
                                                Instant.EPOCH,
                                                1));
                            }
                            lifted.add(a[1]);
                            return null;
                        });
        new QuarantineCommand(session, quarantine, null).execute();
        assertThat(lifted).isEmpty();
        assertThat(text())
                .contains("law:ab\thung-dao\t1970-01-01T00:00:00Z\tluồng còn kẹt 1\tkhông trở lại");
        new QuarantineCommand(session, quarantine, "law:ab").execute();
        assertThat(lifted).containsExactly("law:ab");
    }

    @Test
    void nodesSaysWhoLives() {
        Nodes nodes =
                new Nodes() {
                    @Override
                    public String self() {
                        return "k1";
                    }

                    @Override
                    public List<Node> all() {
                        return List.of(
                                new Node("k1", "may-a", Instant.EPOCH, Instant.EPOCH, true),
                                new Node("k2", "may-b", Instant.EPOCH, Instant.EPOCH, false));
                    }
                };
        new NodesCommand(session, nodes).execute();
        assertThat(text())
                .contains("may-a\tsống\t1970-01-01T00:00:00Z\t1970-01-01T00:00:00Z\tmáy này")
                .contains("may-b\tkhông còn");
    }

    @Test
    void wiringSaysWhatIsTakenFromWhom() {
        Wiring wiring = () -> List.of(bundle(7, "vn.ansinh.x"), bundle(8, "org.other"));
        new WiringCommand(session, wiring, "vn.ansinh").execute();
        assertThat(text())
                .contains("7\tvn.ansinh.x\t1.0.0\tACTIVE")
                .contains("\tlấy\ta.b ← c 1")
                .contains("\tcho\tS")
                .contains("\tdùng\tT ← c")
                .doesNotContain("org.other");
    }

    private static Wiring.BundleView bundle(long id, String name) {
        return new Wiring.BundleView(
                id, name, "1.0.0", "ACTIVE", List.of("a.b ← c 1"), List.of("S"), List.of("T ← c"));
    }

    @Test
    void aReleaseIsNamedByTheBeginningOfItsDigest() {
        List<String> activated = new ArrayList<>();
        Releases releases =
                fake(
                        Releases.class,
                        (method, a) ->
                                switch (method.getName()) {
                                    case "activate" -> activated.add((String) a[1]) ? null : null;
                                    case "preview" -> List.of();
                                    default ->
                                            List.of(release("ab12cd34ef"), release("ab12cd99ef"));
                                });
        new ReleaseCommand(session, releases, "activate", "ab12cd34").execute();
        new ReleaseCommand(session, releases, "preview", "ab12cd99").execute();
        assertThat(activated).containsExactly("ab12cd34ef");
        assertThat(text()).contains("CHECKED\tlaw\tvietnam").contains("sẽ đổi luật\t0");
        for (String unclear : List.of("ab12cd", "ab12cdxx", "ab12")) {
            assertThatThrownBy(
                            () ->
                                    new ReleaseCommand(session, releases, "activate", unclear)
                                            .execute())
                    .hasMessageContaining("ít nhất 8 chữ");
        }
        assertThat(activated).hasSize(1);
    }

    private static Releases.ReleaseView release(String sha) {
        return new Releases.ReleaseView(
                "law",
                "vietnam",
                "vn.x",
                "2.0.0",
                sha,
                Releases.State.CHECKED,
                List.of(),
                Instant.EPOCH);
    }

    @Test
    void runPrintsTotalsAndWhetherTheMonthBalances() {
        Payments payments =
                fake(
                        Payments.class,
                        (method, a) ->
                                switch (method.getName()) {
                                    case "compute" -> {
                                        assertThat(a[1]).isEqualTo(new Actor("shell:mai", ""));
                                        yield run((YearMonth) a[2]);
                                    }
                                    case "totals" ->
                                            List.of(
                                                    new Payments.TotalView(
                                                            "thon-1",
                                                            "5.5.a",
                                                            Component.MONTHLY,
                                                            2,
                                                            1_625_000));
                                    default ->
                                            new Payments.Reconciliation(
                                                    YearMonth.of(2026, 2), List.of(), false);
                                });
        new RunCommand(session, localities, payments, "hung-dao", "2026-03").execute();
        assertThat(text())
                .contains("run=7\tmonth=2026-03")
                .contains("totalDong=1625000")
                .contains("thon-1\t5.5.a\tMONTHLY\t2\t1625000")
                .contains("KHÔNG CÂN ĐỐI");
        assertThatThrownBy(
                        () ->
                                new RunCommand(session, localities, payments, "hung-dao", "3/2026")
                                        .execute())
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void explainFailsWhereNothingIsPaid() {
        Payments payments =
                fake(
                        Payments.class,
                        (method, a) ->
                                a[3].equals(11L)
                                        ? List.of(
                                                new Payments.Explanation(
                                                        Component.CARE,
                                                        500_000,
                                                        "Vì nhận chăm sóc.",
                                                        List.of("Mức 500.000")))
                                        : List.of());
        typed.addAll(List.of("can-bo", "mật khẩu", "can-bo", "mật khẩu"));
        new ExplainCommand(session, identity, localities, payments, "hung-dao", 7, 11).execute();
        assertThat(text()).contains("CARE\t500000").contains("Vì nhận chăm sóc.");
        assertThatThrownBy(
                        () ->
                                new ExplainCommand(
                                                session,
                                                identity,
                                                localities,
                                                payments,
                                                "hung-dao",
                                                7,
                                                12)
                                        .execute())
                .hasMessageContaining("đối tượng số 12");
    }

    @Test
    void assessShowsClausesButNeitherNamesNorRestrictedGrounds() {
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
                        List.of());
        Register register = fake(Register.class, (method, a) -> Optional.of(person));
        Engine engine = fake(Engine.class, (method, a) -> fake(Facts.class, (m, b) -> null));
        typed.addAll(List.of("can-bo", "mật khẩu"));
        new AssessCommand(
                        session,
                        identity,
                        localities,
                        law(Optional.of(snapshot())),
                        register,
                        engine,
                        clock(),
                        "hung-dao",
                        11,
                        "2026-03")
                .execute();
        assertThat(text())
                .contains("5.5.a\tđạt\t\t975000")
                .contains("thuộc hộ nghèo\tđiểm a khoản 5 Điều 5 NĐ 20/2021/NĐ-CP")
                .doesNotContain("5.kín")
                .doesNotContain("1000000")
                .doesNotContain("Giả Lập")
                .doesNotContain("001148000011");
    }

    /** The operator at the shell is signed in, and is refused all the same. */
    @Test
    void anOperatorReadsNoPerson() {
        List<String> reads = new ArrayList<>();
        Payments payments = fake(Payments.class, (method, a) -> reads.add(method.getName()));
        Register register = fake(Register.class, (method, a) -> reads.add(method.getName()));
        for (List<String> answers :
                List.of(
                        List.<String>of(),
                        List.of("mai", "mật khẩu"),
                        List.of("can-bo", "sai"),
                        List.of("can-bo"),
                        List.of("script"))) {
            typed.clear();
            typed.addAll(answers);
            assertThatThrownBy(
                            () ->
                                    new ExplainCommand(
                                                    session,
                                                    identity,
                                                    localities,
                                                    payments,
                                                    "hung-dao",
                                                    7,
                                                    11)
                                            .execute())
                    .isInstanceOfSatisfying(
                            AnsinhException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
            typed.clear();
            typed.addAll(answers);
            assertThatThrownBy(
                            () ->
                                    new AssessCommand(
                                                    session,
                                                    identity,
                                                    localities,
                                                    law(Optional.of(snapshot())),
                                                    register,
                                                    fake(Engine.class, (m, b) -> null),
                                                    clock(),
                                                    "hung-dao",
                                                    11,
                                                    "2026-03")
                                            .execute())
                    .hasMessageContaining("Người vận hành");
        }
        assertThat(reads).isEmpty();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Payments.RunView run(YearMonth month) {
        return new Payments.RunView(
                7,
                month,
                Payments.RunState.COMPUTED,
                "cd",
                Instant.EPOCH,
                2,
                2,
                1_625_000,
                0,
                "ef");
    }

    private static ActiveLaw law(Optional<PolicySnapshot> snapshot) {
        LocalityProfile profile =
                new LocalityProfile(
                        "hung-dao",
                        "Xã Hưng Đạo",
                        "xã",
                        "",
                        "ha-noi",
                        List.of(),
                        LocalDate.of(2025, 7, 1),
                        null,
                        List.of(),
                        "",
                        "",
                        List.of(),
                        List.of());
        Optional<ActiveLaw.Active> active =
                snapshot.map(
                        s -> new ActiveLaw.Active(profile, s, List.of(), "vn.x", "0.1.0", "ab"));
        return fake(
                ActiveLaw.class,
                (method, a) -> method.getName().equals("of") ? active : active.orElseThrow());
    }

    private static PolicySnapshot snapshot() {
        Ground restricted =
                new Ground(
                        "5.kín",
                        "NHÓM KÍN GIẢ LẬP",
                        Component.MONTHLY,
                        "rate.standard",
                        true,
                        List.of(),
                        (facts, parameters, on, lossOn) -> "");
        return fake(
                PolicySnapshot.class,
                (method, a) ->
                        method.getName().equals("grounds")
                                ? List.of(restricted)
                                : assessment((YearMonth) a[1]));
    }

    private static Assessment assessment(YearMonth month) {
        Assessment.ConditionResult poor =
                new Assessment.ConditionResult(
                        "household-poor",
                        "thuộc hộ nghèo",
                        true,
                        Citation.of("NĐ 20/2021/NĐ-CP", "5", "5", "a"));
        return new Assessment(
                month,
                LocalDate.of(2026, 3, 5),
                "cd",
                List.of(new PolicySnapshot.Due(Component.MONTHLY, "5.kín", 200, 1_000_000)),
                List.of(
                        ground("5.kín", true, 1_000_000, poor),
                        ground("5.5.a", false, 975_000, poor)),
                List.of());
    }

    private static Assessment.GroundResult ground(
            String code, boolean chosen, long amount, Assessment.ConditionResult condition) {
        return new Assessment.GroundResult(
                code,
                "Nhóm",
                Component.MONTHLY,
                true,
                chosen,
                List.of(condition),
                List.of(),
                amount);
    }

    private static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-05T01:00:00Z");
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return false;
            }
        };
    }

    private static <T> T fake(Class<T> type, BiFunction<Method, Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer.apply(method, arguments)));
    }
}
