package vn.ansinh.assess;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.Question;
import vn.ansinh.locality.kit.LawFolder;

/**
 * {@code FOLDER --locality CODE --in FILE --out FILE}: assesses the facts of a file by the law that
 * the jars of the folder lay down for a locality. Exit status: 0 done, 1 refused with every fault,
 * 64 wrong use.
 */
public final class Assess {

    private Assess() {}

    /** Runs the command. */
    public static void main(String[] args) throws IOException {
        if (args.length != 7
                || !args[1].equals("--locality")
                || !args[3].equals("--in")
                || !args[5].equals("--out")) {
            System.err.println(
                    "Cách dùng / usage: ./ansinh assess --locality MÃ --in TỆP.json --out TỆP.json");
            System.exit(64);
        }
        try {
            int cases = run(Path.of(args[0]), args[2], Path.of(args[4]), Path.of(args[6]));
            System.out.println("Đã xét / assessed: " + cases);
        } catch (IllegalArgumentException e) {
            System.err.println("LỖI / ERROR: " + e.getMessage());
            System.exit(1);
        } catch (NoSuchFileException e) {
            System.err.println("LỖI / ERROR: không có tệp " + e.getFile());
            System.exit(1);
        }
    }

    /**
     * Assesses a file.
     *
     * @return number of cases
     * @throws IllegalArgumentException with every fault; nothing is written then
     */
    static int run(Path laws, String locality, Path in, Path out) throws IOException {
        List<Question> questions = Cases.read(in);
        try (LawFolder folder = new LawFolder(laws)) {
            Engine engine = Engines.standard();
            PolicySnapshot law = folder.law(locality);
            Answers.write(
                    out,
                    locality,
                    questions.stream()
                            .map(
                                    question ->
                                            new Answers.Answer(
                                                    question.id(), question.answer(engine, law)))
                            .toList());
        }
        return questions.size();
    }

    static boolean isCsv(Path file) {
        return file.toString().endsWith(".csv");
    }
}
