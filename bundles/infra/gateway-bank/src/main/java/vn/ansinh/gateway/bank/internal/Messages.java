package vn.ansinh.gateway.bank.internal;

import java.util.List;
import java.util.function.Supplier;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.payment.port.BankMessages;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.PaymentFile;

/** Writes what goes to a bank and reads what comes back; holds nothing after a call. */
public final class Messages implements BankMessages {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    /** A statement of 100,000 entries has about 90 MB. */
    private static final int MOST_BYTES = 128 << 20;

    private final ListFiles lists;
    private final int creditsPerFile;

    /**
     * For the container and the tests.
     *
     * @param sheets reads and writes workbooks
     * @param creditsPerFile most credits in one file
     */
    public Messages(Sheets sheets, int creditsPerFile) {
        if (creditsPerFile < 1 || creditsPerFile > 100_000) {
            throw new IllegalArgumentException("creditsPerFile is 1 to 100000");
        }
        this.lists = new ListFiles(sheets);
        this.creditsPerFile = creditsPerFile;
    }

    @Override
    public byte[] write(PaymentFile file) {
        PaymentFileCheck.check(file, creditsPerFile);
        byte[] content = withOwnLoader(() -> Pain001.write(file));
        Faults faults = new Faults();
        SafeXml.validate(Pain001.NAME, content, faults);
        faults.refuse("Không lập được tệp gửi ngân hàng.");
        return content;
    }

    @Override
    public byte[] writeWorkbook(PaymentFile file) {
        PaymentFileCheck.check(file, creditsPerFile);
        return lists.write(file);
    }

    @Override
    public String latin(String name) {
        return Latin.of(name);
    }

    @Override
    public int creditsPerFile() {
        return creditsPerFile;
    }

    @Override
    public List<BankNotice> read(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw Faults.unreadable("Tệp lớn quá 128 MB; hãy xin ngân hàng chia nhỏ.", null);
        }
        if (xml(content)) {
            return withOwnLoader(() -> message(content));
        }
        return Mt940.looksLike(content)
                ? withOwnLoader(() -> Mt940.read(content))
                : lists.read(content);
    }

    private static List<BankNotice> message(byte[] content) {
        String namespace = SafeXml.namespace(content);
        return switch (namespace.startsWith(NAMESPACE)
                ? namespace.substring(NAMESPACE.length())
                : "") {
            case StatusReports.NAME -> StatusReports.read(content);
            case Statements.STATEMENT -> Statements.statement(content);
            case Statements.NOTIFICATION -> Statements.notification(content);
            default ->
                    throw Faults.unreadable(
                            "Tệp XML không phải pain.002.001.10, camt.053.001.08 hay"
                                    + " camt.054.001.08; hãy xin ngân hàng đúng phiên bản.",
                            null);
        };
    }

    /** Whether the first sign is {@code <}, in any encoding XML may have. */
    private static boolean xml(byte[] content) {
        for (int i = 0; i < Math.min(64, content.length); i++) {
            int sign = content[i] & 0xFF;
            boolean skipped = sign <= ' ' || sign == 0xEF || sign == 0xBB || sign == 0xBF;
            if (sign == '<') {
                return true;
            }
            if (!skipped && sign < 0xFE) {
                return false;
            }
        }
        return false;
    }

    /** JAXB and the XML parsers look for their parts by the thread's class loader. */
    private static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Messages.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
