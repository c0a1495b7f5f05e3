package vn.ansinh.bank;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.ansinh.bank.PaymentOrders.Order;
import vn.ansinh.bank.PaymentOrders.Orders;
import vn.ansinh.bank.Records.Booking;
import vn.ansinh.bank.Records.Credit;
import vn.ansinh.bank.Records.Issued;
import vn.ansinh.bank.Records.Returned;
import vn.ansinh.bank.Records.TakenFile;

/**
 * What the bank does: takes files and books them – every time it gets them –, lets credits come
 * back and issues statements.
 */
final class Teller {

    /** What an account holds at first; with its comma the most MT940 can write. */
    private static final long OPENING_DONG = 10_000_000_000_000L;

    private final Ledger ledger;
    private final Behaviour behaviour;
    private final Clock clock;

    Teller(Ledger ledger, Behaviour behaviour, Clock clock) {
        this.ledger = ledger;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** Takes a file and books it; on disk when this returns. */
    synchronized TakenFile take(String messageId, byte[] content) throws IOException {
        int seq = ledger.nextFile();
        String account = "";
        String refused = "";
        List<Credit> credits = new ArrayList<>();
        try {
            Orders orders = PaymentOrders.read(content);
            account = orders.account();
            if (!orders.messageId().equals(messageId)) {
                refused = "DU01";
            } else if (behaviour.happens("refuse", messageId + "#" + seq)) {
                refused = "AM04";
            } else {
                long entry = ledger.nextEntry();
                for (Order order : orders.orders()) {
                    String rejected = rejection(order);
                    credits.add(
                            new Credit(
                                    order.endToEndId(),
                                    order.amountDong(),
                                    order.account(),
                                    rejected,
                                    rejected.isEmpty() ? entry++ : 0));
                }
            }
        } catch (PaymentOrders.Unfit e) {
            refused = "FF01";
        }
        TakenFile file =
                new TakenFile(
                        seq,
                        messageId,
                        sha256(content),
                        account,
                        refused,
                        day(),
                        clock.millis(),
                        credits);
        ledger.add(file);
        return file;
    }

    private String rejection(Order order) {
        if (order.account().matches(behaviour.get("wrong"))) {
            return "AC01";
        }
        if (order.account().matches(behaviour.get("closed"))) {
            return "AC04";
        }
        return behaviour.happens("partial", order.endToEndId()) ? "AM05" : "";
    }

    /** Statements after the one named, oldest first unless shuffled; issues what is due before. */
    synchronized List<String> statements(String after, int most) throws IOException {
        issue();
        List<String> page = new ArrayList<>();
        for (Issued one : ledger.issued()) {
            if (one.id().compareTo(after) > 0 && page.size() < most) {
                page.add(one.id());
            }
        }
        if (page.size() > 1 && behaviour.happens("reorder", "page" + page)) {
            Collections.shuffle(page, new Random(behaviour.number("seed")));
        }
        return page;
    }

    /** Status reports, then credits that come back, then bookings by account, then repeats. */
    private void issue() throws IOException {
        long before = clock.millis() - behaviour.number("delayMillis");
        for (TakenFile file : ledger.unreported(before)) {
            add("pain.002", file.seq(), List.of(), 0, 0);
        }
        for (Booking booking : ledger.returnable()) {
            if (behaviour.happens("return", "entry" + booking.entry())) {
                ledger.add(
                        new Returned(
                                ledger.nextEntry(),
                                booking.entry(),
                                "AC04",
                                day(),
                                clock.millis()));
            }
        }
        Map<String, List<Booking>> byAccount = new LinkedHashMap<>();
        for (Booking booking : ledger.unstated(before)) {
            String account = ledger.file(booking.file()).account();
            byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(booking);
        }
        for (Map.Entry<String, List<Booking>> account : byAccount.entrySet()) {
            List<Booking> all = account.getValue();
            long opening = balance(account.getKey());
            int most = Math.max(1, (int) behaviour.number("entries"));
            for (int i = 0; i < all.size(); i += most) {
                List<Booking> some = all.subList(i, Math.min(all.size(), i + most));
                add(format(), 0, some.stream().map(Booking::entry).toList(), opening, 0);
                opening += some.stream().mapToLong(Booking::signedDong).sum();
            }
        }
        for (Issued one : ledger.issued()) {
            boolean again = ledger.issued().stream().anyMatch(i -> i.repeats() == one.seq());
            if (one.repeats() == 0
                    && !again
                    && one.file() == 0
                    && behaviour.happens("repeat", one.id())) {
                add(one.kind(), 0, one.entries(), one.openingDong(), one.seq());
            }
        }
    }

    private void add(String kind, int file, List<Long> entries, long opening, int repeats)
            throws IOException {
        ledger.add(
                new Issued(
                        ledger.nextStatement(),
                        kind,
                        file,
                        entries,
                        opening,
                        repeats,
                        day(),
                        clock.millis()));
    }

    private long balance(String account) {
        return OPENING_DONG
                + ledger.bookings().stream()
                        .filter(b -> ledger.stated(b.entry()))
                        .filter(b -> ledger.file(b.file()).account().equals(account))
                        .mapToLong(Booking::signedDong)
                        .sum();
    }

    private String format() {
        String[] formats = behaviour.get("formats").split(",");
        return formats[ledger.nextStatement() % formats.length];
    }

    private String day() {
        return LocalDate.now(clock).toString();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
