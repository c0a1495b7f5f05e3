package vn.ansinh.payment.internal;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import dev.failsafe.function.CheckedSupplier;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.BankLink.Answer;
import vn.ansinh.payment.port.BankLink.Outcome;

/**
 * Calls to the bank within a time limit and behind a breaker: after so many calls in a row without
 * a certain answer none is made for a while. Whatever is not certain is UNKNOWN.
 */
final class BankCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BankCalls.class);
    private static final byte[] NO_REPORT = {};

    private final BankLink link;
    private final CircuitBreaker<Answer> breaker;
    private final FailsafeExecutor<Answer> calls;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(work, "ansinh-bank-call");
                        thread.setDaemon(true);
                        return thread;
                    });

    BankCalls(BankLink link, OrderSettings settings) {
        this.link = link;
        this.breaker =
                CircuitBreaker.<Answer>builder()
                        .withFailureThreshold(settings.failures())
                        .withDelay(Duration.ofSeconds(settings.pauseSeconds()))
                        .handle(Exception.class)
                        .handleResultIf(a -> a != null && a.outcome() == Outcome.UNKNOWN)
                        .build();
        this.calls =
                Failsafe.with(
                                breaker,
                                Timeout.<Answer>builder(Duration.ofSeconds(settings.callSeconds()))
                                        .withInterrupt()
                                        .build())
                        .with(threads);
    }

    /** Whether a call can be made now. */
    boolean ready() {
        return link.configured() && (!breaker.isOpen() || breaker.getRemainingDelay().isZero());
    }

    /** Sends; null when the breaker kept the call from being made. */
    Answer send(String fileId, byte[] content) {
        return call(() -> link.send(fileId, content), fileId);
    }

    /** Asks; null when the breaker kept the call from being made. */
    Answer status(String fileId) {
        return call(() -> link.status(fileId), fileId);
    }

    private Answer call(CheckedSupplier<Answer> supplier, String fileId) {
        try {
            return calls.getAsync(supplier).get();
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CircuitBreakerOpenException) {
                return null;
            }
            // Only the kind of failure: a library's message may carry the content of the call.
            LOG.warn(
                    "bank call without an answer: file='{}' failure='{}'",
                    fileId,
                    cause.getClass().getName());
            return new Answer(
                    Outcome.UNKNOWN,
                    cause instanceof TimeoutExceededException
                            ? "Ngân hàng không trả lời trong thời hạn."
                            : "Không có câu trả lời chắc chắn của ngân hàng.",
                    NO_REPORT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.UNKNOWN, "Đang gọi ngân hàng thì bị dừng.", NO_REPORT);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
