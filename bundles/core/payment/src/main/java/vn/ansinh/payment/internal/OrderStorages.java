package vn.ansinh.payment.internal;

import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunStorage;

/** What the store offers to paying. */
public record OrderStorages(
        PaymentStorage runs,
        RunStorage life,
        OrderStorage orders,
        OutboxStorage outbox,
        NoticeStorage notices,
        CashStorage cash) {}
