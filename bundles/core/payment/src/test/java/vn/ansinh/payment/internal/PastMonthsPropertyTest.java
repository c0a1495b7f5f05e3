package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.port.FoundCorrection;
import vn.ansinh.payment.port.PastPerson;
import vn.ansinh.payment.port.PastPerson.Paid;
import vn.ansinh.payment.port.PastPerson.Settled;
import vn.ansinh.payment.port.PastPerson.Span;

/**
 * However often and in whatever order things become known, what is settled in the end is what is
 * owed: against a reference that counts month by month. DỮ LIỆU GIẢ LẬP.
 */
class PastMonthsPropertyTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final int MONTHS = 8;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final PolicySnapshot LAW =
            Engines.standard()
                    .compile(
                            List.of(new Engine.Layer(new OneRate(), "ef".repeat(32))),
                            List.of("thu-nghiem"));

    private final List<YearMonth> months = new ArrayList<>();
    private final PastMonths past;

    PastMonthsPropertyTest() {
        for (int i = 0; i < MONTHS; i++) {
            months.add(FIRST.plusMonths(i));
        }
        past = new PastMonths(LAW, months, TODAY);
    }

    @Test
    void whatIsSettledInTheEndIsWhatIsOwed() {
        int corrected = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<Paid> lines = new ArrayList<>();
            for (Span span : spans(random)) {
                for (YearMonth month : months) {
                    if (span.covers(month) && random.nextInt(4) > 0 && none(lines, month)) {
                        lines.add(
                                new Paid(
                                        month,
                                        Component.MONTHLY,
                                        "A",
                                        false,
                                        span.coefficientHundredths(),
                                        500_000,
                                        5_000L * span.coefficientHundredths(),
                                        1));
                    }
                }
            }
            List<PastPerson> history = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                LocalDate death =
                        random.nextInt(3) == 0
                                ? FIRST.plusMonths(random.nextInt(MONTHS)).atDay(10)
                                : null;
                history.add(person(spans(random), death, lines, new ArrayList<>()));
            }
            // Accepted after every change, and only after the last one.
            List<Settled> each = new ArrayList<>();
            history.forEach(state -> accept(with(state, each), each));
            PastPerson last = history.get(history.size() - 1);
            List<Settled> once = new ArrayList<>();
            accept(with(last, once), once);

            for (YearMonth month : months) {
                long owed = owed(last, month);
                assertThat(settled(lines, each, month))
                        .as("seed %s %s", seed, month)
                        .isEqualTo(owed);
                assertThat(settled(lines, once, month)).isEqualTo(owed);
            }
            assertThat(past.of(with(last, each))).isEmpty();
            corrected += each.size();
        }
        assertThat(corrected).isGreaterThan(3000); // the histories do differ from what was paid
    }

    /** A settlement that is forgotten is found: the property can fail. */
    @Test
    void aForgottenSettlementIsFound() {
        List<Span> spans = List.of(span(1, 150, FIRST, null));
        PastPerson person = person(spans, null, List.of(), new ArrayList<>());
        List<Settled> settled = new ArrayList<>();
        accept(person, settled);
        settled.remove(3);
        assertThat(past.of(with(person, settled)))
                .singleElement()
                .satisfies(one -> assertThat(one.month()).isEqualTo(FIRST.plusMonths(3)));
    }

    private void accept(PastPerson person, List<Settled> settled) {
        for (FoundCorrection one : past.of(person)) {
            settled.add(new Settled(one.month(), one.component(), one.deltaDong()));
        }
    }

    private static long owed(PastPerson person, YearMonth month) {
        if (person.death() != null && YearMonth.from(person.death()).isBefore(month)) {
            return 0;
        }
        return person.held().stream()
                .filter(span -> span.covers(month))
                .mapToLong(span -> span.coefficientHundredths() * rate(month) / 100)
                .max()
                .orElse(0);
    }

    private static long rate(YearMonth month) {
        return month.getMonthValue() < 7 ? 500_000 : 540_000;
    }

    private static long settled(List<Paid> lines, List<Settled> settled, YearMonth month) {
        long paid =
                lines.stream()
                        .filter(line -> line.month().equals(month))
                        .mapToLong(Paid::amountDong)
                        .sum();
        return paid
                + settled.stream()
                        .filter(one -> one.month().equals(month))
                        .mapToLong(Settled::amountDong)
                        .sum();
    }

    private static boolean none(List<Paid> lines, YearMonth month) {
        return lines.stream().noneMatch(line -> line.month().equals(month));
    }

    private List<Span> spans(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            YearMonth from = FIRST.plusMonths(random.nextInt(MONTHS));
            YearMonth to = random.nextBoolean() ? null : from.plusMonths(random.nextInt(MONTHS));
            spans.add(span(i + 1, 50 * (1 + random.nextInt(5)), from, to));
        }
        return spans;
    }

    private static Span span(long id, int coefficient, YearMonth from, YearMonth to) {
        return new Span(id, id, Component.MONTHLY, "A", coefficient, from, to);
    }

    private static PastPerson person(
            List<Span> spans, LocalDate death, List<Paid> lines, List<Settled> settled) {
        return new PastPerson(1, "U1", death, spans, lines, settled, List.of());
    }

    private static PastPerson with(PastPerson person, List<Settled> settled) {
        return person(person.held(), person.death(), person.lines(), settled);
    }

    /** One ground, 500.000 đồng, 540.000 from July. */
    private static final class OneRate implements LawLayer {
        @Override
        public String code() {
            return "thu-nghiem";
        }

        @Override
        public String parent() {
            return "";
        }

        @Override
        public List<ParameterRow> rows() {
            return List.of(
                    row("rate.standard", "500000", "2025-01"),
                    row("rate.standard", "540000", "2026-07"),
                    row("ground.A", "on", "2025-01"),
                    row("coefficient.A", "1.0", "2025-01"));
        }

        private static ParameterRow row(String key, String value, String from) {
            LocalDate signed = LocalDate.of(2024, 12, 1);
            return new ParameterRow(
                    key,
                    value,
                    "",
                    "none",
                    "thu-nghiem",
                    YearMonth.parse(from),
                    null,
                    signed,
                    signed,
                    Citation.of("NQ 0/GIẢ LẬP", "1", "1", ""),
                    Confidence.VERIFIED,
                    "");
        }

        @Override
        public List<Ground> grounds() {
            Condition in =
                    new Condition(
                            "in-A",
                            "thuộc nhóm A",
                            Citation.of("NQ 0/GIẢ LẬP", "5", "", ""),
                            (facts, parameters, on, lossOn) -> facts.is("group", "A", on));
            return List.of(
                    new Ground(
                            "A",
                            "Nhóm A",
                            Component.MONTHLY,
                            "rate.standard",
                            false,
                            List.of(in),
                            (facts, parameters, on, lossOn) -> "coefficient.A"));
        }
    }
}
