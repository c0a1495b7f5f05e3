package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.BankFiles;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.BankFiles.Settled;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.Matching;
import vn.ansinh.payment.api.Orders.Sending;
import vn.ansinh.payment.api.Orders.StateTotal;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:order-do}: sends a run's orders, settles, shows sums and differences; ids only. */
@Service
@Command(
        scope = "ansinh",
        name = "order-do",
        description = "Lệnh chi của một kỳ: send, settle, totals, files, matching")
public final class OrderCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Identity identity;
    @Reference private Orders orders;
    @Reference private BankFiles files;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(
            index = 1,
            name = "action",
            description = "send, settle, totals, files hoặc matching",
            required = true)
    private String action;

    @Argument(index = 2, name = "run", description = "Số kỳ; bỏ trống với settle, matching")
    private long run;

    /** Made by the shell. */
    public OrderCommand() {}

    OrderCommand(
            Session session,
            Localities localities,
            Identity identity,
            Orders orders,
            BankFiles files,
            String locality,
            String action,
            long run) {
        this.session = session;
        this.localities = localities;
        this.identity = identity;
        this.orders = orders;
        this.files = files;
        this.locality = locality;
        this.action = action;
        this.run = run;
    }

    @Override
    public Object execute() {
        TenantId tenant = localities.require(locality).id();
        Actor actor = Console.actor(session, identity, Permission.PAY, locality);
        switch (action) {
            case "send" -> sent(orders.send(tenant, actor, run));
            case "settle" -> settled(files.settle(tenant, actor));
            case "totals" -> {
                for (StateTotal total : orders.totals(tenant, actor, run)) {
                    Console.row(session, total.state(), total.orders(), total.amountDong());
                }
            }
            case "files" -> {
                for (FileView file : files.files(tenant, actor, run)) {
                    Console.row(
                            session,
                            file.id(),
                            file.messageId(),
                            file.state(),
                            file.orders(),
                            file.amountDong(),
                            file.attempts(),
                            file.sha256());
                }
            }
            case "matching" -> matching(orders.matching(tenant, actor, run));
            default ->
                    throw new AnsinhException(
                            ErrorCode.INVALID_INPUT,
                            "Việc là send, settle, totals, files hoặc matching.");
        }
        return null;
    }

    private void sent(Sending sending) {
        Console.row(session, "dừng", sending.stopped(), "tệp", sending.written());
        Console.row(
                session,
                "ngân hàng nhận",
                sending.accepted(),
                "chưa rõ",
                sending.unknown(),
                "từ chối",
                sending.refused(),
                "chờ",
                sending.waiting());
    }

    private void settled(Settled settled) {
        Console.row(
                session,
                "hỏi",
                settled.asked(),
                "nhận",
                settled.accepted(),
                "từ chối",
                settled.refused(),
                "gửi",
                settled.sent(),
                "sao kê",
                settled.statements(),
                "còn mở",
                settled.open());
    }

    private void matching(Matching matching) {
        Console.row(
                session,
                "duyệt",
                matching.approvedDong(),
                "lệnh",
                matching.ordersDong(),
                "đã chi",
                matching.paidDong(),
                "sổ ngân hàng",
                matching.bookedDong(),
                "tiền mặt",
                matching.cashDong());
        for (Difference one : matching.differences()) {
            Console.row(session, one.kind(), one.reference(), one.oursDong(), one.theirsDong());
        }
    }
}
