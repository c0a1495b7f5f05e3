package vn.ansinh.beneficiary.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth as a paper gives it (ngày, tháng, năm sinh): many papers give the year only. The span of
 * days it allows is kept, since ages that give money and ages that end money take different ends of
 * it (national.md 0.7).
 *
 * @param text {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param earliest first day the text allows
 * @param latest last day the text allows
 */
public record Birth(String text, LocalDate earliest, LocalDate latest) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?:(\\d{1,2})/)?(\\d{1,2})/(\\d{4})");
    private static final int OLDEST_YEAR = 1880;

    public Birth {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(earliest, "earliest");
        Objects.requireNonNull(latest, "latest");
    }

    /**
     * Reads {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd}, {@code MM/yyyy} or {@code
     * dd/MM/yyyy}.
     *
     * @throws IllegalArgumentException with a Vietnamese sentence when it is no such date
     */
    public static Birth parse(String written) {
        String text = written.strip();
        Matcher iso = ISO.matcher(text);
        Matcher vietnamese = VIETNAMESE.matcher(text);
        try {
            if (iso.matches()) {
                return of(iso.group(1), iso.group(2), iso.group(3));
            }
            if (vietnamese.matches()) {
                return of(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Ngày sinh «" + text + "» không có trong lịch; hãy xem lại ngày và tháng.", e);
        }
        throw new IllegalArgumentException(
                "Ngày sinh «"
                        + text
                        + "» không đọc được; hãy ghi năm (1950), tháng (1950-07 hoặc 07/1950) hoặc"
                        + " ngày (1950-07-15 hoặc 15/07/1950).");
    }

    private static Birth of(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (y < OLDEST_YEAR) {
            throw new IllegalArgumentException(
                    "Năm sinh " + y + " trước " + OLDEST_YEAR + "; hãy xem lại.");
        }
        if (month == null) {
            return new Birth(year, LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31));
        }
        YearMonth ym = YearMonth.of(y, Integer.parseInt(month));
        if (day == null) {
            return new Birth(ym.toString(), ym.atDay(1), ym.atEndOfMonth());
        }
        LocalDate exact = LocalDate.of(y, ym.getMonth(), Integer.parseInt(day));
        return new Birth(exact.toString(), exact, exact);
    }

    /** Whether the exact day is known. */
    public boolean exact() {
        return earliest.equals(latest);
    }
}
