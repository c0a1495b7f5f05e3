package vn.ansinh.console.internal;

import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.console.internal.jte.JteindexGenerated;
import vn.ansinh.console.internal.jte.JterunGenerated;
import vn.ansinh.console.internal.jte.JtesecretGenerated;
import vn.ansinh.console.internal.jte.JtesigninGenerated;
import vn.ansinh.console.internal.jte.JtewallGenerated;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Sessions.Session;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.TenantId;

/**
 * The pages: sign-in, and what an officer reads. Templates are called as classes; the engine would
 * look them up by name.
 */
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern RUN = Pattern.compile("/localities/([a-z0-9-]+)/runs/(\\d{1,18})");
    private static final Pattern MOVE = Pattern.compile(RUN.pattern() + "/([a-z]{1,20})");
    private static final int PAGE = 100;
    private static final int REFRESH_SECONDS = 60;

    private static final String SECRET_TITLE = "Đổi mật khẩu";

    private final transient Door door;
    private final transient Staff staff;
    private final transient Localities localities;
    private final transient Payments payments;
    private final transient RunLife runLife;
    private final transient RunPapers runPapers;
    private final transient ActiveLaw activeLaw;
    private final transient CivilClock clock;
    private final transient Wall wall;

    /** Pages over the cores' services. */
    public ConsoleServlet(
            Sessions sessions,
            Staff staff,
            Localities localities,
            Payments payments,
            RunLife runLife,
            RunPapers runPapers,
            ActiveLaw activeLaw,
            CivilClock clock,
            Wall wall) {
        this.door = new Door(sessions);
        this.staff = staff;
        this.localities = localities;
        this.payments = payments;
        this.runLife = runLife;
        this.runPapers = runPapers;
        this.activeLaw = activeLaw;
        this.clock = clock;
        this.wall = wall;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Responses.headers(response);
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.equals("/style.css")) {
            Responses.style(response);
            return;
        }
        Responses.guarded(
                response,
                () -> {
                    if (path.equals("/sign-in")) {
                        signInPage(response, HttpServletResponse.SC_OK, "", request);
                        return;
                    }
                    Optional<Session> session = door.session(request);
                    if (session.isEmpty()) {
                        Responses.redirect(
                                response, "/console/sign-in?to=" + encoded(wanted(request, path)));
                    } else {
                        if (path.equals("/wall") && request.getParameter("still") == null) {
                            response.setIntHeader("Refresh", REFRESH_SECONDS);
                        }
                        Responses.html(
                                response,
                                HttpServletResponse.SC_OK,
                                page(path, request, session.get()));
                    }
                });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Responses.headers(response);
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Responses.guarded(
                response,
                () -> {
                    switch (path) {
                        case "/sign-in" -> signIn(request, response);
                        case "/sign-out" -> {
                            door.signOut(request, response);
                            Responses.redirect(response, "/console/sign-in");
                        }
                        case "/secret" -> changeSecret(request, response);
                        default -> move(path, request, response);
                    }
                });
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            door.signIn(request, response);
            Responses.redirect(response, own(Door.text(request, "to")));
        } catch (AnsinhException e) {
            if (e.code() != ErrorCode.UNAUTHENTICATED && e.retryAfterSeconds() == 0) {
                throw e;
            }
            Responses.retryAfter(response, e);
            signInPage(response, e.code().httpStatus(), e.getMessage(), request);
        }
    }

    private void signInPage(
            HttpServletResponse response, int status, String sentence, HttpServletRequest request)
            throws IOException {
        Frame frame = new Frame("Đăng nhập An Sinh", "", "", "");
        String to = own(Door.text(request, "to"));
        String login = Door.text(request, "login");
        Responses.html(
                response,
                status,
                out -> JtesigninGenerated.render(out, null, frame, sentence, to, login));
    }

    /** A button of a run's page. */
    private void move(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Matcher move = MOVE.matcher(path);
        Optional<RunAction> action =
                move.matches() ? RunAction.of(move.group(3)) : Optional.empty();
        if (action.isEmpty()) {
            throw new AnsinhException(ErrorCode.NOT_FOUND, "Không có trang này.");
        }
        Session session = door.sent(request);
        String code = move.group(1);
        Actor actor =
                actor(session.account(), action.get().permission(), code)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.FORBIDDEN,
                                                "Tài khoản không có quyền «"
                                                        + action.get().title()
                                                        + "» ở địa phương này."));
        action.get()
                .act(
                        runLife,
                        localities.require(code).id(),
                        actor,
                        Long.parseLong(move.group(2)),
                        Math.toIntExact(number(request, "version")),
                        Door.text(request, "note"));
        Responses.redirect(response, "/console/localities/" + code + "/runs/" + move.group(2));
    }

    private void changeSecret(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Session session = door.sent(request);
        try {
            String fresh = Door.text(request, "fresh");
            if (!fresh.equals(Door.text(request, "again"))) {
                throw new AnsinhException(
                        ErrorCode.INVALID_INPUT, "Hai lần nhập mật khẩu mới không giống nhau.");
            }
            staff.changeSecret(
                    session.account().login(),
                    Door.text(request, "old").toCharArray(),
                    fresh.toCharArray());
            Responses.redirect(
                    response, "/console/sign-in"); // every session of the old secret has ended
        } catch (AnsinhException e) {
            Responses.retryAfter(response, e);
            Frame frame = frame(SECRET_TITLE, session);
            Responses.html(
                    response,
                    e.code().httpStatus(),
                    out -> JtesecretGenerated.render(out, null, frame, e.getMessage()));
        }
    }

    /** An address of these pages; anything else, also another site's, is the first page. */
    private static String own(String to) {
        return to.matches("/console/[A-Za-z0-9/?&=%._-]{0,500}") ? to : "/console/";
    }

    private static String wanted(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        return "/console" + path + (query == null ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Consumer<HtmlTemplateOutput> page(
            String path, HttpServletRequest request, Session session) {
        Account account = session.account();
        if (path.equals("/")) {
            IndexPage page = index(account);
            Frame frame = frame("An Sinh", session);
            return out -> JteindexGenerated.render(out, null, frame, page);
        }
        if (path.equals("/secret")) {
            Frame frame = frame(SECRET_TITLE, session);
            return out -> JtesecretGenerated.render(out, null, frame, "");
        }
        if (path.equals("/wall")) {
            WallPage page =
                    wall.page(
                            session.account(),
                            Texts.month(Door.text(request, "month")),
                            Door.text(request, "after"),
                            request.getParameter("still") != null);
            Frame frame = frame("Bảng theo dõi tháng " + Texts.month(page.month()), session);
            return out -> JtewallGenerated.render(out, null, frame, page);
        }
        Matcher run = RUN.matcher(path);
        if (!run.matches()) {
            throw new AnsinhException(ErrorCode.NOT_FOUND, "Không có trang này.");
        }
        RunPage page = run(run.group(1), Long.parseLong(run.group(2)), request, session);
        String title = "Kỳ chi trả " + Texts.months(page.run()) + " – " + page.name();
        Frame frame = frame(title, session);
        return out -> JterunGenerated.render(out, null, frame, page);
    }

    private IndexPage index(Account account) {
        return new IndexPage(
                localities.all().stream()
                        .flatMap(
                                place ->
                                        actor(account, place.code()).stream()
                                                .map(actor -> place(place, actor)))
                        .toList());
    }

    private IndexPage.Place place(TenantInfo place, Actor actor) {
        return new IndexPage.Place(
                place.code(),
                place.name(),
                activeLaw.of(place.code()).isPresent(),
                payments.runs(place.id(), actor));
    }

    private RunPage run(String code, long runId, HttpServletRequest request, Session session) {
        Account account = session.account();
        Actor actor =
                actor(account, code)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.FORBIDDEN,
                                                "Tài khoản không có quyền xem dữ liệu của địa"
                                                        + " phương này."));
        long after = number(request, "after");
        long explained = number(request, "explain");
        String unit = Optional.ofNullable(request.getParameter("unit")).orElse("");
        TenantInfo place = localities.require(code);
        TenantId tenant = place.id();
        RunView run =
                payments.run(tenant, actor, runId)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Không có kỳ chi trả số " + runId + "."));
        Optional<ActiveLaw.Active> law = activeLaw.of(code);
        List<LineView> lines =
                payments.lines(
                        tenant, actor, runId, null, unit.isEmpty() ? null : unit, after, PAGE);
        List<ItemLineView> items =
                payments.itemLines(tenant, actor, runId, number(request, "afterItem"), PAGE);
        RunLife.File file = runLife.file(tenant, actor, runId);
        return new RunPage(
                code,
                place.name(),
                law.isPresent(),
                law.map(ConsoleServlet::units).orElse(Map.of()),
                law.map(ConsoleServlet::grounds).orElse(Map.of()),
                run,
                payments.totals(tenant, actor, runId, null),
                unit,
                lines,
                lines.size() == PAGE ? lines.get(PAGE - 1).lineNo() : 0,
                items,
                items.size() == PAGE ? items.get(PAGE - 1).itemId() : 0,
                explained,
                explained == 0 ? List.of() : payments.explain(tenant, actor, runId, explained),
                file,
                runPapers.balance(tenant, actor, runId),
                actor.units().isEmpty() ? runPapers.sheet(tenant, actor, runId) : null,
                RunAction.open(file).stream()
                        .filter(action -> actor(account, action.permission(), code).isPresent())
                        .toList(),
                session.formToken());
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

    private static Optional<Actor> actor(Account account, String code) {
        return actor(account, Permission.READ_PAYMENT, code);
    }

    private static Optional<Actor> actor(Account account, Permission permission, String code) {
        return account.actor(permission, code, "xem trên trang điều hành", "");
    }

    private Frame frame(String title, Session session) {
        return new Frame(title, session.account().login(), session.formToken(), adjusted());
    }

    private String adjusted() {
        return clock.adjusted()
                ? "Đồng hồ của hệ thống đang được đặt khác giờ thật: hôm nay là "
                        + Texts.day(clock.today())
                        + "."
                : "";
    }
}
