package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.entitlement.internal.sheet.Titles;
import vn.ansinh.entitlement.port.Staging.SheetInfo;
import vn.ansinh.entitlement.port.Staging.StagedRow;
import vn.ansinh.platform.api.AnsinhException.Fault;

/** Judges rows of one kind of file, whole people at a time, and takes them over. */
abstract class Judge {

    private static final Pattern ROW = Pattern.compile("dòng ([0-9]+)");
    private static final Pattern FIELD = Pattern.compile("«([a-z_]+)»");

    /** Looks at rows of whole people and says what is wrong; changes nothing. */
    abstract void look(List<StagedRow> rows, Findings findings);

    /** Takes rows of whole people over. */
    abstract void take(List<StagedRow> rows);

    /** The rows whose verdict changes, with their verdicts. */
    final List<StagedRow> judge(List<StagedRow> rows, List<SheetInfo> sheets) {
        Findings findings = new Findings();
        look(rows, findings);
        Map<Integer, StagedRow> byNumber = new HashMap<>();
        rows.forEach(row -> byNumber.put(row.number(), row));
        Map<Integer, List<String>> faults = sentences(findings.faults(), byNumber, sheets);
        Map<Integer, List<String>> warnings = sentences(findings.warnings(), byNumber, sheets);
        List<StagedRow> changed = new ArrayList<>();
        for (StagedRow row : rows) {
            List<String> wrong = faults.getOrDefault(row.number(), List.of());
            List<String> doubtful = warnings.getOrDefault(row.number(), List.of());
            if (wrong.isEmpty() && doubtful.isEmpty()) {
                continue;
            }
            Set<String> why = new LinkedHashSet<>(wrong);
            why.addAll(row.notes());
            why.addAll(doubtful);
            boolean refused = !wrong.isEmpty() || row.verdict() == Verdict.REFUSED;
            changed.add(
                    row.judged(refused ? Verdict.REFUSED : Verdict.WARNING, new ArrayList<>(why)));
        }
        return changed;
    }

    /** Sentences speak of rows as the spreadsheet shows them and of columns by their titles. */
    private static Map<Integer, List<String>> sentences(
            List<Fault> faults, Map<Integer, StagedRow> rows, List<SheetInfo> sheets) {
        Map<Integer, List<String>> sentences = new HashMap<>();
        for (Fault fault : faults) {
            String text =
                    FIELD.matcher(fault.sentence())
                            .replaceAll(
                                    found ->
                                            Matcher.quoteReplacement(
                                                    "«" + Titles.vietnamese(found.group(1)) + "»"));
            text =
                    ROW.matcher(text)
                            .replaceAll(
                                    found ->
                                            Matcher.quoteReplacement(
                                                    place(found.group(1), rows, sheets)));
            String title = fault.field().isEmpty() ? "" : Titles.vietnamese(fault.field()) + ": ";
            sentences
                    .computeIfAbsent(fault.row(), row -> new ArrayList<>())
                    .add(text.startsWith("Thiếu") ? text : title + text);
        }
        return sentences;
    }

    private static String place(
            String number, Map<Integer, StagedRow> rows, List<SheetInfo> sheets) {
        StagedRow row = rows.get(Integer.valueOf(number));
        if (row == null) {
            return "dòng " + number;
        }
        String sheet = sheets.get(row.sheet()).name();
        return "dòng " + row.row() + (sheets.size() > 1 ? " trang «" + sheet + "»" : "");
    }
}
