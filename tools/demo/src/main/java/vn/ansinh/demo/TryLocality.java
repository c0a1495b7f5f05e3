package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.demo.Door.Answer;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/**
 * A developer's first month of a new locality (docs/how-to/add-a-locality.md): its jar and the laws
 * it stands on go into {@code deploy/}, its sample people are imported, the month in the sample's
 * name is computed, and its report is issued. Safe to repeat: what is there already stays.
 *
 * <p>Arguments: home of the distribution, its folder of secrets, base address, folder of the
 * project, folder for the reports.
 */
public final class TryLocality {

    private static final String HEADER = "Ansinh-Bundle";
    private static final Pattern SAMPLE = Pattern.compile("people-([0-9]{4}-[0-9]{2})\\.csv");

    private final Path home;
    private final Path reports;
    private final Door door;
    private final Login admin;
    private final Print print = new Print();

    private TryLocality(Path home, Path secrets, String base, Path reports)
            throws IOException, GeneralSecurityException {
        this.home = home;
        this.reports = reports;
        this.door = new Door(base, secrets.resolve("tls.crt"));
        this.admin =
                new Login("admin", Files.readString(secrets.resolve("admin-password")).strip());
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length != 5) {
            System.err.println(
                    "usage: TryLocality HOME SECRETS BASE-ADDRESS PROJECT REPORT-FOLDER");
            System.exit(2);
        }
        try {
            new TryLocality(Path.of(args[0]), Path.of(args[1]), args[2], Path.of(args[4]))
                    .run(Path.of(args[3]));
        } catch (DemoFailure e) {
            System.err.println("✘ " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(Path project) throws IOException, GeneralSecurityException {
        Path jar = one(project.resolve("target"), "locality-.*\\.jar", "mvn verify");
        Path people = one(project.resolve("sample"), SAMPLE.pattern(), "sample/people-yyyy-MM.csv");
        Matcher name = SAMPLE.matcher(people.getFileName().toString());
        DemoFailure.unless(name.matches(), "tên tệp mẫu / name of the sample: " + people);
        Map<String, String> header = header(jar);
        String code = header.getOrDefault("code", "");

        print.step("Luật và địa phương vào thư mục deploy/ (law and locality jars are dropped)");
        Deploy deploy = new Deploy(door, admin, home, print);
        laws(deploy, header.getOrDefault("parent", ""));
        String sha = sha256(jar);
        deploy.drop(jar);
        deploy.await(code, release -> release.path("sha256").asText().equals(sha), "ACTIVE");

        print.step("Người mẫu được nạp, tháng đầu được tính (sample people, the first month)");
        Office office = new Office(door, code, officer(code), reports);
        importPeople(office, people);
        JsonNode run = month(office, name.group(1));
        report(office, name.group(1));
        print.line("");
        print.line(
                "Tháng %s của %s: %d khoản, %s; khác kết quả xét %d"
                        .formatted(
                                name.group(1),
                                code,
                                run.path("lines").asLong(),
                                Print.dong(run.path("totalDong").asLong()),
                                run.path("differences").asLong()));
    }

    /** Drops the laws that are not in force yet, from the State up. */
    private void laws(Deploy deploy, String parent) throws IOException {
        Map<String, Path> jars = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        for (Path jar : list(home.resolve("localities"), ".*\\.jar")) {
            Map<String, String> header = header(jar);
            jars.put(header.getOrDefault("code", ""), jar);
            parents.put(header.getOrDefault("code", ""), header.getOrDefault("parent", ""));
        }
        List<String> missing = new ArrayList<>();
        for (String law = parent; law != null && !law.isEmpty(); law = parents.get(law)) {
            if (!active(deploy, law)) {
                missing.add(0, law);
            }
        }
        for (String law : missing) {
            DemoFailure.unless(jars.containsKey(law), "Thiếu luật / missing law: " + law);
            deploy.drop(jars.get(law));
            deploy.await(law, "ACTIVE");
        }
    }

    private static boolean active(Deploy deploy, String code) {
        for (JsonNode release : deploy.releases()) {
            if (release.path("code").asText().equals(code)
                    && release.path("state").asText().equals("ACTIVE")) {
                return true;
            }
        }
        return false;
    }

    private Login officer(String code) {
        Answer answer =
                door.postJson(
                        Office.API + "/localities/" + code + "/accounts",
                        admin,
                        Map.of("login", "thu-" + code, "role", "OFFICER"));
        DemoFailure.unless(answer.status() / 100 == 2, "tài khoản / account: " + answer.text());
        return new Login("thu-" + code, answer.json().path("secret").asText());
    }

    private void importPeople(Office office, Path people) throws IOException {
        JsonNode result =
                door.post(
                                office.at("decisions:import"),
                                office.officer(),
                                "text/csv;charset=UTF-8",
                                Files.readAllBytes(people))
                        .must(200)
                        .json();
        print.line(
                "Nạp sổ (DỮ LIỆU GIẢ LẬP): %d dòng, %d người mới, không đổi %d"
                        .formatted(
                                result.path("rows").asInt(),
                                result.path("personsAdded").asInt(),
                                result.path("unchanged").asInt()));
        for (JsonNode warning : result.path("warnings")) {
            print.line("Cảnh báo: " + warning);
        }
    }

    private JsonNode month(Office office, String month) {
        Answer answer = door.postJson(office.at("runs"), office.officer(), Map.of("month", month));
        DemoFailure.unless(answer.status() / 100 == 2, "kỳ / run " + month + ": " + answer.text());
        JsonNode run = answer.json();
        String path = "runs/" + run.path("id").asLong();
        print.totals(office.get(path + "/totals"));
        JsonNode reconciliation = office.get(path + "/reconciliation");
        print.reconciliation(reconciliation);
        DemoFailure.unless(
                reconciliation.path("balances").asBoolean(),
                "đối chiếu không khớp / does not reconcile");
        return run;
    }

    /** Issues every report form the locality brings. */
    private void report(Office office, String month) throws IOException {
        Files.createDirectories(reports);
        for (JsonNode form : office.get("reports")) {
            JsonNode issued =
                    door.postJson(
                                    office.at("reports"),
                                    office.officer(),
                                    Map.of(
                                            "form",
                                            form.path("code").asText(),
                                            "month",
                                            month,
                                            "format",
                                            "XLSX"))
                            .must(201)
                            .json();
            print.line(
                    "Mẫu "
                            + form.path("code").asText()
                            + ": "
                            + office.save(
                                    "reports/" + issued.path("id").asLong(),
                                    issued.path("fileName").asText()));
        }
    }

    private static Path one(Path folder, String name, String wayOut) throws IOException {
        List<Path> found = list(folder, name);
        DemoFailure.unless(
                found.size() == 1,
                "%s: cần đúng một tệp %s, có %d (%s) / exactly one is needed"
                        .formatted(folder, name, found.size(), wayOut));
        return found.get(0);
    }

    private static List<Path> list(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    /** What the jar says of itself: kind, code, parent, class. */
    private static Map<String, String> header(Path path) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            String header = jar.getManifest().getMainAttributes().getValue(HEADER);
            DemoFailure.unless(header != null, path + ": MANIFEST thiếu / lacks " + HEADER);
            for (String part : header.split(";")) {
                String[] pair = part.strip().split("=", 2);
                values.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        return values;
    }

    private static String sha256(Path jar) throws IOException, GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}
