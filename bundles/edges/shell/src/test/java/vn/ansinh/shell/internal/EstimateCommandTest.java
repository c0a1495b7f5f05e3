package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.MonthTotal;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

class EstimateCommandTest {

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
    void printsTotalsOfMonthsAndSums() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        YearMonth month = YearMonth.of(2027, 1);
        // DỮ LIỆU GIẢ LẬP
        Estimates estimates =
                (tenant, actor, year) ->
                        new Estimate(
                                year,
                                LocalDate.of(2026, 12, 15),
                                "",
                                List.of(new MonthTotal(month, 6, 3_900_000, 3_000_000, 900_000)),
                                List.of(
                                        new Row(
                                                month, "thon-1", "5.5.a", Kind.NEW, 6, 3_900_000,
                                                3_000_000, 900_000)),
                                List.of());
        new EstimateCommand(
                        fake(Session.class, Map.of("getConsole", a -> console, "get", a -> "mai")),
                        fake(
                                Localities.class,
                                Map.of(
                                        "byCode",
                                        a ->
                                                Optional.of(
                                                        new Localities.TenantInfo(
                                                                new TenantId(1), "hung-dao", "")))),
                        estimates,
                        "hung-dao",
                        2027)
                .execute();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "2027-01\t6\t3900000\t3000000\t900000",
                        "2027-01\tthon-1\t5.5.a\tNEW\t6\t3900000\t3000000\t900000",
                        "cả năm\t3900000");
    }
}
