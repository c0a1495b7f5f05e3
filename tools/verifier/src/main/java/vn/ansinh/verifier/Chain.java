package vn.ansinh.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks links as they come; says the first fault and nothing after it. */
final class Chain {
    private static final HexFormat HEX = HexFormat.of();

    private final Root root;
    private final List<String> faults;
    private final Map<Long, String> lists = new HashMap<>();
    private final Map<Long, String> sums = new HashMap<>();
    private final Map<Long, String> erased = new HashMap<>();
    private final Map<Long, Long> erasedLines = new HashMap<>();
    private byte[] before = new byte[32];
    private Instant at = Instant.MIN;
    private long last;
    private boolean rootSeen;
    private boolean broken;

    /** An earlier root: the hash of a link, as printed. */
    record Root(long sequence, String hash) {
        static Root of(String text) {
            if (!text.matches("\\d+:[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException("Gốc viết dạng SỐ:MÃ_BĂM (64 chữ số hexa).");
            }
            int colon = text.indexOf(':');
            return new Root(
                    Long.parseLong(text.substring(0, colon)),
                    text.substring(colon + 1).toLowerCase(Locale.ROOT));
        }
    }

    Chain(Root root, List<String> faults) {
        this.root = root;
        this.faults = faults;
    }

    void add(JsonNode link) {
        long sequence = link.get("seq").asLong();
        String event = link.get("event").asText();
        byte[] hash = HEX.parseHex(link.get("hash").asText());
        String who = "Mắt xích số " + sequence + ": ";
        if (sequence != last + 1) {
            fault(
                    "Sau mắt xích số "
                            + last
                            + " là số "
                            + sequence
                            + ": thiếu, thừa hoặc đảo thứ tự.");
        }
        last = sequence;
        if (!Arrays.equals(before, HEX.parseHex(link.get("prev").asText()))) {
            fault(who + "mã băm trước không phải của mắt xích đứng trước.");
        }
        if (!Arrays.equals(hash, Hashes.link(before, event))) {
            fault(who + "nội dung không khớp mã băm.");
        }
        columns(link, event, who);
        Instant when = Instant.parse(link.get("at").asText());
        if (when.isBefore(at)) {
            fault(who + "ghi lùi ngày, trước mắt xích đứng trước.");
        }
        at = when;
        before = hash;
        if (sequence == root.sequence()) {
            rootSeen = true;
            if (!HEX.formatHex(hash).equals(root.hash())) {
                fault(
                        who
                                + "không phải mắt xích đã in trước đây: sổ đã bị viết lại từ đây"
                                + " trở về trước.");
            }
        }
        keep(link.get("kind").asText(), link, event);
    }

    /** What stands beside the event must be what the event says. */
    private void columns(JsonNode link, String event, String who) {
        String beside =
                "v2|seq="
                        + link.get("seq").asLong()
                        + "|kind="
                        + link.get("kind").asText()
                        + "|subject="
                        + link.get("subject").asLong()
                        + "|at="
                        + link.get("at").asText()
                        + "|digest="
                        + link.get("digest").asText()
                        + "|";
        boolean first = event.startsWith("RUN_COMPUTED|");
        if (first
                ? !event.endsWith("|root=" + link.get("digest").asText())
                : !event.startsWith(beside)) {
            fault(who + "số, loại, ngày hoặc gốc ghi bên cạnh khác nội dung đã băm.");
        }
    }

    private void keep(String kind, JsonNode link, String event) {
        long subject = link.get("subject").asLong();
        if (kind.equals("RUN_REOPENED") || kind.equals("RUN_CANCELLED")) {
            lists.remove(subject);
        } else if (kind.startsWith("RUN_")) {
            lists.put(subject, link.get("digest").asText());
            sums.put(subject, event.replaceAll(".*\\|(lines=\\d+\\|dong=-?\\d+)\\|.*", "$1"));
        } else if (kind.equals("PAYLOAD_ERASED")) {
            erased.put(subject, link.get("digest").asText());
            erasedLines.put(subject, Long.parseLong(event.replaceAll(".*\\|lines=(\\d+).*", "$1")));
        }
    }

    /** After the last link. */
    void end() {
        if (!rootSeen) {
            fault(
                    "Sổ chỉ có "
                            + last
                            + " mắt xích, không có mắt xích số "
                            + root.sequence()
                            + " đã in trước đây: phần cuối bị cắt.");
        }
    }

    /** Roots of the lists that are there by the chain, by run. */
    Map<Long, String> lists() {
        return lists;
    }

    /** {@code lines=…|dong=…} of a list by the chain: they bind erased lines too. */
    String sums(long run) {
        return sums.get(run);
    }

    /** Roots over the erased leaves of a person. */
    Map<Long, String> erased() {
        return erased;
    }

    /** How many lines of a person are erased. */
    Map<Long, Long> erasedLines() {
        return erasedLines;
    }

    long length() {
        return last;
    }

    private void fault(String sentence) {
        if (!broken) {
            faults.add(sentence);
        }
        broken = true;
    }
}
