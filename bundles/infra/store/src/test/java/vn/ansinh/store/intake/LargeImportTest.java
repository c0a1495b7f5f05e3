package vn.ansinh.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.store.TestStore;

/** 50,000 rows of XLSX (DỮ LIỆU GIẢ LẬP) in flat memory and within 30 seconds. */
class LargeImportTest {

    private static final Logger LOG = LoggerFactory.getLogger(LargeImportTest.class);
    private static final String[] TITLES = {
        "STT",
        "Họ và tên",
        "Giới tính",
        "Ngày sinh",
        "Số CCCD",
        "Thôn",
        "Số quyết định",
        "Ngày quyết định",
        "Cơ quan ký",
        "Nhóm hưởng",
        "Hệ số",
        "Hưởng từ tháng",
        "Số tài khoản",
        "Ngân hàng"
    };

    private static TestStore store;

    @TempDir private static Path folder;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Path book(int rows) throws IOException {
        Path file = folder.resolve("lon-" + rows + ".xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Danh sách");
            texts(sheet.createRow(0), TITLES);
            for (int i = 0; i < rows; i++) {
                int year = 1940 + i % 30;
                texts(
                        sheet.createRow(i + 1),
                        String.valueOf(i + 1),
                        "Nguyễn Giả Lập " + name(i),
                        i % 2 == 0 ? "Nam" : "Nữ",
                        "1" + i % 9 + "/0" + (1 + i % 9) + "/" + year,
                        "001" + i % 2 + year % 100 + String.format("%06d", i),
                        "Thôn Cộng Hòa",
                        (1 + i % 400) + "/QĐ-GL",
                        "05/03/2025",
                        "UBND xã",
                        "A",
                        "1,5",
                        "04/2025",
                        String.format("%012d", i),
                        "NH Giả Lập");
            }
            book.write(out);
        }
        return file;
    }

    private static String name(int i) {
        return ""
                + (char) ('A' + i % 26)
                + (char) ('a' + i / 26 % 26)
                + (char) ('a' + i / 676 % 26);
    }

    private static void texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    /** Most live heap seen by a collector during the work, in MB above what was live before. */
    private static long peak(Runnable work) {
        MemoryPoolMXBean old =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(
                                p ->
                                        p.getType() == MemoryType.HEAP
                                                && p.isUsageThresholdSupported())
                        .findFirst()
                        .orElseThrow();
        System.gc();
        long before = old.getUsage().getUsed();
        long[] most = {0};
        Thread watch =
                new Thread(
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                System.gc();
                                most[0] = Math.max(most[0], old.getUsage().getUsed() - before);
                                try {
                                    Thread.sleep(1_000);
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                        });
        watch.start();
        try {
            work.run();
        } finally {
            watch.interrupt();
        }
        return most[0] >> 20;
    }

    private static UploadView upload(Intake intake, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return intake.imports.upload(
                    intake.tenant, Intake.OFFICER, FileKind.RUNNING, null, "lon.xlsx", in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void fiftyThousandRows() throws Exception {
        Path small = book(5_000);
        Path large = book(50_000);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Intake few = new Intake(store.store(), store.tenant("lon-nho"));
        long smallPeak = peak(() -> few.confirm(upload(few, small)));
        Intake many = new Intake(store.store(), store.tenant("lon-lon"));
        long[] millis = new long[2];
        long largePeak =
                peak(
                        () -> {
                            long start = System.nanoTime();
                            UploadView judged = upload(many, large);
                            millis[0] = (System.nanoTime() - start) / 1_000_000;
                            many.confirm(judged);
                            millis[1] = (System.nanoTime() - start) / 1_000_000 - millis[0];
                        });
        LOG.warn(
                "50000 rows: judge ms='{}' confirm ms='{}' heap MB at 5000='{}' at 50000='{}'"
                        + " load='{}'",
                millis[0],
                millis[1],
                smallPeak,
                largePeak,
                load);
        assertThat(many.register.count(many.tenant, Intake.OFFICER)).isEqualTo(50_000);
        assertThat(largePeak).as("MB at 50,000 rows").isLessThan(Math.max(24, smallPeak * 2 + 8));
        // Time says something only where nobody else uses the processors.
        assumeThat(load).isLessThan(Runtime.getRuntime().availableProcessors());
        assertThat(millis[0] + millis[1]).as("ms for 50,000 rows").isLessThan(30_000);
    }
}
