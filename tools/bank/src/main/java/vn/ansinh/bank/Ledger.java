package vn.ansinh.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.bank.Records.Booking;
import vn.ansinh.bank.Records.Credit;
import vn.ansinh.bank.Records.Issued;
import vn.ansinh.bank.Records.Returned;
import vn.ansinh.bank.Records.TakenFile;

/**
 * The bank's books: a file that only grows, a JSON line for each thing that happened, on disk
 * before anybody is answered. A line cut off by a kill never happened. What was booked stays
 * booked.
 */
final class Ledger implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;
    private final FileLock lock;
    private final List<TakenFile> files = new ArrayList<>();
    private final TreeMap<Long, Booking> bookings = new TreeMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private final Set<Long> returned = new HashSet<>();
    private final Set<Long> stated = new HashSet<>();
    private final Set<Integer> reported = new HashSet<>();

    /** Opens the books in a folder; a second bank on the same folder is refused. */
    Ledger(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("ledger.jsonl");
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null) {
            throw new IOException("another bank works in " + folder);
        }
        long whole = 0;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (byte[] line = line(in); line != null; line = line(in)) {
                replay(new String(line, StandardCharsets.UTF_8));
                whole = in.getFilePointer();
            }
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    /** The next line, or null at the end or when its end is missing. */
    private static byte[] line(RandomAccessFile in) throws IOException {
        long start = in.getFilePointer();
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    byte[] found = new byte[Math.toIntExact(length + i)];
                    in.seek(start);
                    in.readFully(found);
                    in.seek(start + length + i + 1);
                    return found;
                }
            }
            length += n;
        }
        return null;
    }

    private void replay(String line) throws JsonProcessingException {
        String text = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(' '))) {
            case "FILE" -> know(JSON.readValue(text, TakenFile.class));
            case "RETURNED" -> know(JSON.readValue(text, Returned.class));
            case "ISSUED" -> know(JSON.readValue(text, Issued.class));
            default -> throw new IllegalStateException("a line of an unknown kind");
        }
    }

    // ---- writing -------------------------------------------------------------------------------

    synchronized void add(TakenFile file) throws IOException {
        append("FILE", file);
        know(file);
    }

    synchronized void add(Returned one) throws IOException {
        append("RETURNED", one);
        know(one);
    }

    synchronized void add(Issued one) throws IOException {
        append("ISSUED", one);
        know(one);
    }

    private void append(String kind, Object record) throws IOException {
        ByteBuffer line =
                ByteBuffer.wrap(
                        (kind + " " + JSON.writeValueAsString(record) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }

    private void know(TakenFile file) {
        files.add(file);
        for (Credit credit : file.credits()) {
            if (credit.entry() > 0) {
                bookings.put(
                        credit.entry(),
                        new Booking(
                                credit.entry(),
                                file.seq(),
                                file.messageId(),
                                credit.endToEndId(),
                                credit.amountDong(),
                                credit.account(),
                                0,
                                "",
                                file.day(),
                                file.at()));
            }
        }
    }

    private void know(Returned one) {
        Booking before = bookings.get(one.of());
        returned.add(one.of());
        bookings.put(
                one.entry(),
                new Booking(
                        one.entry(),
                        before.file(),
                        before.messageId(),
                        before.endToEndId(),
                        before.amountDong(),
                        before.account(),
                        one.of(),
                        one.reason(),
                        one.day(),
                        one.at()));
    }

    private void know(Issued one) {
        issued.add(one);
        stated.addAll(one.entries());
        if (one.file() > 0) {
            reported.add(one.file());
        }
    }

    // ---- reading -------------------------------------------------------------------------------

    synchronized int nextFile() {
        return files.size() + 1;
    }

    synchronized long nextEntry() {
        return bookings.isEmpty() ? 1 : bookings.lastKey() + 1;
    }

    synchronized int nextStatement() {
        return issued.size() + 1;
    }

    /** Files with this id, in the order they came. */
    synchronized List<TakenFile> files(String messageId) {
        return files.stream().filter(f -> f.messageId().equals(messageId)).toList();
    }

    synchronized List<TakenFile> files() {
        return List.copyOf(files);
    }

    synchronized TakenFile file(int seq) {
        return files.get(seq - 1);
    }

    synchronized Booking booking(long entry) {
        return bookings.get(entry);
    }

    synchronized List<Booking> bookings() {
        return List.copyOf(bookings.values());
    }

    synchronized List<Issued> issued() {
        return List.copyOf(issued);
    }

    /** Bookings that stand in no statement yet, made before the instant. */
    synchronized List<Booking> unstated(long before) {
        return bookings.values().stream()
                .filter(b -> !stated.contains(b.entry()) && b.at() <= before)
                .toList();
    }

    /** Files without a status report in the stream of statements, taken before the instant. */
    synchronized List<TakenFile> unreported(long before) {
        return files.stream().filter(f -> !reported.contains(f.seq()) && f.at() <= before).toList();
    }

    /** Bookings that stand in a statement and have not come back. */
    synchronized List<Booking> returnable() {
        return bookings.values().stream()
                .filter(b -> b.returns() == 0 && stated.contains(b.entry()))
                .filter(b -> !returned.contains(b.entry()))
                .toList();
    }

    synchronized boolean stated(long entry) {
        return stated.contains(entry);
    }

    /** Everything, to compare with. */
    synchronized String dump() throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Long> net = new TreeMap<>();
        bookings.values().forEach(b -> net.merge(b.endToEndId(), -b.signedDong(), Math::addExact));
        all.put("files", files);
        all.put("bookings", bookings.values());
        all.put("issued", issued);
        all.put("netDongByEndToEndId", net);
        all.put("netDong", net.values().stream().mapToLong(Long::longValue).sum());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
