package vn.ansinh.gateway.bank.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body of an answer that ends with an error when it is longer than any statement can be. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private static final long MOST_BYTES = 128L << 20;

    private final BodySubscriber<byte[]> inner;
    private Subscription subscription;
    private long bytes;

    LimitedBody(BodySubscriber<byte[]> inner) {
        this.inner = inner;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        inner.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        bytes += item.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > MOST_BYTES) {
            subscription.cancel();
            inner.onError(new IOException("the answer is longer than " + MOST_BYTES + " bytes"));
        } else {
            inner.onNext(item);
        }
    }

    @Override
    public void onError(Throwable problem) {
        inner.onError(problem);
    }

    @Override
    public void onComplete() {
        inner.onComplete();
    }
}
