package vn.ansinh.itests.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that {@code openapi.json} names, and how each is called about an office. */
final class Description {

    private static final Pattern PARAMETER = Pattern.compile("/([^/{]+)/\\{([^}]+)}|\\{([^}]+)}");

    private final JsonNode root;

    Description(JsonNode root) {
        this.root = root;
    }

    /** One operation. */
    record Operation(String id, String method, String path, JsonNode node) {

        /** Whether it belongs to one locality. */
        boolean ofLocality() {
            return path.startsWith("/localities/{code}");
        }

        boolean reads() {
            return method.equals("GET");
        }
    }

    /** Every operation, however it is called. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                String id = one.getValue().path("operationId").asText();
                String method = one.getKey().toUpperCase(Locale.ROOT);
                all.add(new Operation(id, method, path.getKey(), one.getValue()));
            }
        }
        return all;
    }

    /** Path and query of an operation at the door of one locality, about things of an office. */
    String address(Operation operation, String door, Office about) {
        StringBuilder address = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(operation.path());
        while (parameter.find()) {
            String before = parameter.group(1);
            String name = before == null ? parameter.group(3) : parameter.group(2);
            String value = name.equals("code") ? door : about.id(name, before);
            parameter.appendReplacement(
                    address,
                    Matcher.quoteReplacement(before == null ? value : "/" + before + "/" + value));
        }
        parameter.appendTail(address);
        String separator = "?";
        for (JsonNode one : operation.node().path("parameters")) {
            String value = about.asked(operation.id(), one.path("name").asText());
            if (one.path("in").asText().equals("query") && value != null) {
                address.append(separator).append(one.path("name").asText()).append('=');
                address.append(value);
                separator = "&";
            }
        }
        return address.substring(1);
    }

    /** Type of the body that an operation takes, or null. */
    static String type(Operation operation) {
        var types = operation.node().at("/requestBody/content").fieldNames();
        if (!types.hasNext()) {
            return operation.reads() ? null : Client.JSON_TYPE;
        }
        String type = types.next();
        return type.startsWith("*") ? Client.JSON_TYPE : type;
    }

    /** A body that the operation's schema allows, about things of an office. */
    JsonNode body(Operation operation, Office about) {
        for (JsonNode content : operation.node().at("/requestBody/content")) {
            return sample("", content.path("schema"), about, 0);
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode sample(String name, JsonNode schema, Office about, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        String ref = schema.path("$ref").asText();
        if (!ref.isEmpty() && depth < 6) {
            JsonNode target = root.at(ref.substring(1));
            return sample(name, target, about, depth + 1);
        }
        if (schema.path("properties").isObject()) {
            ObjectNode object = make.objectNode();
            for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
                object.set(one.getKey(), sample(one.getKey(), one.getValue(), about, depth + 1));
            }
            return object;
        }
        if (!schema.path("enum").isMissingNode()) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" ->
                    make.arrayNode()
                            .add(
                                    sample(
                                            name.replaceFirst("s$", ""),
                                            schema.path("items"),
                                            about,
                                            depth + 1));
            case "integer", "number" -> make.numberNode(Long.parseLong(about.id(name, name)));
            case "boolean" -> make.booleanNode(true);
            default -> make.textNode(about.said(name, schema.path("format").asText()));
        };
    }
}
