package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Unit;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

class FindingCommandsTest {
    private static final Unit UNIT =
            new Unit(
                    "09931",
                    "Xã Hưng Đạo",
                    "Xã",
                    "COMMUNE",
                    "01",
                    LocalDate.of(2025, 7, 1),
                    null,
                    "GIẢ LẬP");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Session session =
            fake(Session.class, Map.of("getConsole", a -> console, "get", a -> "mai"));
    private final Units units =
            fake(
                    Units.class,
                    Map.of(
                            "byName", a -> List.of(UNIT),
                            "byCode", a -> Optional.of(UNIT),
                            "predecessors",
                                    a ->
                                            List.of(
                                                    new Units.Link(
                                                            UNIT, "WHOLE", "VERIFIED", "NGUỒN")),
                            "successors", a -> List.of(),
                            "findings", a -> List.of(new Units.Finding("a.csv", 7, "Bỏ qua."))));
    private final CivilClock clock =
            fake(CivilClock.class, Map.of("today", a -> LocalDate.of(2026, 3, 15)));

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, a) -> answers.get(method.getName()).apply(a)));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void unitsAreFoundByNameAndCode() {
        new UnitsCommand(session, units, clock, "hung dao", null, false).execute();
        new UnitsCommand(session, units, clock, "09931", "2025-07-01", false).execute();
        assertThat(text().lines())
                .filteredOn(line -> line.startsWith("09931\t2025-07-01"))
                .hasSize(2);
        assertThat(text()).contains("<\t09931\tXã Hưng Đạo\tWHOLE\tVERIFIED\tNGUỒN");
        for (String[] wrong : new String[][] {{"", null}, {null, null}, {"a", "2025-13-01"}}) {
            assertThatThrownBy(
                            () ->
                                    new UnitsCommand(
                                                    session, units, clock, wrong[0], wrong[1],
                                                    false)
                                            .execute())
                    .isInstanceOf(AnsinhException.class);
        }
    }

    @Test
    void whatDidNotMatchIsListed() {
        new UnitsCommand(session, units, clock, null, null, true).execute();
        assertThat(text()).isEqualToIgnoringNewLines("a.csv\t7\tBỏ qua.\n");
    }

    @Test
    void duplicatesPrintCountsOnly() {
        Localities localities =
                fake(
                        Localities.class,
                        Map.of(
                                "require",
                                a ->
                                        new Localities.TenantInfo(
                                                new TenantId(1), "hung-dao", "Xã Hưng Đạo")));
        Duplicates duplicates =
                fake(Duplicates.class, Map.of("scan", a -> new Duplicates.Scan(20, 3, 2, 1, 0)));
        new DuplicatesCommand(session, localities, duplicates, "hung-dao").execute();
        assertThat(text()).contains("cặp nghi trùng\t3").contains("rút khỏi danh sách\t1");
        for (Class<?> command : List.of(UnitsCommand.class, DuplicatesCommand.class)) {
            Command named = command.getAnnotation(Command.class);
            assertThat(named.scope()).isEqualTo("ansinh");
            assertThat(command.getSimpleName()).isEqualToIgnoringCase(named.name() + "Command");
        }
    }
}
