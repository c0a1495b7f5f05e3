package vn.ansinh.gateway.bank.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.documents.internal.SheetFiles;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;

/** Files to write and read. DỮ LIỆU GIẢ LẬP. */
final class Samples {

    private Samples() {}

    static Messages messages() {
        return new Messages(new SheetFiles(), 100_000);
    }

    static PaymentFile file() {
        return file(
                List.of(
                        new Credit(
                                "T1R7P101A1",
                                975_000,
                                "Nguyễn Thị Ước (DỮ LIỆU GIẢ LẬP)",
                                "0021000111222",
                                "BFTVVNVX",
                                "Chi trả tháng 03/2026"),
                        new Credit(
                                "T1R7P102A1",
                                1_500_000,
                                "Đặng Văn Kỹ",
                                "19036222",
                                "01310001",
                                "Chi trả tháng 03/2026")));
    }

    static PaymentFile file(List<Credit> credits) {
        return new PaymentFile(
                "T1-R7-F1",
                Instant.parse("2026-03-17T01:00:00.123456Z"),
                "Ủy ban nhân dân xã Thử Nghiệm",
                "3713.0.1054321",
                "01701001",
                LocalDate.of(2026, 3, 19),
                credits);
    }

    static PaymentFile many(int count) {
        List<Credit> credits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            credits.add(
                    new Credit(
                            "T1R7P" + i + "A1",
                            540_000 + i,
                            "Nguyễn Thị Ước",
                            String.format("0021%09d", i),
                            "BFTVVNVX",
                            "Chi trả tháng 03/2026"));
        }
        return file(credits);
    }

    static byte[] resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] changed(String name, String from, String to) {
        String text = new String(resource(name), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalStateException(name + " lacks " + from);
        }
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
