package vn.ansinh.demo;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/** The payment list over SOAP as a partner system sends and reads it. */
final class Soap {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/"
                    + "oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final String LIST = "urn:ansinh:payment-list:v1";

    private Soap() {}

    /** A page: the amounts of its lines, and the token of the next page or nothing. */
    record Page(List<Long> amounts, String nextToken) {}

    static String request(Login partner, String locality, String month, String token) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartElement("s", "Envelope", ENVELOPE);
            xml.writeNamespace("s", ENVELOPE);
            xml.writeStartElement("s", "Header", ENVELOPE);
            xml.writeStartElement("w", "Security", WSSE);
            xml.writeNamespace("w", WSSE);
            xml.writeStartElement("w", "UsernameToken", WSSE);
            element(xml, "w", WSSE, "Username", partner.name());
            xml.writeStartElement("w", "Password", WSSE);
            xml.writeAttribute("Type", PASSWORD_TEXT);
            xml.writeCharacters(partner.secret());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("s", "Body", ENVELOPE);
            xml.writeStartElement("l", "GetPaymentListRequest", LIST);
            xml.writeNamespace("l", LIST);
            element(xml, "l", LIST, "localityCode", locality);
            element(xml, "l", LIST, "month", month);
            if (!token.isEmpty()) {
                element(xml, "l", LIST, "pageToken", token);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(
            XMLStreamWriter xml, String prefix, String namespace, String name, String value)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, namespace);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    static Page read(byte[] body) {
        List<Long> amounts = new ArrayList<>();
        String next = "";
        boolean inLine = false;
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "line" -> inLine = true;
                        case "amountDong" -> {
                            if (inLine) {
                                amounts.add(Long.parseLong(xml.getElementText()));
                            }
                        }
                        case "nextPageToken" -> next = xml.getElementText();
                        default -> {
                            // The demonstration adds up amounts only.
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("line")) {
                    inLine = false;
                }
            }
        } catch (XMLStreamException e) {
            throw new DemoFailure("SOAP: câu trả lời không đọc được / unreadable answer", e);
        }
        return new Page(amounts, next);
    }
}
