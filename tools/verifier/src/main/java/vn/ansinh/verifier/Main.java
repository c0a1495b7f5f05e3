package vn.ansinh.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code verifier export FILE SEQ:HASH} and {@code verifier proof FILE SEQ:HASH}. Exit status 0
 * when all is as it was, 1 when something was changed, 2 for a wrong call.
 */
public final class Main {
    private static final String USAGE =
            "Cách dùng: verifier export TỆP SỐ:MÃ_BĂM | verifier proof TỆP SỐ:MÃ_BĂM";

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /**
     * Runs it.
     *
     * @param out where the sentences go
     * @return exit status
     */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3 || !arguments[0].matches("export|proof")) {
            out.println(USAGE);
            return 2;
        }
        try {
            Path file = Path.of(arguments[1]);
            Chain.Root root = Chain.Root.of(arguments[2]);
            return arguments[0].equals("export") ? export(file, root, out) : proof(file, root, out);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("Không đọc được tệp: " + e.getMessage());
            return 2;
        }
    }

    private static int export(Path file, Chain.Root root, PrintStream out) throws IOException {
        Export export = new Export(root);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return say(export.faults(lines), "Nguyên vẹn: " + export.summary() + ".", out);
        }
    }

    private static int proof(Path file, Chain.Root root, PrintStream out) throws IOException {
        JsonNode proof = new ObjectMapper().readTree(Files.readString(file));
        List<String> faults;
        try {
            faults = Proof.faults(proof, root);
        } catch (RuntimeException e) {
            faults = List.of("Giấy chứng thiếu hoặc hỏng một phần.");
        }
        return say(faults, "Đúng: " + proof.path("text").asText(), out);
    }

    private static int say(List<String> faults, String good, PrintStream out) {
        faults.forEach(out::println);
        if (faults.isEmpty()) {
            out.println(good);
        }
        return faults.isEmpty() ? 0 : 1;
    }
}
