package vn.ansinh.rest.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.Priority;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;

/** What holds for every request and answer: largest body, and headers that keep data private. */
@PreMatching
@Priority(0)
public final class Envelope implements ContainerRequestFilter, ContainerResponseFilter {
    static final int MOST_JSON_BYTES = 64 * 1024;

    /** Batches of people, annexes of decisions. */
    static final int MOST_BATCH_BYTES = 8 * 1024 * 1024;

    static final int MOST_CSV_BYTES = 64 * 1024 * 1024;
    static final String CSV = "text/csv";

    private static final List<MediaType> FILES =
            List.of(
                    MediaType.valueOf(CSV),
                    MediaType.valueOf(ImportsResource.XLSX),
                    MediaType.APPLICATION_OCTET_STREAM_TYPE);
    private static final int TOO_LARGE = 413;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean file = type != null && FILES.stream().anyMatch(one -> one.isCompatible(type));
        String path = request.getUriInfo().getPath();
        boolean batch = path.endsWith(":batch") || path.contains("/decisions");
        int most = file ? MOST_CSV_BYTES : batch ? MOST_BATCH_BYTES : MOST_JSON_BYTES;
        if (request.getLength() > most) {
            throw new WebApplicationException(TOO_LARGE);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream(), most));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Content-Security-Policy", "default-src 'none'");
    }

    /** For bodies without a stated length. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new WebApplicationException(TOO_LARGE);
            }
        }
    }
}
