package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The interface on the web server of the container, wired as the Blueprint file wires it. */
final class RestServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    RestServer(Fakes fakes) throws Exception {
        RestModule module = fakes.module();
        RegisterModule register = fakes.register();
        DecisionsModule decisions = fakes.decisions();
        IntakeModule intake = fakes.intake();
        FindingRestModule finding = fakes.finding();
        EstimatesModule estimates = fakes.estimates();
        LedgerRestModule ledger = fakes.ledger();
        RunsModule runs = fakes.runs();
        OrdersRestModule orders = fakes.orders();
        ItemsRestModule items = fakes.items();
        SuccessionsRestModule successions = fakes.successions();
        var bus = new CXFBusFactory().createBus();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/cxf/*");
        server.setHandler(context);
        server.start();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/api/v1");
        factory.setServiceBeans(
                List.of(
                        module.localities(),
                        module.people(),
                        module.decisionImport(),
                        module.runs(),
                        module.reports(),
                        module.releases(),
                        module.openApi(),
                        module.accounts(),
                        module.delegations(),
                        module.operators(),
                        module.me(),
                        module.audit(),
                        intake.imports(),
                        intake.parallel(),
                        decisions.decisions(),
                        decisions.entitlements(),
                        decisions.payees(),
                        decisions.sharedAccounts(),
                        register.changes(),
                        register.batch(),
                        register.facts(),
                        register.households(),
                        register.reviews(),
                        finding.units(),
                        finding.localityUnits(),
                        finding.search(),
                        finding.duplicates(),
                        finding.monthly(),
                        estimates.estimates(),
                        estimates.assessments(),
                        orders.orders(),
                        orders.files(),
                        orders.notices(),
                        orders.sheets(),
                        orders.runFiles(),
                        ledger.funds(),
                        ledger.settlement(),
                        ledger.ledger(),
                        ledger.auditFile(),
                        runs.life(),
                        runs.papers(),
                        estimates.diffs(),
                        items.items(),
                        items.recoveries(),
                        items.unclaimed(),
                        successions.successions(),
                        successions.origins(),
                        successions.suspensions()));
        factory.setProviders(
                List.of(
                        new JacksonJsonProvider(module.json()),
                        module.access(),
                        new Envelope(),
                        new ProblemMapper()));
        factory.setProperties(Map.of("default.wae.mapper.least.specific", true));
        factory.create();
        base = "http://127.0.0.1:" + connector.getLocalPort() + "/cxf/api/v1/";
    }

    HttpResponse<String> get(String login, String path) {
        return send(login, "GET", path, null, null);
    }

    HttpResponse<String> post(String login, String path, String json) {
        return send(login, "POST", path, "application/json", BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(
            String login, String method, String path, String type, BodyPublisher body) {
        String header = login == null ? null : basic(login + ":mật khẩu: " + login);
        return sendAs(header, method, path, type, body);
    }

    /** With more headers, in pairs. */
    HttpResponse<String> send(
            String login,
            String method,
            String path,
            String type,
            BodyPublisher body,
            String... headers) {
        Map<String, String> more = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            more.put(headers[i], headers[i + 1]);
        }
        return sendWith(more, basic(login + ":mật khẩu: " + login), method, path, type, body);
    }

    HttpResponse<String> sendAs(
            String authorization, String method, String path, String type, BodyPublisher body) {
        return sendWith(Map.of(), authorization, method, path, type, body);
    }

    /** With more headers. */
    HttpResponse<String> sendWith(
            Map<String, String> more,
            String authorization,
            String method,
            String path,
            String type,
            BodyPublisher body) {
        Map<String, String> headers = new HashMap<>(more);
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return sendWith(headers, method, path, type, body);
    }

    HttpResponse<String> sendWith(
            Map<String, String> headers,
            String method,
            String path,
            String type,
            BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, body == null ? BodyPublishers.noBody() : body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
