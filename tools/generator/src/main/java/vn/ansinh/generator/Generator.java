package vn.ansinh.generator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes synthetic people (DỮ LIỆU GIẢ LẬP): their register, households, facts and decisions of five
 * years, the running decisions in the form that the import reads, on wish an officer's workbooks
 * and the lists of what was paid, and beside all of them {@code truth.csv}: what was planted. The
 * same arguments give the same bytes. What each file holds: docs/reference/generator.md.
 */
public final class Generator {

    private Generator() {}

    /**
     * Exit status 0 when the files were written, 2 when the arguments were wrong. The last line on
     * standard output is JSON: people, files, seconds, bytes and the SHA-256 of all files.
     */
    public static void main(String[] args) throws IOException {
        int status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        long began = System.nanoTime();
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return 2;
        }
        Output output = new Output(options.out());
        write(options, output, out);
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(
                java.util.Locale.ROOT,
                "{\"people\":%d,\"seed\":%d,\"files\":%d,\"seconds\":%.1f,\"bytes\":%d,\"sha256\":\"%s\"}%n",
                options.people(),
                options.seed(),
                output.files(),
                seconds,
                output.bytes(),
                output.sha256OfAll());
        return 0;
    }

    private static void write(Options options, Output output, PrintStream out) throws IOException {
        List<Place> places = options.places();
        int left = options.people();
        try (CsvOut truth = CsvOut.create(output, "truth.csv", Truth.COLUMNS)) {
            for (int i = 0; i < places.size(); i++) {
                int share = left / (places.size() - i);
                left -= share;
                Place place = places.get(i);
                Ids ids = new Ids(i, places.size(), options.seed());
                Lives lives = new Lives(place, options.seed(), ids);
                Population population = new Population(place, lives, ids, share);
                population.write(output, truth);
                if (options.workbooks()) {
                    new RunningBook(population, output, truth).write();
                    new ReviewBook(population).write(output, truth);
                    for (YearMonth month : population.months()) {
                        new PaidBook(population, output, truth).write(month);
                    }
                }
                out.println(place.code() + ": " + share + " người, tháng " + place.month());
            }
        }
    }

    /** The arguments, checked. */
    record Options(int people, long seed, List<Place> places, Path out, boolean workbooks) {

        static final String USAGE =
                "Cách dùng: ./ansinh generate --people N --seed S --localities A,B --out THƯ_MỤC"
                        + " [--units TỆP.csv] [--workbooks]\n"
                        + "  N: số người của tất cả địa phương, mỗi địa phương ít nhất 1, nhiều nhất"
                        + " 4.000.000\n"
                        + "  địa phương có sẵn: "
                        + String.join(", ", Places.known())
                        + "; mã khác thành một xã thông thường\n"
                        + "  TỆP.csv: locality,unit_code,unit_name";

        static Options parse(String[] args) throws IOException {
            Map<String, String> given = new java.util.HashMap<>();
            boolean workbooks = false;
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--workbooks")) {
                    workbooks = true;
                } else if (!List.of("--people", "--seed", "--localities", "--out", "--units")
                        .contains(args[i])) {
                    throw new IllegalArgumentException("Không có tham số «" + args[i] + "».");
                } else if (i + 1 == args.length || args[i + 1].isBlank()) {
                    throw new IllegalArgumentException("Thiếu giá trị của " + args[i] + ".");
                } else if (given.put(args[i], args[++i]) != null) {
                    throw new IllegalArgumentException(args[i - 1] + " được ghi hai lần.");
                }
            }
            long people = number(given, "--people");
            long seed = number(given, "--seed");
            List<Place> places = places(given);
            if (people < places.size() || people > Ids.MOST_PEOPLE) {
                throw new IllegalArgumentException(
                        "--people phải từ " + places.size() + " đến " + Ids.MOST_PEOPLE + ".");
            }
            Path out = Path.of(required(given, "--out"));
            return new Options((int) people, seed, places, out, workbooks);
        }

        private static List<Place> places(Map<String, String> given) throws IOException {
            String units = given.get("--units");
            Map<String, List<Place.Unit>> byCode =
                    units == null ? Map.of() : Places.units(Path.of(units));
            List<Place> places = new ArrayList<>();
            for (String code : required(given, "--localities").split(",", -1)) {
                Place place = Places.of(code.strip(), byCode);
                if (places.stream().anyMatch(p -> p.code().equals(place.code()))) {
                    throw new IllegalArgumentException(
                            "Địa phương «" + place.code() + "» được ghi hai lần.");
                }
                places.add(place);
            }
            if (places.size() > Ids.MOST_PLACES) {
                throw new IllegalArgumentException(
                        "Nhiều nhất " + Ids.MOST_PLACES + " địa phương một lần.");
            }
            return places;
        }

        private static long number(Map<String, String> given, String key) {
            try {
                return Long.parseLong(required(given, key));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(key + " phải là số nguyên.", e);
            }
        }

        private static String required(Map<String, String> given, String key) {
            String value = given.get(key);
            if (value == null) {
                throw new IllegalArgumentException("Thiếu " + key + ".");
            }
            return value;
        }
    }
}
