package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vn.ansinh.locality.api.Facts;

/**
 * What the questions of a month answer where one thing is known, found out by asking them: tests
 * are pure, so that one which read only this thing answers the same for everybody of whom it is
 * known. A thing is a value of a kind that stands all through the month, or an age. What a question
 * answers where nothing is known holds for everybody who has no fact of the kinds it read.
 *
 * <p>Threads may find out the same twice; both answers are equal and immutable.
 */
final class Month {

    static final int AGES = 128;

    private static final int GIVING = Values.KINDS;
    private static final int ENDING = GIVING + 1;
    private static final int BEFORE = ENDING + 1;

    private final SharedTests questions;
    private final LocalDate on;
    private final LocalDate lossOn;
    private final int first;
    private final int last;

    /** What asks for the person's birth, sex or death, or about another day. */
    private final Marks personal;

    /** By kind: what asks for it where nothing is known. */
    private final Marks[] askedFor = new Marks[Values.KINDS];

    /** What is answered where nothing is known. */
    private final Marks silence;

    /** In threes: kinds; grounds closed for everybody who has no fact of them; so for certain. */
    private final long[] closing;

    private final Marks[] byValue = new Marks[Values.NUMBERS];
    private final Marks[] byAge = new Marks[AGES * 4];
    private final Recall[] recalls;

    Month(SharedTests questions, LocalDate lossOn, LocalDate on) {
        this.questions = questions;
        this.lossOn = lossOn;
        this.on = on;
        first = KnownFacts.number(lossOn);
        last = KnownFacts.number(on);
        recalls = new Recall[questions.tests.length];
        Arrays.setAll(recalls, i -> new Recall());
        personal = questions.marks();
        Arrays.setAll(askedFor, kind -> questions.marks());
        silence = questions.marks();
        Map<Long, Marks> closed = new LinkedHashMap<>();
        for (int i = 0; i < questions.tests.length; i++) {
            Witness nobody = new Witness(null, null, null);
            int answer = ask(i, nobody);
            if (nobody.other) {
                questions.mark(personal, i);
                continue;
            }
            for (long kinds = nobody.kinds; kinds != 0; kinds &= kinds - 1) {
                questions.mark(askedFor[Long.numberOfTrailingZeros(kinds)], i);
            }
            questions.take(silence, i, answer);
            questions.take(
                    closed.computeIfAbsent(nobody.kinds, kinds -> questions.marks()), i, answer);
        }
        closing =
                closed.entrySet().stream()
                        .flatMapToLong(
                                entry ->
                                        LongStream.of(
                                                entry.getKey(),
                                                entry.getValue().grounds(Marks.CLOSED),
                                                entry.getValue().grounds(Marks.CERTAIN)))
                        .toArray();
    }

    /** Asks; one that fails is as one that reads more, and fails again for who is asked. */
    private int ask(int question, Witness witness) {
        try {
            return questions.ask(question, witness, on, lossOn);
        } catch (RuntimeException e) {
            witness.other = true;
            return 0;
        }
    }

    /** Whether what is found out here holds for these facts: it does not in the month of death. */
    boolean knows(Facts facts, LocalDate decisive) {
        return facts instanceof KnownFacts && decisive.equals(on);
    }

    /** The grounds that nothing single closes. */
    long open(KnownFacts known, int[] readings, int ages) {
        Marks age = ofAge(ages);
        long closed = age == null ? 0 : age.grounds(Marks.CLOSED);
        long present = kinds(readings);
        for (int i = 0; i < closing.length; i += 3) {
            closed |= (closing[i] & present) == 0 ? closing[i + 1] : 0;
        }
        for (int i = 0; readings[i] >= 0; i++) {
            if (Values.isOne(readings[i])) {
                closed |= ofValue(readings[i], known).grounds(Marks.CLOSED);
            }
        }
        return questions.all() & ~closed;
    }

    /** All that is settled of a person before anything is asked. */
    Marks settle(KnownFacts known, int[] readings, int ages) {
        Marks settled = questions.marks();
        Marks asked = questions.marks();
        asked.add(personal);
        for (int i = 0; readings[i] >= 0; i++) {
            asked.add(askedFor[Values.kindOf(readings[i])]);
            if (Values.isOne(readings[i])) {
                settled.add(ofValue(readings[i], known));
            }
        }
        Marks age = ofAge(ages);
        if (age != null) {
            settled.add(age);
        }
        settled.addWithout(silence, asked);
        long present = kinds(readings);
        for (int i = 0; i < closing.length; i += 3) {
            if ((closing[i] & present) == 0) {
                settled.addGrounds(Marks.CLOSED, closing[i + 1]);
                settled.addGrounds(Marks.CERTAIN, closing[i + 2]);
            }
        }
        return settled;
    }

    /**
     * What is said of each kind, the three ages behind them: 0 nothing, -1 more than one thing or
     * something without a number. Null for those whose ages are not looked up.
     */
    byte[] says(int[] readings, int ages) {
        if (ages < 0) {
            return null;
        }
        byte[] says = new byte[Values.KINDS + 3];
        for (int i = 0; readings[i] >= 0; i++) {
            int value = readings[i] % Values.VALUES;
            says[Values.kindOf(readings[i])] = (byte) (value == 0 ? -1 : value);
        }
        for (int which = 0; which < 3; which++) {
            says[GIVING + which] = (byte) age(ages, which);
        }
        return says;
    }

    /** Answers a question, from memory where it answered the same before. */
    int answer(int question, KnownFacts known, byte[] says) {
        Recall recall = recalls[question];
        int answer = recall.answer(says);
        if (answer == Recall.ASK) {
            return questions.ask(question, known, on, lossOn);
        }
        if (answer == Recall.NEW) {
            Listener listener = new Listener(known, says);
            answer = questions.ask(question, listener, on, lossOn);
            int[] reads = Arrays.copyOf(listener.reads, listener.size);
            recall.keep(reads, says, listener.more ? Recall.ASK : answer);
        }
        return answer;
    }

    private static long kinds(int[] readings) {
        long kinds = 0;
        for (int i = 0; readings[i] >= 0; i++) {
            kinds |= 1L << Values.kindOf(readings[i]);
        }
        return kinds;
    }

    int[] readings(KnownFacts known) {
        return known.readings(first, last);
    }

    private Marks ofValue(int value, KnownFacts known) {
        Marks answers = byValue[value];
        if (answers == null) {
            int place = known.place(value);
            answers = find(new Witness(known.kind(place), known.value(place), null));
            byValue[value] = answers;
        }
        return answers;
    }

    /**
     * The three ages of a person in one number, {@link #age} takes them apart; -1 where they are
     * out of the ordinary, and of the dead.
     */
    int ages(KnownFacts known) {
        int giving = known.ageGiving(on);
        int ending = known.ageEnding(on);
        int before = known.ageEndingBefore(lossOn);
        boolean ordinary =
                before >= 0
                        && giving < AGES
                        && giving - ending >> 1 == 0
                        && ending - before >> 1 == 0
                        && known.death().isEmpty();
        return ordinary ? giving * 4 + (giving - ending) * 2 + ending - before : -1;
    }

    /** Giving, ending or ending before. */
    private static int age(int ages, int which) {
        int giving = ages / 4;
        int ending = giving - ages / 2 % 2;
        return which == 0 ? giving : which == 1 ? ending : ending - ages % 2;
    }

    /** Null where ages are not looked up. */
    private Marks ofAge(int ages) {
        if (ages < 0) {
            return null;
        }
        Marks answers = byAge[ages];
        if (answers == null) {
            int[] each = {age(ages, 0), age(ages, 1), age(ages, 2)};
            answers = find(new Witness(null, null, each));
            byAge[ages] = answers;
        }
        return answers;
    }

    private Marks find(Witness witness) {
        Marks found = questions.marks();
        for (int i = 0; i < questions.tests.length; i++) {
            witness.other = false;
            witness.touched = false;
            int answer = ask(i, witness);
            if (witness.touched && !witness.other) {
                questions.take(found, i, answer);
            }
        }
        return found;
    }

    /** Of whom one thing is known at most; notes whether more was asked. */
    private final class Witness implements Facts {
        private final String kind;
        private final String value;
        private final int[] ages;
        private long kinds;
        private boolean touched;
        private boolean other;

        Witness(String kind, String value, int[] ages) {
            this.kind = kind;
            this.value = value;
            this.ages = ages;
        }

        @Override
        public String value(String asked, LocalDate day) {
            boolean thisMonth = !day.isBefore(lossOn) && !day.isAfter(on);
            boolean nobody = kind == null && ages == null;
            touched |= asked.equals(kind);
            other |= !thisMonth || !nobody && !asked.equals(kind);
            kinds |= 1L << Values.kind(asked).number;
            return asked.equals(kind) ? value : null;
        }

        @Override
        public LocalDate earliestBirth() {
            other = true;
            return LocalDate.EPOCH;
        }

        @Override
        public LocalDate latestBirth() {
            other = true;
            return LocalDate.EPOCH;
        }

        @Override
        public String sex() {
            other = true;
            return "";
        }

        /** Somebody with a death is not looked up by age. */
        @Override
        public Optional<LocalDate> death() {
            touched |= ages != null;
            other |= ages == null;
            return Optional.empty();
        }

        @Override
        public int ageGiving(LocalDate day) {
            return age(0, day.equals(on));
        }

        @Override
        public int ageEnding(LocalDate day) {
            return age(1, day.equals(on));
        }

        @Override
        public int ageEndingBefore(LocalDate day) {
            return age(2, day.equals(lossOn));
        }

        private int age(int which, boolean known) {
            touched |= ages != null;
            other |= ages == null || !known;
            return ages == null ? 0 : ages[which];
        }
    }

    /** The person, noting what is read, each once. */
    private final class Listener implements Facts {
        private final KnownFacts known;
        private final byte[] says;
        private int[] reads = new int[4];
        private int size;
        private boolean more;

        Listener(KnownFacts known, byte[] says) {
            this.known = known;
            this.says = says;
        }

        private void read(int what, boolean thisMonth) {
            more |= !thisMonth || says[what] < 0;
            for (int i = 0; i < size; i++) {
                if (reads[i] == what) {
                    return;
                }
            }
            if (!more) {
                reads = size < reads.length ? reads : Arrays.copyOf(reads, size * 2);
                reads[size++] = what;
            }
        }

        @Override
        public String value(String kind, LocalDate day) {
            read(Values.kind(kind).number, !day.isBefore(lossOn) && !day.isAfter(on));
            return known.value(kind, day);
        }

        @Override
        public LocalDate earliestBirth() {
            more = true;
            return known.earliestBirth();
        }

        @Override
        public LocalDate latestBirth() {
            more = true;
            return known.latestBirth();
        }

        @Override
        public String sex() {
            more = true;
            return known.sex();
        }

        /** None: of the dead nothing is kept. */
        @Override
        public Optional<LocalDate> death() {
            return known.death();
        }

        @Override
        public int ageGiving(LocalDate day) {
            read(GIVING, day.equals(on));
            return known.ageGiving(day);
        }

        @Override
        public int ageEnding(LocalDate day) {
            read(ENDING, day.equals(on));
            return known.ageEnding(day);
        }

        @Override
        public int ageEndingBefore(LocalDate day) {
            read(BEFORE, day.equals(lossOn));
            return known.ageEndingBefore(day);
        }
    }
}
