package vn.ansinh.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import vn.ansinh.payment.port.PaymentStorage;

/**
 * The worker's side of its line to the supervisor: it stops at the point that is asked for, says
 * {@code AT}, and goes on when it is told – if it is still there.
 */
final class Stops {
    private final Semaphore go = new Semaphore(0);
    private final CountDownLatch asked = new CountDownLatch(1);
    private String point = "NONE";
    private int hits;
    private int version;
    private int idleSaid;
    private int idleRounds;

    /** Listens to the supervisor; the worker does not live longer than it. */
    void listen() {
        Thread thread = new Thread(this::read, "crash-stops");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is asked for a point. */
    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("GO")) {
                    go.release();
                } else {
                    ask(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                    asked.countDown();
                }
            }
        } catch (IOException e) {
            System.err.println("supervisor lost: " + e);
        }
        Runtime.getRuntime().halt(1);
    }

    private synchronized void ask(String where, int at, int number) {
        point = where;
        hits = at;
        version = number;
        idleRounds = 0;
    }

    /** The worker is at a point. */
    void at(String here) {
        synchronized (this) {
            if (!here.equals(point) || --hits > 0) {
                return;
            }
            point = "NONE";
        }
        say("AT " + here);
        go.acquireUninterruptibly();
    }

    /** Nothing is left to do for now; said once, after a second look. */
    synchronized void idle() {
        if (++idleRounds > 2 && idleSaid != version) {
            idleSaid = version;
            say("IDLE " + version);
        }
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A storage of runs with points around its chunks. */
    PaymentStorage around(PaymentStorage storage) {
        return (PaymentStorage)
                Proxy.newProxyInstance(
                        PaymentStorage.class.getClassLoader(),
                        new Class<?>[] {PaymentStorage.class},
                        (proxy, method, arguments) -> {
                            String name = method.getName();
                            if (name.equals("claim")) {
                                at("CHUNK_BEFORE_CLAIM");
                            } else if (name.equals("finish")) {
                                at("CHUNK_CALCULATED");
                            }
                            Object result;
                            try {
                                result = method.invoke(storage, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (result instanceof Optional<?> found
                                    && name.equals("claim")
                                    && found.isPresent()) {
                                at("CHUNK_CLAIMED");
                            } else if (name.equals("finish")) {
                                at("CHUNK_WRITTEN");
                            }
                            return result;
                        });
    }
}
