package vn.ansinh.locality.kit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportTable;

/**
 * The forms of a bundle against their goldens: {@code golden/reports/CODE.txt} is what a person
 * read and found right of the form computed from {@link ReportSample}, one line per part of the
 * table, cells parted by {@code |}.
 */
final class ReportGoldens {

    static final String FOLDER = "golden/reports/";
    static final String ENDING = ".txt";

    private final BundleFile bundle;
    private final Locality locality;

    ReportGoldens(BundleFile bundle, Locality locality) {
        this.bundle = bundle;
        this.locality = locality;
    }

    void run(List<Finding> findings) throws IOException {
        Map<String, String> goldens = new TreeMap<>();
        for (Map.Entry<String, InputStream> file : bundle.reportGoldens().entrySet()) {
            String name = file.getKey().substring(FOLDER.length());
            goldens.put(
                    name.substring(0, name.length() - ENDING.length()),
                    new String(file.getValue().readAllBytes(), StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, ReportFormat> form : forms(findings).entrySet()) {
            String golden = goldens.remove(form.getKey());
            String table = text(form.getKey(), form.getValue(), findings);
            if (golden != null && table != null) {
                compare(form.getKey(), golden, table, findings);
            }
        }
        for (String code : goldens.keySet()) {
            findings.add(finding(code, "có mẫu đối chiếu nhưng gói không có mẫu báo cáo này"));
        }
    }

    /** What each form makes of the sample month, by its code. */
    Map<String, String> texts(List<Finding> findings) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        forms(findings)
                .forEach(
                        (code, form) -> {
                            String table = text(code, form, findings);
                            if (table != null) {
                                texts.put(code, table);
                            }
                        });
        return texts;
    }

    /** Every form among the classes; the header does not name them, Blueprint registers them. */
    private Map<String, ReportFormat> forms(List<Finding> findings) throws IOException {
        Map<String, ReportFormat> forms = new TreeMap<>();
        for (String internal : bundle.classFiles().keySet()) {
            String name = internal.replace('/', '.');
            try {
                Class<?> type = bundle.load(name);
                if (ReportFormat.class.isAssignableFrom(type)
                        && !Modifier.isAbstract(type.getModifiers())
                        && Modifier.isPublic(type.getModifiers())) {
                    Constructor<?> constructor = type.getConstructor();
                    ReportFormat form = (ReportFormat) constructor.newInstance();
                    if (!form.localityCode().equals(locality.profile().code())) {
                        findings.add(finding(name, "mẫu báo cáo thuộc địa phương khác"));
                    } else if (forms.put(form.code(), form) != null) {
                        findings.add(finding(form.code(), "hai mẫu báo cáo cùng mã"));
                    }
                }
            } catch (NoSuchMethodException e) {
                // Made by another class of the bundle: nobody but it can compute it.
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                findings.add(finding(name, "hỏng khi dựng mẫu báo cáo: " + e));
            }
        }
        return forms;
    }

    /** The table of the sample month, or null with a finding. */
    private String text(String code, ReportFormat form, List<Finding> findings) {
        try {
            form.compute(ReportSample.empty(locality.profile()));
            String once = text(form.compute(ReportSample.full(locality.profile())));
            String again = text(form.compute(ReportSample.full(locality.profile())));
            if (!once.equals(again)) {
                findings.add(finding(code, "cùng dữ liệu mà hai lần lập ra hai kết quả"));
                return null;
            }
            return once;
        } catch (RuntimeException | LinkageError e) {
            findings.add(finding(code, "hỏng khi lập báo cáo: " + e));
            return null;
        }
    }

    private static void compare(String code, String golden, String table, List<Finding> findings) {
        List<String> wanted = golden.lines().filter(line -> !line.startsWith("#")).toList();
        List<String> found = table.lines().toList();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            String need = i < wanted.size() ? wanted.get(i) : "(hết)";
            String is = i < found.size() ? found.get(i) : "(hết)";
            if (!need.equals(is)) {
                findings.add(
                        finding(code, "dòng %d: cần «%s», ra «%s»".formatted(i + 1, need, is)));
                return;
            }
        }
    }

    private static Finding finding(String where, String message) {
        return new Finding(Finding.Kind.REPORT, where, message);
    }

    static String text(ReportTable table) {
        List<String> lines = new ArrayList<>();
        lines.add("title|" + table.title());
        lines.add("subtitle|" + table.subtitle());
        table.columns()
                .forEach(
                        c -> lines.add("column|%s|%s|%s".formatted(c.key(), c.header(), c.kind())));
        for (ReportTable.Row row : table.rows()) {
            String kind = row.subtotal() ? "subtotal|" : "row|";
            lines.add(kind + row.group() + "|" + cells(row.cells()));
        }
        if (!table.totals().isEmpty()) {
            lines.add("totals|" + cells(table.totals()));
        }
        table.notes().forEach(note -> lines.add("note|" + note));
        table.recipients().forEach(one -> lines.add("recipient|" + one));
        table.signatures().forEach(s -> lines.add("signature|" + s.capacity() + "|" + s.name()));
        return lines.stream().map(ReportGoldens::oneLine).collect(Collectors.joining("\n"));
    }

    private static String cells(List<Object> cells) {
        return cells.stream()
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.joining("|"));
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }
}
