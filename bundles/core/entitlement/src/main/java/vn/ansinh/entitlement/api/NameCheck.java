package vn.ansinh.entitlement.api;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.beneficiary.api.Names;

/**
 * Compares the holder of an account with the payee. Banks write names in capitals without marks and
 * sometimes without a middle name or with the family name last.
 */
public final class NameCheck {

    private NameCheck() {}

    /** How far two names agree. */
    public enum Verdict {
        /** The same name. */
        EQUAL,
        /** The same but for order, a middle name or tone marks: to be looked at. */
        LIKELY,
        /** Another name. */
        DIFFERENT
    }

    /** The verdict on a holder and a payee. */
    public static Verdict of(String holder, String payee) {
        List<String> one = words(holder);
        List<String> other = words(payee);
        if (one.equals(other)) {
            // A name without any mark says nothing of the tones; with marks they must agree.
            return Names.same(holder, payee) || unmarked(holder) || unmarked(payee)
                    ? Verdict.EQUAL
                    : Verdict.LIKELY;
        }
        if (one.stream().sorted().toList().equals(other.stream().sorted().toList())) {
            return Verdict.LIKELY;
        }
        return one.size() < other.size() && middleNameMissing(one, other)
                        || other.size() < one.size() && middleNameMissing(other, one)
                ? Verdict.LIKELY
                : Verdict.DIFFERENT;
    }

    /** The same family and given name, and what lies between appears in the longer in order. */
    private static boolean middleNameMissing(List<String> shorter, List<String> longer) {
        if (shorter.size() < 2
                || !shorter.get(0).equals(longer.get(0))
                || !shorter.get(shorter.size() - 1).equals(longer.get(longer.size() - 1))) {
            return false;
        }
        int found = 0;
        for (String word : longer) {
            if (found < shorter.size() && shorter.get(found).equals(word)) {
                found++;
            }
        }
        return found == shorter.size();
    }

    private static List<String> words(String name) {
        return Arrays.stream(Names.fold(name).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean unmarked(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).chars().allMatch(c -> c < 128);
    }
}
