package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.api.RunPapers.Sum;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Commands on runs. DỮ LIỆU GIẢ LẬP. */
class RunCommandsTest {
    private static final RunView RUN =
            new RunView(
                    7,
                    YearMonth.of(2026, 3),
                    RunState.COMPUTED,
                    "cd",
                    Instant.EPOCH,
                    2,
                    2,
                    1_625_000,
                    0,
                    "ef");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final List<String> moves = new ArrayList<>();
    private final Session session =
            fake(
                    Session.class,
                    (method, a) ->
                            switch (method) {
                                case "getConsole" -> console;
                                case "readLine" -> null;
                                default -> "mai";
                            });
    private final Localities localities =
            fake(
                    Localities.class,
                    (method, a) ->
                            new Localities.TenantInfo(new TenantId(1), "hung-dao", "Xã Hưng Đạo"));
    private final Identity identity =
            fake(
                    Identity.class,
                    (method, a) ->
                            Optional.of(
                                    new Account(
                                            "mai", Set.of(new Right(Role.FINANCE, "hung-dao")))));
    private final RunLife life =
            fake(
                    RunLife.class,
                    (method, a) ->
                            switch (method) {
                                case "file" -> file();
                                case "progress" ->
                                        new RunLife.Progress(
                                                7, RunState.DRAFT, 10, 4, 32_000, 40, 8_000, 6);
                                default -> {
                                    moves.add(
                                            method
                                                    + " "
                                                    + ((Actor) a[1]).login()
                                                    + " "
                                                    + a[a.length - 2]
                                                    + " "
                                                    + a[a.length - 1]);
                                    yield RUN;
                                }
                            });

    private static RunLife.File file() {
        return new RunLife.File(
                RUN,
                1,
                2,
                true,
                1,
                List.of(),
                List.of(
                        new RunLife.Event(
                                1,
                                RunState.DRAFT,
                                RunState.COMPUTED,
                                RunDuty.PREPARE,
                                "can-bo",
                                "",
                                Instant.EPOCH,
                                1,
                                "")),
                List.of(
                        new RunLife.Clock(
                                "Duyệt danh sách",
                                LocalDate.of(2026, 2, 24),
                                null,
                                RunLife.ClockStatus.OPEN,
                                "Điều 34",
                                "")));
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, a) -> answer.apply(method.getName(), a)));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCommandHasItsNameInTheScope() {
        for (Class<?> command :
                List.of(RunStatusCommand.class, RunMoveCommand.class, RunSheetCommand.class)) {
            Command named = command.getAnnotation(Command.class);
            assertThat(named.scope()).isEqualTo("ansinh");
            assertThat(command.getSimpleName())
                    .isEqualToIgnoringCase(named.name().replace("-", "") + "Command");
        }
    }

    @Test
    void statusTellsProgressClocksAndEvents() {
        new RunStatusCommand(session, localities, life, "hung-dao", 7).execute();
        assertThat(text())
                .contains("state=COMPUTED\tround=1\tchecked=true\tapprovals=1/2")
                .contains(
                        "chunks=4/10\tpercent=40\tlines=32000\tlinesPerSecond=8000\tsecondsLeft=6")
                .contains("Duyệt danh sách\t2026-02-24\tCòn hạn\tĐiều 34")
                .contains("DRAFT>COMPUTED")
                .doesNotContain("can-bo");
    }

    @Test
    void aMoveIsOfAnAccountThatMay() {
        move("check", "đã kiểm").execute();
        move("refuse", "sai tổng").execute();
        assertThat(moves).containsExactly("check mai -1 đã kiểm", "giveBack mai CHECK sai tổng");
        assertThat(text()).contains("run=7\tstate=COMPUTED\tround=1");
        // The accountant neither approves nor submits, and there is no such move.
        for (String other : List.of("approve", "return", "submit", "cancel", "pay")) {
            assertThatThrownBy(() -> move(other, "lý do").execute())
                    .as(other)
                    .isInstanceOf(AnsinhException.class);
        }
        assertThat(moves).hasSize(2);
    }

    private RunMoveCommand move(String move, String note) {
        return new RunMoveCommand(session, identity, localities, life, "hung-dao", 7, move, note);
    }

    @Test
    void theSheetTellsSumsAndHashes() {
        RunPapers papers =
                fake(
                        RunPapers.class,
                        (method, a) ->
                                new RunPapers.Sheet(
                                        RUN,
                                        "0a0b",
                                        4,
                                        new RunPapers.Balance(
                                                List.of(),
                                                new Sum(2, 1_625_000),
                                                new Sum(1, 100_000),
                                                new Sum(0, 0),
                                                new Sum(1, 25_000),
                                                1_700_000,
                                                false),
                                        1,
                                        0,
                                        new Sum(1, 650_000),
                                        1_050_000,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        1));
        new RunSheetCommand(session, localities, papers, "hung-dao", 7).execute();
        assertThat(text())
                .contains("ledgerRoot=0a0b\tledgerLinks=4")
                .contains("toDrawDong=1700000\theldDong=650000\ttoPayDong=1050000")
                .contains("KHÔNG CÂN ĐỐI");
    }
}
