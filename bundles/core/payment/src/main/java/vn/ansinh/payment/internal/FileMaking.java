package vn.ansinh.payment.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.payment.port.BankMessages;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.payment.port.OutboxStorage.Filed;
import vn.ansinh.payment.port.OutboxStorage.Intent;
import vn.ansinh.payment.port.OutboxStorage.Waiting;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;

/** Writes the intent of one bank file from waiting orders, inside a unit of work. */
final class FileMaking {
    private final OrderStorage orders;
    private final OutboxStorage outbox;
    private final BankMessages messages;
    private final BankCodes codes;
    private final CivilClock clock;

    FileMaking(
            OrderStorage orders,
            OutboxStorage outbox,
            BankMessages messages,
            BankCodes codes,
            CivilClock clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.messages = messages;
        this.codes = codes;
        this.clock = clock;
    }

    /** Whether orders of a run wait for a file. */
    boolean waiting(long runId) {
        return !outbox.waiting(runId, 1).isEmpty();
    }

    /**
     * The next file of a run that is locked. Orders that no bank could take are stopped with the
     * sentence that says why; the others go.
     *
     * @return the file's key; empty when nothing waits
     */
    Optional<Long> next(TenantId tenant, StoredRun run) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        while (true) {
            List<Waiting> waiting = outbox.waiting(run.id(), messages.creditsPerFile());
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            String bank = waiting.get(0).bank();
            PaymentFile file = file(tenant, run, source(bank), codes.of(bank), waiting);
            Map<Long, String> faults = new HashMap<>();
            byte[] content = write(file, waiting, faults);
            if (faults.isEmpty()) {
                return Optional.of(intent(run, file, content, waiting, at));
            }
            faults.forEach(
                    (id, sentence) ->
                            orders.move(
                                    List.of(id),
                                    OrderState.CREATED,
                                    OrderState.HELD,
                                    sentence,
                                    at));
        }
    }

    private Source source(String bank) {
        List<Source> sources = orders.sources();
        return sources.stream()
                .filter(s -> s.paysBank().equals(bank))
                .findFirst()
                .or(() -> sources.stream().filter(s -> s.paysBank().isEmpty()).findFirst())
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.CONFLICT,
                                        "Chưa khai tài khoản nguồn để chi qua «"
                                                + bank
                                                + "». Hãy khai tài khoản nguồn rồi gửi lại."));
    }

    private PaymentFile file(
            TenantId tenant, StoredRun run, Source source, String code, List<Waiting> waiting) {
        String text = "Chi tra " + Texts.month(run.month());
        if (!run.lastMonth().equals(run.month())) {
            text += " den " + Texts.month(run.lastMonth());
        }
        String said = text;
        return new PaymentFile(
                "T" + tenant.value() + "R" + run.id() + "F" + outbox.nextNumber(run.id()),
                clock.now().truncatedTo(ChronoUnit.SECONDS),
                source.name(),
                source.account(),
                codes.of(source.bank()),
                clock.today(),
                waiting.stream()
                        .map(
                                w ->
                                        new Credit(
                                                w.endToEndId(),
                                                w.amountDong(),
                                                w.name(),
                                                w.account(),
                                                code,
                                                said))
                        .toList());
    }

    /** Faults of single credits are given back; faults of the file itself stop everything. */
    private byte[] write(PaymentFile file, List<Waiting> waiting, Map<Long, String> faults) {
        try {
            return messages.write(file);
        } catch (AnsinhException e) {
            for (Fault fault : e.faults()) {
                if (fault.row() < 1 || fault.row() > waiting.size()) {
                    throw e;
                }
                faults.putIfAbsent(waiting.get(fault.row() - 1).orderId(), fault.sentence());
            }
            if (faults.isEmpty()) {
                throw e;
            }
            return new byte[0];
        }
    }

    private long intent(
            StoredRun run, PaymentFile file, byte[] content, List<Waiting> waiting, Instant at) {
        List<Filed> filed = new ArrayList<>(waiting.size());
        for (Waiting one : waiting) {
            filed.add(new Filed(one.orderId(), messages.latin(one.name())));
        }
        return outbox.write(
                new Intent(
                        run.id(),
                        file.messageId(),
                        waiting.get(0).bank(),
                        source(waiting.get(0).bank()),
                        file.executionOn(),
                        file.totalDong(),
                        sha256(content),
                        content),
                filed,
                at);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
