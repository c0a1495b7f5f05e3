package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.api.Duplicates.State;
import vn.ansinh.beneficiary.port.DuplicatePairs.Card;
import vn.ansinh.beneficiary.port.DuplicatePairs.Row;

/** Compares people and gives the pairs that are alike enough. Pure. */
final class DuplicateScan {

    private final List<Compared> people;
    private final Map<Key, Likeness.Outcome> pairs = new HashMap<>();
    private final int skipped;

    /** Two keys, the smaller first. */
    private record Key(int first, int second) {}

    DuplicateScan(List<Card> cards) {
        people = cards.stream().map(Compared::of).toList();
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            places.put(people.get(i).personId(), i);
        }
        Blocking blocking = new Blocking(people);
        blocking.forEach(
                (one, other) -> {
                    if (one.personId() == other.personId()) {
                        return;
                    }
                    Likeness.Outcome outcome = Likeness.of(one, other);
                    if (outcome.score() >= Likeness.LOWEST) {
                        int a = places.get(one.personId());
                        int b = places.get(other.personId());
                        pairs.put(new Key(Math.min(a, b), Math.max(a, b)), outcome);
                    }
                });
        skipped = blocking.skipped();
    }

    int skippedGroups() {
        return skipped;
    }

    int people() {
        return people.size();
    }

    /** The pairs as rows of the queue; the smaller person key first. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        pairs.forEach(
                (key, outcome) -> {
                    Compared a = people.get(key.first());
                    Compared b = people.get(key.second());
                    boolean inOrder = a.personId() < b.personId();
                    Compared first = inOrder ? a : b;
                    Compared second = inOrder ? b : a;
                    rows.add(
                            new Row(
                                    0,
                                    first.personId(),
                                    second.personId(),
                                    outcome.score(),
                                    outcome.signs().stream().map(Enum::name).toList(),
                                    Compared.fingerprint(first, second),
                                    State.OPEN));
                });
        rows.sort(
                (one, other) ->
                        one.first() != other.first()
                                ? Long.compare(one.first(), other.first())
                                : Long.compare(one.second(), other.second()));
        return rows;
    }
}
