package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/** The register at work: found, compared, missed, explained, and who looked. */
final class People {

    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03");
    private static final String TYPED = "nhon nguyen";
    private static final int SHOWN = 3;

    private final Office office;
    private final Print print;
    private final Set<Long> doubtful = new HashSet<>();

    People(Office office, Print print) {
        this.office = office;
        this.print = print;
    }

    void find() {
        print.step("Tìm «" + TYPED + "»: không dấu, đảo chữ (found without tone marks)");
        JsonNode hits = office.post("people:search", Map.of("text", TYPED)).path("items");
        for (JsonNode hit : hits) {
            print.line(
                    String.format(
                            "%s, sinh %s, %s (hồ sơ số %d)",
                            hit.path("fullName").asText(),
                            hit.path("birthText").asText(),
                            hit.path("unitCode").asText(),
                            hit.path("personId").asLong()));
        }
        DemoFailure.unless(
                hits.size() > 0 && hits.get(0).path("fullName").asText().endsWith("Nhớn"),
                "không tìm thấy / nobody was found");
    }

    void duplicates(Truth truth) {
        print.step("Hồ sơ nghi trùng, hai bên cạnh nhau (duplicates side by side)");
        office.post("duplicates/scan", Map.of());
        JsonNode pairs = office.get("duplicates?limit=500").path("items");
        JsonNode shown = pairs.path(0);
        for (JsonNode pair : pairs) {
            doubtful.add(pair.path("second").path("personId").asLong());
            if (pair.path("score").asInt() > shown.path("score").asInt()) {
                shown = pair;
            }
        }
        JsonNode first = shown.path("first");
        JsonNode second = shown.path("second");
        for (String field : List.of("fullName", "birthText", "personalId", "unitCode")) {
            String left = first.path(field).asText();
            String right = second.path(field).asText();
            print.line(String.format("  %-24s %s %s", left, left.equals(right) ? "=" : "≠", right));
        }
        print.line(
                String.format(
                        "  %d điểm: %s", shown.path("score").asInt(), joined(shown, "reasons")));
        DemoFailure.unless(
                pairs.size() == truth.duplicates(),
                "tìm ra " + pairs.size() + " cặp, đã cài / planted: " + truth.duplicates());
        print.line("✓ " + pairs.size() + " cặp, đúng số cặp đã cài (as many as were planted)");
    }

    void monthlyLists() {
        print.step("Ai còn thiếu, ai thôi, ai đổi mức (who is missing, who leaves, who changes)");
        String last = MONTHS.get(MONTHS.size() - 1);
        list(last, "entering", "đủ điều kiện mà chưa có quyết định");
        int seen = 0;
        for (String month : MONTHS) {
            seen += list(month, "leaving", "thôi hưởng");
            seen += list(month, "changing", "đổi nhóm hoặc hệ số");
        }
        DemoFailure.unless(seen > 0, "không ai thôi hay đổi / nobody leaves or changes");
    }

    private int list(String month, String which, String title) {
        JsonNode entries = office.get("months/" + month + "/" + which).path("entries");
        if (entries.isEmpty()) {
            return 0;
        }
        print.line(month + ", " + title + ": " + entries.size() + " người");
        int shown = 0;
        // Those of this month first: the others have waited and can be looked up.
        for (String since : List.of("THIS_MONTH", "EARLIER")) {
            for (JsonNode entry : entries) {
                if (entry.path("since").asText().equals(since) && shown++ < SHOWN) {
                    entry(entry);
                }
            }
        }
        return entries.size();
    }

    private void entry(JsonNode entry) {
        JsonNode item = entry.path("items").path(0);
        String clause = item.path("clause").asText();
        print.line(
                String.format(
                        "  %s (%s)%s: %s%s; %s/tháng",
                        entry.path("fullName").asText(),
                        entry.path("birthText").asText(),
                        doubtful.contains(entry.path("personId").asLong()) ? ", nghi trùng" : "",
                        item.path("reason").asText(),
                        clause.isEmpty() ? "" : " (" + clause + ")",
                        Print.dong(item.path("amountDong").asLong())));
        if (!entry.path("toAsk").isEmpty()) {
            print.line("    cần hỏi: " + joined(entry, "toAsk"));
        }
    }

    /** Why somebody of a run gets what it pays; gives the person. */
    long why(JsonNode run) {
        String path = "runs/" + run.path("id").asLong();
        JsonNode lines = office.get(path + "/lines?limit=50").path("items");
        JsonNode line = lines.path(0);
        for (JsonNode one : lines) {
            if (one.path("groundCode").asText().equals("5.6")) {
                line = one;
                break;
            }
        }
        long person = line.path("personId").asLong();
        String amount = Print.dong(line.path("amountDong").asLong());
        print.step("Vì sao " + amount + "? (why this amount)");
        boolean told = false;
        for (JsonNode one : office.get(path + "/explanations/" + person)) {
            print.line("Quyết định: " + one.path("sentence").asText());
            told |= one.path("sentence").asText().contains(amount);
        }
        DemoFailure.unless(told, "không giải thích được / not explained: " + amount);
        sentences(person, run.path("month").asText());
        return person;
    }

    private void sentences(long person, String month) {
        int others = 0;
        String asked = "people/" + person + "/assessment?month=" + month;
        for (JsonNode sentence : office.get(asked).path("sentences")) {
            if (!sentence.asText().startsWith("Không đạt") || others++ == 0) {
                print.line("· " + sentence.asText());
            }
        }
        if (others > 1) {
            print.line(
                    "· … và " + (others - 1) + " nhóm khác, mỗi nhóm một câu (the rest likewise)");
        }
    }

    /** Who looked at a record: her officer may not ask, an auditor may. */
    void whoLooked(long person, Login auditor, Login operator) {
        print.step("Ai đã xem hồ sơ số " + person + "? (who looked at this record)");
        String path = office.at("audit?person=" + person + "&limit=6");
        for (JsonNode one : office.door().get(path, auditor).must(200).json().path("items")) {
            print.line(one.path("sentence").asText());
        }
        office.door().get(path, office.officer()).must(403);
        office.door().get(office.at("people/" + person), operator).must(403);
        print.line(
                "✓ cán bộ không đọc được nhật ký, người vận hành không đọc được hồ sơ (403: the"
                        + " officer may not read the trail, nor the operator the record)");
    }

    private static String joined(JsonNode node, String list) {
        StringBuilder text = new StringBuilder();
        node.path(list)
                .forEach(one -> text.append(text.isEmpty() ? "" : "; ").append(one.asText()));
        return text.toString();
    }
}
