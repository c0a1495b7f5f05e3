package vn.ansinh.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import javax.servlet.Servlet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.blueprint.container.BlueprintContainer;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Expiries.Expiry;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

class ConsoleTest {
    private static final String EVIL = "Nguyễn <script>alert(1)</script> \"&'";
    private static final String RUN = "/console/localities/hung-dao/runs/7";

    private final Server server = new Server();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> closed = new TreeSet<>();
    private boolean balances = true;
    private boolean adjusted = true;
    private RuntimeException storeFailure;
    private RuntimeException restFailure;
    private CountDownLatch storeHangs;
    private Health health;
    private List<ReleaseView> versions = List.of();
    private List<String> strays = List.of();
    private List<Expiry> expiries = List.of();
    private final List<Quarantine.Held> held = new ArrayList<>();
    private String base;

    @BeforeEach
    void start() throws Exception {
        Localities localities = localities();
        ActiveLaw law =
                answering(ActiveLaw.class, Map.of("of", Optional.empty(), "all", List.of()));
        Warnings warnings =
                new Warnings(
                        releases(),
                        law,
                        clock(),
                        List.of(() -> expiries),
                        answering(Quarantine.class, Map.of("held", held)));
        health =
                new Health(
                        localities::all,
                        law,
                        clock(),
                        (BlueprintContainer) container(),
                        (BlueprintContainer) container(),
                        warnings);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder healthPages = new ServletHolder(new HealthServlet(health));
        context.addServlet(healthPages, "/health");
        context.addServlet(healthPages, "/health/live");
        RunCounts counts = new RunCounts(localities, payments());
        add(context, new MetricsServlet(health, counts), "/metrics");
        add(
                context,
                new ConsoleServlet(
                        sessions(),
                        staff(),
                        localities,
                        payments(),
                        runLife(),
                        runPapers(),
                        law,
                        clock(),
                        new Wall(localities, payments(), runLife(), law, clock(), health)),
                "/console/*");
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        base = "http://127.0.0.1:" + connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        health.stop();
        server.stop();
    }

    @Test
    void namesFromTheRegisterCannotBecomeMarkup() throws Exception {
        String page = get("officer", RUN + "?explain=11&unit=%3Cb%3E").body();
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .contains("Nguyễn &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("Vì lẽ &lt;i&gt;");
        Document document = document(page);
        assertThat(texts(document, "th")).contains(EVIL);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        NodeList links = document.getElementsByTagName("a");
        String label = ((Element) links.item(links.getLength() - 3)).getAttribute("aria-label");
        assertThat(label).isEqualTo("Vì sao " + EVIL + " được số tiền này");
    }

    @Test
    void thePageIsVietnameseReadableAndTight() throws Exception {
        HttpResponse<String> answer = get("officer", RUN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).isEqualToIgnoringCase("text/html;charset=utf-8"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        Document document = document(answer.body());
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("vi");
        assertThat(texts(document, "title"))
                .containsExactly("Kỳ chi trả tháng 3/2026 – Xã Hưng Đạo");
        assertThat(texts(document, "h1")).hasSize(1);
        NodeList tables = document.getElementsByTagName("table");
        assertThat(tables.getLength()).isEqualTo(4);
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
            NodeList heads = table.getElementsByTagName("th");
            for (int h = 0; h < heads.getLength(); h++) {
                assertThat(((Element) heads.item(h)).getAttribute("scope")).isNotEmpty();
            }
        }
        assertThat(answer.body())
                .contains("1.625.000")
                .contains("Trợ cấp hằng tháng")
                .contains("Tiền mặt")
                .contains("Cân đối: tháng trước")
                .doesNotContain("style=")
                .doesNotContain("001148000011");
        assertThat(get("officer", "/console/style.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aMonthThatDoesNotBalanceIsSaid() throws Exception {
        balances = false;
        assertThat(get("officer", RUN).body()).contains("Không cân đối:");
    }

    @Test
    void anAdjustedClockIsShownAndATrueOneIsNot() throws Exception {
        assertThat(get("officer", RUN).body()).contains("hôm nay là 05/03/2026");
        adjusted = false;
        assertThat(get("officer", RUN).body()).doesNotContain("Đồng hồ");
    }

    @Test
    void linesArePagedAndOneAmountIsExplained() throws Exception {
        String first = get("officer", RUN + "?unit=thon-1").body();
        assertThat(first).contains("rel=\"next\"").contains("after=100");
        assertThat(calls).contains("lines thon-1 0");
        String second = get("officer", RUN + "?unit=thon-1&after=100").body();
        assertThat(second)
                .doesNotContain("rel=\"next\"")
                .contains("<td>Thu hồi (trừ)</td><td>1/2026</td>")
                .contains("−123.000");
        assertThat(calls).contains("lines thon-1 100");
        assertThat(second).doesNotContain("id=\"vi-sao\"");
        assertThat(get("officer", RUN + "?explain=11").body())
                .contains("Vì sao đối tượng số 11")
                .contains("Trợ cấp hằng tháng: 975.000 đồng");
        assertThat(get("officer", RUN + "?explain=99").body())
                .contains("không trả khoản nào cho đối tượng số 99");
        HttpResponse<String> wrong = get("officer", RUN + "?after=x");
        assertThat(wrong.statusCode()).isEqualTo(422);
    }

    @Test
    void onlyOfficersOfTheLocalityRead() throws Exception {
        HttpResponse<String> nobody = get(null, RUN);
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(nobody.headers().firstValue("Location"))
                .hasValue("/console/sign-in?to=" + URLEncoder.encode(RUN, StandardCharsets.UTF_8));
        for (String login : List.of("operator", "partner", "other")) {
            assertThat(get(login, RUN).statusCode()).as(login).isEqualTo(403);
        }
        assertThat(get("sai", RUN).statusCode()).isEqualTo(303);
        assertThat(calls).isEmpty();
        assertThat(get("operator", "/console/").body())
                .contains("không đọc dữ liệu của địa phương nào")
                .doesNotContain("Hưng Đạo");
        assertThat(calls).isEmpty();
        assertThat(get("officer", "/console").body()).contains(RUN).contains("Xã Hưng Đạo");
        assertThat(get("officer", "/console/khong-co").statusCode()).isEqualTo(404);
        assertThat(get("officer", "/console/localities/hung-dao/runs/8").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aServiceThatIsAwayIs503WithoutTheInside() throws Exception {
        storeFailure = new ServiceUnavailableException("away", "(objectClass=bí-mật)");
        HttpResponse<String> answer = get("officer", RUN);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("AS-0901").doesNotContain("bí-mật");
        storeFailure = new IllegalStateException("bí-mật");
        HttpResponse<String> broken = get("officer", RUN);
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("AS-0999").doesNotContain("bí-mật");
    }

    @Test
    void healthIsOpenAndSaysWhatIsMissing() throws Exception {
        HttpResponse<String> up = get(null, "/health");
        assertThat(up.statusCode()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(up.body());
        assertThat(json.path("status").asText()).isEqualTo("UP");
        assertThat(json.path("clockAdjusted").asBoolean()).isTrue();
        restFailure = new ServiceUnavailableException("away", "rest");
        assertThat(get(null, "/health").statusCode()).isEqualTo(503);
        storeFailure = new IllegalStateException("bí-mật");
        HttpResponse<String> down = get(null, "/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body())
                .contains("DOWN")
                .contains("store: chưa kết nối được cơ sở dữ liệu")
                .contains("rest: chưa sẵn sàng")
                .doesNotContain("bí-mật");
        storeFailure = new AnsinhException(ErrorCode.STORE_FULL, "Đĩa đầy.");
        assertThat(get(null, "/health").body()).contains("đĩa của cơ sở dữ liệu đã đầy");
        storeFailure = null;
        restFailure = null;
        assertThat(get(null, "/health").statusCode()).as("recovers").isEqualTo(200);
        assertThat(get(null, "/health").body()).doesNotContain("đĩa");
    }

    @Test
    void healthAnswersWhileTheStoreHangs() throws Exception {
        storeHangs = new CountDownLatch(1);
        long begin = System.nanoTime();
        HttpResponse<String> answer = get(null, "/health");
        assertThat(System.nanoTime() - begin).isLessThan(8_000_000_000L);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("không trả lời trong 3 giây");
        storeHangs.countDown();
    }

    @Test
    void metricsAreInPrometheusText() throws Exception {
        HttpResponse<String> answer = get(null, "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines())
                .allMatch(
                        line ->
                                line.matches("# TYPE [a-z_]+ (gauge|counter)")
                                        || line.matches(
                                                "[a-z_]+([{][a-z]+=\"[A-Za-z-]+\"(,[a-z]+="
                                                        + "\"[A-Z]+\")?[}])? -?[0-9.E-]+"))
                .contains(
                        "ansinh_up 1.0",
                        "ansinh_database_up 1.0",
                        "ansinh_versions{state=\"REFUSED\"} 0",
                        "ansinh_runs{locality=\"hung-dao\",state=\"COMPUTED\"} 1");
        storeFailure = new IllegalStateException("away");
        assertThat(get(null, "/metrics").body().lines())
                .contains("ansinh_up 0.0", "ansinh_database_up 0.0")
                .noneMatch(line -> line.startsWith("ansinh_runs"));
    }

    @Test
    void whatToLookAtIsAWarningAndDoesNotTakeTheContainerDown() throws Exception {
        adjusted = false;
        assertThat(warningsOf(get(null, "/health"))).isEmpty();
        versions =
                List.of(
                        version("2.0.0", State.REFUSED, "Thiếu căn cứ."),
                        version("1.0.0", State.ACTIVE, ""),
                        version("0.9.0", State.REFUSED, "Đã cũ."));
        strays = List.of("file:/opt/ansinh/deploy/la.jar");
        expiries = List.of(new Expiry("Chứng thư TLS", null, LocalDate.of(2026, 3, 10)));
        adjusted = true;
        HttpResponse<String> up = get(null, "/health");
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(warningsOf(up))
                .containsExactly(
                        "Bản vn.x 2.0.0 bị từ chối: Thiếu căn cứ.",
                        "Bản vn.x 1.0.0 có hiệu lực nhưng không chạy ở đây: thiếu gói hoặc luật"
                                + " của hung-dao",
                        "Tệp «la.jar» trong deploy/ không qua kiểm tra: thả lại tệp này.",
                        "Đồng hồ của hệ thống đang được đặt khác giờ thật.",
                        "Chứng thư TLS còn 5 ngày là hết hạn. Cần thay.");
        held.add(
                new Quarantine.Held(
                        "law:ab", List.of("hung-dao"), "không trở lại", Instant.EPOCH, 1));
        assertThat(warningsOf(get(null, "/health")))
                .contains(
                        "Đang cách ly «law:ab» (hung-dao) từ 1970-01-01T00:00:00Z: không trở lại."
                                + " Còn 1 luồng không dừng được, chỉ khởi động lại mới hết.");
        held.clear();
        String metrics = get(null, "/metrics").body();
        assertThat(metrics).contains("ansinh_warnings 5.0").contains("{state=\"REFUSED\"} 2");
        versions = List.of(version("1.1.0", State.CHECKED, "chờ luật «hai-phong»"));
        assertThat(warningsOf(get(null, "/health")))
                .contains("Bản vn.x 1.1.0 đã kiểm tra, đang chờ: chờ luật «hai-phong»");
    }

    @Test
    void theProcessIsLiveAlsoWhileTheStoreIsAway() throws Exception {
        storeFailure = new IllegalStateException("away");
        assertThat(get(null, "/health").statusCode()).isEqualTo(503);
        assertThat(get(null, "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theWallShowsHowFarALocalityIsAndNoPerson() throws Exception {
        HttpResponse<String> officer = get("officer", "/console/wall");
        assertThat(officer.statusCode()).isEqualTo(200);
        assertThat(officer.headers().firstValue("Refresh")).hasValue("60");
        assertThat(officer.body())
                .contains("Bảng theo dõi tháng 3/2026")
                .contains("<strong>1</strong>")
                .contains("1.625.000")
                .doesNotContain("Cần xem")
                .doesNotContain("Nguyễn");
        assertThat(texts(document(officer.body()), "td"))
                .containsExactly("Đã tính", "Rồi", "Chưa", "Chưa", "Chưa", "1", "150", "1.625.000");
        HttpResponse<String> still = get("officer", "/console/wall?month=2026-04&still=1");
        assertThat(still.headers().firstValue("Refresh")).isEmpty();
        assertThat(still.body()).contains("Chưa lập").doesNotContain("1.625.000");
        String operator = get("operator", "/console/wall").body();
        assertThat(operator)
                .contains("Xã Hưng Đạo")
                .contains("150")
                .contains("Cần xem")
                .doesNotContain("1.625.000");
        assertThat(get("other", "/console/wall").body()).doesNotContain("Hưng Đạo");
        assertThat(get("partner", "/console/wall").body()).doesNotContain("Hưng Đạo");
        assertThat(get("officer", "/console/wall?month=thang-ba").statusCode()).isEqualTo(422);
        assertThat(get(null, "/console/wall").statusCode()).isEqualTo(303);
    }

    private static ReleaseView version(String version, State state, String finding) {
        return new ReleaseView(
                "locality",
                "hung-dao",
                "vn.x",
                version,
                version,
                state,
                finding.isEmpty() ? List.of() : List.of(finding),
                Instant.EPOCH);
    }

    private static List<String> warningsOf(HttpResponse<String> answer) throws Exception {
        List<String> warnings = new ArrayList<>();
        new ObjectMapper()
                .readTree(answer.body())
                .path("warnings")
                .forEach(warning -> warnings.add(warning.asText()));
        return warnings;
    }

    private Releases releases() {
        return (Releases)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Releases.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("all") ? versions : strays);
    }

    @Test
    void signingInGivesACookieThatStaysHereAndLeadsBack() throws Exception {
        HttpResponse<String> form = get(null, "/console/sign-in?to=" + RUN);
        assertThat(form.statusCode()).isEqualTo(200);
        Document document = document(form.body());
        assertThat(texts(document, "h1")).containsExactly("Đăng nhập An Sinh");
        assertThat(texts(document, "label")).containsExactly("Tên đăng nhập", "Mật khẩu");
        HttpResponse<String> in =
                post(null, "/console/sign-in", "login=officer&secret=mật khẩu&to=" + RUN);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue(RUN);
        assertThat(in.headers().firstValue("Set-Cookie"))
                .hasValue("ansinh=officer; Path=/console; Secure; HttpOnly; SameSite=Strict");
        for (String away :
                List.of("https://la.example/", "//la.example/", "/cxf/", "/console/\"x")) {
            assertThat(
                            post(
                                            null,
                                            "/console/sign-in",
                                            "login=officer&secret=mật khẩu&to=" + away)
                                    .headers()
                                    .firstValue("Location"))
                    .as(away)
                    .hasValue("/console/");
        }
    }

    @Test
    void aWrongSecretIsSaidAndTooManyAre429() throws Exception {
        HttpResponse<String> wrong = post(null, "/console/sign-in", "login=<b>&secret=sai");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("Tên đăng nhập hoặc mật khẩu không đúng.")
                .doesNotContain("<b>");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> many = post(null, "/console/sign-in", "login=officer&secret=khóa");
        assertThat(many.statusCode()).isEqualTo(429);
        assertThat(many.headers().firstValue("Retry-After")).hasValue("42");
        HttpResponse<String> foreign =
                post(
                        null,
                        "/console/sign-in",
                        "login=officer&secret=mật khẩu",
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteDoesNothingAndTheOwnOneSignsOut() throws Exception {
        for (String path : List.of("/console/sign-out", "/console/secret")) {
            for (String body : List.of("", "formToken=", "formToken=form-other")) {
                assertThat(post("officer", path, body + "&old=mật khẩu").statusCode())
                        .as(path + " " + body)
                        .isEqualTo(403);
            }
            assertThat(post(null, path, "formToken=form-officer").statusCode()).isEqualTo(401);
        }
        assertThat(calls).isEmpty();
        assertThat(closed).isEmpty();
        assertThat(get("officer", RUN).body())
                .contains("name=\"formToken\" value=\"form-officer\"");
        HttpResponse<String> out = post("officer", "/console/sign-out", "formToken=form-officer");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(get("officer", RUN).statusCode()).isEqualTo(303);
    }

    @Test
    void theHolderChangesTheSecret() throws Exception {
        assertThat(texts(document(get("officer", "/console/secret").body()), "label")).hasSize(3);
        String form = "formToken=form-officer&fresh=câu dài dễ nhớ&";
        HttpResponse<String> different =
                post("officer", "/console/secret", form + "old=mật khẩu&again=khác");
        assertThat(different.statusCode()).isEqualTo(422);
        assertThat(calls).isEmpty();
        HttpResponse<String> wrong =
                post("officer", "/console/secret", form + "old=sai&again=câu dài dễ nhớ");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Mật khẩu hiện tại không đúng.");
        assertThat(
                        post(
                                        "officer",
                                        "/console/secret",
                                        form + "old=mật khẩu&again=câu dài dễ nhớ")
                                .statusCode())
                .isEqualTo(303);
        assertThat(calls).contains("changeSecret officer câu dài dễ nhớ");
    }

    @Test
    void basicCredentialsOpenNoPage() throws Exception {
        String pair =
                Base64.getEncoder()
                        .encodeToString("officer:mật khẩu".getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + RUN))
                        .header("Authorization", "Basic " + pair)
                        .build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> post(String login, String path, String form, String... header)
            throws Exception {
        StringBuilder body = new StringBuilder();
        for (String pair : form.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                body.append(body.length() == 0 ? "" : "&")
                        .append(pair, 0, at + 1)
                        .append(URLEncoder.encode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()));
        if (login != null) {
            request.header("Cookie", "ansinh=" + login);
        }
        if (header.length > 0) {
            request.headers(header);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String login, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (login != null) {
            request.header("Cookie", "khac=1; ansinh=" + login);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Reads the page as XML, after closing what HTML leaves open: a broken page does not parse. */
    private static Document document(String page) throws Exception {
        String xml =
                page.replace("<!DOCTYPE html>", "")
                        .replaceAll(" (required|autofocus)(?=[ >])", "")
                        .replaceAll("<(meta|link|input)([^>]*)>", "<$1$2/>")
                        .replace("&#34;", "&quot;");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static void add(ServletContextHandler context, Servlet servlet, String pattern) {
        context.addServlet(new ServletHolder(servlet), pattern);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (!answers.containsKey(method.getName())) {
                                throw new AssertionError(method);
                            }
                            return answers.get(method.getName());
                        }));
    }

    private Object container() {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BlueprintContainer.class},
                (proxy, method, arguments) -> {
                    if (restFailure != null) {
                        throw restFailure;
                    }
                    return Set.of();
                });
    }

    /** The token of a session is the login; its form token stands beside it. */
    private Sessions sessions() {
        Map<String, Set<Right>> rights =
                Map.of(
                        "operator", Set.of(new Right(Role.OPERATOR, "")),
                        "officer", Set.of(new Right(Role.OFFICER, "hung-dao")),
                        "other", Set.of(new Right(Role.OFFICER, "long-bien")),
                        "partner", Set.of(new Right(Role.PARTNER, "hung-dao")));
        return new Sessions() {
            @Override
            public Optional<Session> open(String login, char[] secret) {
                if (new String(secret).equals("khóa")) {
                    throw AnsinhException.tooMany("Sai mật khẩu quá nhiều lần.", 42);
                }
                return new String(secret).equals("mật khẩu") ? find(login) : Optional.empty();
            }

            @Override
            public Optional<Session> find(String token) {
                return Optional.ofNullable(rights.get(token))
                        .filter(held -> !closed.contains(token))
                        .map(held -> new Session(token, "form-" + token, new Account(token, held)));
            }

            @Override
            public void close(String token) {
                closed.add(token);
            }
        };
    }

    private Staff staff() {
        return (Staff)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Staff.class},
                        (proxy, method, a) -> {
                            calls.add(
                                    method.getName()
                                            + " "
                                            + a[0]
                                            + " "
                                            + new String((char[]) a[2]));
                            if (!new String((char[]) a[1]).equals("mật khẩu")) {
                                throw new AnsinhException(
                                        ErrorCode.UNAUTHENTICATED, "Mật khẩu hiện tại không đúng.");
                            }
                            return null;
                        });
    }

    private Localities localities() {
        Localities.TenantInfo place =
                new Localities.TenantInfo(new TenantId(1), "hung-dao", "Xã Hưng Đạo");
        return (Localities)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Localities.class},
                        (proxy, method, arguments) -> {
                            if (storeHangs != null) {
                                storeHangs.await();
                            }
                            if (storeFailure != null) {
                                throw storeFailure;
                            }
                            return method.getName().equals("all") ? List.of(place) : place;
                        });
    }

    private CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-05T01:00:00Z");
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return adjusted;
            }
        };
    }

    /** Answers as the month balances when it is asked. */
    private RunPapers runPapers() {
        return (RunPapers)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {RunPapers.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("sheet") ? sheet() : balance());
    }

    private RunPapers.Balance balance() {
        RunPapers.Sum none = new RunPapers.Sum(0, 0);
        return new RunPapers.Balance(
                List.of(reconciliation()),
                new RunPapers.Sum(150, 1_625_000),
                none,
                none,
                none,
                1_625_000,
                balances);
    }

    private RunPapers.Sheet sheet() {
        return new RunPapers.Sheet(
                RUN_7,
                "0a".repeat(32),
                4,
                balance(),
                1,
                0,
                new RunPapers.Sum(1, 625_000),
                1_000_000,
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of());
    }

    private RunLife runLife() {
        return (RunLife)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {RunLife.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("file")) {
                                return file();
                            }
                            Actor actor = (Actor) arguments[1];
                            calls.add(
                                    method.getName()
                                            + " "
                                            + actor.login()
                                            + " "
                                            + arguments[3]
                                            + " "
                                            + arguments[arguments.length - 1]);
                            return RUN_7;
                        });
    }

    private RunLife.File file() {
        return new RunLife.File(
                RUN_7,
                1,
                1,
                true,
                0,
                List.of(
                        new RunLife.Move(RunState.SUBMITTED, RunDuty.PREPARE),
                        new RunLife.Move(RunState.SUBMITTED, RunDuty.CHECK),
                        new RunLife.Move(RunState.APPROVED, RunDuty.APPROVE),
                        new RunLife.Move(RunState.RETURNED, RunDuty.PREPARE)),
                List.of(
                        new RunLife.Event(
                                1,
                                RunState.DRAFT,
                                RunState.COMPUTED,
                                RunDuty.PREPARE,
                                "can-bo",
                                "",
                                Instant.parse("2026-03-05T01:00:00Z"),
                                1,
                                EVIL)),
                List.of(
                        new RunLife.Clock(
                                "Duyệt danh sách, chuyển tổ chức chi trả",
                                LocalDate.of(2026, 2, 24),
                                null,
                                RunLife.ClockStatus.OVERDUE,
                                "Điều 34",
                                "")));
    }

    @Test
    void buttonsAreThoseTheAccountMayPressAndCarryTheVersion() throws Exception {
        String page = get("officer", RUN).body();
        assertThat(page)
                .contains("runs/7/submit")
                .contains("runs/7/withdraw")
                .contains("hạn 24/02/2026, <strong>Quá hạn</strong>")
                .contains("đề nghị chi <strong>1.000.000</strong> đồng")
                .contains("0a".repeat(32))
                .doesNotContain("runs/7/check")
                .doesNotContain("runs/7/approve");
        String form = "formToken=form-officer&version=1&note=";
        HttpResponse<String> done = post("officer", RUN + "/submit", form);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue(RUN);
        assertThat(calls).contains("submit officer 1 ");
        calls.clear();
        assertThat(post("officer", RUN + "/withdraw", form + "sai danh sách").statusCode())
                .isEqualTo(303);
        assertThat(calls).containsExactly("giveBack officer 1 sai danh sách");
        calls.clear();
        // Neither a right that the account lacks, nor another site's form, nor a made-up button.
        assertThat(post("officer", RUN + "/approve", form).statusCode()).isEqualTo(403);
        assertThat(post("officer", RUN + "/submit", "version=1").statusCode()).isEqualTo(403);
        assertThat(post("officer", RUN + "/pay", form).statusCode()).isEqualTo(404);
        assertThat(post("other", RUN + "/submit", "formToken=form-other&version=1").statusCode())
                .isEqualTo(403);
        assertThat(calls).isEmpty();
    }

    private static final RunView RUN_7 =
            new RunView(
                    7,
                    YearMonth.of(2026, 3),
                    RunState.COMPUTED,
                    "cd".repeat(32),
                    Instant.parse("2026-03-05T01:00:00Z"),
                    150,
                    150,
                    1_625_000,
                    1,
                    "ef".repeat(32));

    private Payments payments() {
        RunView run = RUN_7;
        return (Payments)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Payments.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "runs" -> {
                                        calls.add("runs");
                                        yield List.of(run);
                                    }
                                    case "run" ->
                                            arguments[2].equals(7L)
                                                    ? Optional.of(run)
                                                    : Optional.empty();
                                    case "totals" ->
                                            List.of(
                                                    new TotalView(
                                                            "thon-1",
                                                            "5.5.a",
                                                            Component.MONTHLY,
                                                            150,
                                                            1_625_000));
                                    case "lines" -> {
                                        calls.add("lines " + arguments[4] + " " + arguments[5]);
                                        yield lines((long) arguments[5], (int) arguments[6]);
                                    }
                                    case "itemLines" -> List.of(recovery());
                                    case "explain" ->
                                            arguments[3].equals(11L)
                                                    ? List.of(
                                                            new Explanation(
                                                                    Component.MONTHLY,
                                                                    975_000,
                                                                    "Vì lẽ <i>",
                                                                    List.of("Bước 1")))
                                                    : List.of();
                                    default -> throw new AssertionError(method);
                                });
    }

    private static ItemLineView recovery() {
        return new ItemLineView(
                5,
                11,
                EVIL,
                "001148000011",
                1948,
                "thon-1",
                Kind.RECOVERY,
                YearMonth.of(2026, 1),
                "5.5.a",
                Component.MONTHLY,
                -123_000,
                "13/QĐ-UBND",
                LocalDate.of(2026, 3, 1),
                "",
                "SELF");
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(
                YearMonth.of(2026, 2),
                List.of(
                        new Reconciliation.Row(
                                "", "", 149, 1_000, 1, 500, 0, 0, 0, 0, 0, 0, 125, 150, 1_625)),
                balances);
    }

    private static List<LineView> lines(long after, int limit) {
        List<LineView> lines = new ArrayList<>();
        for (long number = after + 1; number <= 150 && lines.size() < limit; number++) {
            lines.add(
                    new LineView(
                            number,
                            11,
                            EVIL,
                            "001148000011",
                            1948,
                            "thon-1",
                            "5.5.a",
                            Component.MONTHLY,
                            150,
                            650_000,
                            975_000,
                            "12/QĐ-UBND",
                            "CASH",
                            EVIL,
                            "",
                            ""));
        }
        return lines;
    }
}
