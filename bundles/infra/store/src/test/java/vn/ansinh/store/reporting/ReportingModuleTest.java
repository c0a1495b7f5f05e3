package vn.ansinh.store.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.reporting.port.ReportArchive;
import vn.ansinh.reporting.port.ReportArchive.ArchivedReport;
import vn.ansinh.store.TestStore;

class ReportingModuleTest {

    private static final byte[] BYTES = "DỮ LIỆU GIẢ LẬP;975000\n".getBytes(StandardCharsets.UTF_8);

    private static TestStore store;
    private static ReportArchive archive;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh();
        archive = store.service(ReportArchive.class);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static <T> T in(TenantId tenant, Supplier<T> work) {
        return store.service(UnitOfWork.class).inTenant(tenant, Actor.system("test"), work);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static ArchivedReport report(long id, String sha256) {
        return new ArchivedReport(
                id,
                "GL-1",
                YearMonth.of(2026, 3),
                "CSV",
                "danh-sach.csv",
                sha256,
                "ab".repeat(32),
                Instant.parse("2026-03-15T02:00:00.123456Z"),
                7,
                "luật",
                BYTES);
    }

    @Test
    void reportComesBackAsIssuedAndOnlyToItsTenant() throws Exception {
        TenantId tenant = store.tenant("mot");
        ArchivedReport issued = report(0, sha256(BYTES));
        long id = in(tenant, () -> archive.add(issued));

        ArchivedReport kept = in(tenant, () -> archive.byId(id)).orElseThrow();
        assertThat(kept).usingRecursiveComparison().isEqualTo(report(id, sha256(BYTES)));
        assertThat(in(store.tenant("hai"), () -> archive.byId(id))).isEmpty();
    }

    @Test
    void bytesOfAnotherDigestAreRefused() throws Exception {
        TenantId tenant = store.tenant("mot");
        ArchivedReport wrong = report(0, sha256(new byte[] {1}));

        assertThatThrownBy(() -> in(tenant, () -> archive.add(wrong)))
                .isInstanceOf(AnsinhException.class)
                .rootCause()
                .hasMessageContaining("check constraint");
    }

    @Test
    void issuedReportCannotBeChanged() throws Exception {
        try (Connection app = store.app()) {
            for (String change :
                    new String[] {
                        "update issued_report set format = 'PDF'", "delete from issued_report"
                    }) {
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .hasMessageContaining("permission denied for table issued_report");
            }
        }
    }
}
