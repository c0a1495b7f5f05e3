package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Ids and counts, no name. DỮ LIỆU GIẢ LẬP. */
class DecisionsCommandTest {

    @Test
    void listsIdsAndCounts() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Session session = fake(Session.class, a -> console, "getConsole");
        Localities localities =
                fake(
                        Localities.class,
                        a -> new Localities.TenantInfo(new TenantId(1), "hung-dao", "Xã"),
                        "require");
        DecisionBook book = fake(DecisionBook.class, a -> List.of(doc(State.SIGNED)), "find");

        new DecisionsCommand(session, localities, book, "hung-dao").execute();

        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("5\tSTOP\tSIGNED\t2026-03-05\t12");
    }

    private static DecisionDoc doc(State state) {
        return new DecisionDoc(
                5,
                1,
                state,
                false,
                new Draft(DecisionKind.STOP, "UBND xã", "", 0, null, List.of()),
                new Signature(
                        "7/QĐ",
                        LocalDate.of(2026, 3, 5),
                        null,
                        "Người Ký Giả Lập",
                        "Chủ tịch",
                        Capacity.CHAIR,
                        "",
                        null,
                        null),
                Instant.EPOCH,
                12,
                List.of());
    }

    private static <T> T fake(Class<T> type, Function<Object[], Object> answer, String method) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, arguments) ->
                                called.getName().equals(method) ? answer.apply(arguments) : null));
    }
}
