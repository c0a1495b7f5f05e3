package vn.ansinh.entitlement.internal.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;

/**
 * Days, months and years as officers write them, in the form the register reads: {@code yyyy},
 * {@code MM/yyyy} or {@code dd/MM/yyyy}. What can be read in two ways is a proposal.
 */
final class Dates {

    private static final Pattern DAY =
            Pattern.compile(
                    "([0-9]{1,2})\\s*[-/.]\\s*([0-9]{1,2})\\s*[-/.]\\s*([0-9]{4}|[0-9]{2})");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern ISO_MONTH = Pattern.compile("([0-9]{4})-([0-9]{1,2})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{1,2})\\s*[-/.]\\s*([0-9]{4})");
    private static final Pattern NO_DAY =
            Pattern.compile("(?:[0x.…\\-_?]{0,4}[/-]){1,2}\\s*([0-9]{4})");
    private static final Pattern NO_DAY_OF_MONTH =
            Pattern.compile("(?:00|[x.…\\-_?]{1,4})[/-]([0-9]{1,2})[/-]([0-9]{4})");
    private static final Pattern WORDS =
            Pattern.compile("(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})");
    private static final Pattern MONTH_WORDS =
            Pattern.compile("(?:thang|t)\\.? ?([0-9]{1,2})(?: nam |[/.-])([0-9]{4})");
    private static final Pattern YEAR =
            Pattern.compile("(?:sinh nam|nam sinh|nam|sn|ns)?[ .:]*((?:18|19|20)[0-9]{2})");
    private static final Pattern TIME = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?$");

    /** Days of Excel: 1 is 1 January 1900, with a 29 February 1900 that never was. */
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);

    private Dates() {}

    /**
     * What a cell says.
     *
     * @param text in the register's form; the officer's own text when it was not understood
     * @param proposal why it is only a proposal, in Vietnamese, or null
     */
    record Reading(String text, String proposal) {}

    static Reading read(Cell cell, String text, LocalDate today, boolean birth) {
        if (cell.kind() == Kind.DATE) {
            return shownAsDate(text, birth);
        }
        String plain = TIME.matcher(text.strip()).replaceFirst("");
        if (cell.kind() == Kind.NUMBER) {
            return number(plain, birth);
        }
        Matcher day = DAY.matcher(plain);
        if (day.matches()) {
            return ofParts(day.group(1), day.group(2), day.group(3), today, birth);
        }
        return new Reading(words(plain), null);
    }

    private static String words(String plain) {
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return day(iso.group(3), iso.group(2), iso.group(1));
        }
        Matcher isoMonth = ISO_MONTH.matcher(plain);
        if (isoMonth.matches()) {
            return month(isoMonth.group(2), isoMonth.group(1));
        }
        Matcher noDayOfMonth = NO_DAY_OF_MONTH.matcher(plain);
        if (noDayOfMonth.matches() && !noDayOfMonth.group(1).matches("0+")) {
            return month(noDayOfMonth.group(1), noDayOfMonth.group(2));
        }
        Matcher noDay = NO_DAY.matcher(plain);
        if (noDay.matches()) {
            return noDay.group(1);
        }
        Matcher month = MONTH.matcher(plain);
        if (month.matches()) {
            return month(month.group(1), month.group(2));
        }
        String folded = Names.fold(plain).toLowerCase(Locale.ROOT);
        Matcher inWords = WORDS.matcher(folded);
        if (inWords.matches()) {
            return day(inWords.group(1), inWords.group(2), inWords.group(3));
        }
        Matcher monthWords = MONTH_WORDS.matcher(folded);
        if (monthWords.matches()) {
            return month(monthWords.group(1), monthWords.group(2));
        }
        Matcher year = YEAR.matcher(folded);
        return year.matches() ? year.group(1) : plain;
    }

    /** A year typed into a cell shown as a date is a day of 1905: never guess silently. */
    private static Reading shownAsDate(String iso, boolean birth) {
        LocalDate date;
        try {
            date = LocalDate.parse(iso);
        } catch (DateTimeException e) {
            return new Reading(iso, null);
        }
        long serial = date.toEpochDay() - EXCEL.toEpochDay();
        if (birth && serial >= 1900 && serial <= 2100) {
            return new Reading(
                    Long.toString(serial),
                    "Ô hiện ngày "
                            + vietnamese(date)
                            + " vì năm "
                            + serial
                            + " được gõ vào ô có dạng ngày; đề nghị hiểu là năm "
                            + serial
                            + ".");
        }
        return new Reading(vietnamese(date), null);
    }

    private static Reading number(String plain, boolean birth) {
        if (plain.matches("(18|19|20)[0-9]{2}")) {
            return new Reading(plain, null);
        }
        if (plain.matches("[0-9]{5}")) {
            LocalDate date = EXCEL.plusDays(Long.parseLong(plain));
            return new Reading(
                    vietnamese(date),
                    "Ô ghi số "
                            + plain
                            + "; nếu là ngày của Excel thì là "
                            + vietnamese(date)
                            + ", đề nghị hiểu như vậy.");
        }
        if (plain.matches("[0-9]{1,2}\\.(18|19|20)[0-9]{2}") && birth) {
            return new Reading(plain.replace('.', '/'), null);
        }
        return new Reading(plain, null);
    }

    private static Reading ofParts(
            String day, String month, String year, LocalDate today, boolean birth) {
        if (day.matches("0+")) {
            return new Reading(month.matches("0+") ? year : month(month, year), null);
        }
        if (year.length() == 4) {
            return new Reading(day(day, month, year), null);
        }
        int two = Integer.parseInt(year);
        int now = today.getYear() % 100;
        if (!birth || two > now) {
            int century = two > now ? 1900 : 2000;
            return new Reading(day(day, month, Integer.toString(century + two)), null);
        }
        String late = day(day, month, Integer.toString(2000 + two));
        return new Reading(
                late,
                "Năm sinh chỉ có hai chữ số «"
                        + year
                        + "»: có thể là "
                        + (1900 + two)
                        + " hoặc "
                        + (2000 + two)
                        + "; đề nghị hiểu là "
                        + (2000 + two)
                        + ".");
    }

    private static String day(String day, String month, String year) {
        return two(day) + "/" + two(month) + "/" + year;
    }

    private static String month(String month, String year) {
        return two(month) + "/" + year;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    static String vietnamese(LocalDate date) {
        return day(
                Integer.toString(date.getDayOfMonth()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getYear()));
    }
}
