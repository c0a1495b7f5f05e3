package vn.ansinh.store.orders;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.BankMessages;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/**
 * A bank for tests (DỮ LIỆU GIẢ LẬP) that pays whatever reaches it, as often as it does, loses
 * replies or requests, and issues statements. Messages are lines of text.
 */
final class FakeBank implements BankLink, BankMessages {
    /** What happens to the next send. */
    enum Mood {
        ANSWERS,
        LOSES_REPLY,
        LOSES_REQUEST,
        REFUSES,
        HANGS
    }

    /** Credits booked, by end-to-end id: how often. */
    final Map<String, Integer> booked = new LinkedHashMap<>();

    final List<String> sends = new ArrayList<>();
    final Set<String> rejects = new TreeSet<>();
    private final List<String> entries = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<Statement> statements = new ArrayList<>();

    volatile Mood mood = Mood.ANSWERS;
    volatile boolean configured = true;
    int creditsPerFile = 1_000;
    int asked;

    @Override
    public boolean configured() {
        return configured;
    }

    @Override
    public Answer send(String fileId, byte[] content) {
        if (mood == Mood.HANGS) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
        synchronized (this) {
            sends.add(fileId);
            if (mood == Mood.LOSES_REQUEST) {
                return new Answer(Outcome.UNKNOWN, "mất", new byte[0]);
            }
            if (mood == Mood.REFUSES) {
                refused.add(fileId);
                return new Answer(Outcome.REFUSED, "FF01", new byte[0]);
            }
            seen.add(fileId);
            content(content).forEach(line -> book(line, entries));
            return mood == Mood.LOSES_REPLY
                    ? new Answer(Outcome.UNKNOWN, "mất", new byte[0])
                    : new Answer(Outcome.ACCEPTED, "", new byte[0]);
        }
    }

    private void book(String line, List<String> into) {
        String[] cells = line.split("\\|");
        if (rejects.contains(cells[0])) {
            into.add("|" + cells[0] + "|" + cells[1] + "|REJECTED|AC01||");
        } else {
            int times = booked.merge(cells[0], 1, Integer::sum);
            into.add(
                    "|" + cells[0] + "|" + cells[1] + "|PAID||REF" + cells[0] + "-" + times + "|x");
        }
    }

    @Override
    public synchronized Answer status(String fileId) {
        asked++;
        if (refused.contains(fileId)) {
            return new Answer(Outcome.REFUSED, "FF01", new byte[0]);
        }
        return new Answer(
                seen.contains(fileId) ? Outcome.ACCEPTED : Outcome.NEVER_SEEN, "", new byte[0]);
    }

    /** A statement over everything booked since the last. */
    synchronized byte[] issue() {
        String id = "S" + (statements.size() + 1);
        byte[] content = statement(id, entries);
        entries.clear();
        statements.add(new Statement(id, content));
        return content;
    }

    /** A statement of entries {@code message|e2e|amount|outcome|reason|reference|booked}. */
    static byte[] statement(String id, List<String> entries) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String entry : entries) {
            text.append(id).append('|').append(++number).append('|').append(entry).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized List<Statement> statements(String after) {
        int from = 0;
        for (int i = 0; i < statements.size(); i++) {
            from = statements.get(i).id().equals(after) ? i : from;
        }
        // The last one again, and the newest first: banks do.
        List<Statement> page = new ArrayList<>(statements.subList(from, statements.size()));
        java.util.Collections.reverse(page);
        return page;
    }

    @Override
    public byte[] write(PaymentFile file) {
        List<Fault> faults = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (PaymentFile.Credit credit : file.credits()) {
            if (credit.account().startsWith("X")) {
                faults.add(new Fault(text.toString().split("\n").length, "account", "Sai số."));
            }
            text.append(credit.endToEndId())
                    .append('|')
                    .append(credit.amountDong())
                    .append('|')
                    .append(String.join("|", credit.name(), credit.account(), credit.bank()))
                    .append('|')
                    .append(credit.text())
                    .append('\n');
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "sai", faults, null);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] writeWorkbook(PaymentFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String latin(String name) {
        return name;
    }

    @Override
    public int creditsPerFile() {
        return creditsPerFile;
    }

    @Override
    public List<BankNotice> read(byte[] content) {
        return content(content).stream().map(FakeBank::notice).toList();
    }

    private static List<String> content(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    private static BankNotice notice(String line) {
        String[] cells = line.split("\\|", -1);
        return new BankNotice(
                cells[2],
                cells[3],
                Long.parseLong(cells[4]),
                BankNotice.Outcome.valueOf(cells[5]),
                cells[6],
                cells[7],
                cells[8].isEmpty() ? null : LocalDate.of(2026, 3, 16),
                cells[0],
                cells[1]);
    }
}
