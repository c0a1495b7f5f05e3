package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.demo.Door.Answer;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/**
 * The newcomer's demonstration (docs/demo.md): one locality's month, one amount explained, a second
 * locality in and out of the running container, the list over SOAP. It uses the doors users have
 * and fails, with exit status 1, at the first thing that is not as promised.
 *
 * <p>Arguments: home of the distribution, its folder of secrets, base address, folder for the
 * reports.
 */
public final class Demo {

    private static final String API = Office.API;
    private static final String LOCALITY = "hung-dao";
    private static final String SECOND = "long-bien";

    private final Path home;
    private final Path secrets;
    private final Path reports;
    private final String base;
    private final Door door;
    private final Expected expected;
    private final Print print = new Print();
    private Login admin;
    private Deploy deploy;

    private Demo(Path home, Path secrets, String base, Path reports)
            throws IOException, GeneralSecurityException {
        this.home = home;
        this.secrets = secrets;
        this.base = base;
        this.reports = reports;
        this.expected = new Expected(home.resolve("demo/expected.csv"));
        this.door = new Door(base, secrets.resolve("tls.crt"));
    }

    /** Runs the demonstration. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length != 4) {
            System.err.println("usage: Demo HOME SECRETS BASE-ADDRESS REPORT-FOLDER");
            System.exit(2);
        }
        try {
            new Demo(Path.of(args[0]), Path.of(args[1]), args[2], Path.of(args[3])).run();
        } catch (DemoFailure e) {
            System.err.println();
            System.err.println("✘ " + e.getMessage());
            System.err.println("  Nhật ký / log: ./ansinh logs");
            System.exit(1);
        }
    }

    private void run() throws IOException {
        admin = new Login("admin", Files.readString(secrets.resolve("admin-password")).strip());
        Files.createDirectories(reports);
        deploy = new Deploy(door, admin, home, print);

        print.step("Luật và địa phương vào thư mục deploy/ (law and locality jars are dropped)");
        drop("law-vietnam");
        drop("law-ha-noi");
        drop("locality-" + LOCALITY);
        deploy.await(LOCALITY, "ACTIVE");

        Login officer = account("can-bo-" + LOCALITY, "OFFICER", LOCALITY);
        Office office = new Office(door, LOCALITY, officer, reports);
        Workbooks workbooks = new Workbooks(office, home.resolve("demo/so-sach"), print);
        workbooks.tryOut("danh-sach.xlsx");

        print.step("Sổ đã sạch được nạp, hai tháng được tính (the clean register, two months)");
        importRegister(LOCALITY, officer);
        run(LOCALITY, officer, "2026-02");
        JsonNode march = run(LOCALITY, officer, "2026-03");
        totals(LOCALITY, officer, march);
        report(LOCALITY, officer, "HD-R2", "2026-03");
        register(office, workbooks, march);

        print.step("Thêm quận Long Biên khi hệ thống đang chạy (a second locality, live)");
        Path jar = drop("locality-" + SECOND);
        deploy.await(SECOND, "ACTIVE");
        Login second = account("can-bo-" + SECOND, "OFFICER", SECOND);
        importRegister(SECOND, second);
        run(SECOND, second, "2025-02");
        JsonNode secondRun = run(SECOND, second, "2025-03");
        totals(SECOND, second, secondRun);
        report(SECOND, second, "LB-R5", "2025-03");

        leave(jar, second, secondRun, officer, march);
        soap(march);
        new Paying(
                        office,
                        account("ke-toan-" + LOCALITY, "FINANCE", LOCALITY),
                        account("chu-tich-" + LOCALITY, "LEADER", LOCALITY),
                        march,
                        print)
                .run();
        addresses(officer, march);
    }

    /** The paid lists, then the people: who is double, missing, leaving; why; who looked. */
    private void register(Office office, Workbooks workbooks, JsonNode march) throws IOException {
        Truth truth = new Truth(home.resolve("demo/truth.csv"), LOCALITY);
        new Parallel(office, workbooks, truth, print).run();

        print.step("Danh sách rà soát được nạp (the list of a review is taken over)");
        workbooks.takeOver("ra-soat.xlsx", "PEOPLE");
        People people = new People(office, print);
        people.find();
        people.duplicates(truth);
        people.monthlyLists();
        long person = people.why(march);
        people.whoLooked(person, account("nhat-ky-" + LOCALITY, "AUDITOR", LOCALITY), admin);
    }

    private void leave(Path jar, Login second, JsonNode secondRun, Login officer, JsonNode march)
            throws IOException {
        print.step("Gỡ quận Long Biên ra, dữ liệu ở lại (it leaves, its data stay)");
        Files.deleteIfExists(jar);
        deploy.await(SECOND, "WITHDRAWN");
        Answer refused =
                door.postJson(
                        API + "/localities/" + SECOND + "/runs",
                        second,
                        Map.of("month", "2025-04"));
        refused.must(409);
        print.line(
                refused.json().path("code").asText()
                        + ": "
                        + refused.json().path("detail").asText());
        String lines = runPath(SECOND, secondRun) + "/lines?limit=1";
        door.get(lines, second).must(200);
        print.line("Kỳ chi trả cũ của Long Biên vẫn đọc được (its old run is still readable)");
        JsonNode again = run(LOCALITY, officer, "2026-03");
        DemoFailure.unless(
                again.path("digest").asText().equals(march.path("digest").asText()),
                "kỳ tháng 3/2026 của Hưng Đạo đã đổi / the run of Hưng Đạo changed");
        print.line(
                "Hưng Đạo không thay đổi: tính lại cho cùng một kết quả (Hưng Đạo never noticed)");
    }

    private Path drop(String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("localities"))) {
            Path jar =
                    jars.filter(p -> p.getFileName().toString().startsWith(artifact + "-"))
                            .findFirst()
                            .orElseThrow(() -> new DemoFailure("Thiếu / missing jar: " + artifact));
            return deploy.drop(jar);
        }
    }

    private Login account(String login, String role, String locality) {
        Answer answer =
                door.postJson(
                        API + "/localities/" + locality + "/accounts",
                        admin,
                        Map.of("login", login, "role", role));
        DemoFailure.unless(answer.status() / 100 == 2, "tài khoản / account: " + answer.text());
        return new Login(login, answer.json().path("secret").asText());
    }

    private void importRegister(String locality, Login officer) throws IOException {
        byte[] csv = Files.readAllBytes(home.resolve("demo/" + locality + ".csv"));
        Answer answer =
                door.post(
                        API + "/localities/" + locality + "/decisions:import",
                        officer,
                        "text/csv;charset=UTF-8",
                        csv);
        JsonNode result = answer.must(200).json();
        print.line(
                String.format(
                        "Nạp sổ (DỮ LIỆU GIẢ LẬP): %d dòng, %d người mới, %d quyết định, %d chế độ;"
                                + " không đổi %d",
                        result.path("rows").asInt(),
                        result.path("personsAdded").asInt(),
                        result.path("decisionsAdded").asInt(),
                        result.path("grantsAdded").asInt(),
                        result.path("unchanged").asInt()));
    }

    private JsonNode run(String locality, Login officer, String month) {
        Answer answer =
                door.postJson(
                        API + "/localities/" + locality + "/runs", officer, Map.of("month", month));
        DemoFailure.unless(answer.status() / 100 == 2, "kỳ / run " + month + ": " + answer.text());
        JsonNode run = answer.json();
        print.line(
                "Kỳ "
                        + month
                        + ": "
                        + run.path("lines").asLong()
                        + " khoản, "
                        + run.path("persons").asLong()
                        + " người, "
                        + Print.dong(run.path("totalDong").asLong())
                        + "; khác kết quả xét "
                        + run.path("differences").asLong()
                        + " (liệt kê, không chi)");
        expected.check(locality, month, run);
        print.line("  ✓ khớp với bản tính độc lập (as calculated independently)");
        return run;
    }

    private static String runPath(String locality, JsonNode run) {
        return API + "/localities/" + locality + "/runs/" + run.path("id").asLong();
    }

    private void totals(String locality, Login officer, JsonNode run) {
        JsonNode totals = door.get(runPath(locality, run) + "/totals", officer).must(200).json();
        long sum = 0;
        for (JsonNode total : totals) {
            sum += total.path("amountDong").asLong();
        }
        print.totals(totals);
        DemoFailure.unless(
                sum == run.path("totalDong").asLong(),
                "tổng không khớp / totals do not add up: " + sum);
        JsonNode reconciliation =
                door.get(runPath(locality, run) + "/reconciliation", officer).must(200).json();
        print.reconciliation(reconciliation);
        DemoFailure.unless(
                reconciliation.path("balances").asBoolean(),
                "đối chiếu không khớp / does not reconcile");
    }

    private void report(String locality, Login officer, String form, String month)
            throws IOException {
        for (String format : List.of("XLSX", "PDF")) {
            Answer issued =
                    door.postJson(
                            API + "/localities/" + locality + "/reports",
                            officer,
                            Map.of("form", form, "month", month, "format", format));
            DemoFailure.unless(
                    issued.status() == 201, "báo cáo / report " + form + ": " + issued.text());
            JsonNode view = issued.json();
            byte[] file =
                    door.get(
                                    API
                                            + "/localities/"
                                            + locality
                                            + "/reports/"
                                            + view.path("id").asLong(),
                                    officer)
                            .must(200)
                            .body();
            Path target = reports.resolve(view.path("fileName").asText());
            Files.write(target, file);
            print.line("Mẫu " + form + " " + format + ": " + target);
        }
    }

    private void soap(JsonNode march) {
        print.step("Hệ thống cấp tỉnh đọc danh sách qua SOAP (a provincial system reads the list)");
        Login partner = account("doi-tac-" + LOCALITY, "PARTNER", LOCALITY);
        long lines = 0;
        long sum = 0;
        String token = "";
        do {
            Answer answer =
                    door.post(
                            "/cxf/soap/payment-list",
                            null,
                            "text/xml;charset=UTF-8",
                            Soap.request(partner, LOCALITY, "2026-03", token)
                                    .getBytes(StandardCharsets.UTF_8));
            DemoFailure.unless(answer.status() == 200, "SOAP: " + answer.text());
            Soap.Page page = Soap.read(answer.body());
            lines += page.amounts().size();
            sum += page.amounts().stream().mapToLong(Long::longValue).sum();
            token = page.nextToken();
        } while (!token.isEmpty());
        print.line(lines + " khoản, " + Print.dong(sum));
        DemoFailure.unless(
                lines == march.path("lines").asLong() && sum == march.path("totalDong").asLong(),
                "SOAP và REST khác nhau / SOAP and REST differ");
    }

    private void addresses(Login officer, JsonNode march) {
        print.step("Xem tiếp (where to look next)");
        String page =
                base + "/console/localities/" + LOCALITY + "/runs/" + march.path("id").asLong();
        print.line(page);
        print.line("  người dùng " + officer.name() + ", mật khẩu " + officer.secret());
        print.line(base + API + "/openapi.json");
        print.line(base + "/cxf/soap/payment-list?wsdl");
        print.line(base + "/health");
        print.line("Quản trị / administrator: admin, " + secrets.resolve("admin-password"));
    }
}
