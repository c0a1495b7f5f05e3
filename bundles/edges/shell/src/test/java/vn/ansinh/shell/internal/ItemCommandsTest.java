package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

class ItemCommandsTest {

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, a) ->
                                method.isDefault()
                                        ? java.lang.reflect.InvocationHandler.invokeDefault(
                                                proxy, method, a)
                                        : answers.get(method.getName()).apply(a)));
    }

    @Test
    void unclaimedMoneyIsPrintedByYear() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        // DỮ LIỆU GIẢ LẬP
        Unclaimed unclaimed =
                fake(
                        Unclaimed.class,
                        Map.of(
                                "sums",
                                a ->
                                        a[2].equals(LocalDate.of(2026, 12, 31))
                                                ? List.of(new Unclaimed.Sum(2026, 3, 2_250_000))
                                                : List.of()));
        new ItemUnclaimedCommand(
                        fake(Session.class, Map.of("getConsole", a -> console, "get", a -> "mai")),
                        fake(
                                Localities.class,
                                Map.of(
                                        "byCode",
                                        a ->
                                                Optional.of(
                                                        new Localities.TenantInfo(
                                                                new TenantId(1), "hung-dao", "")))),
                        unclaimed,
                        "hung-dao",
                        "2026-12-31")
                .execute();
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("2026\t3\t2250000");
    }
}
