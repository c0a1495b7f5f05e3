package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Settled;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Commands on ledger, funds and the auditor's file (DỮ LIỆU GIẢ LẬP). */
class LedgerCommandsTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

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

    private Session session() {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return fake(
                Session.class,
                Map.of("getConsole", a -> console, "get", a -> "mai", "readLine", a -> null));
    }

    private static Identity identity(Role role) {
        return fake(
                Identity.class,
                Map.of(
                        "account",
                        a -> Optional.of(new Account("mai", Set.of(new Right(role, "hung-dao"))))));
    }

    private static Localities localities() {
        return fake(
                Localities.class,
                Map.of(
                        "byCode",
                        a ->
                                Optional.of(
                                        new Localities.TenantInfo(
                                                new TenantId(1), "hung-dao", ""))));
    }

    private static Object write(Object out, String text) {
        try {
            ((OutputStream) out).write(text.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theExportComesWithTheRootToCompareWith() throws Exception {
        LinkView last = new LinkView(5, "RUN_APPROVED", 7, Instant.EPOCH, "v2|", "ab");
        LedgerBook ledger =
                fake(
                        LedgerBook.class,
                        Map.of(
                                "links",
                                a -> (Long) a[2] < 5 ? List.of(last) : List.of(),
                                "export",
                                a -> write(a[2], "{}\n")));
        Path file = folder.resolve("so-cai.jsonl");
        new LedgerExportCommand(
                        session(),
                        identity(Role.AUDITOR),
                        localities(),
                        ledger,
                        "hung-dao",
                        file.toString())
                .execute();

        assertThat(file).hasContent("{}");
        assertThat(lines()).contains("root=5:ab");
        // What is there is not written over, and who may not read gets nothing.
        LedgerExportCommand again =
                new LedgerExportCommand(
                        session(),
                        identity(Role.AUDITOR),
                        localities(),
                        ledger,
                        "hung-dao",
                        file.toString());
        refused(again::execute, ErrorCode.CONFLICT);
        Path other = folder.resolve("khac.jsonl");
        LedgerExportCommand operator =
                new LedgerExportCommand(
                        session(),
                        identity(Role.FINANCE),
                        localities(),
                        ledger,
                        "hung-dao",
                        other.toString());
        refused(operator::execute, ErrorCode.FORBIDDEN);
        assertThat(other).doesNotExist();
    }

    @Test
    void aFailedAuditFileLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("ho-so.zip");
        AuditFile good =
                (tenant, actor, from, to, out) -> {
                    assertThat(from + " " + to).isEqualTo("2026-01 2026-03");
                    write(out, "PK");
                };
        command(good, file).execute();
        assertThat(file).hasContent("PK");
        assertThat(lines()).contains("bytes=2");
        Files.delete(file);
        AuditFile bad =
                (tenant, actor, from, to, out) -> {
                    write(out, "PK");
                    throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "mất kết nối");
                };
        refused(command(bad, file)::execute, ErrorCode.STORE_UNAVAILABLE);
        assertThat(file).doesNotExist();
    }

    private AuditFileCommand command(AuditFile auditFile, Path file) {
        return new AuditFileCommand(
                session(),
                identity(Role.INSPECTOR),
                localities(),
                auditFile,
                "hung-dao",
                "2026-01",
                "2026-03",
                file.toString());
    }

    @Test
    void fundsArePrintedWithWhatIsLeft() {
        Settled row =
                new Settled(
                        "NSTW",
                        "TCXH",
                        YearMonth.of(2026, 3),
                        "thon-1",
                        2,
                        900,
                        100,
                        0,
                        0,
                        0,
                        0,
                        0);
        Funds funds =
                fake(
                        Funds.class,
                        Map.of(
                                "accounts",
                                a -> List.of(new Funds.Account(1, 2026, "TCXH", "NSTW", 9, 4, 2)),
                                "settlement",
                                a -> new Settlement(List.of(row), row, 5, "ab")));
        new FundAccountsCommand(session(), localities(), funds, "hung-dao", 2026).execute();
        new FundSettlementCommand(session(), localities(), funds, "hung-dao", 2026).execute();
        assertThat(lines().lines())
                .contains(
                        "TCXH\tNSTW\t9\t4\t2\t3",
                        "NSTW\tTCXH\t2026-03\tthon-1\t900\t100\t0\t0\t0\t0\t0",
                        "root=5:ab");
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable work, ErrorCode code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
