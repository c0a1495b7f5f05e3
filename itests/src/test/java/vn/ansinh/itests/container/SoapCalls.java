package vn.ansinh.itests.container;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ansinh.itests.container.Client.Answer;
import vn.ansinh.itests.container.Client.Login;
import vn.ansinh.itests.container.IsolationWalk.Visit;

/** Every operation of the WSDL, its request built from the schema, at one locality's door. */
final class SoapCalls {

    private static final String PLACE = "/cxf/soap/payment-list";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/"
                    + "oasis-200401-wss-username-token-profile-1.0#PasswordText";

    private final Client client;
    private final Document wsdl;

    SoapCalls(Client client) throws Exception {
        this.client = client;
        byte[] text = client.call(null, "GET", PLACE + "?wsdl", null, null, Map.of()).body();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        wsdl = factory.newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    /** Names of the operations. */
    List<String> operations() {
        Element portType = (Element) wsdl.getElementsByTagNameNS(WSDL, "portType").item(0);
        NodeList operations = portType.getElementsByTagNameNS(WSDL, "operation");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < operations.getLength(); i++) {
            names.add(((Element) operations.item(i)).getAttribute("name"));
        }
        return names;
    }

    /**
     * Calls each of them.
     *
     * @param door locality that the request names
     * @param about office whose unit, month and run it speaks of
     * @param token whether the page of that office's run is asked for
     */
    List<Visit> visit(Login login, String door, Office about, boolean token) {
        List<Visit> visits = new ArrayList<>();
        for (String operation : operations()) {
            StringBuilder request = new StringBuilder();
            for (Element field : fields(operation + "Request")) {
                String name = field.getAttribute("name");
                String value =
                        switch (name) {
                            case "localityCode" -> door;
                            case "pageToken" -> token ? about.id("run", "runs") + ":0" : "";
                            case "unitCode" -> token ? about.said(name, "") : "";
                            default -> about.said(name, "");
                        };
                if (!value.isEmpty()) {
                    request.append("<l:%s>%s</l:%s>".formatted(name, value, name));
                }
            }
            byte[] body = envelope(login, operation, request).getBytes(StandardCharsets.UTF_8);
            Answer answer =
                    client.call(null, "POST", PLACE, "text/xml;charset=UTF-8", body, Map.of());
            visits.add(new Visit(operation, door, answer.status(), answer.text()));
        }
        return visits;
    }

    private List<Element> fields(String element) {
        NodeList all = wsdl.getElementsByTagNameNS(SCHEMA, "element");
        List<Element> fields = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (one.getAttribute("name").equals(element)) {
                NodeList inner = one.getElementsByTagNameNS(SCHEMA, "element");
                for (int j = 0; j < inner.getLength(); j++) {
                    fields.add((Element) inner.item(j));
                }
            }
        }
        return fields;
    }

    private String envelope(Login login, String operation, CharSequence request) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
                <s:Header><w:Security xmlns:w="%s"><w:UsernameToken>
                <w:Username>%s</w:Username><w:Password Type="%s">%s</w:Password>
                </w:UsernameToken></w:Security></s:Header>
                <s:Body><l:%sRequest xmlns:l="%s">%s</l:%sRequest></s:Body></s:Envelope>
                """
                .formatted(
                        WSSE,
                        login.name(),
                        PASSWORD_TEXT,
                        login.secret(),
                        operation,
                        wsdl.getDocumentElement().getAttribute("targetNamespace"),
                        request,
                        operation);
    }
}
