package vn.ansinh.crash;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.ansinh.crash.Spot.Hold;

/**
 * A line from the worker to PostgreSQL or the bank that can be cut, and held at one message: half
 * the rows of a chunk, the answer to a COMMIT, the first bytes of an answer. Without TLS.
 */
final class Wire implements AutoCloseable {
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    /** A chunk bound as arrays is longer, what is bound just before it is not. */
    private static final int MANY_ROWS_BYTES = 4_096;

    private final ServerSocket door;
    private final boolean postgres;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private Hold armed = Hold.NONE;
    private boolean held;

    Wire(boolean postgres, int target) throws IOException {
        this.postgres = postgres;
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("wire", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Where new connections go. */
    void target(int port) {
        target = port;
    }

    /** The next message of this kind is held. */
    synchronized void arm(Hold what) {
        armed = what;
        held = false;
    }

    /** Whether it came and is held. */
    synchronized boolean awaitHeld(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!held && System.nanoTime() < end) {
            wait(20);
        }
        return held;
    }

    /** What is held goes on, if its line is still there. */
    synchronized void release() {
        armed = Hold.NONE;
        held = false;
        notifyAll();
    }

    /** Every connection is gone. */
    void cut() {
        open.forEach(Wire::end);
        open.clear();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = door.accept();
            try {
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                AtomicBoolean file = new AtomicBoolean();
                start("to", () -> pump(near, far, true, file));
                start("from", () -> pump(far, near, false, file));
            } catch (IOException e) {
                end(near); // nobody listens there now
            }
        }
    }

    private void pump(Socket from, Socket to, boolean forth, AtomicBoolean file) {
        try {
            InputStream in = new BufferedInputStream(from.getInputStream(), 1 << 16);
            OutputStream out = new BufferedOutputStream(to.getOutputStream(), 1 << 16);
            if (postgres) {
                messages(new DataInputStream(in), out, forth);
            } else {
                bytes(in, out, forth, file);
            }
        } catch (IOException e) {
            // This line is over.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    /** Only the answer to a file is held: statements are asked for beside it. */
    private void bytes(InputStream in, OutputStream out, boolean forth, AtomicBoolean file)
            throws IOException {
        byte[] some = new byte[1 << 16];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            if (forth) {
                String start = new String(some, 0, Math.min(n, 5), StandardCharsets.US_ASCII);
                if (start.equals("POST ")) {
                    file.set(true);
                } else if (start.startsWith("GET ")) {
                    file.set(false);
                }
            } else if (file.get()) {
                hold(Hold.ANSWER);
            }
            out.write(some, 0, n);
            out.flush();
        }
    }

    /** Type, length, body; the first of a client has no type. */
    private void messages(DataInputStream in, OutputStream out, boolean forth) throws IOException {
        boolean first = forth;
        while (true) {
            int type = first ? 0 : in.read();
            if (type < 0) {
                return;
            }
            byte[] head = new byte[4];
            in.readFully(head);
            int length =
                    (head[0] & 255) << 24
                            | (head[1] & 255) << 16
                            | (head[2] & 255) << 8
                            | head[3] & 255;
            byte[] body = new byte[length - 4];
            in.readFully(body);
            if (!forth && type == 'C' && java.util.Arrays.equals(body, COMMIT)) {
                out.flush();
                hold(Hold.COMMIT);
            }
            if (!first) {
                out.write(type);
            }
            out.write(head);
            int half = forth && rows(type, body) ? body.length / 2 : 0;
            if (half > 0) {
                out.write(body, 0, half);
                out.flush();
                hold(Hold.MID_COPY);
            }
            out.write(body, half, body.length - half);
            if (in.available() == 0) {
                out.flush();
            }
            first = false;
        }
    }

    /**
     * Whether it carries rows of a chunk: those of a COPY, or bound as arrays when they are few.
     */
    private static boolean rows(int type, byte[] body) {
        return type == 'd' || type == 'B' && body.length > MANY_ROWS_BYTES;
    }

    private synchronized void hold(Hold what) throws IOException {
        if (armed != what) {
            return;
        }
        armed = Hold.NONE;
        held = true;
        notifyAll();
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                // Closed.
                            }
                        },
                        "crash-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is over either way.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        release();
        cut();
    }
}
