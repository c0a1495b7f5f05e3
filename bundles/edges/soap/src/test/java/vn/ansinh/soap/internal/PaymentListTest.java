package vn.ansinh.soap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** The endpoint over real HTTP, with envelopes written by hand: no CXF on the caller's side. */
class PaymentListTest {
    private static final int LINES = 501;
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/"
                    + "oasis-200401-wss-username-token-profile-1.0#";
    private static final String MARCH = body("hung-dao", "2026-03", "");

    private final List<String> calls = new ArrayList<>();
    private final Server server = new Server();
    private RuntimeException failure;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        Bus bus = new CXFBusFactory().createBus();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/cxf/*");
        server.setHandler(context);
        server.start();
        EndpointImpl endpoint =
                new EndpointImpl(bus, new PaymentListEndpoint(localities(), payments()));
        endpoint.setWsdlLocation("classpath:wsdl/payment-list.wsdl");
        endpoint.getInInterceptors().add(new SignIn(identity()));
        endpoint.setProperties(
                Map.of(
                        "org.apache.cxf.stax.maxElementCount", "100",
                        "org.apache.cxf.stax.maxElementDepth", "20",
                        "org.apache.cxf.stax.maxTextLength", "2000"));
        endpoint.publish("/soap/payment-list");
        address =
                URI.create(
                        "http://127.0.0.1:" + connector.getLocalPort() + "/cxf/soap/payment-list");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aPartnerReadsPageAfterPageTheWholeList() throws Exception {
        HttpResponse<String> first = call(token("kho-bac", "đúng", "PasswordText"), MARCH);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(texts(first, "lineNo")).hasSize(500).startsWith("1").endsWith("500");
        // The run also keeps back a recovery; what is listed is what is summed.
        assertThat(texts(first, "totalDong")).containsExactly("488475000");
        assertThat(texts(first, "month")).containsExactly("2026-03");
        assertThat(texts(first, "pinnedAt")).containsExactly("2026-03-05T01:00:00Z");
        assertThat(texts(first, "heads")).containsExactly("300", "201");
        assertThat(texts(first, "payeeName")).startsWith("Trần Văn Giả Lập");
        assertThat(first.body())
                .as("data that the partner does not need")
                .doesNotContain("001148000011")
                .doesNotContain("Nguyễn Thị Giả Lập");
        String token = texts(first, "nextPageToken").get(0);
        HttpResponse<String> second =
                call(
                        token("kho-bac", "đúng", "PasswordText"),
                        body("hung-dao", "2026-03", "<p:pageToken>" + token + "</p:pageToken>"));
        assertThat(texts(second, "lineNo")).containsExactly("501");
        assertThat(texts(second, "nextPageToken")).isEmpty();
    }

    @Test
    void aUnitHasItsOwnLinesAndTotals() throws Exception {
        String request =
                body("hung-dao", "2026-03", "")
                        .replace("<p:month>", "<p:unitCode>thon-2</p:unitCode><p:month>");
        HttpResponse<String> answer = call(token("kho-bac", "đúng", "PasswordText"), request);
        assertThat(texts(answer, "heads")).containsExactly("201");
        assertThat(calls).contains("lines thon-2");
    }

    @Test
    void withoutARightSignInNothingIsRead() throws Exception {
        for (String header :
                List.of(
                        "",
                        "<s:Header/>",
                        security(""),
                        token("kho-bac", "sai", "PasswordText"),
                        token("ai-do", "đúng", "PasswordText"),
                        token("kho-bac", "", "PasswordText"),
                        security(
                                "<w:UsernameToken><w:Username>kho-bac</w:Username>"
                                        + "</w:UsernameToken>"),
                        digest("kho-bac", "đúng"))) {
            HttpResponse<String> answer = call(header, MARCH);
            assertThat(fault(answer)).as(header).isEqualTo("AS-0003");
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void anotherLocalityAndAnotherRoleAreRefused() throws Exception {
        String other = body("long-bien", "2026-03", "");
        assertThat(fault(call(token("kho-bac", "đúng", "PasswordText"), other)))
                .isEqualTo("AS-0004");
        assertThat(fault(call(token("can-bo", "đúng", "PasswordText"), MARCH)))
                .as("an officer is no partner")
                .isEqualTo("AS-0004");
        assertThat(calls).isEmpty();
    }

    @Test
    void theSameNonceTwiceIsRefused() throws Exception {
        String header =
                token("kho-bac", "đúng", "PasswordText")
                        .replace(
                                "</w:UsernameToken>",
                                "<w:Nonce EncodingType=\"http://docs.oasis-open.org/wss/2004/01/"
                                        + "oasis-200401-wss-soap-message-security-1.0#"
                                        + "Base64Binary\">YWJjZGVmZ2hpamtsbW5vcA==</w:Nonce>"
                                        + "<u:Created xmlns:u=\""
                                        + WSU
                                        + "\">"
                                        + Instant.now()
                                        + "</u:Created></w:UsernameToken>");
        assertThat(call(header, MARCH).statusCode()).isEqualTo(200);
        assertThat(fault(call(header, MARCH))).isEqualTo("AS-0003");
    }

    @Test
    void aTimestampMayStandBesideTheTokenButMustBeFresh() throws Exception {
        // The Basic Security Profile allows three digits of a second.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String fresh = timestamp(now.minusSeconds(5), now.plusSeconds(60));
        assertThat(call(fresh, MARCH).statusCode()).isEqualTo(200);
        String old = timestamp(now.minusSeconds(900), now.minusSeconds(600));
        assertThat(fault(call(old, MARCH))).isEqualTo("AS-0003");
    }

    private static String timestamp(Instant created, Instant expires) {
        return token("kho-bac", "đúng", "PasswordText")
                .replace(
                        "<w:UsernameToken>",
                        "<u:Timestamp xmlns:u=\""
                                + WSU
                                + "\"><u:Created>"
                                + created
                                + "</u:Created><u:Expires>"
                                + expires
                                + "</u:Expires></u:Timestamp><w:UsernameToken>");
    }

    @Test
    void whatIsNotThereOrNotReadyIsSaid() throws Exception {
        String header = token("kho-bac", "đúng", "PasswordText");
        assertThat(fault(call(header, body("hung-dao", "2026-01", "")))).isEqualTo("AS-0001");
        assertThat(fault(call(header, body("hung-dao", "2026-04", "")))).isEqualTo("AS-0005");
        for (String month : List.of("2026-13", "3/2026", "", "2026-3")) {
            assertThat(fault(call(header, body("hung-dao", month, ""))))
                    .as(month)
                    .isEqualTo("AS-0002");
        }
        for (String token : List.of("8:500", "7:x", "7:-1", "x")) {
            String page = "<p:pageToken>" + token + "</p:pageToken>";
            assertThat(fault(call(header, body("hung-dao", "2026-03", page))))
                    .as(token)
                    .isEqualTo("AS-0002");
        }
    }

    @Test
    void nothingOfTheInsideLeaks() throws Exception {
        String header = token("kho-bac", "đúng", "PasswordText");
        failure = new IllegalStateException("jdbc:postgresql://bí-mật");
        HttpResponse<String> answer = call(header, MARCH);
        assertThat(fault(answer)).isEqualTo("AS-0999");
        assertThat(answer.body()).doesNotContain("bí-mật").doesNotContain("IllegalState");
        failure = new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "Chưa nối được.");
        assertThat(fault(call(header, MARCH))).isEqualTo("AS-0901");
    }

    @Test
    void aSwollenRequestIsRefused() throws Exception {
        String swollen = body("hung-dao", "2026-03", "<p:x/>".repeat(200));
        HttpResponse<String> answer = call(token("kho-bac", "đúng", "PasswordText"), swollen);
        assertThat(fault(answer)).isEqualTo("AS-0002");
        assertThat(calls).isEmpty();
    }

    @Test
    void theContractIsPublished() throws Exception {
        HttpResponse<String> wsdl =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + "?wsdl")).build(),
                                BodyHandlers.ofString());
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body()).contains("GetPaymentList").contains(address.toString());
    }

    private HttpResponse<String> call(String header, String body) throws Exception {
        String envelope =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                        + header
                        + "<s:Body>"
                        + body
                        + "</s:Body></s:Envelope>";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "text/xml; charset=UTF-8")
                                .header("SOAPAction", "\"" + Faults.NAMESPACE + ":GetPaymentList\"")
                                .POST(BodyPublishers.ofString(envelope))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String body(String locality, String month, String more) {
        return "<p:GetPaymentListRequest xmlns:p=\"urn:ansinh:payment-list:v1\"><p:localityCode>"
                + locality
                + "</p:localityCode><p:month>"
                + month
                + "</p:month>"
                + more
                + "</p:GetPaymentListRequest>";
    }

    private static String security(String inside) {
        return "<s:Header><w:Security s:mustUnderstand=\"1\" xmlns:w=\""
                + WSSE
                + "\">"
                + inside
                + "</w:Security></s:Header>";
    }

    private static String token(String login, String secret, String type) {
        return security(
                "<w:UsernameToken><w:Username>"
                        + login
                        + "</w:Username><w:Password Type=\""
                        + PROFILE
                        + type
                        + "\">"
                        + secret
                        + "</w:Password></w:UsernameToken>");
    }

    /** A right digest of the right password: refused, since passwords are hashed on our side. */
    private static String digest(String login, String secret) throws Exception {
        byte[] nonce = "nonce-gia-lap-01".getBytes(StandardCharsets.UTF_8);
        String created = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update(nonce);
        sha.update(created.getBytes(StandardCharsets.UTF_8));
        sha.update(secret.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder text = Base64.getEncoder();
        return token(login, text.encodeToString(sha.digest()), "PasswordDigest")
                .replace(
                        "</w:UsernameToken>",
                        "<w:Nonce EncodingType=\"http://docs.oasis-open.org/wss/2004/01/"
                                + "oasis-200401-wss-soap-message-security-1.0#Base64Binary\">"
                                + text.encodeToString(nonce)
                                + "</w:Nonce><u:Created xmlns:u=\""
                                + WSU
                                + "\">"
                                + created
                                + "</u:Created></w:UsernameToken>");
    }

    /** The code of a fault that is complete. */
    private static String fault(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        List<String> codes = texts(answer, "code");
        assertThat(codes).as(answer.body()).hasSize(1);
        assertThat(texts(answer, "sentence").get(0)).isNotBlank();
        return codes.get(0);
    }

    private static List<String> texts(HttpResponse<String> answer, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        answer.body().getBytes(StandardCharsets.UTF_8)));
        NodeList nodes = document.getElementsByTagNameNS(Faults.NAMESPACE, name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Identity identity() {
        Map<String, Set<Right>> rights =
                Map.of(
                        "kho-bac", Set.of(new Right(Role.PARTNER, "hung-dao")),
                        "can-bo", Set.of(new Right(Role.OFFICER, "hung-dao")));
        return (Identity)
                Proxy.newProxyInstance(
                        PaymentListTest.class.getClassLoader(),
                        new Class<?>[] {Identity.class},
                        (proxy, method, arguments) -> {
                            boolean right =
                                    new String((char[]) arguments[1]).equals("đúng")
                                            && rights.containsKey(arguments[0]);
                            return right
                                    ? Optional.of(
                                            new Account(
                                                    (String) arguments[0],
                                                    rights.get(arguments[0])))
                                    : Optional.empty();
                        });
    }

    private static Localities localities() {
        return (Localities)
                Proxy.newProxyInstance(
                        PaymentListTest.class.getClassLoader(),
                        new Class<?>[] {Localities.class},
                        (proxy, method, arguments) ->
                                new Localities.TenantInfo(
                                        new TenantId(1), (String) arguments[0], "Xã Hưng Đạo"));
    }

    private Payments payments() {
        return (Payments)
                Proxy.newProxyInstance(
                        PaymentListTest.class.getClassLoader(),
                        new Class<?>[] {Payments.class},
                        (proxy, method, arguments) -> {
                            if (failure != null) {
                                throw failure;
                            }
                            return switch (method.getName()) {
                                case "runs" -> {
                                    calls.add("runs");
                                    yield List.of(
                                            run(8, "2026-04", RunState.DRAFT),
                                            run(7, "2026-03", RunState.COMPUTED));
                                }
                                case "totals" ->
                                        List.of(total("thon-1", 300), total("thon-2", 201));
                                case "lines" -> {
                                    calls.add("lines " + arguments[4]);
                                    yield lines((long) arguments[5], (int) arguments[6]);
                                }
                                default -> throw new AssertionError(method);
                            };
                        });
    }

    private static RunView run(long id, String month, RunState state) {
        return new RunView(
                id,
                YearMonth.parse(month),
                state,
                "cd".repeat(32),
                Instant.parse("2026-03-05T01:00:00Z"),
                LINES,
                LINES,
                487_500_000,
                0,
                "ef".repeat(32));
    }

    private static TotalView total(String unit, long heads) {
        return new TotalView(unit, "5.5.a", Component.MONTHLY, heads, heads * 975_000);
    }

    private static List<LineView> lines(long after, int limit) {
        List<LineView> lines = new ArrayList<>();
        for (long number = after + 1; number <= LINES && lines.size() < limit; number++) {
            lines.add(
                    new LineView(
                            number,
                            1000 + number,
                            "Nguyễn Thị Giả Lập",
                            "001148000011",
                            1948,
                            "thon-1",
                            "5.5.a",
                            Component.MONTHLY,
                            150,
                            650_000,
                            975_000,
                            "12/QĐ-UBND",
                            "ACCOUNT",
                            "Trần Văn Giả Lập",
                            "Ngân hàng Giả Lập",
                            "0011000000011"));
        }
        return lines;
    }
}
