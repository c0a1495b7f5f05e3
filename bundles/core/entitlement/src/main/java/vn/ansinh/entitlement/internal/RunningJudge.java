package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.internal.sheet.Titles;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.Decisions.Key;
import vn.ansinh.entitlement.port.Decisions.NewDecision;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.entitlement.port.Staging.Balance;
import vn.ansinh.entitlement.port.Staging.StagedRow;

/** People with running decisions: the same judgement as for our own CSV format. */
final class RunningJudge extends Judge {

    private final ImportService.Scope scope;
    private final CsvRunningDecisions running;
    private final Decisions decisions;
    private final Staging staging;

    /** Decisions that earlier rows of the file have named. */
    private final Map<Key, DecisionView> named = new HashMap<>();

    RunningJudge(
            ImportService.Scope scope,
            CsvRunningDecisions running,
            Decisions decisions,
            Staging staging) {
        this.scope = scope;
        this.running = running;
        this.decisions = decisions;
        this.staging = staging;
    }

    @Override
    void look(List<StagedRow> rows, Findings findings) {
        List<Line> lines = lines(rows, findings);
        Map<String, Person> persons = running.storedPersons(scope.tenant(), scope.actor(), lines);
        Map<Long, List<Grant>> grants =
                decisions.grantsOf(persons.values().stream().map(Person::id).toList()).stream()
                        .collect(Collectors.groupingBy(Grant::personId));
        Map<Key, DecisionView> stored =
                new HashMap<>(
                        decisions.byNumbers(
                                lines.stream()
                                        .map(line -> line.decision().key().number())
                                        .distinct()
                                        .toList()));
        named.forEach(stored::putIfAbsent);
        Import plan = new Import(findings);
        plan.compare(lines, persons, grants, stored);
        for (NewDecision decision : plan.newDecisions()) {
            Key key = decision.key();
            named.put(
                    key,
                    new DecisionView(
                            0, key.number(), decision.authority(), key.signedOn(), "GRANT", 0));
        }
    }

    private List<Line> lines(List<StagedRow> rows, Findings findings) {
        LineReader reader = new LineReader(scope.law(), scope.today(), findings);
        List<Line> lines = new ArrayList<>();
        for (StagedRow row : rows) {
            reader.read(new CsvFile.Row(row.number(), row.fields())).ifPresent(lines::add);
        }
        return lines;
    }

    @Override
    void take(List<StagedRow> rows) {
        Findings findings = new Findings();
        List<Line> lines = lines(rows, findings);
        findings.refuseIfAny(scope.fileName());
        running.compareAndWrite(scope.tenant(), scope.actor(), scope.fileName(), lines, findings);
        takeBalances(rows, lines);
    }

    private void takeBalances(List<StagedRow> rows, List<Line> lines) {
        Map<Integer, Long> owed = new HashMap<>();
        for (StagedRow row : rows) {
            long balance = Long.parseLong(row.fields().getOrDefault(Titles.BALANCE, "0"));
            if (balance != 0) {
                owed.put(row.number(), balance);
            }
        }
        List<Line> owing = lines.stream().filter(line -> owed.containsKey(line.row())).toList();
        if (owing.isEmpty()) {
            return;
        }
        Map<String, Person> persons = running.storedPersons(scope.tenant(), scope.actor(), owing);
        Map<Long, Long> sums = new LinkedHashMap<>();
        for (Line line : owing) {
            long person = persons.get(Line.identity(line.person())).id();
            sums.merge(person, owed.get(line.row()), Long::sum);
        }
        List<Balance> balances = new ArrayList<>();
        sums.forEach(
                (person, sum) -> {
                    if (sum != 0) {
                        balances.add(new Balance(person, sum));
                    }
                });
        staging.addBalances(scope.uploadId(), balances, scope.now());
    }
}
