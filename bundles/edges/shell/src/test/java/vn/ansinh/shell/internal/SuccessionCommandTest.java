package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;

/** DỮ LIỆU GIẢ LẬP. */
class SuccessionCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Session session =
            fake(
                    Session.class,
                    Map.of("getConsole", a -> console, "get", a -> "mai", "readLine", a -> null));
    private final Successions.Plan plan =
            new Successions.Plan(
                    3,
                    Successions.State.RUNNING,
                    List.of("tu-ky"),
                    List.of("xa-tan-ky"),
                    YearMonth.of(2025, 7),
                    "NQ GIẢ LẬP",
                    List.of(),
                    "",
                    "",
                    "",
                    9,
                    4,
                    100,
                    List.of(
                            new Successions.Control(
                                    "tu-ky", "xa-tan-ky", "ARREARS", 2, 1_500_000, 2L, 750_000L)),
                    List.of());

    private final List<String> called = new ArrayList<>();

    /** Of an operator with an account; the machine's key has none. */
    private Optional<Identity.Account> account =
            Optional.of(
                    new Identity.Account(
                            "mai", Set.of(new Identity.Right(Identity.Role.OPERATOR, ""))));

    private final Identity identity = fake(Identity.class, Map.of("account", a -> account));

    private Object called(String what, Object[] values) {
        called.add(what + " " + ((Actor) values[0]).login() + " " + values[values.length - 1]);
        return plan;
    }

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, a) -> answers.get(method.getName()).apply(a)));
    }

    private List<String> run(Long id, String move, String text) {
        Successions.DryRun found =
                new Successions.DryRun(
                        3,
                        "ab".repeat(32),
                        List.of(
                                new Successions.Sum("tu-ky", "xa-tan-ky", "PEOPLE", 40, 0),
                                new Successions.Sum("tu-ky", "", "PEOPLE", 1, 0)),
                        List.of(
                                new Successions.Unmatched(
                                        "tu-ky", "RUN", 7, "", Successions.Reason.RUN_OPEN)),
                        List.of());
        Successions successions =
                fake(
                        Successions.class,
                        Map.of(
                                "all", a -> List.of(plan),
                                "get", a -> plan,
                                "propose", a -> called("propose", a),
                                "approve", a -> called("approve", a),
                                "carry", a -> called("carry", a),
                                "reverse", a -> called("reverse", a),
                                "dryRun", a -> found));
        new SuccessionCommand(session, identity, successions, id, move, text).execute();
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void listsPlansWithTheirProgress() {
        assertThat(run(null, "show", ""))
                .containsExactly("3\tRUNNING\t2025-07\ttu-ky → xa-tan-ky\t4/9");
    }

    @Test
    void aDryRunShowsSumsWhatStaysAndWhatBlocks() {
        assertThat(run(3L, "dry-run", ""))
                .contains(
                        "tu-ky\txa-tan-ky\tPEOPLE\t40\t0",
                        "tu-ky\t(ở lại)\tPEOPLE\t1\t0",
                        "mã băm\t" + "ab".repeat(32))
                .anyMatch(line -> line.startsWith("PHẢI XỬ LÝ\ttu-ky\tRUN\t7"));
    }

    @Test
    void aPlanShowsBothSidesOfItsSums() {
        assertThat(run(3L, "show", ""))
                .contains("tu-ky\txa-tan-ky\tARREARS\t2\t1500000\t2\t750000");
    }

    @Test
    void twoHandsAreAccountsNotTheKeyOfTheMachine() {
        run(3L, "propose", "ab".repeat(32));
        run(3L, "approve", "");
        run(3L, "carry", "");
        run(3L, "reverse", "đổi ngày");
        assertThat(called)
                .containsExactly(
                        "propose mai " + "ab".repeat(32),
                        "approve mai 3",
                        "carry shell:mai 3",
                        "reverse mai đổi ngày");
        account = Optional.empty();
        assertThatThrownBy(() -> run(3L, "approve", ""))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("phím của máy không thay cho ai");
        assertThatThrownBy(() -> run(3L, "nhập", "")).hasMessageContaining("«nhập»");
        assertThat(called).hasSize(4);
    }
}
