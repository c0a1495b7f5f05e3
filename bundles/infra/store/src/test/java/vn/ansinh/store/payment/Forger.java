package vn.ansinh.store.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns the database and knows the format: makes every hash of a changed export right again,
 * from the leaves to the last link.
 */
final class Forger {
    private static final HexFormat HEX = HexFormat.of();

    private Forger() {}

    static List<String> rehash(List<String> export) throws Exception {
        List<String> made = new ArrayList<>(export);
        List<byte[]> leaves = new ArrayList<>();
        List<byte[]> roots = new ArrayList<>();
        int chunkAt = -1;
        int runAt = -1;
        for (int i = 0; i <= made.size(); i++) {
            String type = i == made.size() ? "run" : text(made.get(i), "type");
            if (!type.equals("line") && chunkAt >= 0) {
                byte[] root = root(leaves);
                roots.add(root);
                made.set(chunkAt, with(made.get(chunkAt), "root", HEX.formatHex(root)));
                leaves.clear();
                chunkAt = -1;
            }
            if (type.equals("run") && runAt >= 0) {
                String old = text(made.get(runAt), "root");
                String now = HEX.formatHex(root(roots));
                roots.clear();
                for (int j = 0; j < made.size(); j++) {
                    made.set(j, made.get(j).replace(old, now));
                }
            }
            if (type.equals("run")) {
                runAt = i;
            } else if (type.equals("chunk")) {
                chunkAt = i;
            } else if (type.equals("line")) {
                byte[] leaf =
                        sha(
                                new byte[] {0},
                                HEX.parseHex(text(made.get(i), "salt")),
                                text(made.get(i), "text").getBytes(StandardCharsets.UTF_8));
                leaves.add(leaf);
                made.set(i, with(made.get(i), "leaf", HEX.formatHex(leaf)));
            }
        }
        byte[] before = new byte[32];
        for (int i = 0; i < made.size(); i++) {
            if (text(made.get(i), "type").equals("link")) {
                byte[] event = text(made.get(i), "event").getBytes(StandardCharsets.UTF_8);
                byte[] hash = sha(before, event);
                made.set(i, with(made.get(i), "prev", HEX.formatHex(before)));
                made.set(i, with(made.get(i), "hash", HEX.formatHex(hash)));
                before = hash;
            }
        }
        return made;
    }

    /** A field, text or number. */
    static String text(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":\"?([^\",}]*)\"?").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException(field + " in " + json);
        }
        return found.group(1);
    }

    static String with(String json, String field, String value) {
        return json.replaceFirst(
                "\"" + field + "\":(\"?)[^\",}]*(\"?)", "\"" + field + "\":$1" + value + "$2");
    }

    private static byte[] root(List<byte[]> leaves) throws Exception {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size()
                                ? sha(new byte[] {1}, level.get(i), level.get(i + 1))
                                : level.get(i));
            }
            level = above;
        }
        return level.isEmpty() ? sha() : level.get(0);
    }

    private static byte[] sha(byte[]... parts) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }
}
