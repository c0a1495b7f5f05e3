package vn.ansinh.itests.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.itests.container.Client.Login;

/**
 * A locality with something of everything, all of it marked: whoever sees a mark has seen its data.
 * One person has HIV and a grant for it; paper and ground of that are marks of their own. DỮ LIỆU
 * GIẢ LẬP.
 */
final class Office {

    /** Every role that reads or writes at a locality, with ordinary data. */
    private static final String ROLES =
            "OFFICER,LEADER,SUPERIOR,PAYMENT_PREPARER,FINANCE,INSPECTOR,AUDITOR,PROGRAMME_PARTNER,"
                    + "ACCOUNT_MANAGER,PARTNER";

    private static final String COLUMNS =
            "full_name,sex,birth,personal_id,unit_code,decision_number,decision_authority,"
                    + "signed_on,ground,component,coefficient,first_month,channel,payee_name,"
                    + "payee_relation,bank,account,poverty_national,disability_degree,"
                    + "disability_certificate_on\n";

    private final Client client;
    private final String code;
    private final String unit;
    private final String month;
    private final String word;
    private final String digits;
    private final Map<String, String> ids = new HashMap<>();
    private Login everybody;
    private Login restricted;

    /**
     * A locality.
     *
     * @param word a word that is nowhere else; folded it is its lower case
     * @param digits four digits that are in every number
     */
    Office(Client client, String code, String unit, String month, String word, String digits) {
        this.client = client;
        this.code = code;
        this.unit = unit;
        this.month = month;
        this.word = word;
        this.digits = digits;
    }

    String code() {
        return code;
    }

    /** One who may do everything at this locality, restricted data aside. */
    Login everybody() {
        return everybody;
    }

    /** An officer whose right reaches restricted data too. */
    Login restricted() {
        return restricted;
    }

    /** What nobody of another locality may see. */
    List<String> marks() {
        return List.of(word.toLowerCase(java.util.Locale.ROOT), "030080" + digits, "9999" + digits);
    }

    /** What nobody sees without a right to restricted data: the paper, the ground, its name. */
    List<String> restrictedMarks() {
        return List.of("kin-" + digits, "5.8", "hiv");
    }

    /** The locality's own catalogue of reports. */
    List<String> forms() {
        return ids("reports", "code");
    }

    /** The same office where whatever is asked about one person is about the one with HIV. */
    Office hidden() {
        Office hidden = new Office(client, code, unit, month, word, digits);
        hidden.everybody = everybody;
        hidden.restricted = restricted;
        hidden.ids.putAll(ids);
        for (String thing : List.of("person", "decision", "order")) {
            hidden.ids.put(thing, ids.get("hidden " + thing));
        }
        return hidden;
    }

    /** Fills it through the doors that people use. */
    void plant() {
        everybody = account("moi-viec-" + code, "ORDINARY", ROLES);
        restricted = account("ho-so-kin-" + code, "RESTRICTED", "OFFICER");
        Login officer = account("lap-" + code, "ORDINARY", "OFFICER");
        Login checker = account("kiem-" + code, "ORDINARY", "FINANCE");
        Login leader = account("duyet-" + code, "ORDINARY", "LEADER");
        ids.put("login", "kiem-" + code);
        String ordinary =
                COLUMNS
                        + person("Một", 1, "5.6", "1.5", "ACCOUNT", "SEVERE")
                        + person("Hai", 2, "5.6", "2.0", "ACCOUNT", "EXTREMELY_SEVERE")
                        + person("Hái", 2, "5.6", "2.0", "CASH", "EXTREMELY_SEVERE");
        upload(
                restricted,
                "decisions:import",
                "text/csv;charset=UTF-8",
                ordinary + person("Ba", 3, "5.8", "1.5", "CASH", ""));
        List<String> persons = ids("people", "id");
        List<String> decisions = ids("decisions", "id");
        String kin = persons.get(persons.size() - 1);
        ids.put("person", persons.get(0));
        ids.put("hidden person", kin);
        ids.put("decision", decisions.get(0));
        ids.put("hidden decision", decisions.get(decisions.size() - 1));
        post(
                restricted,
                "people/" + kin + "/facts",
                List.of(
                        Map.of(
                                "kind", "hiv",
                                "value", "YES",
                                "from", "2024-12-01",
                                "paper", "KIN-" + digits)));
        ids.put(
                "fact",
                client.get(officer, at("people/" + persons.get(0) + "/facts"))
                        .json()
                        .get(0)
                        .path("id")
                        .asText());
        ids.put(
                "household",
                post(
                                officer,
                                "households",
                                Map.of(
                                        "kind",
                                        "RESIDENCE",
                                        "unitCode",
                                        unit,
                                        "from",
                                        "2025-01-01",
                                        "paper",
                                        word,
                                        "members",
                                        List.of(
                                                Map.of(
                                                        "personId",
                                                        persons.get(0),
                                                        "relation",
                                                        "HEAD"))))
                        .path("ids")
                        .get(0)
                        .asText());
        post(officer, "duplicates/scan", Map.of());
        ids.put("duplicate", ids("duplicates", "id").get(0));
        pay(officer, checker, leader);
        ids.put(
                "delegation",
                post(
                                everybody,
                                "accounts/delegations",
                                Map.of(
                                        "from",
                                        "duyet-" + code,
                                        "to",
                                        "kiem-" + code,
                                        "roles",
                                        List.of("LEADER"),
                                        "firstDay",
                                        "2026-01-01",
                                        "lastDay",
                                        "2099-12-31",
                                        "paper",
                                        word))
                        .path("id")
                        .asText());
        client.get(everybody, at("accounts/rights"))
                .json()
                .forEach(
                        right -> {
                            if (right.path("login").asText().equals("kiem-" + code)) {
                                ids.put("right", right.path("id").asText());
                            }
                        });
        // Nobody's ground is in it: a workbook that waits is given back as it came.
        JsonNode waiting =
                upload(
                        officer,
                        "imports?kind=PEOPLE&name=a.csv",
                        "application/octet-stream",
                        ordinary);
        ids.put("import", waiting.path("id").asText());
        for (String form : forms()) {
            ids.put("report", post(everybody, "reports", report(form, "CSV")).path("id").asText());
        }
    }

    /** Body that asks for a report. */
    Map<String, String> report(String form, String format) {
        return Map.of("form", form, "month", month, "format", format);
    }

    private void pay(Login officer, Login checker, Login leader) {
        String before = java.time.YearMonth.parse(month).minusMonths(1).toString();
        post(officer, "runs", Map.of("month", before));
        String run = post(officer, "runs", Map.of("month", month)).path("id").asText();
        ids.put("run", run);
        move(officer, "submit");
        move(checker, "check");
        move(leader, "approve");
        client.json(
                        checker,
                        "PUT",
                        at("orders/sources"),
                        Map.of(
                                "paysBank",
                                "",
                                "bank",
                                "VBAAVNVX",
                                "account",
                                "9999" + digits + "00",
                                "name",
                                "UBND " + word),
                        Map.of())
                .ok("source");
        post(checker, "orders/send", Map.of("runId", run));
        ids.put(
                "bank-file",
                client.get(checker, at("bank-files?run=" + run)).json().get(0).path("id").asText());
        JsonNode orders = client.get(checker, at("orders?run=" + run)).json().path("items");
        JsonNode order = orders.get(0);
        ids.put("order", order.path("id").asText());
        for (JsonNode one : orders) {
            if (one.path("personId").asText().equals(ids.get("hidden person"))) {
                ids.put("hidden order", one.path("id").asText());
            }
        }
        ids.put("endToEndId", order.path("endToEndId").asText());
        ids.put(
                "cash-sheet",
                post(
                                checker,
                                "orders/cash-sheets",
                                Map.of("runId", run, "unitCode", unit, "payOn", month + "-20"))
                        .path("id")
                        .asText());
    }

    private void move(Login who, String what) {
        String run = "runs/" + ids.get("run");
        String etag = client.get(who, at(run + "/life")).etag();
        client.json(who, "POST", at(run + "/" + what), Map.of(), Map.of("If-Match", etag)).ok(what);
    }

    private String person(
            String given,
            int day,
            String ground,
            String coefficient,
            String channel,
            String degree) {
        String name = "Giả Lập " + word + " " + given;
        boolean account = channel.equals("ACCOUNT");
        int number = given.equals("Hái") ? 9 : day;
        return String.join(
                        ",",
                        name,
                        "Nam",
                        "1980-01-0" + day,
                        "030080" + digits + "0" + number,
                        unit,
                        digits + number + "/QĐ-" + word,
                        "Chủ tịch " + word,
                        "2025-01-10",
                        ground,
                        "MONTHLY",
                        coefficient,
                        "2025-01",
                        channel,
                        name,
                        "SELF",
                        account ? "Ngân hàng Giả Lập" : "",
                        account ? "9999" + digits + "0" + number : "",
                        "POOR",
                        degree,
                        degree.isEmpty() ? "" : "2024-11-14")
                + "\n";
    }

    private JsonNode upload(Login who, String path, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return client.call(who, "POST", Client.API + at(path), type, bytes, Map.of())
                .ok(path)
                .json();
    }

    private Login account(String login, String dataClass, String roles) {
        String secret = "";
        for (String role : roles.split(",", -1)) {
            secret =
                    client.json(
                                    client.admin(),
                                    "POST",
                                    at("accounts"),
                                    Map.of("login", login, "role", role, "dataClass", dataClass),
                                    Map.of())
                            .ok(login)
                            .json()
                            .path("secret")
                            .asText();
        }
        return new Login(login, secret);
    }

    private JsonNode post(Login who, String path, Object body) {
        return client.json(who, "POST", at(path), body, Map.of()).ok(code + " " + path).json();
    }

    private List<String> ids(String path, String field) {
        JsonNode found = client.get(everybody, at(path)).ok(path).json();
        List<String> all = new java.util.ArrayList<>();
        (found.isArray() ? found : found.path("items"))
                .forEach(one -> all.add(one.path(field).asText()));
        return all;
    }

    private String at(String path) {
        return "localities/" + code + "/" + path;
    }

    /** What stands for a parameter or a number in a body, after the thing it is a number of. */
    String id(String name, String of) {
        String thing =
                switch (name) {
                    case "login", "endToEndId" -> name;
                    case "run", "runId" -> "run";
                    case "id" ->
                            "people".equals(of)
                                    ? "person"
                                    : String.valueOf(of).replaceFirst("s$", "");
                    case "survivorId", "newHead" -> "person";
                    case "into" -> "household";
                    default -> name.replaceFirst("Ids?$", "");
                };
        return switch (name) {
            case "month" -> month;
            case "year", "budgetYear" ->
                    of.equals("estimates")
                            ? java.time.Year.now().plusYears(1).toString()
                            : month.substring(0, 4);
            case "unit" -> unit.matches("\\d+") ? unit : "1";
            case "sha" -> "0".repeat(64);
            default -> ids.getOrDefault(thing, "1");
        };
    }

    /** What a query of an operation asks for, or null where it is left out. */
    String asked(String operation, String name) {
        return switch (name) {
            case "person", "personId" -> ids.get("person");
            case "run" -> ids.get("run");
            case "month" -> month;
            case "component", "sequence" -> "0";
            case "format" -> "XLSX";
            case "kind" -> operation.equals("uploadImport") ? "PEOPLE" : null;
            case "from" -> operation.equals("getAuditFile") ? month + "-01" : null;
            case "to" -> operation.equals("getAuditFile") ? month + "-28" : null;
            case "q" -> URLEncoder.encode("Xã", StandardCharsets.UTF_8);
            case "name" -> "a.csv";
            case "all" -> "true";
            case "limit" -> "500";
            default -> null;
        };
    }

    /** What stands for a text in a body. */
    String said(String name, String format) {
        return switch (name) {
            case "month", "lastMonth", "from", "to", "fromMonth", "toMonth" ->
                    format.equals("date") ? month + "-01" : month;
            case "unitCode" -> unit;
            case "login" -> ids.get("login");
            case "localityCode", "code" -> code;
            // Somebody who asks for a name of the others gets nothing either.
            case "text" -> word;
            case "form" -> forms().get(0);
            case "birth" -> "1950";
            default -> format.equals("date") ? month + "-01" : "thu";
        };
    }
}
