package vn.ansinh.soap.internal;

import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.soap.internal.contract.PaymentListFault;
import vn.ansinh.soap.internal.contract.PaymentListFault_Exception;

/**
 * Failures as the contract says, before and after the body is read; nothing of the inside leaks.
 */
final class Faults {
    static final String NAMESPACE = "urn:ansinh:payment-list:v1";

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.soap");

    private Faults() {}

    static PaymentListFault_Exception declared(RuntimeException failure) {
        PaymentListFault fault = of(failure);
        return new PaymentListFault_Exception(text(fault), fault);
    }

    /** The same for interceptors, which stand outside the operation and its declared fault. */
    static SoapFault undeclared(RuntimeException failure) {
        PaymentListFault content = of(failure);
        boolean ours = content.getCode().equals(ErrorCode.INTERNAL.code());
        QName who = ours ? Soap11.getInstance().getReceiver() : Soap11.getInstance().getSender();
        SoapFault fault = new SoapFault(text(content), who);
        Element detail = fault.getOrCreateDetail();
        Document document = detail.getOwnerDocument();
        Element element = document.createElementNS(NAMESPACE, "PaymentListFault");
        append(element, "code", content.getCode());
        append(element, "sentence", content.getSentence());
        detail.appendChild(element);
        return fault;
    }

    static AnsinhException unauthenticated() {
        return new AnsinhException(
                ErrorCode.UNAUTHENTICATED,
                "Cần WS-Security UsernameToken với tên và mật khẩu đúng (PasswordText).");
    }

    private static PaymentListFault of(RuntimeException failure) {
        if (failure instanceof AnsinhException known && known.code() != ErrorCode.INTERNAL) {
            return fault(known.code(), known.getMessage());
        }
        if (failure instanceof ServiceUnavailableException) {
            LOG.warn("Service not there cause='{}'", failure.getMessage());
            return fault(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Hệ thống đang khởi động hoặc chưa nối được cơ sở dữ liệu."
                            + " Xin thử lại sau ít phút.");
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error("Request failed instance='{}'", instance, failure);
        return fault(
                ErrorCode.INTERNAL,
                "Hệ thống gặp lỗi ngoài dự kiến. Xin báo người quản trị kèm mã " + instance + ".");
    }

    private static PaymentListFault fault(ErrorCode code, String sentence) {
        PaymentListFault fault = new PaymentListFault();
        fault.setCode(code.code());
        fault.setSentence(sentence);
        return fault;
    }

    private static String text(PaymentListFault fault) {
        return fault.getCode() + ": " + fault.getSentence();
    }

    private static void append(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        child.setTextContent(text);
        parent.appendChild(child);
    }
}
