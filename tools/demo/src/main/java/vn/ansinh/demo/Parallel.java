package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.demo.Door.DemoFailure;

/** What was really paid against what the platform would have paid, person by person. */
final class Parallel {

    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03");
    private static final Map<String, String> TITLES =
            Map.of(
                    "RATE", "Khác mức chuẩn",
                    "AGE_BAND", "Khác nhóm tuổi",
                    "LOST_GROUND", "Đã hết căn cứ hưởng",
                    "COEFFICIENT", "Khác hệ số",
                    "DUPLICATE_IN_PAPER", "Trùng trong danh sách đã chi",
                    "MISSING_HERE", "Không có trong hệ thống",
                    "MISSING_THERE", "Không có trong danh sách đã chi",
                    "NAME_OR_ID", "Khác họ tên, số định danh hoặc đơn vị");

    private final Office office;
    private final Workbooks workbooks;
    private final Truth truth;
    private final Print print;

    Parallel(Office office, Workbooks workbooks, Truth truth, Print print) {
        this.office = office;
        this.workbooks = workbooks;
        this.truth = truth;
        this.print = print;
    }

    void run() throws IOException {
        print.step("Chạy song song với danh sách đã chi trả (parallel run with what was paid)");
        Map<String, List<JsonNode>> byClass = new LinkedHashMap<>();
        for (String month : MONTHS) {
            workbooks.takeOver("paid-" + month + ".xlsx", "PAID&month=" + month);
            compare(month, byClass);
        }
        byClass.forEach(this::example);
        String last = MONTHS.get(MONTHS.size() - 1);
        print.line(
                "Báo cáo chênh lệch (report): "
                        + office.save(
                                "parallel/" + last + "/report", "chenh-lech-" + last + ".xlsx"));
    }

    private void compare(String month, Map<String, List<JsonNode>> byClass) {
        JsonNode view = office.post("parallel/" + month + ":compare", Map.of());
        print.line(
                String.format(
                        "  Tháng %s: đã chi %s, hệ thống tính %s: khớp %d người, khác %d",
                        month,
                        Print.dong(view.path("paperDong").asLong()),
                        Print.dong(view.path("ourDong").asLong()),
                        view.path("agreeing").asLong(),
                        view.path("differences").asLong()));
        List<Long> found = new ArrayList<>();
        for (JsonNode one : office.get("parallel/" + month + "/differences").path("items")) {
            byClass.computeIfAbsent(one.path("kind").asText(), k -> new ArrayList<>()).add(one);
            found.add(one.path("paperDong").asLong() - one.path("ourDong").asLong());
        }
        Collections.sort(found);
        DemoFailure.unless(
                found.equals(truth.paidWrongly(month)),
                "chênh lệch tháng "
                        + month
                        + " khác lỗi đã cài / not the planted errors: "
                        + found
                        + ", "
                        + truth.paidWrongly(month));
        print.line("  ✓ đúng những lỗi đã cài, không thừa không thiếu (the planted errors, all)");
    }

    private void example(String kind, List<JsonNode> ones) {
        JsonNode one = ones.get(0);
        String paper = one.path("paper").asText();
        print.line(
                String.format(
                        "%d × %s. Ví dụ: %s%s: %s",
                        ones.size(),
                        TITLES.getOrDefault(kind, kind),
                        one.path("fullName").asText(),
                        paper.isEmpty() ? "" : " (" + paper + ")",
                        one.path("sentence").asText()));
    }
}
