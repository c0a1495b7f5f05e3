package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.generator.DemoBooks.Edit;

/**
 * The workbooks of the demonstration are the generator's own, of the same people as its CSV; what
 * was written otherwise in them is exactly what {@link DemoBooks} names.
 */
class DemoBooksTest {

    private static final Path DEMO =
            Path.of("../../karaf-assembly/src/main/demo").resolve(DemoBooks.FOLDER);
    private static final long LARGEST = 200_000;

    @TempDir private static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        String[] args = {
            "--people",
            "120",
            "--seed",
            "2026",
            "--workbooks",
            "--localities",
            "hung-dao",
            "--out",
            folder.toString()
        };
        assertThat(Generator.run(args, System.out, System.err)).isZero();
    }

    @Test
    void thePaidListsAreTheGenerators() {
        for (String name : DemoBooks.UNTOUCHED) {
            assertThat(DEMO.resolve(name)).hasSameBinaryContentAs(generated(name));
        }
    }

    @Test
    void theOtherTwoDifferInTheNamedCellsOnly() {
        assertThat(differences(DemoBooks.RUNNING)).isEqualTo(named(DemoBooks.MISTAKES));
        assertThat(differences(DemoBooks.REVIEW)).isEqualTo(named(DemoBooks.CORRECTIONS));
    }

    /** The control: a mistake that is not named would be noticed. */
    @Test
    void oneMistakeLessIsNoticed() {
        assertThat(differences(DemoBooks.RUNNING))
                .isNotEqualTo(named(DemoBooks.MISTAKES.subList(1, DemoBooks.MISTAKES.size())));
    }

    @Test
    void theyAreSmallAndSayThatTheyAreSynthetic() throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.toList()) {
                assertThat(Files.size(file)).isLessThan(LARGEST);
                assertThat(Written.workbook(file))
                        .allSatisfy(
                                table ->
                                        assertThat(table.rows().get(0).get(0))
                                                .startsWith("DỮ LIỆU GIẢ LẬP"));
            }
        }
    }

    private static Path generated(String name) {
        return folder.resolve("hung-dao").resolve(name);
    }

    private static List<String> named(List<Edit> edits) {
        return edits.stream()
                .map(e -> cell(e.sheet(), e.row(), e.column(), e.text().replaceFirst("^=", "")))
                .toList();
    }

    /** Cells of the committed workbook that are not the generator's. */
    private static List<String> differences(String name) {
        List<Written.Table> right = Written.workbook(generated(name));
        List<Written.Table> ours = Written.workbook(DEMO.resolve(name));
        assertThat(ours).hasSameSizeAs(right);
        List<String> found = new ArrayList<>();
        for (int t = 0; t < right.size(); t++) {
            String sheet = right.get(t).sheet();
            List<List<String>> rows = right.get(t).rows();
            assertThat(ours.get(t).sheet()).isEqualTo(sheet);
            assertThat(ours.get(t).rows()).hasSameSizeAs(rows);
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    String text = ours.get(t).rows().get(r).get(c);
                    if (!text.equals(rows.get(r).get(c))) {
                        found.add(cell(sheet, r + 1, c, text));
                    }
                }
            }
        }
        return found;
    }

    private static String cell(String sheet, int row, int column, String text) {
        return sheet + " " + row + " " + column + " «" + text + "»";
    }
}
