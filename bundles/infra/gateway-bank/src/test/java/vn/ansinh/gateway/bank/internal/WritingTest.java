package vn.ansinh.gateway.bank.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** What goes to the bank. DỮ LIỆU GIẢ LẬP. */
class WritingTest {

    private final Messages messages = Samples.messages();

    @Test
    void looksAsTypedByHand() {
        assertThat(new String(messages.write(Samples.file()), StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace(
                        new String(Samples.resource("pain.001.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void theSameFileHasTheSameBytesInEveryZone() {
        byte[] first = messages.write(Samples.file());
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(Samples.messages().write(Samples.file())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void refusesWithEveryFault() {
        PaymentFile file =
                new PaymentFile(
                        "tệp 1",
                        null,
                        "",
                        "",
                        "",
                        null,
                        List.of(
                                new Credit("A", 0, "Nguyễn 一", "12 34", "BFTVVNVX", "Chi trả"),
                                new Credit("A", 1, "Ước", "1234", "", "x".repeat(141))));

        assertThatThrownBy(() -> messages.write(file))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                            assertThat(e.faults())
                                    .extracting(Fault::row, Fault::field)
                                    .containsExactlyInAnyOrder(
                                            row(0, "messageId"),
                                            row(0, "createdAt"),
                                            row(0, "executionOn"),
                                            row(0, "debtorName"),
                                            row(0, "debtorAccount"),
                                            row(0, "debtorBank"),
                                            row(1, "amountDong"),
                                            row(1, "name"),
                                            row(1, "account"),
                                            row(2, "endToEndId"),
                                            row(2, "bank"),
                                            row(2, "text"));
                        });
    }

    @Test
    void cutsNothingSilently() {
        Messages small = new Messages(null, 1);
        assertThatThrownBy(() -> small.write(Samples.file()))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.faults().get(0).sentence()).contains("chia thành nhiều"));
    }

    /** Negative control: the schema does see a breach. */
    @Test
    void theSchemaRefusesWhatItForbids() {
        byte[] good = messages.write(Samples.file());
        String text = new String(good, StandardCharsets.UTF_8);
        for (String[] change :
                List.of(
                        new String[] {"<ChrgBr>DEBT</ChrgBr>", "<ChrgBr>NONE</ChrgBr>"},
                        new String[] {"T1R7P101A1", "T".repeat(36)},
                        new String[] {"<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>hai</NbOfTxs>"},
                        new String[] {"<RmtInf>", "<Ground>HIV</Ground><RmtInf>"})) {
            Faults faults = new Faults();
            SafeXml.validate(
                    Pain001.NAME,
                    text.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8),
                    faults);
            assertThat(faults.none()).as(change[1]).isFalse();
        }
    }

    @Property(tries = 150)
    void everyFileIsValidAndReadsBack(@ForAll("credits") List<Credit> credits) {
        PaymentFile file = Samples.file(numbered(credits));

        // write() itself validates and would refuse.
        String text = new String(messages.write(file), StandardCharsets.UTF_8);

        var back = MxPain00100109.parse(text).getCstmrCdtTrfInitn();
        assertThat(back.getGrpHdr().getCtrlSum().longValueExact()).isEqualTo(file.totalDong());
        var transfers = back.getPmtInf().get(0).getCdtTrfTxInf();
        assertThat(transfers).hasSameSizeAs(credits);
        for (int i = 0; i < transfers.size(); i++) {
            Credit credit = file.credits().get(i);
            assertThat(transfers.get(i).getAmt().getInstdAmt().getValue().longValueExact())
                    .isEqualTo(credit.amountDong());
            assertThat(transfers.get(i).getCdtrAcct().getId().getOthr().getId())
                    .isEqualTo(credit.account());
            assertThat(transfers.get(i).getCdtr().getNm())
                    .isEqualTo(messages.latin(credit.name()))
                    .matches("[A-Z0-9/?:().,'+ -]+");
        }
    }

    @Provide
    Arbitrary<List<Credit>> credits() {
        Arbitrary<String> names =
                Arbitraries.of(
                                "Nguyễn", "Trần", "Đỗ", "ỶLan", "Thuở", "Ngoằn", "K'Brêu", "<&>Ư",
                                "đ", "Ê-đê", "Hồ  Văn", "\"Ấu\"", "Ọ")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .map(parts -> "An " + String.join(" ", parts));
        Arbitrary<Long> amounts = Arbitraries.longs().between(1, 1_000_000_000_000L);
        Arbitrary<String> accounts =
                Arbitraries.strings()
                        .withCharRange('0', '9')
                        .withChars("AZaz.-")
                        .ofMinLength(1)
                        .ofMaxLength(34);
        Arbitrary<String> banks =
                Arbitraries.of("BFTVVNVX", "BIDVVNVXXXX", "01310001", "VBSP", "Ngân hàng Á");
        return Combinators.combine(names, amounts, accounts, banks)
                .as(
                        (name, dong, account, bank) ->
                                new Credit("X", dong, name, account, bank, "Chi"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Test
    void theWorkbookHasTheSameRows() {
        byte[] book = messages.writeWorkbook(Samples.file());
        assertThat(SheetText.of(book))
                .contains(
                        List.of(
                                "1",
                                "T1R7P101A1",
                                "NGUYEN THI UOC (DU LIEU GIA LAP)",
                                "0021000111222",
                                "BFTVVNVX",
                                "975000",
                                "CHI TRA THANG 03/2026"))
                .contains(List.of("CỘNG", "2475000"));
    }

    @Test
    void nothingTellsWhy() {
        String all =
                new String(messages.write(Samples.file()), StandardCharsets.UTF_8)
                        + SheetText.of(messages.writeWorkbook(Samples.file()));
        assertThat(all.toUpperCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "HIV", "KHUYET TAT", "KHUYẾT TẬT", "HE SO", "HỆ SỐ", "NHOM", "NHÓM");
    }

    private static List<Credit> numbered(List<Credit> credits) {
        return IntStream.range(0, credits.size())
                .mapToObj(
                        i -> {
                            Credit c = credits.get(i);
                            return new Credit(
                                    "E" + i,
                                    c.amountDong(),
                                    c.name(),
                                    c.account(),
                                    c.bank(),
                                    c.text());
                        })
                .toList();
    }

    private static org.assertj.core.groups.Tuple row(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(Arrays.copyOf(values, values.length));
    }
}
