package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.demo.Door.Answer;
import vn.ansinh.demo.Door.DemoFailure;

/** The officer's own workbooks: judged row by row, taken over whole or not at all. */
final class Workbooks {

    private static final int SHOWN = 7;

    private final Office office;
    private final Path books;
    private final Print print;

    Workbooks(Office office, Path books, Print print) {
        this.office = office;
        this.books = books;
        this.print = print;
    }

    /** A dry run of the untidy workbook: its verdicts, and the proof that nothing was taken. */
    void tryOut(String name) throws IOException {
        print.step(
                "Sổ của cán bộ, để nguyên: xét thử từng dòng (her own untidy workbook, dry run)");
        JsonNode upload = office.upload(books.resolve(name), "RUNNING");
        long id = upload.path("id").asLong();
        counts(name, upload);
        Set<String> notes = new TreeSet<>();
        for (JsonNode sheet : upload.path("sheets")) {
            for (JsonNode note : sheet.path("notes")) {
                notes.add(sheet.path("name").asText() + ": " + note.asText());
            }
        }
        notes.stream().limit(2).forEach(print::line);
        verdicts(id);

        Answer refused = office.door().postJson(at(id, ":confirm"), office.officer(), accept());
        print.line(refused.must(422).json().path("detail").asText());
        print.line(
                "Tệp kết quả (verdicts): "
                        + office.save("imports/" + id + "/verdicts", "ket-qua-" + name));
        office.post("imports/" + id + ":abandon", Map.of());
    }

    private void verdicts(long id) {
        int refused = 0;
        boolean warned = false;
        for (JsonNode row : rows(id)) {
            String verdict = row.path("verdict").asText();
            if (verdict.equals("REFUSED") && refused++ < SHOWN) {
                print.line("✘ " + sentence(row));
            } else if (verdict.equals("WARNING") && !warned) {
                warned = true;
                print.line("⚠ " + sentence(row));
            }
        }
        DemoFailure.unless(refused > 0, "không dòng nào bị từ chối / no row was refused");
    }

    private static String sentence(JsonNode row) {
        StringBuilder why = new StringBuilder();
        row.path("why").forEach(one -> why.append(' ').append(one.asText()));
        return row.path("sheet").asText() + ", dòng " + row.path("row").asInt() + ":" + why;
    }

    /** Takes a workbook over, with what the platform proposes. */
    void takeOver(String name, String kindAndMonth) throws IOException {
        JsonNode upload = office.upload(books.resolve(name), kindAndMonth);
        long id = upload.path("id").asLong();
        counts(name, upload);
        if (upload.path("state").asText().equals("CONFIRMED")) {
            print.line("Đã nhập từ trước, không đổi gì (taken over before, nothing changes)");
            return;
        }
        for (JsonNode row : rows(id)) {
            if (row.path("verdict").asText().equals("WARNING")) {
                print.line("⚠ " + sentence(row));
                break;
            }
        }
        office.post("imports/" + id + ":confirm", accept());
    }

    private JsonNode rows(long id) {
        return office.get("imports/" + id + "/rows?limit=500").path("items");
    }

    private void counts(String name, JsonNode upload) {
        JsonNode counts = upload.path("counts");
        print.line(
                String.format(
                        "%s, %d trang: nhận %d dòng, cảnh báo %d, từ chối %d; bỏ qua %d (tiêu đề,"
                                + " cộng, ký tên)",
                        name,
                        upload.path("sheets").size(),
                        counts.path("accepted").asLong(),
                        counts.path("warnings").asLong(),
                        counts.path("refused").asLong(),
                        counts.path("skipped").asLong()));
    }

    private String at(long id, String verb) {
        return office.at("imports/" + id + verb);
    }

    private static Map<String, Boolean> accept() {
        return Map.of("acceptProposals", true);
    }
}
