package vn.ansinh.archetype;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the project of a new locality: {@code HOME --code dong-anh --name "Xã Đông Anh" --level xa
 * --parent ha-noi --units 00454 --out FOLDER}. HOME is the distribution, whose {@code localities/}
 * holds the laws. Everything that is asked is looked at first; with a fault nothing is written and
 * every fault is named. Exit status: 0 written, 2 not.
 */
public final class NewLocality {

    private NewLocality() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> faults = new ArrayList<>();
        try {
            Path home = Path.of(args.length == 0 ? "" : args[0]);
            Map<String, String> options = options(args, faults);
            Order order = Order.of(options, new Laws(home.resolve("localities")), faults);
            Path folder = Path.of(options.getOrDefault("out", "")).toAbsolutePath().normalize();
            if (options.containsKey("out") && filled(folder)) {
                faults.add("--out: thư mục %s đã có tệp, hãy chọn thư mục khác".formatted(folder));
            }
            if (faults.isEmpty()) {
                new Project(order, home).write(folder);
                out.println("Đã tạo gói của %s trong %s".formatted(order.name(), folder));
                return 0;
            }
        } catch (IOException e) {
            faults.add("không đọc hoặc ghi được: " + e);
        }
        err.println("Chưa tạo gói; cần sửa %d chỗ:".formatted(faults.size()));
        faults.forEach(fault -> err.println("  " + fault));
        return 2;
    }

    private static Map<String, String> options(String[] args, List<String> faults) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            String name = args[i].replaceFirst("^--", "");
            boolean known = Order.NEEDED.contains(name) || Order.OPTIONAL.contains(name);
            if (!args[i].startsWith("--") || !known) {
                faults.add("không có tùy chọn %s".formatted(args[i]));
            } else if (i + 1 == args.length) {
                faults.add("%s cần một giá trị".formatted(args[i]));
            } else if (options.put(name, args[i + 1]) != null) {
                faults.add("%s ghi hai lần".formatted(args[i]));
            }
        }
        return options;
    }

    private static boolean filled(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
