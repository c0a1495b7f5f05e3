package vn.ansinh.itests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ansinh.itests.container.IsolationWalk.Visit;

/** What a walk must and must not find, each with its negative control. */
final class IsolationProof {

    /** Answers that differ from call to call by themselves: reads are audited, files are dated. */
    private static final Set<String> MOVING = Set.of("searchAudit", "getVerdicts");

    /** Operations at which a locality surely shows its people to its own. */
    private static final List<String> SHOW_PEOPLE =
            List.of(
                    "listPeople",
                    "getPerson",
                    "listGrants",
                    "listDecisions",
                    "listLines",
                    "listOrders",
                    "readBankFile",
                    "listCashRows",
                    "getCashSheetFile",
                    "listDuplicates",
                    "listImportRows",
                    "getVerdicts",
                    "listDelegations",
                    "explainPerson");

    /** Operations that open the restricted file to who may. */
    private static final List<String> SHOW_RESTRICTED =
            List.of("listRestrictedFacts", "listGrants", "listEntitlements", "listAnnex");

    private final IsolationWalk walk;
    private final SoapCalls soap;

    IsolationProof(Client client) throws Exception {
        walk = new IsolationWalk(client);
        soap = new SoapCalls(client);
    }

    /** One of the own office, at every door, beside the other one. */
    void holds(Office own, Office other) {
        List<Visit> before = walk.reads(other.everybody(), other);
        Map<String, List<Visit>> all = walk.everything(own, other);
        Set<String> walked = new HashSet<>();
        all.values().forEach(visits -> visits.forEach(v -> walked.add(v.id())));
        assertEquals(
                "operations walked, of those described less " + IsolationWalk.LEFT_OUT,
                walk.described() - IsolationWalk.LEFT_OUT.size(),
                walked.size());
        all.put("reports of the own forms", walk.reports(own.everybody(), own, own.forms()));
        all.put("reports of the others' forms", walk.reports(own.everybody(), own, other.forms()));
        all.put("SOAP", soap.visit(own.everybody(), own.code(), own, false));
        all.put("SOAP, others' page", soap.visit(own.everybody(), own.code(), other, true));
        all.put(
                "SOAP at the others' door",
                soap.visit(own.everybody(), other.code(), other, false));

        Map<String, Set<String>> leaks = new TreeMap<>();
        int calls = 0;
        for (Map.Entry<String, List<Visit>> pass : all.entrySet()) {
            calls += pass.getValue().size();
            List<String> marks = new ArrayList<>(other.marks());
            marks.addAll(own.restrictedMarks());
            marks.addAll(other.restrictedMarks());
            Set<String> showing = IsolationWalk.showing(pass.getValue(), marks);
            if (!showing.isEmpty()) {
                leaks.put(pass.getKey(), showing);
            }
        }
        assertEquals("leaks from " + other.code() + " to " + own.code(), Map.of(), leaks);
        refused(all.get("at the others' door"));
        assertTrue(
                "a fault at the others' door of SOAP",
                all.get("SOAP at the others' door").stream().allMatch(v -> v.status() == 500));
        assertEquals(
                "unchanged at " + other.code(),
                texts(before),
                texts(walk.reads(other.everybody(), other)));
        System.out.printf(
                "isolation from='%s' of='%s' operations='%d' calls='%d' shownToOwn='%d'%n",
                other.code(),
                own.code(),
                walked.size(),
                calls,
                IsolationWalk.showing(before, other.marks()).size());
    }

    /**
     * Negative control, before a walk changes anything: at the same operations those who may see
     * what the others must not.
     */
    void whoMaySees(Office own) {
        List<Visit> reads = walk.reads(own.everybody(), own);
        Set<String> showing = IsolationWalk.showing(reads, own.marks());
        assertTrue("shown to the own: " + showing, showing.containsAll(SHOW_PEOPLE));
        assertTrue(
                "answered to the own: " + IsolationWalk.answered(reads),
                IsolationWalk.answered(reads).size() > 80);
        Set<String> restricted =
                IsolationWalk.showing(walk.reads(own.restricted(), own), own.restrictedMarks());
        assertTrue("opened with the right: " + restricted, restricted.containsAll(SHOW_RESTRICTED));
        List<Visit> list = soap.visit(own.everybody(), own.code(), own, false);
        assertEquals(
                "SOAP shows the own",
                Set.copyOf(soap.operations()),
                IsolationWalk.showing(list, own.marks()));
        List<Visit> reports = walk.reports(own.everybody(), own, own.forms());
        assertEquals("every form is issued", 4 * own.forms().size(), reports.size());
        assertTrue("every form is read", reports.stream().allMatch(v -> v.status() / 100 == 2));
    }

    private static void refused(List<Visit> visits) {
        List<Visit> open =
                visits.stream()
                        .filter(v -> v.address().startsWith("localities/"))
                        .filter(v -> v.status() != 403 && v.status() != 404)
                        .toList();
        assertEquals("answered at the others' door", List.of(), open);
    }

    private static Map<String, String> texts(List<Visit> visits) {
        Map<String, String> texts = new TreeMap<>();
        visits.stream()
                .filter(v -> v.status() == 200 && !MOVING.contains(v.id()))
                .forEach(v -> texts.put(v.address(), v.text()));
        return texts;
    }

    /** Whatever the walk did, the log has ids only. */
    void theLogNamesNobody(List<Office> offices) throws IOException {
        Path log = Path.of(System.getProperty("karaf.data"), "log", "karaf.log");
        String text = Files.readString(log, StandardCharsets.UTF_8);
        assertTrue("the walk is in the log", text.contains("imported tenant="));
        Set<String> named = new TreeSet<>();
        for (Office office : offices) {
            List<String> marks = new ArrayList<>(office.marks());
            marks.add(office.restrictedMarks().get(0));
            marks.stream()
                    .filter(text.toLowerCase(java.util.Locale.ROOT)::contains)
                    .forEach(named::add);
        }
        assertEquals("named in the log", Set.of(), named);
    }
}
