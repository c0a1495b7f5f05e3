package vn.ansinh.soap.internal;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.jws.WebService;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.phase.PhaseInterceptorChain;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.soap.internal.contract.GetPaymentListRequest;
import vn.ansinh.soap.internal.contract.GetPaymentListResponse;
import vn.ansinh.soap.internal.contract.Line;
import vn.ansinh.soap.internal.contract.PaymentListFault_Exception;
import vn.ansinh.soap.internal.contract.PaymentListPort;
import vn.ansinh.soap.internal.contract.Run;
import vn.ansinh.soap.internal.contract.Total;

/** The payment list of a locality's month for a partner system. */
@WebService(
        endpointInterface = "vn.ansinh.soap.internal.contract.PaymentListPort",
        targetNamespace = Faults.NAMESPACE,
        serviceName = "PaymentListService",
        portName = "PaymentListPort")
public final class PaymentListEndpoint implements PaymentListPort {
    /** Lines of a page; the contract promises at most as many. */
    static final int PAGE = 500;

    private final Localities localities;
    private final Payments payments;

    /** An endpoint over the cores' services. */
    public PaymentListEndpoint(Localities localities, Payments payments) {
        this.localities = localities;
        this.payments = payments;
    }

    @Override
    public GetPaymentListResponse getPaymentList(GetPaymentListRequest request)
            throws PaymentListFault_Exception {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            throw Faults.declared(e);
        }
    }

    private GetPaymentListResponse answer(GetPaymentListRequest request) {
        Account account = account();
        String code = required("localityCode", request.getLocalityCode());
        Actor actor =
                account.actor(Permission.READ_PARTNER_LIST, code, "SOAP GetPaymentList", "")
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.FORBIDDEN,
                                                "Tài khoản không có quyền đọc danh sách của địa"
                                                        + " phương này."));
        YearMonth month = month(required("month", request.getMonth()));
        String unit = request.getUnitCode();
        if (unit != null && unit.isBlank()) {
            unit = null;
        }
        TenantId tenant = localities.require(code).id();
        RunView run = run(tenant, actor, month);
        long after = after(request.getPageToken(), run);

        GetPaymentListResponse response = new GetPaymentListResponse();
        List<TotalView> totals = payments.totals(tenant, actor, run.id(), month);
        response.setRun(run(run, month, totals));
        for (TotalView total : totals) {
            if (unit == null || unit.equals(total.unitCode())) {
                response.getTotal().add(total(total));
            }
        }
        List<LineView> lines = payments.lines(tenant, actor, run.id(), month, unit, after, PAGE);
        lines.forEach(line -> response.getLine().add(line(line)));
        if (lines.size() == PAGE) {
            response.setNextPageToken(run.id() + ":" + lines.get(PAGE - 1).lineNo());
        }
        return response;
    }

    private static Account account() {
        Account account = SignIn.account((SoapMessage) PhaseInterceptorChain.getCurrentMessage());
        if (account == null) {
            throw Faults.unauthenticated();
        }
        return account;
    }

    private RunView run(TenantId tenant, Actor actor, YearMonth month) {
        RunView run =
                payments.runs(tenant, actor).stream()
                        .filter(
                                candidate ->
                                        candidate.kind() == RunKind.REGULAR
                                                && !month.isBefore(candidate.month())
                                                && !month.isAfter(candidate.lastMonth())
                                                && candidate.state() != RunState.CANCELLED)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Chưa có kỳ chi trả tháng " + month + "."));
        if (!run.isListOf(month)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Kỳ chi trả tháng " + month + " chưa lập xong.");
        }
        return run;
    }

    /** A token belongs to one run: pages of two runs never mix. */
    private static long after(String token, RunView run) {
        if (token == null || token.isBlank()) {
            return 0;
        }
        String prefix = run.id() + ":";
        if (!token.startsWith(prefix) || !token.substring(prefix.length()).matches("\\d{1,18}")) {
            throw refused("pageToken không phải của danh sách này; hãy đọc lại từ trang đầu.");
        }
        return Long.parseLong(token.substring(prefix.length()));
    }

    private static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw refused("Thiếu «" + field + "».");
        }
        return value;
    }

    private static YearMonth month(String value) {
        try {
            if (value.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(value);
            }
        } catch (DateTimeParseException e) {
            throw refused("Không có tháng «" + value + "».");
        }
        throw refused("Tháng viết theo dạng yyyy-MM, ví dụ 2026-03.");
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, sentence);
    }

    /** The run as one of its months, whose list this is. */
    private static Run run(RunView run, YearMonth month, List<TotalView> totals) {
        Run out = new Run();
        out.setId(run.id());
        out.setMonth(month.toString());
        try {
            out.setPinnedAt(
                    DatatypeFactory.newInstance()
                            .newXMLGregorianCalendar(run.pinnedAt().toString()));
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("every JDK has one", e);
        }
        out.setSnapshotHash(run.snapshotHash());
        out.setDigest(run.digest());
        out.setLines(totals.stream().mapToLong(TotalView::heads).sum());
        out.setPersons(run.persons());
        out.setTotalDong(totals.stream().mapToLong(TotalView::amountDong).sum());
        return out;
    }

    private static Total total(TotalView total) {
        Total out = new Total();
        out.setUnitCode(total.unitCode());
        out.setGroundCode(total.groundCode());
        out.setComponent(total.component().name());
        out.setHeads(total.heads());
        out.setAmountDong(total.amountDong());
        return out;
    }

    private static Line line(LineView line) {
        Line out = new Line();
        out.setLineNo(line.lineNo());
        out.setPersonId(line.personId());
        out.setUnitCode(line.unitCode());
        out.setGroundCode(line.groundCode());
        out.setComponent(line.component().name());
        out.setAmountDong(line.amountDong());
        out.setDecisionNumber(line.decisionNumber());
        out.setChannel(line.channel());
        out.setPayeeName(line.payeeName());
        out.setBank(line.bank().isEmpty() ? null : line.bank());
        out.setAccount(line.account().isEmpty() ? null : line.account());
        return out;
    }
}
