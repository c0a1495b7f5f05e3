package vn.ansinh.gateway.bank.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The first look at XML from outside: no DOCTYPE, hence no entities and nothing fetched; then the
 * official schema. Only what passed is given to the library of messages.
 */
final class SafeXml {

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private SafeXml() {}

    /**
     * Reads the file to its end and gives the namespace of its root.
     *
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT when it is no XML or carries a
     *     DOCTYPE
     */
    static String namespace(byte[] content) {
        String[] found = new String[1];
        try {
            XMLReader reader = reader();
            DefaultHandler handler =
                    new DefaultHandler() {
                        @Override
                        public void startElement(
                                String uri, String name, String qualified, Attributes attributes) {
                            if (found[0] == null) {
                                found[0] = uri;
                            }
                        }
                    };
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(source(content));
        } catch (SAXParseException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw Faults.unreadable(
                    doctype
                            ? "Tệp có khai báo DOCTYPE; bị từ chối vì không an toàn."
                            : "Tệp XML bị hỏng ở dòng "
                                    + e.getLineNumber()
                                    + "; hãy tải lại từ ngân hàng.",
                    e);
        } catch (SAXException | IOException e) {
            throw Faults.unreadable("Tệp XML bị hỏng; hãy tải lại từ ngân hàng.", e);
        }
        return found[0] == null ? "" : found[0];
    }

    /** Lists every breach of the schema of a message such as {@code pain.001.001.09}. */
    static void validate(String message, byte[] content, Faults faults) {
        try {
            Validator validator = SCHEMAS.computeIfAbsent(message, SafeXml::schema).newValidator();
            validator.setErrorHandler(
                    new DefaultHandler() {
                        @Override
                        public void error(SAXParseException e) {
                            faults.add(e.getLineNumber(), message, sentence(e));
                        }

                        @Override
                        public void fatalError(SAXParseException e) throws SAXException {
                            throw e;
                        }
                    });
            validator.validate(new SAXSource(reader(), source(content)));
        } catch (SAXException | IOException e) {
            throw Faults.unreadable("Tệp XML bị hỏng; hãy tải lại từ ngân hàng.", e);
        }
    }

    /** The schema's words without the value, which may be a name or an account. */
    private static String sentence(SAXParseException e) {
        return "Không đúng chuẩn ISO 20022: "
                + String.valueOf(e.getMessage()).replaceAll("[Vv]alue '[^']*'", "value");
    }

    private static XMLReader reader() throws SAXException {
        try {
            // In the container a bundle of the SOAP stack offers these packages, as of Java 8.
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputSource source(byte[] content) {
        return new InputSource(new ByteArrayInputStream(content));
    }

    private static Schema schema(String message) {
        URL file = SafeXml.class.getResource("/iso20022/" + message + ".xsd");
        if (file == null) {
            throw new IllegalStateException("no schema of " + message);
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            // By stream: the address of a resource in a bundle is external to the parser.
            return factory.newSchema(
                    new javax.xml.transform.stream.StreamSource(file.openStream()));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("the schema of " + message, e);
        }
    }
}
