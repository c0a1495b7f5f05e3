package vn.ansinh.beneficiary.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name (họ và tên), whole and in parts. Vietnamese names go family, middle, given; the usual
 * split takes the first word as family name and the last as given name. One word is a given name. A
 * name without a family name, as among some ethnic minorities, stays whole and says so.
 *
 * @param full the whole name as the paper has it
 * @param family family name (họ); may be empty
 * @param middle middle name (chữ đệm); may be empty
 * @param given given name (tên); empty only when whole
 * @param whole never split: there is no family name
 */
public record PersonName(String full, String family, String middle, String given, boolean whole) {

    /** Tidies the parts; an IllegalArgumentException in Vietnamese when they do not fit. */
    public PersonName {
        full = tidy(full);
        family = tidy(family);
        middle = tidy(middle);
        given = tidy(given);
        if (full.isEmpty()) {
            throw new IllegalArgumentException("Thiếu họ và tên.");
        }
        if (whole && !(family + middle + given).isEmpty()) {
            throw new IllegalArgumentException("Tên để nguyên thì không tách họ, đệm, tên.");
        }
        if (!whole) {
            String together =
                    Stream.of(family, middle, given)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" "));
            if (given.isEmpty() || !together.equals(full)) {
                throw new IllegalArgumentException(
                        "Họ, chữ đệm và tên ghép lại phải đúng là họ và tên.");
            }
        }
    }

    /** The usual split. */
    public static PersonName split(String full) {
        String tidy = tidy(full);
        List<String> words = Arrays.asList(tidy.split(" "));
        int last = words.size() - 1;
        return last == 0
                ? new PersonName(tidy, "", "", tidy, false)
                : new PersonName(
                        tidy,
                        words.get(0),
                        String.join(" ", words.subList(1, last)),
                        words.get(last),
                        false);
    }

    /** A name that stays whole. */
    public static PersonName whole(String full) {
        return new PersonName(full, "", "", "", true);
    }

    private static String tidy(String text) {
        return Names.tidy(Objects.requireNonNullElse(text, ""));
    }
}
