package vn.ansinh.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ansinh.bank.Records.Booking;
import vn.ansinh.bank.Records.Issued;
import vn.ansinh.bank.Records.TakenFile;

/**
 * The bank's door (docs/reference/bank-files.md): files in, status and statements out; and, for
 * tests only, {@code GET /ledger} and {@code PUT /behaviour}. Listens on this machine only.
 */
final class Counter {

    private static final String WORD = "X-File-Status";
    private static final byte[] NOTHING = new byte[0];

    private final Ledger ledger;
    private final Behaviour behaviour;
    private final Teller teller;
    private final HttpServer server;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    Counter(Ledger ledger, Behaviour behaviour, Teller teller, int port) throws IOException {
        this.ledger = ledger;
        this.behaviour = behaviour;
        this.teller = teller;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/files/", e -> guarded(e, this::files));
        server.createContext("/statements", e -> guarded(e, this::statements));
        server.createContext("/ledger", e -> guarded(e, this::dump));
        server.createContext("/behaviour", e -> guarded(e, this::behave));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private static void guarded(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (IllegalArgumentException e) {
            reply(
                    exchange,
                    400,
                    "",
                    String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    // ---- files ---------------------------------------------------------------------------------

    private void files(HttpExchange exchange) throws IOException {
        String messageId = exchange.getRequestURI().getPath().substring("/files/".length());
        if (exchange.getRequestMethod().equals("POST")) {
            take(exchange, messageId);
        } else {
            status(exchange, messageId);
        }
    }

    private void take(HttpExchange exchange, String messageId) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        int call = calls.computeIfAbsent(messageId, id -> new AtomicInteger()).incrementAndGet();
        String key = messageId + "#" + call;
        if (behaviour.happens("drop", key)) {
            return;
        }
        TakenFile file = teller.take(messageId, content);
        if (behaviour.happens("lose", key)) {
            return;
        }
        if (behaviour.happens("late", key)) {
            sleep(behaviour.number("lateSeconds"));
        }
        boolean refused = !file.refused().isEmpty();
        reply(exchange, refused ? 422 : 202, refused ? "REFUSED" : "ACCEPTED", report(file));
    }

    private void status(HttpExchange exchange, String messageId) throws IOException {
        List<TakenFile> files = ledger.files(messageId);
        if (files.isEmpty()) {
            reply(exchange, 404, "NEVER-SEEN", NOTHING);
            return;
        }
        // A file that came again is accepted if it was ever accepted.
        TakenFile file =
                files.stream()
                        .filter(f -> f.refused().isEmpty())
                        .reduce((a, b) -> b)
                        .orElse(files.get(files.size() - 1));
        reply(exchange, 200, file.refused().isEmpty() ? "ACCEPTED" : "REFUSED", report(file));
    }

    private byte[] report(TakenFile file) {
        return StatusReport.write("R" + file.seq(), file, ledger).getBytes(StandardCharsets.UTF_8);
    }

    // ---- statements ----------------------------------------------------------------------------

    private void statements(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/statements")) {
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            int most = Integer.parseInt(query.getOrDefault("most", "20"));
            List<String> ids = teller.statements(query.getOrDefault("after", ""), most);
            reply(exchange, 200, "", String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
            return;
        }
        String id = path.substring("/statements/".length());
        for (Issued one : ledger.issued()) {
            if (one.id().equals(id)) {
                reply(exchange, 200, "", content(one).getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        reply(exchange, 404, "", NOTHING);
    }

    private String content(Issued one) {
        if (one.kind().equals("pain.002")) {
            return StatusReport.write(one.id(), ledger.file(one.file()), ledger);
        }
        List<Booking> bookings = one.entries().stream().map(ledger::booking).toList();
        String account = ledger.file(bookings.get(0).file()).account();
        return new StatementWriter(one, account, bookings).write();
    }

    // ---- for tests -----------------------------------------------------------------------------

    private void dump(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "", ledger.dump().getBytes(StandardCharsets.UTF_8));
    }

    private void behave(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            body.lines().filter(l -> !l.isBlank()).forEach(l -> Bank.setting(behaviour, l));
        }
        StringBuilder all = new StringBuilder();
        behaviour.all().forEach((k, v) -> all.append(k).append('=').append(v).append('\n'));
        reply(exchange, 200, "", all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> found = new HashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                found.put(
                        part.substring(0, at),
                        URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static void reply(HttpExchange exchange, int status, String word, byte[] body)
            throws IOException {
        if (!word.isEmpty()) {
            exchange.getResponseHeaders().add(WORD, word);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sleep(long seconds) {
        try {
            Thread.sleep(seconds * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
