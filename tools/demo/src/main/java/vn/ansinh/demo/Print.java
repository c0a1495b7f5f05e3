package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;

/** What the newcomer sees. */
final class Print {

    private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long start = System.nanoTime();

    void step(String title) {
        out.println();
        out.printf("── %s  [%.1f s]%n", title, (System.nanoTime() - start) / 1e9);
    }

    void line(String text) {
        out.println("   " + text);
    }

    static String dong(long amountDong) {
        return NumberFormat.getIntegerInstance(VIETNAM).format(amountDong) + " đồng";
    }

    void totals(JsonNode totals) {
        out.printf("   %-10s %-22s %6s %20s%n", "Đơn vị", "Nhóm", "Người", "Số tiền");
        for (JsonNode total : totals) {
            out.printf(
                    "   %-10s %-22s %6d %20s%n",
                    total.path("unitCode").asText(),
                    total.path("groundCode").asText(),
                    total.path("heads").asLong(),
                    dong(total.path("amountDong").asLong()));
        }
    }

    void reconciliation(JsonNode reconciliation) {
        JsonNode rows = reconciliation.path("rows");
        JsonNode all = rows.get(rows.size() - 1);
        line(
                "Đối chiếu: tháng trước "
                        + dong(all.path("lastDong").asLong())
                        + " + mới "
                        + dong(all.path("newDong").asLong())
                        + " + tăng "
                        + dong(all.path("increasedDong").asLong())
                        + " − thôi "
                        + dong(all.path("stoppedDong").asLong())
                        + " − giảm "
                        + dong(all.path("decreasedDong").asLong())
                        + " ± mức chuẩn "
                        + dong(all.path("rateDong").asLong())
                        + " = tháng này "
                        + dong(all.path("thisDong").asLong())
                        + (reconciliation.path("balances").asBoolean() ? " ✓ khớp" : " ✘ LỆCH"));
    }
}
