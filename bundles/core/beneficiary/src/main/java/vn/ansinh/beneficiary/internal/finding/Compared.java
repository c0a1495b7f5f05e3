package vn.ansinh.beneficiary.internal.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.port.DuplicatePairs.Card;

/** A person prepared for comparing. */
record Compared(
        long personId,
        String toned,
        String folded,
        String[] words,
        String sortedWords,
        String sex,
        BirthPart birth,
        long[] ids,
        Set<String> aliases,
        Set<String> accounts,
        Set<String> households,
        String unit,
        byte[] digest) {

    /** Parts of a birth; 0 where the paper does not say. */
    record BirthPart(int year, int month, int day) {
        private static final int YEAR = 4;
        private static final int MONTH = 7;

        static BirthPart of(String text) {
            Birth birth = Birth.parse(text);
            int length = birth.text().length();
            return new BirthPart(
                    birth.earliest().getYear(),
                    length > YEAR ? birth.earliest().getMonthValue() : 0,
                    length > MONTH ? birth.earliest().getDayOfMonth() : 0);
        }
    }

    static Compared of(Card card) {
        String folded = Names.fold(card.fullName());
        String[] words = folded.split(" ");
        String[] sorted = words.clone();
        Arrays.sort(sorted);
        return new Compared(
                card.personId(),
                Names.tidy(card.fullName()).toLowerCase(Locale.ROOT),
                folded,
                words,
                String.join(" ", sorted),
                card.sex(),
                BirthPart.of(card.birthText()),
                card.personalIds().stream().mapToLong(Long::parseLong).toArray(),
                card.aliases(),
                card.accounts(),
                card.households(),
                card.unitCode(),
                digest(card));
    }

    /** What two records were compared on, so that a change of it is noticed. */
    static String fingerprint(Compared one, Compared other) {
        MessageDigest sha256 = sha256();
        sha256.update(one.digest());
        sha256.update(other.digest());
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static byte[] digest(Card card) {
        String all =
                String.join(
                        "\n",
                        card.fullName(),
                        card.sex(),
                        card.birthText(),
                        new TreeSet<>(card.personalIds()).toString(),
                        new TreeSet<>(card.aliases()).toString(),
                        new TreeSet<>(card.accounts()).toString(),
                        new TreeSet<>(card.households()).toString(),
                        card.unitCode());
        return sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
