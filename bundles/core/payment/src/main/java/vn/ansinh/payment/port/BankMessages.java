package vn.ansinh.payment.port;

import java.util.List;
import vn.ansinh.platform.api.AnsinhException;

/** The files that go to banks and come back. */
public interface BankMessages {

    /**
     * The file as ISO 20022 {@code pain.001.001.09}, valid against the full schema. The same input
     * gives the same bytes.
     *
     * @throws AnsinhException INVALID_INPUT with every fault; nothing is written then
     */
    byte[] write(PaymentFile file);

    /**
     * The file as a workbook (XLSX) for banks that take one. The same input gives the same cells.
     *
     * @throws AnsinhException INVALID_INPUT with every fault
     */
    byte[] writeWorkbook(PaymentFile file);

    /**
     * A name as it goes into a bank file: Latin letters without marks. Stored beside the original
     * with the order.
     */
    String latin(String name);

    /** Most credits one file may carry; who has more cuts them into several files. */
    int creditsPerFile();

    /**
     * What a bank sent: {@code pain.002.001.10}, {@code camt.053.001.08}, {@code camt.054.001.08},
     * MT940, or a list as CSV or XLSX. Entries that are none of our orders are left out.
     *
     * @throws AnsinhException INVALID_INPUT with every fault when it cannot be read whole
     */
    List<BankNotice> read(byte[] content);
}
