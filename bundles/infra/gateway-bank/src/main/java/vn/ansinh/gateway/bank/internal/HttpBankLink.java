package vn.ansinh.gateway.bank.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * The line to a bank over HTTP (docs/reference/bank-files.md). Nothing is repeated here and no
 * redirect followed. Only the bank's own word makes a file refused or never seen; every other
 * answer, and none, is unknown.
 */
public final class HttpBankLink implements BankLink {

    /** The bank's own word on a file it does not know; a stray 404 lacks it. */
    static final String FILE_STATUS = "X-File-Status";

    private static final Logger LOG = LoggerFactory.getLogger(HttpBankLink.class);
    private static final String ID = "[A-Za-z0-9-]{1,64}";

    private final LinkSettings settings;
    private final HttpClient client;

    /** Opens no connection yet. */
    public HttpBankLink(LinkSettings settings) {
        this.settings = settings;
        this.client = settings.configured() ? settings.client() : null;
    }

    @Override
    public boolean configured() {
        return settings.configured();
    }

    @Override
    public Answer send(String fileId, byte[] content) {
        HttpRequest request =
                request("/files/" + path(fileId))
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofByteArray(content))
                        .build();
        return answer("send", fileId, request);
    }

    @Override
    public Answer status(String fileId) {
        return answer("status", fileId, request("/files/" + path(fileId)).GET().build());
    }

    @Override
    public List<Statement> statements(String after) {
        String query = URLEncoder.encode(after, StandardCharsets.UTF_8);
        String ids =
                new String(
                        fetch("/statements?after=" + query + "&most=" + settings.page()),
                        StandardCharsets.UTF_8);
        List<Statement> statements = new ArrayList<>();
        // In the order of issue whatever the page's: the last one taken is where to go on after a
        // kill, so that nothing before it may be missing.
        for (String id :
                ids.lines().map(String::strip).filter(l -> !l.isEmpty()).sorted().toList()) {
            if (!id.matches(ID)) {
                throw unavailable("Ngân hàng trả danh sách sao kê không đúng dạng.", null);
            }
            statements.add(new Statement(id, fetch("/statements/" + id)));
        }
        return statements;
    }

    private Answer answer(String what, String fileId, HttpRequest request) {
        try {
            HttpResponse<byte[]> response = exchange(request);
            String said = response.headers().firstValue(FILE_STATUS).orElse("");
            Answer answer = answer(response.statusCode(), said, response.body());
            LOG.info(
                    "bank link: call='{}' file='{}' http='{}' outcome='{}'",
                    what,
                    fileId,
                    response.statusCode(),
                    answer.outcome());
            return answer;
        } catch (Unanswered e) {
            LOG.warn(
                    "bank link: call='{}' file='{}' outcome='UNKNOWN' cause='{}'",
                    what,
                    fileId,
                    e.getMessage());
            return new Answer(
                    Outcome.UNKNOWN, "Không nhận được trả lời của ngân hàng.", new byte[0]);
        }
    }

    private static Answer answer(int status, String said, byte[] body) {
        boolean own = !said.isEmpty();
        if (own && (status == 200 || status == 202) && said.equals("ACCEPTED")) {
            return new Answer(Outcome.ACCEPTED, "", body);
        }
        if (own && (status == 200 || status == 422) && said.equals("REFUSED")) {
            return new Answer(Outcome.REFUSED, "Ngân hàng từ chối cả tệp.", body);
        }
        if (own && status == 404 && said.equals("NEVER-SEEN")) {
            return new Answer(Outcome.NEVER_SEEN, "Ngân hàng chưa nhận được tệp này.", new byte[0]);
        }
        return new Answer(
                Outcome.UNKNOWN,
                "Trả lời của ngân hàng không rõ (HTTP " + status + ").",
                new byte[0]);
    }

    private byte[] fetch(String path) {
        try {
            HttpResponse<byte[]> response = exchange(request(path).GET().build());
            if (response.statusCode() != 200) {
                throw unavailable(
                        "Ngân hàng chưa cho lấy sao kê (HTTP " + response.statusCode() + ").",
                        null);
            }
            return response.body();
        } catch (Unanswered e) {
            throw unavailable("Không nhận được sao kê từ ngân hàng; hãy thử lại sau.", e);
        }
    }

    /** One exchange with its body within the time; the client's own limit ends with the headers. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws Unanswered {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request, info -> new LimitedBody(BodyHandlers.ofByteArray().apply(info)));
        try {
            return coming.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", e);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Unanswered("no answer in " + settings.answer(), e);
        } catch (ExecutionException | CancellationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unanswered(cause.getClass().getSimpleName(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        if (!settings.configured()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa cấu hình đường truyền tới ngân hàng; hãy tải tệp về và gửi bằng tay, hoặc"
                            + " đặt url trong vn.ansinh.gateway.bank.cfg.");
        }
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(settings.url() + path))
                        .timeout(Duration.ofMillis(settings.answer().toMillis()));
        settings.authorization().ifPresent(value -> builder.header("Authorization", value));
        return builder;
    }

    private static String path(String fileId) {
        if (!fileId.matches(ID)) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "Mã tệp gửi ngân hàng không đúng.");
        }
        return fileId;
    }

    private static AnsinhException unavailable(String sentence, Throwable cause) {
        return new AnsinhException(ErrorCode.STORE_UNAVAILABLE, sentence, cause);
    }

    /** No answer, for whatever reason. */
    private static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
