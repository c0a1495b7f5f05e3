package vn.ansinh.generator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes synthetic people with running decisions (DỮ LIỆU GIẢ LẬP), in the form that the import of
 * running decisions reads, and beside them {@code truth.csv}: who was planted to differ from the
 * law, and how. The same arguments give the same bytes.
 *
 * <p>{@code --people N --seed S --localities A,B --out DIR}: N people in all, shared out evenly.
 */
public final class Generator {

    private static final String USAGE =
            "Cách dùng: --people N --seed S --localities hung-dao,long-bien --out THU_MUC";

    private Generator() {}

    /** Exit status 0 when the files were written, 2 when the arguments were wrong. */
    public static void main(String[] args) throws IOException {
        int status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        int people;
        long seed;
        List<Place> places = new ArrayList<>();
        try {
            people = Integer.parseInt(options.getOrDefault("--people", ""));
            seed = Long.parseLong(options.getOrDefault("--seed", ""));
            for (String code : options.getOrDefault("--localities", "").split(",")) {
                places.add(Place.of(code));
            }
        } catch (IllegalArgumentException e) {
            err.println(USAGE + " (" + e.getMessage() + ")");
            return 2;
        }
        String folder = options.getOrDefault("--out", "");
        if (args.length != 8 || options.size() != 4 || folder.isEmpty() || people < places.size()) {
            err.println(USAGE);
            return 2;
        }
        Path target = Files.createDirectories(Path.of(folder));
        try (CsvOut truth = CsvOut.create(target.resolve("truth.csv"), Truth.COLUMNS)) {
            int left = people;
            for (int i = 0; i < places.size(); i++) {
                int share = left / (places.size() - i);
                left -= share;
                Place place = places.get(i);
                Path file = target.resolve(place.code() + ".csv");
                try (CsvOut csv = CsvOut.create(file, CsvOut.COLUMNS)) {
                    new Population(place, seed).write(share, csv, truth);
                }
                out.println(place.code() + ": " + share + " người, tháng " + place.month());
            }
        }
        return 0;
    }
}
