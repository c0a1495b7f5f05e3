package vn.ansinh.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Checks that a payment is in a list whose link was printed. */
final class Proof {
    private Proof() {}

    static List<String> faults(JsonNode proof, Chain.Root root) {
        List<String> faults = new ArrayList<>();
        byte[] hash = Hashes.leaf(bytes(proof.get("salt").asText()), proof.get("text").asText());
        String path = proof.get("path").asText();
        for (String step : path.isEmpty() ? new String[0] : path.split(" ")) {
            byte[] other = bytes(step.substring(1));
            hash = step.startsWith("L") ? Hashes.node(other, hash) : Hashes.node(hash, other);
        }
        String event = proof.get("event").asText();
        String digest = HexFormat.of().formatHex(hash);
        if (!event.contains("|digest=" + digest + "|") && !event.endsWith("|root=" + digest)) {
            faults.add("Khoản này không thuộc danh sách mà mắt xích ghi.");
        }
        String link =
                HexFormat.of().formatHex(Hashes.link(bytes(proof.get("prev").asText()), event));
        if (!link.equals(root.hash())
                || !event.startsWith("RUN_")
                        && !event.startsWith("v2|seq=" + root.sequence() + "|")) {
            faults.add("Mắt xích của giấy chứng không phải mắt xích đã in.");
        }
        return faults;
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
