package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.payment.api.BankFiles;
import vn.ansinh.payment.api.CashSheets;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Notices;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.reporting.api.PaymentPapers;

/** Builds what the interface offers on orders, bank files, notices and cash. */
public final class OrdersRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(
                    OrdersResource.class,
                    BankFilesResource.class,
                    NoticesResource.class,
                    CashSheetsResource.class,
                    RunFilesResource.class);

    private final Localities localities;
    private final Payments payments;
    private final Funds funds;
    private final CivilClock clock;
    private final Orders orders;
    private final BankFiles files;
    private final Notices notices;
    private final CashSheets sheets;
    private final ActiveLaw activeLaw;
    private final PaymentPapers papers;
    private final Once once;

    /** Over the cores' services. */
    public OrdersRestModule(
            Localities localities,
            Payments payments,
            Funds funds,
            CivilClock clock,
            Orders orders,
            BankFiles files,
            Notices notices,
            CashSheets sheets,
            ActiveLaw activeLaw,
            PaymentPapers papers,
            OnceOnly onceOnly,
            ObjectMapper json) {
        this.localities = localities;
        this.payments = payments;
        this.funds = funds;
        this.clock = clock;
        this.orders = orders;
        this.files = files;
        this.notices = notices;
        this.sheets = sheets;
        this.activeLaw = activeLaw;
        this.papers = papers;
        this.once = new Once(onceOnly, json);
    }

    /** Orders. */
    public OrdersResource orders() {
        return new OrdersResource(localities, orders, once);
    }

    /** Bank files. */
    public BankFilesResource files() {
        return new BankFilesResource(localities, files);
    }

    /** Notices. */
    public NoticesResource notices() {
        return new NoticesResource(localities, notices);
    }

    /** Papers of a run's money. */
    public RunFilesResource runFiles() {
        return new RunFilesResource(localities, payments, orders, funds, activeLaw, papers, clock);
    }

    /** Cash. */
    public CashSheetsResource sheets() {
        return new CashSheetsResource(localities, sheets, activeLaw, papers);
    }
}
