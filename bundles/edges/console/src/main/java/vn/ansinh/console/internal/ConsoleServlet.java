package vn.ansinh.console.internal;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.console.internal.jte.JteindexGenerated;
import vn.ansinh.console.internal.jte.JteproblemGenerated;
import vn.ansinh.console.internal.jte.JterunGenerated;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.TenantId;

/** The read-only pages. Templates are called as classes; the engine would look them up by name. */
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.console");

    private static final Pattern RUN = Pattern.compile("/localities/([a-z0-9-]+)/runs/(\\d{1,18})");
    private static final int PAGE = 100;

    private final transient Gate gate;
    private final transient Localities localities;
    private final transient Payments payments;
    private final transient ActiveLaw activeLaw;
    private final transient CivilClock clock;

    /** Pages over the cores' services. */
    public ConsoleServlet(
            Identity identity,
            Localities localities,
            Payments payments,
            ActiveLaw activeLaw,
            CivilClock clock) {
        this.gate = new Gate(identity);
        this.localities = localities;
        this.payments = payments;
        this.activeLaw = activeLaw;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.equals("/style.css")) {
            style(response);
            return;
        }
        try {
            Account account = gate.signIn(request.getHeader("Authorization"));
            html(response, HttpServletResponse.SC_OK, page(path, request, account));
        } catch (AnsinhException e) {
            problem(response, e);
        } catch (ServiceUnavailableException e) {
            LOG.warn("Service not there cause='{}'", e.getMessage());
            problem(
                    response,
                    new AnsinhException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "Hệ thống đang khởi động hoặc chưa nối được cơ sở dữ liệu."
                                    + " Xin thử lại sau ít phút."));
        } catch (RuntimeException e) {
            String instance = UUID.randomUUID().toString();
            LOG.error("Page failed instance='{}'", instance, e);
            problem(
                    response,
                    new AnsinhException(
                            ErrorCode.INTERNAL,
                            "Hệ thống gặp lỗi ngoài dự kiến. Xin báo người quản trị kèm mã "
                                    + instance
                                    + "."));
        }
    }

    private Consumer<HtmlTemplateOutput> page(
            String path, HttpServletRequest request, Account account) {
        if (path.equals("/")) {
            IndexPage page = index(account);
            Frame frame = frame("An Sinh", account);
            return out -> JteindexGenerated.render(out, null, frame, page);
        }
        Matcher run = RUN.matcher(path);
        if (!run.matches()) {
            throw new AnsinhException(ErrorCode.NOT_FOUND, "Không có trang này.");
        }
        RunPage page = run(run.group(1), Long.parseLong(run.group(2)), request, account);
        String title = "Kỳ chi trả tháng " + Texts.month(page.run().month()) + " – " + page.name();
        Frame frame = frame(title, account);
        return out -> JterunGenerated.render(out, null, frame, page);
    }

    private IndexPage index(Account account) {
        return new IndexPage(
                localities.all().stream()
                        .filter(place -> account.may(Role.OFFICER, place.code()))
                        .map(
                                place ->
                                        new IndexPage.Place(
                                                place.code(),
                                                place.name(),
                                                activeLaw.of(place.code()).isPresent(),
                                                payments.runs(place.id(), actor(account))))
                        .toList());
    }

    private RunPage run(String code, long runId, HttpServletRequest request, Account account) {
        if (!account.may(Role.OFFICER, code)) {
            throw new AnsinhException(
                    ErrorCode.FORBIDDEN,
                    "Tài khoản không có quyền xem dữ liệu của địa phương này.");
        }
        long after = number(request, "after");
        long explained = number(request, "explain");
        String unit = Optional.ofNullable(request.getParameter("unit")).orElse("");
        TenantInfo place = localities.require(code);
        TenantId tenant = place.id();
        Actor actor = actor(account);
        RunView run =
                payments.run(tenant, actor, runId)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Không có kỳ chi trả số " + runId + "."));
        Optional<ActiveLaw.Active> law = activeLaw.of(code);
        List<LineView> lines =
                payments.lines(tenant, actor, runId, unit.isEmpty() ? null : unit, after, PAGE);
        return new RunPage(
                code,
                place.name(),
                law.isPresent(),
                law.map(ConsoleServlet::units).orElse(Map.of()),
                law.map(ConsoleServlet::grounds).orElse(Map.of()),
                run,
                payments.totals(tenant, actor, runId),
                payments.reconciliation(tenant, actor, runId),
                unit,
                lines,
                lines.size() == PAGE ? lines.get(PAGE - 1).lineNo() : 0,
                explained,
                explained == 0 ? List.of() : payments.explain(tenant, actor, runId, explained));
    }

    private static Map<String, String> units(ActiveLaw.Active law) {
        return law.profile().units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    /** Restricted grounds come masked from the core and have no title here either. */
    private static Map<String, String> grounds(ActiveLaw.Active law) {
        return law.snapshot().grounds().stream()
                .filter(ground -> !ground.restricted())
                .collect(Collectors.toMap(Ground::code, Ground::title, (one, same) -> one));
    }

    private static long number(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            return 0;
        }
        if (!value.matches("\\d{1,18}")) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "«" + name + "» phải là số nguyên không âm.");
        }
        return Long.parseLong(value);
    }

    private static Actor actor(Account account) {
        return new Actor(account.login(), "");
    }

    private Frame frame(String title, Account account) {
        return new Frame(title, account.login(), adjusted());
    }

    private String adjusted() {
        return clock.adjusted()
                ? "Đồng hồ của hệ thống đang được đặt khác giờ thật: hôm nay là "
                        + Texts.day(clock.today())
                        + "."
                : "";
    }

    private static void problem(HttpServletResponse response, AnsinhException e)
            throws IOException {
        if (e.code() == ErrorCode.UNAUTHENTICATED) {
            // Headers carry no Vietnamese letters; the page does.
            response.setHeader("WWW-Authenticate", "Basic realm=\"An Sinh\", charset=\"UTF-8\"");
        }
        Frame frame = new Frame("An Sinh", "", "");
        html(
                response,
                e.code().httpStatus(),
                out ->
                        JteproblemGenerated.render(
                                out, null, frame, e.code().code(), e.getMessage()));
    }

    private static void html(
            HttpServletResponse response, int status, Consumer<HtmlTemplateOutput> page)
            throws IOException {
        StringOutput text = new StringOutput();
        page.accept(new OwaspHtmlTemplateOutput(text));
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void style(HttpServletResponse response) throws IOException {
        response.setContentType("text/css; charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        try (InputStream css = ConsoleServlet.class.getResourceAsStream("/static/style.css")) {
            css.transferTo(response.getOutputStream());
        }
    }
}
