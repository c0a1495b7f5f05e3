package vn.ansinh.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks an export from its first line to its last, keeping the leaves of one chunk. */
final class Export {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_FAULTS = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> faults = new ArrayList<>();
    private final Chain chain;
    private final Set<Long> runs = new HashSet<>();
    private final List<byte[]> roots = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Long, TreeMap<String, byte[]>> erased = new TreeMap<>();
    private boolean linksDone;
    private JsonNode run;
    private JsonNode chunk;
    private long runLines;
    private long runDong;
    private long chunkDong;
    private long allLines;
    private long sealed;
    private String before = "";

    Export(Chain.Root root) {
        this.chain = new Chain(root, faults);
    }

    /** Every fault, at most twenty; none: all is as it was. */
    List<String> faults(BufferedReader lines) throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                add(json.readTree(line));
            } catch (JsonProcessingException | RuntimeException e) {
                return List.of("Dòng " + number + " của tệp không đọc được: tệp bị hỏng.");
            }
            if (faults.size() >= MOST_FAULTS) {
                return faults;
            }
        }
        endRun();
        endLinks();
        chain.lists()
                .forEach(
                        (id, digest) -> {
                            if (!runs.contains(id)) {
                                faults.add(
                                        "Kỳ chi trả số "
                                                + id
                                                + " có trong sổ nhưng thiếu danh sách.");
                            }
                        });
        erasures();
        return faults;
    }

    /** What was verified, for a sentence. */
    String summary() {
        return chain.length()
                + " mắt xích, "
                + runs.size()
                + " kỳ chi trả, "
                + allLines
                + " khoản"
                + (sealed == 0 ? "" : " (" + sealed + " khoản kín chỉ đối chiếu mã băm)")
                + (erased.isEmpty()
                        ? ""
                        : ", phần riêng của " + erased.size() + " người đã tiêu hủy");
    }

    private void add(JsonNode line) {
        switch (line.get("type").asText()) {
            case "export" -> {
                if (line.get("version").asInt() != 1) {
                    throw new IllegalArgumentException("version");
                }
            }
            case "link" -> chain.add(line);
            case "run" -> {
                endLinks();
                endRun();
                run = line;
                runs.add(line.get("run").asLong());
            }
            case "chunk" -> {
                endChunk();
                chunk = line;
            }
            case "line" -> line(line);
            default -> throw new IllegalArgumentException("type");
        }
    }

    private void endLinks() {
        if (!linksDone) {
            chain.end();
        }
        linksDone = true;
    }

    private void line(JsonNode line) {
        byte[] leaf = HEX.parseHex(line.get("leaf").asText());
        String key = line.get("key").asText();
        if (line.path("erased").asBoolean()) {
            erased.computeIfAbsent(person(key), p -> new TreeMap<>()).put(sortable(key), leaf);
        } else if (line.path("sealed").asBoolean()) {
            sealed++;
        } else {
            String text = line.get("text").asText();
            if (!Arrays.equals(leaf, Hashes.leaf(HEX.parseHex(line.get("salt").asText()), text))) {
                faults.add(where() + "khoản " + key + " không khớp mã băm của nó.");
            }
            String[] cells = text.split("\\|", -1);
            long dong = Long.parseLong(cells[9]);
            boolean recovery = cells.length > 12 && cells[12].equals("RECOVERY");
            if (!text.startsWith(cells[0] + "|" + key + "|")
                    || line.get("dong").asLong() != (recovery ? -dong : dong)) {
                faults.add(where() + "khoản " + key + " ghi khác nội dung đã băm.");
            }
        }
        if (!before.isEmpty() && sortable(key).compareTo(before) <= 0) {
            faults.add(where() + "khoản " + key + " đứng sai thứ tự hoặc lặp lại.");
        }
        before = sortable(key);
        leaves.add(leaf);
        chunkDong += line.get("dong").asLong();
    }

    private void endChunk() {
        if (chunk != null) {
            byte[] root = HEX.parseHex(chunk.get("root").asText());
            if (!Arrays.equals(root, Hashes.root(leaves))) {
                faults.add(
                        where() + "các khoản không khớp gốc của phần: bị sửa, thêm, bớt hoặc đảo.");
            }
            if (leaves.size() != chunk.get("lines").asLong()
                    || chunkDong != chunk.get("dong").asLong()) {
                faults.add(where() + "số khoản hoặc số tiền khác số đã ghi.");
            }
            roots.add(root);
            runLines += leaves.size();
            runDong += chunkDong;
            allLines += leaves.size();
        }
        chunk = null;
        leaves.clear();
        chunkDong = 0;
        before = "";
    }

    private void endRun() {
        endChunk();
        if (run != null) {
            String who = "Kỳ chi trả số " + run.get("run").asLong() + ": ";
            String root = HEX.formatHex(Hashes.root(roots));
            if (!root.equals(run.get("root").asText())) {
                faults.add(who + "các phần không khớp gốc của kỳ: bị sửa, thiếu hoặc đảo.");
            }
            if (!root.equals(chain.lists().get(run.get("run").asLong()))) {
                faults.add(who + "danh sách không phải danh sách mà sổ cái đã ghi.");
            }
            String sums = "lines=" + runLines + "|dong=" + runDong;
            if (runLines != run.get("lines").asLong()
                    || runDong != run.get("dong").asLong()
                    || !sums.equals(chain.sums(run.get("run").asLong()))) {
                faults.add(who + "số khoản hoặc tổng tiền khác số đã ghi.");
            }
        }
        run = null;
        roots.clear();
        runLines = 0;
        runDong = 0;
    }

    /** A line may only lack its payload where the chain says that it was erased. */
    private void erasures() {
        Set<Long> people = new HashSet<>(erased.keySet());
        people.addAll(chain.erased().keySet());
        for (long person : people) {
            List<byte[]> gone =
                    new ArrayList<>(erased.getOrDefault(person, new TreeMap<>()).values());
            if (gone.size() != chain.erasedLines().getOrDefault(person, 0L)
                    || !HEX.formatHex(Hashes.root(gone)).equals(chain.erased().get(person))) {
                faults.add(
                        "Đối tượng số "
                                + person
                                + ": phần riêng bị xóa khác với việc tiêu hủy đã ghi sổ.");
            }
        }
    }

    private String where() {
        return run == null
                ? "Trước kỳ chi trả đầu tiên: "
                : "Kỳ chi trả số "
                        + run.get("run").asLong()
                        + (chunk == null ? "" : ", phần " + chunk.get("no").asLong())
                        + ": ";
    }

    private static long person(String key) {
        return Long.parseLong(key.split("\\|")[1]);
    }

    /** The key so that texts sort as numbers do. */
    private static String sortable(String key) {
        String[] cells = key.split("\\|");
        return String.format(
                "%s|%019d|%d|%03d",
                cells[0],
                Long.parseLong(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]));
    }
}
