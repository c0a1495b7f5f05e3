package vn.ansinh.gateway.bank.internal;

import com.prowidesoftware.swift.model.SwiftTagListBlock;
import com.prowidesoftware.swift.model.Tag;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.BankNotice.Outcome;

/**
 * Reads MT940 statements, with or without the envelope of SWIFT, any number in one file. The
 * order's id stands after {@code /EREF/} in field 86 or as the owner's reference in field 61. A
 * statement whose balances do not fit its entries is refused.
 */
final class Mt940 {

    private static final Pattern BODY = Pattern.compile("\\{4:(.*?)-}", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("/EREF/(.+?)(?=/[A-Z]{3,4}/|$)");
    private static final String ENVELOPE =
            "{1:F01BANKVNVXAXXX0000000000}{2:O9400000000000BANKVNVXAXXX00000000000000000000N}{4:\r\n";

    private final Faults faults = new Faults();
    private final List<BankNotice> notices = new ArrayList<>();

    private Mt940() {}

    static boolean looksLike(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 4096), latin());
        return start.startsWith("{1:") || Pattern.compile("(?m)^:20:").matcher(start).find();
    }

    static List<BankNotice> read(byte[] content) {
        Mt940 reader = new Mt940();
        int number = 0;
        for (String body : bodies(new String(content, latin()))) {
            reader.statement(++number, body);
        }
        if (number == 0) {
            reader.faults.add(0, "MT940", "Tệp không có sao kê MT940 nào.");
        }
        reader.faults.refuse("Không đọc được sao kê MT940.");
        return reader.notices;
    }

    private static java.nio.charset.Charset latin() {
        return StandardCharsets.ISO_8859_1;
    }

    private static List<String> bodies(String text) {
        List<String> found = new ArrayList<>();
        if (text.contains("{4:")) {
            Matcher matcher = BODY.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1).strip());
            }
            return found;
        }
        for (String part : text.split("(?m)^(?=:20:)", -1)) {
            if (part.startsWith(":20:")) {
                // A line with nothing but a hyphen ends a statement.
                found.add(part.split("(?m)^-\\s*$", 2)[0].strip());
            }
        }
        return found;
    }

    private void statement(int number, String body) {
        String lines = body.replace("\r", "").replace("\n", "\r\n");
        MT940 message = MT940.parse(ENVELOPE + lines + "\r\n-}");
        SwiftTagListBlock block =
                message == null || message.getSwiftMessage() == null
                        ? null
                        : message.getSwiftMessage().getBlock4();
        if (block == null) {
            faults.add(number, "MT940", "Sao kê không đúng cấu trúc.");
            return;
        }
        String opening = first(block, "60F", "60M");
        String closing = first(block, "62F", "62M");
        String reference = first(block, "20");
        String sequence = first(block, "28C");
        if (opening.isEmpty() || closing.isEmpty() || reference.isEmpty() || sequence.isEmpty()) {
            faults.add(number, "MT940", "Sao kê thiếu trường 20, 28C, 60 hoặc 62; có thể bị cắt.");
            return;
        }
        Balance from = balance(number, "60", opening);
        long sum = from.dong();
        List<Tag> tags = block.getTags();
        int place = 0;
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).getName().equals("61")) {
                boolean told = i + 1 < tags.size() && tags.get(i + 1).getName().equals("86");
                String text = told ? tags.get(i + 1).getValue() : "";
                sum +=
                        entry(
                                number,
                                from.currency(),
                                new Field61(tags.get(i).getValue()),
                                text,
                                reference + "." + sequence,
                                ++place);
            }
        }
        if (sum != balance(number, "62", closing).dong()) {
            faults.add(
                    number,
                    "62",
                    "Số dư đầu kỳ cộng các bút toán không bằng số dư cuối kỳ; sao kê thiếu bút toán.");
        }
    }

    /** Adds the notice of an entry and gives its amount, negative when money left. */
    private long entry(
            int number, String currency, Field61 line, String text, String statement, int place) {
        String where = "61/" + place;
        String mark = String.valueOf(line.getDCMark());
        long amount = faults.dong(number, where, currency, line.getAmountAsBigDecimal());
        LocalDate day = bookedOn(line);
        // RC takes back a credit: money leaves again. RD takes back a debit.
        boolean leaves = mark.equals("D") || mark.equals("RC");
        if (!leaves && !mark.equals("C") && !mark.equals("RD")) {
            faults.add(number, where, "Không rõ bút toán ghi nợ hay ghi có.");
        } else if (day == null) {
            faults.add(number, where, "Ngày của bút toán không đúng.");
        } else {
            String id = endToEndId(line, text);
            if (!id.isEmpty()) {
                notices.add(
                        new BankNotice(
                                "",
                                id,
                                amount,
                                leaves ? Outcome.PAID : Outcome.REVERSED,
                                "",
                                Objects.requireNonNullElse(
                                        line.getReferenceOfTheAccountServicingInstitution(), ""),
                                day,
                                statement,
                                Integer.toString(place)));
            }
        }
        return leaves ? -amount : amount;
    }

    private static String endToEndId(Field61 line, String text) {
        Matcher matcher = REFERENCE.matcher(text.replaceAll("[\r\n]", ""));
        if (matcher.find()) {
            return matcher.group(1).strip();
        }
        String own = Objects.requireNonNullElse(line.getReferenceForTheAccountOwner(), "").strip();
        return own.equals("NONREF") ? "" : own;
    }

    /** The entry's day; MT940 writes it without a year beside the value date. */
    private static LocalDate bookedOn(Field61 line) {
        try {
            LocalDate value = date(line.getValueDate());
            String entry = line.getEntryDate();
            if (entry == null || entry.isBlank()) {
                return value;
            }
            LocalDate best = null;
            for (int year = value.getYear() - 1; year <= value.getYear() + 1; year++) {
                LocalDate one = date(String.format("%02d", year % 100) + entry);
                if (best == null || apart(one, value) < apart(best, value)) {
                    best = one;
                }
            }
            return best;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static long apart(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }

    private static LocalDate date(String yymmdd) {
        if (yymmdd == null || yymmdd.length() != 6) {
            throw new DateTimeException("not a day");
        }
        return LocalDate.of(
                2000 + Integer.parseInt(yymmdd.substring(0, 2)),
                Integer.parseInt(yymmdd.substring(2, 4)),
                Integer.parseInt(yymmdd.substring(4, 6)));
    }

    private record Balance(String currency, long dong) {}

    private Balance balance(int number, String name, String value) {
        Field60F field = new Field60F(value);
        String currency = String.valueOf(field.getCurrency());
        long amount = faults.dong(number, name, currency, field.getAmountAsBigDecimal());
        return new Balance(currency, "D".equals(field.getDCMark()) ? -amount : amount);
    }

    private static String first(SwiftTagListBlock block, String... names) {
        for (String name : names) {
            String value = block.getTagValue(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }
}
