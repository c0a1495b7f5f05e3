package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Compiled law. Everything is laid out at compile time: the (month, known on) plane is cut into
 * epochs in which nothing changes, so that deciding is two binary searches and array reads.
 */
final class CompiledPolicy implements PolicySnapshot {

    private static final Component[] COMPONENTS = Component.everyMonth().toArray(new Component[0]);
    private static final Outcome NOTHING = new Outcome(List.of());

    final Law law;

    /** Value of each row × 100 where it is a number, else -1. */
    final long[] hundredths;

    final int[] layerOfGround;
    final int[] rateKey;
    final int[] existenceKey;

    /**
     * The clause each ground was first laid down in. A condition that cites it is asked by the
     * ground's own clause, which later instruments restate: it is cited from the one in force.
     */
    final Citation[] firstClause;

    /** By row: what is said of it where it is uncertain; else null. */
    private final String[] warnings;

    private final String hash;
    private final Map<String, Integer> groundIndex = new HashMap<>();
    private final int[] months;
    private final long[] days;
    private final Epoch[][] epochs;
    private final Reasoning reasoning = new Reasoning(this);

    CompiledPolicy(Law law) {
        this.law = law;
        hash = ContentHash.of(law);
        hundredths = law.rows.stream().mapToLong(r -> LawCheck.hundredths(r.value())).toArray();
        warnings = law.rows.stream().map(CompiledPolicy::warning).toArray(String[]::new);
        layerOfGround = law.layerOfGround.stream().mapToInt(Integer::intValue).toArray();
        rateKey = law.grounds.stream().mapToInt(g -> law.key(g.rateKey())).toArray();
        existenceKey = law.grounds.stream().mapToInt(g -> law.key(Law.existenceKey(g))).toArray();
        for (int ground = 0; ground < law.grounds.size(); ground++) {
            groundIndex.put(law.grounds.get(ground).code(), ground);
        }
        firstClause = new Citation[existenceKey.length];
        Arrays.setAll(firstClause, this::firstClause);
        months = monthBreaks();
        days = dayBreaks();
        epochs = new Epoch[months.length + 1][days.length + 1];
        if (Arrays.stream(rateKey).noneMatch(key -> key < 0)) {
            fillEpochs();
        }
    }

    private Citation firstClause(int ground) {
        return IntStream.range(0, law.rows.size())
                .filter(row -> law.layerOfRow.get(row) == layerOfGround[ground])
                .mapToObj(law.rows::get)
                .filter(row -> law.key(row.key()) == existenceKey[ground])
                .min(Comparator.comparing(ParameterRow::inForce))
                .map(ParameterRow::citation)
                .orElse(null);
    }

    private int[] monthBreaks() {
        TreeSet<Integer> breaks = new TreeSet<>();
        for (ParameterRow row : law.rows) {
            breaks.add(number(row.appliesFrom()));
            if (row.appliesTo() != null) {
                breaks.add(number(row.appliesTo()) + 1);
            }
            // the first month that begins on or after the day in force
            breaks.add(number(YearMonth.from(row.inForce().minusDays(1))) + 1);
        }
        return breaks.stream().mapToInt(Integer::intValue).toArray();
    }

    private long[] dayBreaks() {
        TreeSet<Long> breaks = new TreeSet<>();
        for (ParameterRow row : law.rows) {
            breaks.add(row.enacted().toEpochDay());
            breaks.add(row.inForce().toEpochDay());
        }
        return breaks.stream().mapToLong(Long::longValue).toArray();
    }

    private void fillEpochs() {
        for (int m = 0; m <= months.length; m++) {
            int month = months.length == 0 ? 0 : m == 0 ? months[0] - 1 : months[m - 1];
            YearMonth first = YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
            for (int d = 0; d <= days.length; d++) {
                long day = days.length == 0 ? 0 : d == 0 ? days[0] - 1 : days[d - 1];
                epochs[m][d] = new Epoch(this, first, LocalDate.ofEpochDay(day));
            }
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    Epoch epoch(YearMonth month, LocalDate knownOn) {
        int m = Arrays.binarySearch(months, number(month));
        int d = Arrays.binarySearch(days, knownOn.toEpochDay());
        return epochs[m >= 0 ? m + 1 : -m - 1][d >= 0 ? d + 1 : -d - 1];
    }

    String value(int row) {
        return law.rows.get(row).value();
    }

    /** Every stretch of the plane in which a ground exists. */
    List<Epoch> existing(int ground) {
        return Arrays.stream(epochs)
                .flatMap(Arrays::stream)
                .filter(epoch -> Arrays.stream(epoch.grounds).anyMatch(g -> g == ground))
                .toList();
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public List<String> layers() {
        return List.copyOf(law.codes);
    }

    @Override
    public List<Ground> grounds() {
        return List.copyOf(law.grounds);
    }

    @Override
    public List<ParameterRow> rows() {
        return List.copyOf(law.rows);
    }

    @Override
    public List<ParameterRow> reference() {
        return List.copyOf(law.reference);
    }

    @Override
    public Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        return reasoning.assess(facts, month, knownOn);
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        Epoch epoch = epoch(month, knownOn);
        LocalDate lossOn = month.atDay(1);
        LocalDate on = decisiveDay(facts, month);
        Due[] best = null;
        Due beside = null;
        for (SharedTests questions : epoch.questions) {
            for (long met = questions.met(facts, on, lossOn); met != 0; met &= met - 1) {
                best = best == null ? new Due[COMPONENTS.length] : best;
                int ground = questions.grounds[Long.numberOfTrailingZeros(met)];
                Offers offers = epoch.offers[ground];
                Due due = offers.due(offers.of(facts, on, lossOn, null), facts, on, lossOn);
                int component = due.component().ordinal();
                best[component] = higher(best[component], due);
                if (due.component() == Component.MONTHLY && epoch.beside[ground]) {
                    beside = higher(beside, due);
                }
            }
        }
        if (best == null) {
            return NOTHING;
        }
        Overlap.settle(best, beside);
        return outcome(best);
    }

    private static Outcome outcome(Due[] best) {
        List<Due> dues = null;
        for (Due due : best) {
            if (due != null) {
                dues = dues == null ? new ArrayList<>(best.length) : dues;
                dues.add(due);
            }
        }
        return dues == null ? NOTHING : new Outcome(dues);
    }

    /** The higher, of equal ones the first; nothing is not kept. */
    static Due higher(Due standing, Due due) {
        return due.amountDong() > (standing == null ? 0 : standing.amountDong()) ? due : standing;
    }

    /** Last day of the month, or the day of death within it. */
    static LocalDate decisiveDay(Facts facts, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        LocalDate death = facts.death().orElse(last);
        return death.isBefore(last) && !death.isBefore(month.atDay(1)) ? death : last;
    }

    /** Rate × coefficient in đồng; exact, because rates are multiples of 100. */
    long amount(int rateRow, int coefficientRow) {
        return Math.multiplyExact(hundredths[rateRow] / 100, hundredths[coefficientRow]) / 100;
    }

    @Override
    public Price price(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return price(groundCode, coefficientHundredths, month, knownOn, law.layers());
    }

    @Override
    public Price statePrice(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return price(groundCode, coefficientHundredths, month, knownOn, 1);
    }

    /** The highest rate of the lowest so many layers; none for a ground of a layer above them. */
    private Price price(
            String groundCode,
            int coefficientHundredths,
            YearMonth month,
            LocalDate knownOn,
            int layers) {
        Integer ground = groundIndex.get(groundCode);
        if (ground == null) {
            throw new IllegalArgumentException("unknown ground: " + groundCode);
        }
        Epoch epoch = epoch(month, knownOn);
        int rateRow = View.NONE;
        if (layerOfGround[ground] < layers && exists(groundCode, month, knownOn)) {
            for (int layer = 0; layer < layers; layer++) {
                int row = epoch.view.own[layer][rateKey[ground]];
                if (row != View.NONE
                        && (rateRow == View.NONE || hundredths[row] > hundredths[rateRow])) {
                    rateRow = row;
                }
            }
        }
        if (rateRow == View.NONE) {
            return new Price(0, 0, coefficientHundredths, View.NONE, false);
        }
        long rate = hundredths[rateRow] / 100;
        int existence = epoch.view.own[layerOfGround[ground]][existenceKey[ground]];
        return new Price(
                Math.multiplyExact(rate, (long) coefficientHundredths) / 100,
                rate,
                coefficientHundredths,
                rateRow,
                uncertain(rateRow) || uncertain(existence));
    }

    private static String warning(ParameterRow row) {
        return row.confidence() != Confidence.UNCERTAIN
                ? null
                : "Chưa chắc chắn: %s = %s (%s). %s"
                        .formatted(row.key(), row.value(), row.citation().vietnamese(), row.note());
    }

    /** What is said of an uncertain row. */
    String warning(int row) {
        return warnings[row];
    }

    boolean uncertain(int row) {
        return warnings[row] != null;
    }

    @Override
    public boolean exists(String groundCode, YearMonth month, LocalDate knownOn) {
        Integer ground = groundIndex.get(groundCode);
        if (ground == null) {
            return false;
        }
        for (int existing : epoch(month, knownOn).grounds) {
            if (existing == ground) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ParameterRow row(String key, YearMonth month, LocalDate knownOn) {
        int index = law.key(key);
        if (index < 0) {
            return null;
        }
        int row = epoch(month, knownOn).view.down[law.layers() - 1][index];
        return row == View.NONE ? null : law.rows.get(row);
    }
}
