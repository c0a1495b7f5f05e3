package vn.ansinh.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.gateway.bank.internal.HttpBankLink;
import vn.ansinh.gateway.bank.internal.LinkSettings;
import vn.ansinh.gateway.bank.internal.Messages;
import vn.ansinh.payment.api.BankFiles.Settled;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.internal.FundNeeds;
import vn.ansinh.payment.internal.OrderMaking;
import vn.ansinh.payment.internal.OrderSettings;
import vn.ansinh.payment.internal.OrderStorages;
import vn.ansinh.payment.internal.OrdersModule;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunLifeService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * A process that pays one month of a locality by the product's services, from wherever the one
 * before it died: compute, submit, check, approve, send, settle, close. Whoever acts repeats what
 * failed, nobody does anything else.
 */
final class Worker {
    private static final int CREDITS = 500;
    private static final Actor PREPARER = new Actor("lap", "");
    private static final Actor ACCOUNTANT = new Actor("ke-toan", "");
    private static final Actor LEADER = new Actor("lanh-dao", "");

    private final Stops stops;
    private final YearMonth month;
    private final TenantId tenant;
    private final Payments payments;
    private final RunLife life;
    private final OrdersModule orders;

    private Worker(Stops stops, Store store, CivilClock clock, String[] args) {
        this.stops = stops;
        this.month = YearMonth.parse(args[4]);
        Localities localities = store.service(Localities.class);
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        Audit audit = store.service(Audit.class);
        this.tenant = localities.require(args[3]).id();
        PaymentStorage storage = stops.around(store.service(PaymentStorage.class));
        OrderStorage orderStorage = store.service(OrderStorage.class);
        RunListeners listeners =
                new RunListeners(
                        List.of(
                                new OrderMaking(orderStorage, audit, clock),
                                (run, from, to) -> {
                                    if (from != to) {
                                        stops.at("MOVED_" + to);
                                    }
                                },
                                new FundNeeds(clock, store.service(FundStorage.class), false)));
        int chunkLines = Integer.parseInt(args[8]);
        MadeUpLaw law = new MadeUpLaw();
        this.payments =
                new PaymentService(
                        localities,
                        law,
                        Engines.standard(),
                        unitOfWork,
                        audit,
                        clock,
                        storage,
                        listeners,
                        2,
                        chunkLines);
        this.life =
                new RunLifeService(
                        localities,
                        law,
                        Engines.standard(),
                        unitOfWork,
                        audit,
                        clock,
                        storage,
                        store.service(RunStorage.class),
                        listeners,
                        2,
                        chunkLines,
                        0);
        BankLink link =
                new HttpBankLink(
                        new LinkSettings(
                                args[6],
                                "",
                                "",
                                "",
                                "",
                                "",
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                20));
        this.orders =
                new OrdersModule(
                        localities,
                        unitOfWork,
                        audit,
                        clock,
                        new OrderStorages(
                                storage,
                                store.service(RunStorage.class),
                                orderStorage,
                                store.service(OutboxStorage.class),
                                store.service(NoticeStorage.class),
                                store.service(CashStorage.class)),
                        listeners,
                        new Messages(null, CREDITS),
                        args[7].equals("asks") ? link : new Blind(link),
                        new OrderSettings(1, 1, 5, 1),
                        point -> stops.at(point.name()));
    }

    /**
     * Address, passwords, locality, month, clock ahead by millis, bank, "asks" or "blind", lines of
     * a chunk.
     */
    public static void main(String[] args) throws InterruptedException {
        Stops stops = new Stops();
        stops.listen();
        CivilClock clock = clock(Long.parseLong(args[5]));
        try (Store store = Store.open(new StoreSettings(args[0], args[1], args[2], 4, clock))) {
            Worker worker = new Worker(stops, store, clock, args);
            Stops.say("READY");
            stops.awaitAsked();
            worker.pay();
        }
        System.exit(0);
    }

    private static CivilClock clock(long ahead) {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.now().plusMillis(ahead);
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return true;
            }
        };
    }

    private void pay() throws InterruptedException {
        while (true) {
            try {
                long started = System.nanoTime();
                RunView run = step();
                long millis = (System.nanoTime() - started) / 1_000_000;
                if (millis > 2_000) {
                    System.err.println(Instant.now() + " a step of ms=" + millis);
                }
                if (run != null) {
                    boolean matches =
                            orders.orders().matching(tenant, ACCOUNTANT, run.id()).matches();
                    Stops.say("CLOSED " + run.id() + " " + matches);
                    return;
                }
            } catch (RuntimeException e) {
                // What a person or a timer does: try again.
                System.err.println(Instant.now() + " tried again after " + e);
                Thread.sleep(100);
            }
        }
    }

    /** One thing that is to do; the run when nothing is. */
    private RunView step() throws InterruptedException {
        Optional<RunView> found =
                payments.runs(tenant, PREPARER).stream()
                        .filter(r -> r.month().equals(month))
                        .findFirst();
        if (found.isEmpty() || found.get().state() == RunState.DRAFT) {
            life.compute(
                    tenant, PREPARER, new RunLife.Order(RunKind.REGULAR, month, month, 0, null));
            return null;
        }
        RunView run = found.get();
        int any = RunLife.ANY_VERSION;
        switch (run.state()) {
            case COMPUTED -> life.submit(tenant, PREPARER, run.id(), any, "");
            case SUBMITTED -> {
                if (life.file(tenant, LEADER, run.id()).checked()) {
                    life.approve(tenant, LEADER, run.id(), any, "");
                } else {
                    life.check(tenant, ACCOUNTANT, run.id(), any, "");
                }
            }
            case APPROVED -> orders.orders().send(tenant, ACCOUNTANT, run.id());
            case SENT, SETTLING -> settle();
            case CLOSED -> {
                Settled settled = orders.files().settle(tenant, ACCOUNTANT);
                return settled.statements() == 0 && settled.open() == 0 ? run : null;
            }
            default -> throw new IllegalStateException("run is " + run.state());
        }
        return null;
    }

    private void settle() throws InterruptedException {
        Settled settled = orders.files().settle(tenant, ACCOUNTANT);
        if (settled.statements() == 0) {
            if (settled.open() == 0) {
                stops.idle();
            }
            Thread.sleep(100);
        }
    }

    /** The protection taken away: whatever is unknown counts as never seen and is sent again. */
    private record Blind(BankLink link) implements BankLink {
        @Override
        public boolean configured() {
            return link.configured();
        }

        @Override
        public Answer send(String fileId, byte[] content) {
            return link.send(fileId, content);
        }

        @Override
        public Answer status(String fileId) {
            return new Answer(Outcome.NEVER_SEEN, "", new byte[0]);
        }

        @Override
        public List<Statement> statements(String after) {
            return link.statements(after);
        }
    }
}
