package vn.ansinh.payment.internal;

import java.time.Duration;
import vn.ansinh.payment.api.BankFiles;
import vn.ansinh.payment.api.CashSheets;
import vn.ansinh.payment.api.Notices;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.BankMessages;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Job;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds orders, the outbox, notices and cash, and the job that goes on with what is open. */
public final class OrdersModule implements AutoCloseable {
    private static final Actor SELF = Actor.system("orders");

    private final Localities localities;
    private final OrderBook orders;
    private final Outbox outbox;
    private final NoticeIntake notices;
    private final CashBook cash;
    private int settleSeconds;

    /**
     * As the container runs it.
     *
     * @param settleSeconds pause between two rounds over what is open; 0 for none
     */
    public OrdersModule(
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            OrderStorages storages,
            RunListeners listeners,
            BankMessages messages,
            BankLink link,
            OrderSettings settings,
            int settleSeconds) {
        this(
                localities,
                unitOfWork,
                audit,
                clock,
                storages,
                listeners,
                messages,
                link,
                settings,
                Points.NONE);
        this.settleSeconds = settleSeconds;
    }

    /**
     * Over the ports; rounds are made by whoever calls.
     *
     * @param points {@link Points#NONE} but for tests
     */
    public OrdersModule(
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            OrderStorages storages,
            RunListeners listeners,
            BankMessages messages,
            BankLink link,
            OrderSettings settings,
            Points points) {
        this.localities = localities;
        Ledger ledger = new Ledger(clock, storages.runs());
        RunProgress progress =
                new RunProgress(
                        unitOfWork,
                        storages.runs(),
                        storages.orders(),
                        new RunMoves(clock, storages.runs(), listeners));
        this.notices =
                new NoticeIntake(
                        unitOfWork,
                        audit,
                        clock,
                        storages.notices(),
                        messages,
                        progress,
                        ledger,
                        points);
        this.outbox =
                new Outbox(
                        unitOfWork,
                        audit,
                        clock,
                        storages.outbox(),
                        link,
                        notices,
                        ledger,
                        progress,
                        settings,
                        points);
        this.orders =
                new OrderBook(
                        unitOfWork,
                        audit,
                        clock,
                        storages.runs(),
                        storages.orders(),
                        new LateHolds(clock, audit, storages.life()),
                        new FileMaking(
                                storages.orders(),
                                storages.outbox(),
                                messages,
                                new BankCodes(),
                                clock),
                        outbox,
                        progress,
                        points);
        this.cash =
                new CashBook(
                        unitOfWork,
                        audit,
                        clock,
                        storages.runs(),
                        storages.cash(),
                        storages.orders(),
                        progress);
    }

    /** Orders. */
    public Orders orders() {
        return orders;
    }

    /** Bank files. */
    public BankFiles files() {
        return outbox;
    }

    /** What banks send. */
    public Notices notices() {
        return notices;
    }

    /** Cash. */
    public CashSheets cash() {
        return cash;
    }

    /** Goes on with what is open, every so often, on one node at a time. */
    public Job settling() {
        return new EveryLocality(
                "orders.settle",
                Duration.ofSeconds(settleSeconds),
                localities,
                tenant -> outbox.settle(tenant, SELF));
    }

    @Override
    public void close() {
        outbox.close();
    }
}
