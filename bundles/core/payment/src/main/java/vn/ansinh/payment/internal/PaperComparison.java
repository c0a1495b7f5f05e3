package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.payment.api.ParallelRun.Kind;
import vn.ansinh.payment.port.ParallelStorage.Found;
import vn.ansinh.payment.port.ParallelStorage.PaidRow;
import vn.ansinh.payment.port.ParallelStorage.Registered;
import vn.ansinh.payment.port.ParallelStorage.TrialLine;

/** Compares a paid list with a trial, person by person, and says what each difference is. */
final class PaperComparison {

    /** Ages at which a coefficient or a ground changes (NĐ 20/2021, NĐ 176/2025). */
    private static final int[] AGES = {4, 16, 22, 60, 75, 80};

    /** So long a list may go on paying the old age band; later it is just another coefficient. */
    private static final int MONTHS_AROUND = 60;

    private final YearMonth month;
    private final Set<Long> rates;
    private final Set<String> units = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private long agreeing;

    /**
     * A comparison.
     *
     * @param rates every rate the law has ever had, in đồng, to tell an old rate from a coefficient
     */
    PaperComparison(YearMonth month, Set<Long> rates) {
        this.month = month;
        this.rates = rates;
    }

    /** People that agree to the đồng. */
    long agreeing() {
        return agreeing;
    }

    List<Found> compare(List<Registered> people, List<PaidRow> paper) {
        PaperMatch match = new PaperMatch(people, paper);
        people.forEach(person -> units.add(person.unitCode()));
        for (Registered person : people) {
            List<PaidRow> rows = match.matched().getOrDefault(person.personId(), List.of());
            int before = found.size();
            if (match.doubtful(person.personId())
                    || rows.stream().anyMatch(r -> moved(person, r))) {
                nameOrId(person, rows);
            }
            amounts(person, rows);
            if (found.size() == before && !rows.isEmpty()) {
                agreeing++;
            }
        }
        for (PaidRow row : match.unmatched()) {
            add(
                    Kind.MISSING_HERE,
                    null,
                    List.of(row),
                    row.amountDong(),
                    0,
                    "Danh sách đã chi "
                            + Texts.dong(row.amountDong())
                            + " cho người mà hệ thống không tìm thấy theo số định danh hay họ tên,"
                            + " ngày sinh và đơn vị.");
        }
        return found;
    }

    /** Whether the row stands under another unit that is known here. */
    private boolean moved(Registered person, PaidRow row) {
        return units.contains(row.unitCode()) && !row.unitCode().equals(person.unitCode());
    }

    private void nameOrId(Registered person, List<PaidRow> rows) {
        PaidRow row = rows.stream().filter(r -> moved(person, r)).findFirst().orElse(rows.get(0));
        List<String> what = new ArrayList<>();
        if (!PaperMatch.sameName(row.fullName(), person.fullName())) {
            what.add("họ tên");
        }
        if (!row.birth().isEmpty() && !PaperMatch.births(person, row)) {
            what.add("ngày sinh");
        }
        if (!row.personalId().isEmpty() && !person.numbers().contains(row.personalId())) {
            what.add("số định danh");
        }
        if (moved(person, row)) {
            what.add("đơn vị");
        }
        add(
                Kind.NAME_OR_ID,
                person,
                rows,
                sum(rows),
                PaperMatch.dong(person),
                "Cùng một người nhưng danh sách và hệ thống khác nhau ở "
                        + (what.isEmpty() ? "thông tin nhân thân" : String.join(", ", what))
                        + "; cần xác minh.");
    }

    private void amounts(Registered person, List<PaidRow> rows) {
        long paid = sum(rows);
        long ours = PaperMatch.dong(person);
        if (paid == ours) {
            return;
        }
        if (rows.isEmpty()) {
            add(
                    Kind.MISSING_THERE,
                    person,
                    rows,
                    0,
                    ours,
                    "Theo quyết định người này được "
                            + Texts.dong(ours)
                            + "; danh sách đã chi không có.");
            return;
        }
        List<PaidRow> once = distinct(rows);
        if (once.size() < rows.size() && sum(once) >= Math.min(ours, paid)) {
            add(
                    Kind.DUPLICATE_IN_PAPER,
                    person,
                    rows,
                    paid,
                    ours,
                    "Có "
                            + rows.size()
                            + " dòng cho cùng một người; trả thừa "
                            + Texts.dong(paid - sum(once))
                            + ".");
            if (sum(once) == ours) {
                return;
            }
        }
        if (person.lines().isEmpty()) {
            nothingHere(person, once);
            return;
        }
        pairs(person, once);
    }

    /** Rows of one person without their repetitions. */
    private static List<PaidRow> distinct(List<PaidRow> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(
                        row ->
                                seen.add(
                                        row.groundCode()
                                                + '|'
                                                + row.coefficientHundredths()
                                                + '|'
                                                + row.amountDong()))
                .toList();
    }

    private void nothingHere(Registered person, List<PaidRow> rows) {
        boolean died = person.death() != null && person.death().isBefore(month.atDay(1));
        if (died) {
            add(
                    Kind.LOST_GROUND,
                    person,
                    rows,
                    sum(rows),
                    0,
                    "Đã mất ngày " + Texts.day(person.death()) + ", trước tháng chi trả.");
        } else if (person.entitled()) {
            add(
                    Kind.LOST_GROUND,
                    person,
                    rows,
                    sum(rows),
                    0,
                    "Trong tháng không có quyết định nào cho hưởng.");
        } else {
            add(
                    Kind.MISSING_HERE,
                    person,
                    rows,
                    sum(rows),
                    0,
                    "Có trong danh bạ nhưng hệ thống không có quyết định cho hưởng.");
        }
    }

    /** Equal amounts belong together; then what is left, in order. */
    private void pairs(Registered person, List<PaidRow> rows) {
        List<TrialLine> lines = new ArrayList<>(person.lines());
        List<PaidRow> rest = new ArrayList<>();
        for (PaidRow row : rows) {
            TrialLine same =
                    lines.stream()
                            .filter(line -> line.amountDong() == row.amountDong())
                            .findFirst()
                            .orElse(null);
            if (same == null) {
                rest.add(row);
            } else {
                lines.remove(same);
            }
        }
        for (PaidRow row : rest) {
            if (lines.isEmpty()) {
                add(
                        Kind.LOST_GROUND,
                        person,
                        List.of(row),
                        row.amountDong(),
                        0,
                        "Danh sách có thêm một khoản mà không quyết định nào còn cho hưởng trong"
                                + " tháng.");
            } else {
                TrialLine line =
                        lines.stream()
                                .filter(l -> l.groundCode().equals(row.groundCode()))
                                .findFirst()
                                .orElse(lines.get(0));
                lines.remove(line);
                pair(person, row, line);
            }
        }
        for (TrialLine line : lines) {
            add(
                    Kind.MISSING_THERE,
                    person,
                    List.of(),
                    0,
                    line.amountDong(),
                    "Theo quyết định người này còn một khoản "
                            + Texts.dong(line.amountDong())
                            + "; danh sách đã chi không có khoản này.");
        }
    }

    private void pair(Registered person, PaidRow row, TrialLine line) {
        long coefficient = row.coefficientHundredths();
        boolean written = coefficient > 0;
        boolean rate =
                written
                        ? coefficient == line.coefficientHundredths()
                        : isRate(row.amountDong(), line.coefficientHundredths());
        if (!written && !rate && row.amountDong() * 100 % line.rateDong() == 0) {
            coefficient = row.amountDong() * 100 / line.rateDong();
        }
        Kind kind;
        String sentence;
        if (rate || coefficient == 0) {
            kind = Kind.RATE;
            sentence =
                    "Cùng hệ số "
                            + Texts.coefficient(line.coefficientHundredths())
                            + " nhưng danh sách tính theo mức chuẩn khác "
                            + Texts.dong(line.rateDong())
                            + " của tháng"
                            + (isRate(row.amountDong(), line.coefficientHundredths())
                                    ? " (một mức chuẩn cũ)."
                                    : ", hoặc số tiền bị gõ sai.");
        } else {
            Integer age = ageAround(person.earliestBirth());
            kind = age == null ? Kind.COEFFICIENT : Kind.AGE_BAND;
            sentence =
                    "Danh sách tính hệ số "
                            + Texts.coefficient((int) coefficient)
                            + ", quyết định là "
                            + Texts.coefficient(line.coefficientHundredths())
                            + (age == null
                                    ? "."
                                    : "; người này đủ " + age + " tuổi quanh tháng này.");
        }
        add(kind, person, List.of(row), row.amountDong(), line.amountDong(), sentence);
    }

    private boolean isRate(long amount, int coefficientHundredths) {
        return coefficientHundredths > 0
                && amount * 100 % coefficientHundredths == 0
                && rates.contains(amount * 100 / coefficientHundredths);
    }

    private Integer ageAround(LocalDate birth) {
        for (int age : AGES) {
            YearMonth turned = YearMonth.from(birth.plusYears(age));
            if (!month.isBefore(turned.minusMonths(1))
                    && !month.isAfter(turned.plusMonths(MONTHS_AROUND))) {
                return age;
            }
        }
        return null;
    }

    private void add(
            Kind kind,
            Registered person,
            List<PaidRow> rows,
            long paper,
            long ours,
            String sentence) {
        found.add(
                new Found(
                        kind,
                        person == null ? 0 : person.personId(),
                        rows.isEmpty() ? person.fullName() : rows.get(0).fullName(),
                        rows.stream().map(PaidRow::place).collect(Collectors.joining("; ")),
                        paper,
                        ours,
                        sentence));
    }

    private static long sum(List<PaidRow> rows) {
        return rows.stream().mapToLong(PaidRow::amountDong).sum();
    }
}
