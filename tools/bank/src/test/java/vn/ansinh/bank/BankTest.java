package vn.ansinh.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.gateway.bank.internal.HttpBankLink;
import vn.ansinh.gateway.bank.internal.LinkSettings;
import vn.ansinh.gateway.bank.internal.Messages;
import vn.ansinh.payment.port.BankLink;
import vn.ansinh.payment.port.BankLink.Outcome;
import vn.ansinh.payment.port.BankLink.Statement;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;

/** The bank as a process, spoken to over HTTP as the product does. DỮ LIỆU GIẢ LẬP. */
class BankTest {

    private final Messages messages = new Messages(null, 100_000);

    @TempDir Path folder;

    @AfterEach
    void killBanks() {
        BankProcess.killAll();
    }

    @Test
    void paysAndSaysSo() throws Exception {
        try (BankProcess bank = new BankProcess(folder)) {
            BankLink link = link(bank);

            BankLink.Answer answer = link.send("F-1", file("F-1", 3));

            assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(messages.read(answer.report()))
                    .extracting(BankNotice::outcome)
                    .containsExactly(
                            BankNotice.Outcome.PENDING,
                            BankNotice.Outcome.PENDING,
                            BankNotice.Outcome.PENDING);
            assertThat(outcomes(link)).isEqualTo(Map.of("F1E0", 1L, "F1E1", 1L, "F1E2", 1L));
            assertThat(messages.read(link.status("F-1").report()))
                    .extracting(BankNotice::outcome)
                    .containsOnly(BankNotice.Outcome.PAID);
            assertThat(bank.ledger().get("netDong").asLong())
                    .isEqualTo(1_000_000 + 1_000_001 + 1_000_002);
        }
    }

    @Test
    void aLostAnswerIsFoundByStatus() throws Exception {
        try (BankProcess bank = new BankProcess(folder, "lose=1")) {
            BankLink link = link(bank);
            assertThat(link.send("F-1", file("F-1", 2)).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(link.status("F-1").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(outcomes(link)).hasSize(2);
        }
    }

    @Test
    void aFileLostOnTheWayWasNeverSeen() throws Exception {
        try (BankProcess bank = new BankProcess(folder, "drop=1")) {
            BankLink link = link(bank);
            assertThat(link.send("F-1", file("F-1", 2)).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(link.status("F-1").outcome()).isEqualTo(Outcome.NEVER_SEEN);
            bank.behave("drop=0");
            assertThat(link.send("F-1", file("F-1", 2)).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(bank.ledger().get("bookings")).hasSize(2);
        }
    }

    @Test
    void aLateAnswerIsUnknown() throws Exception {
        try (BankProcess bank = new BankProcess(folder, "late=1", "lateSeconds=30")) {
            assertThat(link(bank).send("F-1", file("F-1", 1)).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(link(bank).status("F-1").outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    /** The negative control of everything that must send once. */
    @Test
    void theSameFileTwicePaysTwice() throws Exception {
        try (BankProcess bank = new BankProcess(folder)) {
            BankLink link = link(bank);
            byte[] file = file("F-1", 1);
            link.send("F-1", file);
            link.send("F-1", file);
            assertThat(bank.ledger().get("netDongByEndToEndId").get("F1E0").asLong())
                    .isEqualTo(2_000_000);
            assertThat(outcomes(link)).isEqualTo(Map.of("F1E0", 2L));
        }
    }

    @Test
    void aKilledBankKeepsItsBooks() throws Exception {
        JsonNode before;
        BankProcess first = new BankProcess(folder);
        link(first).send("F-1", file("F-1", 3));
        link(first).statements("");
        before = first.ledger();
        first.kill();
        // A line the kill cut off.
        Files.writeString(
                folder.resolve("ledger.jsonl"),
                "FILE {\"seq\":2,\"mess",
                StandardOpenOption.APPEND);

        try (BankProcess again = new BankProcess(folder)) {
            assertThat(again.ledger()).isEqualTo(before);
            assertThat(link(again).status("F-1").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(link(again).send("F-2", file("F-2", 1)).outcome())
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(outcomes(link(again))).hasSize(4);
        }
        try (BankProcess third = new BankProcess(folder)) {
            assertThat(third.ledger().get("files")).hasSize(2);
        }
    }

    @Test
    void whatWasAnsweredSurvivesAKillInTheMiddle() throws Exception {
        ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
        CountDownLatch some = new CountDownLatch(20);
        BankProcess bank = new BankProcess(folder);
        BankLink link = link(bank);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 200; i++) {
            String id = "F-" + i;
            senders.execute(
                    () -> {
                        if (link.send(id, file(id, 5)).outcome() == Outcome.ACCEPTED) {
                            accepted.add(id);
                            some.countDown();
                        }
                    });
        }
        assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
        bank.kill();
        senders.shutdown();
        assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        try (BankProcess again = new BankProcess(folder)) {
            List<String> kept = new ArrayList<>();
            again.ledger().get("files").forEach(f -> kept.add(f.get("messageId").asText()));
            assertThat(kept).containsAll(accepted).doesNotHaveDuplicates();
            assertThat(accepted.size()).isLessThan(200);
            assertThat(again.ledger().get("bookings")).hasSize(kept.size() * 5);
        }
    }

    @Test
    void twoBanksDoNotShareBooks() throws Exception {
        try (BankProcess bank = new BankProcess(folder)) {
            assertThatThrownBy(() -> new BankProcess(folder)).isInstanceOf(IOException.class);
            assertThat(bank.ledger().get("files")).isEmpty();
        }
    }

    @Test
    void refusesSingleAccountsAndWholeFiles() throws Exception {
        try (BankProcess bank = new BankProcess(folder, "wrong=.*1", "closed=.*2")) {
            BankLink link = link(bank);
            List<BankNotice> notices = messages.read(link.send("F-1", file("F-1", 3)).report());
            assertThat(notices)
                    .extracting(n -> n.outcome() + n.reasonCode())
                    .containsExactly("PENDING", "REJECTEDAC01", "REJECTEDAC04");
            bank.behave("refuse=1");
            BankLink.Answer refused = link.send("F-2", file("F-2", 3));
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(messages.read(refused.report()).get(0).wholeFile()).isTrue();
            assertThat(link.status("F-2").outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(link.send("F-3", "<Document/>".getBytes(StandardCharsets.UTF_8)).outcome())
                    .isEqualTo(Outcome.REFUSED);
            assertThat(bank.ledger().get("bookings")).hasSize(1);
        }
    }

    @Test
    void statementsOfEveryKindRepeatShuffleAndBringMoneyBack() throws Exception {
        try (BankProcess bank =
                new BankProcess(
                        folder,
                        "formats=camt.053,camt.054,mt940",
                        "repeat=1",
                        "reorder=1",
                        "return=0.5")) {
            BankLink link = link(bank);
            for (int i = 0; i < 6; i++) {
                link.send("F-" + i, file("F-" + i, 10));
                outcomes(link);
            }
            List<BankNotice> notices = notices(link);
            Map<String, Long> net = new HashMap<>();
            Map<String, BankNotice> byEntry = new HashMap<>();
            notices.stream()
                    .filter(n -> !n.bankReference().isEmpty() && n.bookedOn() != null)
                    .forEach(n -> byEntry.put(n.bankReference(), n));
            byEntry.values().forEach(n -> net.merge(n.endToEndId(), signed(n), Long::sum));

            JsonNode books = bank.ledger().get("netDongByEndToEndId");
            assertThat(net).hasSize(60).hasSize(books.size());
            net.forEach((id, dong) -> assertThat(books.get(id).asLong()).isEqualTo(dong));
            assertThat(net.values()).contains(0L);
            assertThat(notices.stream().filter(n -> n.bookedOn() != null).count())
                    .as("statements were repeated")
                    .isGreaterThan(byEntry.size());
            assertThat(notices)
                    .extracting(BankNotice::bookedOn)
                    .contains(LocalDate.of(2026, 3, 19));
        }
    }

    // ---- help ----------------------------------------------------------------------------------

    private static long signed(BankNotice notice) {
        return notice.outcome() == BankNotice.Outcome.PAID
                ? notice.amountDong()
                : -notice.amountDong();
    }

    /** How often each order was booked as paid. */
    private Map<String, Long> outcomes(BankLink link) {
        Map<String, Long> paid = new HashMap<>();
        notices(link).stream()
                .filter(n -> n.outcome() == BankNotice.Outcome.PAID && n.bookedOn() != null)
                .forEach(n -> paid.merge(n.endToEndId(), 1L, Long::sum));
        return paid;
    }

    private List<BankNotice> notices(BankLink link) {
        List<BankNotice> all = new ArrayList<>();
        String after = "";
        for (List<Statement> page = link.statements(after);
                !page.isEmpty();
                page = link.statements(after)) {
            for (Statement statement : page) {
                all.addAll(messages.read(statement.content()));
                after = statement.id().compareTo(after) > 0 ? statement.id() : after;
            }
        }
        return all;
    }

    private static BankLink link(BankProcess bank) {
        return new HttpBankLink(LinkSettings.of(bank.url(), "", "", "", "", "", 2, 5, 5));
    }

    private byte[] file(String id, int count) {
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            credits.add(
                    new Credit(
                            id.replace("-", "") + "E" + i,
                            1_000_000 + i,
                            "Nguyễn Thị Ước",
                            "99990" + i,
                            "Ngân hàng Giả Lập",
                            "Chi trả tháng 03/2026"));
        }
        return messages.write(
                new PaymentFile(
                        id,
                        Instant.parse("2026-03-17T01:00:00Z"),
                        "Ủy ban nhân dân xã Thử Nghiệm",
                        "371301054321",
                        "01701001",
                        LocalDate.of(2026, 3, 19),
                        credits));
    }
}
