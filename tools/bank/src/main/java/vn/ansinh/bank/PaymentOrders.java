package vn.ansinh.bank;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Reads {@code pain.001.001.09} as a bank does: schema, counts and sums first. */
final class PaymentOrders {

    private static final Schema SCHEMA = schema();

    private PaymentOrders() {}

    /** An order with its account. */
    record Order(String endToEndId, long amountDong, String account) {}

    /** The file's orders and the account they are paid from. */
    record Orders(String messageId, String account, List<Order> orders) {}

    /** A file the bank cannot take. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Orders read(byte[] content) throws Unfit {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(content)));
        } catch (SAXException | IOException e) {
            throw new Unfit("not valid against the schema", e);
        }
        CustomerCreditTransferInitiationV09 message =
                MxPain00100109.parse(new String(content, StandardCharsets.UTF_8))
                        .getCstmrCdtTrfInitn();
        if (message.getPmtInf().size() != 1) {
            throw new Unfit("one payment in a file", null);
        }
        PaymentInstruction30 payment = message.getPmtInf().get(0);
        List<Order> orders = new ArrayList<>();
        long sum = 0;
        for (CreditTransferTransaction34 one : payment.getCdtTrfTxInf()) {
            if (!one.getAmt().getInstdAmt().getCcy().equals("VND")) {
                throw new Unfit("VND only", null);
            }
            long amount = one.getAmt().getInstdAmt().getValue().longValueExact();
            sum += amount;
            orders.add(
                    new Order(
                            one.getPmtId().getEndToEndId(),
                            amount,
                            one.getCdtrAcct().getId().getOthr().getId()));
        }
        if (!message.getGrpHdr().getNbOfTxs().equals(Integer.toString(orders.size()))
                || message.getGrpHdr().getCtrlSum().compareTo(BigDecimal.valueOf(sum)) != 0) {
            throw new Unfit("count or sum of the header is wrong", null);
        }
        return new Orders(
                message.getGrpHdr().getMsgId(),
                payment.getDbtrAcct().getId().getOthr().getId(),
                orders);
    }

    private static Schema schema() {
        URL file = PaymentOrders.class.getResource("/iso20022/pain.001.001.09.xsd");
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(file.openStream()));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("the schema of pain.001", e);
        }
    }
}
