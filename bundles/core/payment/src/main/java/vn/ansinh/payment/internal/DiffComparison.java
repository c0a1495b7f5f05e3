package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.PolicyDiffs.Comparison;
import vn.ansinh.payment.api.PolicyDiffs.Deviation;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredLine;
import vn.ansinh.payment.port.StoredRun;

/**
 * A run beside what a diff said: what decisions known at the diff's instant would pay, against the
 * run's lines, person by person. A difference is named by what the two instants know otherwise.
 */
final class DiffComparison {
    private static final int PAGE = 5_000;

    private final PaymentStorage payments;
    private final StoredRun then;
    private final StoredRun run;
    private final boolean lawKnownOtherwise;
    private final Payable said;
    private final List<Deviation> explained = new ArrayList<>();
    private final List<Deviation> unexplained = new ArrayList<>();
    private long equal;

    DiffComparison(PaymentStorage payments, DiffView diff, StoredRun run, PolicySnapshot law) {
        this.payments = payments;
        this.run = run.only(run.month());
        then = StoredRun.draft(run.month(), diff.knownOn(), diff.pinnedAt(), diff.toHash(), 0);
        said = new Payable(new Prices(law, run.month(), diff.knownOn()));
        lawKnownOtherwise =
                law.rows().stream()
                        .anyMatch(
                                row ->
                                        row.applies(run.month())
                                                && row.known(run.month(), diff.knownOn())
                                                        != row.known(run.month(), run.listDate()));
    }

    Comparison over(List<Chunk> ranges) {
        ranges.forEach(this::range);
        return new Comparison(equal, explained, unexplained);
    }

    private void range(Chunk range) {
        Map<Long, Case> before = read(then, range);
        Map<Long, Case> after = read(run, range);
        Map<Long, long[]> paid = paid(range);
        TreeSet<Long> people = new TreeSet<>(before.keySet());
        people.addAll(paid.keySet());
        for (long person : people) {
            Case one = before.get(person);
            if (one == null) {
                said.clear();
            } else {
                said.look(one, run.month().atDay(1));
            }
            for (int c = 0; c < Payable.COMPONENTS.length; c++) {
                long saidDong = said.amountDong(c);
                long paidDong = paid.containsKey(person) ? paid.get(person)[c] : 0;
                if (saidDong != paidDong) {
                    String cause = cause(one, after.get(person));
                    (cause.isEmpty() ? unexplained : explained)
                            .add(
                                    new Deviation(
                                            person,
                                            Payable.COMPONENTS[c],
                                            saidDong,
                                            paidDong,
                                            cause));
                } else if (paidDong > 0) {
                    equal++;
                }
            }
        }
    }

    private String cause(Case before, Case after) {
        if (before == null || after == null || !before.held().equals(after.held())) {
            return "quyết định được ghi nhận sau khi lập bảng so sánh";
        }
        if (!Objects.equals(before.death(), after.death())) {
            return "ngày mất được ghi nhận sau khi lập bảng so sánh";
        }
        return lawKnownOtherwise ? "luật được biết vào ngày khác ngày của bảng so sánh" : "";
    }

    private Map<Long, Case> read(StoredRun at, Chunk range) {
        Map<Long, Case> people = new HashMap<>();
        payments.read(
                at,
                range,
                one -> {
                    if (!one.held().isEmpty()) {
                        people.put(one.personId(), one);
                    }
                });
        return people;
    }

    private Map<Long, long[]> paid(Chunk range) {
        Map<Long, long[]> paid = new HashMap<>();
        long after = LineKey.number(range.fromPerson(), 0, 0) - 1;
        List<StoredLine> page;
        do {
            page = payments.lines(run, null, Math.max(after, 0), PAGE);
            for (StoredLine stored : page) {
                LineView line = stored.line();
                after = line.lineNo();
                if (line.personId() > range.toPerson()) {
                    return paid;
                }
                if (LineKey.sequence(after) == 0) {
                    paid.computeIfAbsent(line.personId(), p -> new long[Payable.COMPONENTS.length])[
                                    line.component().ordinal()] =
                            line.amountDong();
                }
            }
        } while (page.size() == PAGE);
        return paid;
    }
}
