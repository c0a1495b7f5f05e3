package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.demo.Door.Answer;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/**
 * The month is paid out: three hands, files for the banks, a sheet for cash, what comes back. No
 * bank is connected here, so files go by hand and this program says what the bank would.
 */
final class Paying {
    private static final Pattern CREDIT =
            Pattern.compile(
                    "EndToEndId>([A-Z0-9]+)<.*?InstdAmt Ccy=\"VND\">([0-9]+)<", Pattern.DOTALL);
    private static final String UNIT = "HD-T01";

    private final Office office;
    private final Login checker;
    private final Login leader;
    private final String run;
    private final Print print;

    /**
     * @param checker accountant; pays too
     * @param leader approves
     */
    Paying(Office office, Login checker, Login leader, JsonNode run, Print print) {
        this.office = office;
        this.checker = checker;
        this.leader = leader;
        this.run = run.path("id").asText();
        this.print = print;
    }

    void run() throws IOException {
        print.step("Trình, kiểm, duyệt: ba người khác nhau (submit, check, approve: three hands)");
        if (!life().json().at("/run/state").asText().equals("COMPUTED")) {
            print.line("Kỳ này đã duyệt ở lần trình diễn trước (approved in an earlier showing)");
            matching();
            return;
        }
        move(office.officer(), "submit", 200);
        Answer refused = move(leader, "approve", 409);
        print.line("Duyệt khi chưa kiểm: " + refused.json().path("detail").asText());
        move(office.officer(), "check", 403);
        print.line("Người lập tự kiểm: không có quyền (the preparer may not check)");
        move(checker, "check", 200);
        move(leader, "approve", 200);
        JsonNode sheet = get(office.officer(), "runs/" + run + "/sheet");
        print.line(
                "Đã duyệt; gốc sổ cái in trên tờ trình: "
                        + sheet.path("ledgerRoot").asText().substring(0, 16)
                        + "…");

        print.step("Tệp gửi ngân hàng và kết quả trả về (files for the banks and their answer)");
        Answer source =
                office.door()
                        .putJson(
                                office.at("orders/sources"),
                                checker,
                                Map.of(
                                        "paysBank", "",
                                        "bank", "VBAAVNVX",
                                        "account", "952711000001",
                                        "name", "UBND xã Hưng Đạo (DỮ LIỆU GIẢ LẬP)"));
        source.must(200);
        post("orders/send", Map.of("runId", Long.parseLong(run)));
        int rejected = 0;
        for (JsonNode file : get(checker, "bank-files?run=" + run)) {
            rejected += handOut(file, rejected == 0);
        }
        cash();
        matching();
        DemoFailure.unless(rejected == 1, "ngân hàng phải từ chối một lệnh / one is rejected");
    }

    /** Takes a file to the bank and brings its answer; one account of the first file is closed. */
    private int handOut(JsonNode file, boolean rejectFirst) throws IOException {
        Answer content =
                office.door()
                        .postJson(
                                office.at("bank-files/" + file.path("id").asText() + "/hand-out"),
                                checker,
                                Map.of());
        Path saved = office.folder().resolve(file.path("messageId").asText() + ".xml");
        Files.write(saved, content.must(200).body());
        print.line(
                file.path("bank").asText()
                        + ": "
                        + file.path("orders").asLong()
                        + " lệnh, "
                        + Print.dong(file.path("amountDong").asLong())
                        + " → "
                        + saved);
        StringBuilder answer =
                new StringBuilder("Mã lệnh,Số tiền,Kết quả,Lý do,Số bút toán,Ngày hạch toán\n");
        Matcher credit = CREDIT.matcher(content.text());
        boolean reject = rejectFirst;
        while (credit.find()) {
            answer.append(credit.group(1)).append(',').append(credit.group(2));
            answer.append(
                    reject
                            ? ",Từ chối,AC04,,\n"
                            : ",Đã chi,,B" + credit.group(1) + ",20/03/2026\n");
            reject = false;
        }
        byte[] list = answer.toString().getBytes(StandardCharsets.UTF_8);
        String to = office.at("notices?name=" + file.path("messageId").asText() + ".csv");
        JsonNode taken =
                office.door().post(to, checker, "text/csv;charset=UTF-8", list).must(200).json();
        // The same answer again changes nothing.
        office.door().post(to, checker, "text/csv;charset=UTF-8", list).must(200);
        print.line("  Kết quả: " + taken);
        return rejectFirst ? 1 : 0;
    }

    /** One hamlet is paid in cash: all but one come. */
    private void cash() {
        print.step("Chi tiền mặt một thôn, một ngày (cash in one hamlet)");
        JsonNode sheet =
                post(
                        "orders/cash-sheets",
                        Map.of(
                                "runId",
                                Long.parseLong(run),
                                "unitCode",
                                UNIT,
                                "payOn",
                                "2026-03-20"));
        String at = "orders/cash-sheets/" + sheet.path("id").asText();
        List<Map<String, Object>> receipts = new ArrayList<>();
        long collected = 0;
        for (JsonNode row : get(checker, at + "/rows").path("items")) {
            boolean came = !receipts.isEmpty();
            collected += came ? row.path("amountDong").asLong() : 0;
            receipts.add(
                    came
                            ? Map.of(
                                    "orderId", row.path("orderId").asLong(),
                                    "outcome", "COLLECTED",
                                    "receivedBy", row.path("payeeName").asText(),
                                    "relation", "chính mình",
                                    "idShown", "CCCD",
                                    "proof", "SIGNATURE")
                            : Map.of(
                                    "orderId", row.path("orderId").asLong(),
                                    "outcome", "RETURNED",
                                    "note", "vắng"));
        }
        post(at + "/receipts", receipts);
        long handed = sheet.path("handedDong").asLong();
        Answer wrong =
                office.door()
                        .postJson(
                                office.at(at + "/close"),
                                checker,
                                Map.of(
                                        "paidDong",
                                        collected,
                                        "returnedDong",
                                        handed - collected - 1));
        DemoFailure.unless(wrong.status() / 100 == 4, "kiểm quỹ thiếu 1 đồng phải bị từ chối");
        print.line("Kiểm quỹ thiếu 1 đồng: " + wrong.json().path("detail").asText());
        post(at + "/close", Map.of("paidDong", collected, "returnedDong", handed - collected));
        print.line(
                "Giao "
                        + Print.dong(handed)
                        + " = đã chi "
                        + Print.dong(collected)
                        + " + nộp lại "
                        + Print.dong(handed - collected));
    }

    private void matching() {
        JsonNode found = get(checker, "orders/matching?run=" + run);
        print.line(
                "Đối chiếu: đã duyệt "
                        + Print.dong(found.path("approvedDong").asLong())
                        + ", lệnh "
                        + Print.dong(found.path("ordersDong").asLong())
                        + ", ngân hàng đã chi "
                        + Print.dong(found.path("paidDong").asLong())
                        + ", tiền mặt "
                        + Print.dong(found.path("cashDong").asLong()));
        DemoFailure.unless(
                found.path("approvedDong").asLong() == found.path("ordersDong").asLong()
                        && found.path("paidDong").asLong() == found.path("bookedDong").asLong()
                        && found.path("differences").isEmpty(),
                "lệnh chi không khớp / orders do not match: " + found);
    }

    private Answer life() {
        return office.door().get(office.at("runs/" + run + "/life"), office.officer()).must(200);
    }

    private Answer move(Login who, String what, int status) {
        return office.door()
                .postJson(
                        office.at("runs/" + run + "/" + what),
                        who,
                        Map.of(),
                        "If-Match",
                        life().etag())
                .must(status);
    }

    private JsonNode get(Login who, String path) {
        return office.door().get(office.at(path), who).must(200).json();
    }

    private JsonNode post(String path, Object body) {
        Answer answer = office.door().postJson(office.at(path), checker, body);
        DemoFailure.unless(answer.status() / 100 == 2, path + ": " + answer.text());
        return answer.json();
    }
}
