package vn.ansinh.gateway.bank.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.documents.internal.SheetFiles;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.BankNotice.Outcome;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** What comes back from the bank. DỮ LIỆU GIẢ LẬP. */
class ReadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final String FILE = "T1-R7-F1";

    private final Messages messages = Samples.messages();

    @Test
    void readsAStatusReport() {
        assertThat(messages.read(Samples.resource("pain.002.xml")))
                .containsExactly(
                        new BankNotice(
                                FILE,
                                "T1R7P101A1",
                                975_000,
                                Outcome.PENDING,
                                "",
                                "",
                                null,
                                "STS-1",
                                "1"),
                        new BankNotice(
                                FILE,
                                "T1R7P102A1",
                                0,
                                Outcome.REJECTED,
                                "AC04",
                                "",
                                null,
                                "STS-1",
                                "2"));
    }

    @Test
    void readsAReportOnTheWholeFile() {
        BankNotice notice = messages.read(Samples.resource("pain.002-whole.xml")).get(0);
        assertThat(notice.wholeFile()).isTrue();
        assertThat(notice.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(notice.reasonCode()).isEqualTo("AM04");
        assertThat(notice.messageId()).isEqualTo(FILE);
    }

    @Test
    void readsAStatement() {
        assertThat(messages.read(Samples.resource("camt.053.xml")))
                .containsExactly(
                        new BankNotice(
                                FILE,
                                "T1R7P101A1",
                                975_000,
                                Outcome.PAID,
                                "",
                                "FT1",
                                DAY,
                                "STMT-9",
                                "1/1"),
                        new BankNotice(
                                "",
                                "T1R7P102A1",
                                1_500_000,
                                Outcome.PAID,
                                "",
                                "FT1",
                                DAY,
                                "STMT-9",
                                "1/2"),
                        new BankNotice(
                                "",
                                "T1R7P101A1",
                                975_000,
                                Outcome.REVERSED,
                                "AC04",
                                "FT2",
                                DAY,
                                "STMT-9",
                                "2/1"),
                        new BankNotice(
                                "",
                                "T1R7P103A1",
                                540_000,
                                Outcome.PENDING,
                                "",
                                "FT3",
                                null,
                                "STMT-9",
                                "3/1"));
    }

    @Test
    void readsANotification() {
        assertThat(messages.read(Samples.resource("camt.054.xml")))
                .containsExactly(
                        new BankNotice(
                                FILE,
                                "T1R7P101A1",
                                975_000,
                                Outcome.PAID,
                                "",
                                "FT7",
                                DAY,
                                "NTF-10",
                                "7/1"));
    }

    @Test
    void readsMt940() {
        assertThat(messages.read(Samples.resource("statement.mt940")))
                .containsExactly(
                        new BankNotice(
                                "",
                                "T1R7P101A1",
                                975_000,
                                Outcome.PAID,
                                "",
                                "FT1",
                                DAY,
                                "STM20260319.78/1",
                                "1"),
                        new BankNotice(
                                "",
                                "T1R7P102A1",
                                1_500_000,
                                Outcome.PAID,
                                "",
                                "FT2",
                                DAY,
                                "STM20260319.78/1",
                                "2"),
                        new BankNotice(
                                "",
                                "T1R7P101ABCDEFGHIJKLMNOPQRSTUVWXYZ123A1",
                                975_000,
                                Outcome.REVERSED,
                                "",
                                "FT3",
                                LocalDate.of(2025, 12, 31),
                                "STM20260319.78/1",
                                "3"));
    }

    @Test
    void readsMt940InItsEnvelopeTwice() {
        String body =
                new String(Samples.resource("statement.mt940"), StandardCharsets.UTF_8)
                        .replaceAll("-\\s*$", "-}");
        String one = "{1:F01ABCDVNVXAXXX0000000000}{2:O9400000000000ABCDVNVXXXXX0N}{4:\n" + body;
        List<BankNotice> notices =
                messages.read(
                        (one + "\n$\n" + one.replace("78/1", "79/1"))
                                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(notices).hasSize(6);
        assertThat(notices.get(3).statementId()).isEqualTo("STM20260319.79/1");
    }

    @Test
    void readsAListAsCsvAndAsWorkbook() {
        List<BankNotice> fromCsv = messages.read(Samples.resource("list.csv"));
        assertThat(fromCsv)
                .extracting(BankNotice::endToEndId, BankNotice::amountDong, BankNotice::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("T1R7P101A1", 975_000L, Outcome.PAID),
                        org.assertj.core.groups.Tuple.tuple(
                                "T1R7P102A1", 1_500_000L, Outcome.REJECTED),
                        org.assertj.core.groups.Tuple.tuple(
                                "T1R7P103A1", 540_000L, Outcome.PENDING),
                        org.assertj.core.groups.Tuple.tuple(
                                "T1R7P104A1", 540_000L, Outcome.REVERSED));
        assertThat(fromCsv.get(0).bookedOn()).isEqualTo(DAY);
        assertThat(fromCsv.get(3).bookedOn()).isEqualTo(LocalDate.of(2026, 3, 21));

        ByteArrayOutputStream book = new ByteArrayOutputStream();
        new SheetFiles()
                .write(
                        book,
                        content -> {
                            content.sheet("Kết quả", List.of("Mã lệnh", "Số tiền", "Kết quả"));
                            content.row(Arrays.asList("T1R7P101A1", 975_000L, "Thành công"), "");
                        });
        BankNotice fromBook = messages.read(book.toByteArray()).get(0);
        assertThat(fromBook.amountDong()).isEqualTo(975_000);
        assertThat(fromBook.outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void namesEveryFaultOfAList() {
        byte[] bad = Samples.changed("list.csv", "Từ chối", "Hình như xong");
        String text = new String(bad, StandardCharsets.UTF_8).replace("19/03/2026", "19/13/2026");
        assertThatThrownBy(() -> messages.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                            assertThat(e.faults())
                                    .extracting(f -> f.row() + f.field())
                                    .containsExactly("3Ngày hạch toán", "4Kết quả");
                        });
    }

    @Test
    void aStatementThatLacksAnEntryIsRefused() {
        refused(Samples.changed("camt.053.xml", "8475000", "8475001"), "Số dư");
        refused(
                Samples.changed("statement.mt940", ":62F:C260319VND8475000", ":62F:C260319VND1"),
                "Số dư");
        refused(Samples.changed("camt.053.xml", ">1500000<", ">1500001<"), "tổng các lệnh");
        refused(Samples.changed("statement.mt940", ":62F:", ":99X:"), "bị cắt");
    }

    @Test
    void foreignMoneyAndPartsOfADongAreRefused() {
        refused(Samples.changed("camt.054.xml", "Amt Ccy=\"VND\"", "Amt Ccy=\"USD\""), "VND");
        refused(Samples.changed("camt.054.xml", ">975000<", ">975000.50<"), "nguyên");
    }

    @Test
    void theSchemaHoldsForStatements() {
        refused(Samples.changed("camt.053.xml", "<CdtDbtInd>DBIT", "<CdtDbtInd>OUT"), "ISO 20022");
        refused(Samples.changed("pain.002.xml", ">ACSP<", ">QUAN<"), "trạng thái");
    }

    /** What a fault says may be logged: no account, no name. */
    @Test
    void faultsCarryNoValues() {
        byte[] bad = Samples.changed("camt.053.xml", "3713.0.1054321", "X".repeat(35));
        assertThatThrownBy(() -> messages.read(bad))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e ->
                                assertThat(e.faults())
                                        .isNotEmpty()
                                        .noneMatch(f -> f.sentence().contains("XXXX")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<a>&x;</a>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]>"
                        + "<a>&d;</a>",
                "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/evil.dtd\"><a/>"
            })
    void hostileXmlIsRefused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8), "DOCTYPE");
        refused(text.getBytes(StandardCharsets.UTF_16), "DOCTYPE");
    }

    @Test
    void aDoctypeBeforeAGoodStatementIsRefused() {
        refused(
                Samples.changed(
                        "camt.053.xml",
                        "<!-- DỮ LIỆU GIẢ LẬP -->",
                        "<!DOCTYPE Document [<!ENTITY n \"975000\">]>"),
                "DOCTYPE");
    }

    @Test
    void junkIsRefused() {
        refused("<a/>".getBytes(StandardCharsets.UTF_8), "phiên bản");
        refused("<a>".getBytes(StandardCharsets.UTF_8), "bị hỏng");
        refused(new byte[0], "");
        refused(new byte[] {0, 1, 2, 3}, "");
        refused("xin chào".getBytes(StandardCharsets.UTF_8), "tiêu đề");
        refused(Samples.messages().write(Samples.file()), "phiên bản");
        byte[] cut = Samples.resource("camt.053.xml");
        refused(Arrays.copyOf(cut, cut.length / 2), "bị hỏng");
    }

    private void refused(byte[] content, String part) {
        assertThatThrownBy(() -> messages.read(content))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                            assertThat(e.getMessage() + e.faults()).contains(part);
                        });
    }
}
