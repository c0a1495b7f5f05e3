package vn.ansinh.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One request to a servlet and what came back. */
final class Exchange {
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int status = 200;

    static Exchange get(
            HttpServlet servlet,
            String pathInfo,
            Map<String, String> parameters,
            String authorization)
            throws IOException, ServletException {
        Exchange exchange = new Exchange();
        servlet.service(exchange.request(pathInfo, parameters, authorization), exchange.response());
        return exchange;
    }

    String body() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private HttpServletRequest request(
            String pathInfo, Map<String, String> parameters, String authorization) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        Exchange.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getMethod" -> "GET";
                                    case "getProtocol" -> "HTTP/1.1";
                                    case "getPathInfo" -> pathInfo;
                                    case "isSecure" -> true;
                                    case "getParameter" -> parameters.get(arguments[0]);
                                    case "getHeader" ->
                                            "Authorization".equals(arguments[0])
                                                    ? authorization
                                                    : null;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.toString());
                                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        Exchange.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> {
                            switch (method.getName()) {
                                case "setStatus" -> status = (int) arguments[0];
                                case "setHeader" ->
                                        headers.put((String) arguments[0], (String) arguments[1]);
                                case "setContentType" ->
                                        headers.put("Content-Type", (String) arguments[0]);
                                case "setContentLength" ->
                                        headers.put("Content-Length", arguments[0].toString());
                                case "getOutputStream" -> {
                                    return stream();
                                }
                                default ->
                                        throw new UnsupportedOperationException(method.toString());
                            }
                            return null;
                        });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                bytes.write(b);
            }
        };
    }
}
