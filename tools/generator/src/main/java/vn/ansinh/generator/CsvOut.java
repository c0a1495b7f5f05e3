package vn.ansinh.generator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A CSV file that says in its first line that it is made up. */
final class CsvOut implements AutoCloseable {

    /** Columns of running decisions that the generator fills. */
    static final List<String> COLUMNS =
            List.of(
                    "full_name",
                    "sex",
                    "birth",
                    "personal_id",
                    "unit_code",
                    "death",
                    "decision_number",
                    "decision_authority",
                    "signed_on",
                    "ground",
                    "component",
                    "coefficient",
                    "first_month",
                    "last_month",
                    "channel",
                    "payee_name",
                    "payee_relation",
                    "bank",
                    "account",
                    "poverty_national",
                    "poverty_national_to",
                    "poverty_local",
                    "disability_degree",
                    "disability_certificate_on",
                    "supporter",
                    "pension_dong",
                    "pension_from",
                    "social_pension_requested_on",
                    "social_pension_transferred_on",
                    "care");

    private final BufferedWriter out;
    private final List<String> columns;

    private CsvOut(BufferedWriter out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    static CsvOut create(Path file, List<String> columns) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(
                "# DỮ LIỆU GIẢ LẬP: người, số định danh, tài khoản và quyết định trong tệp này không có"
                        + " thật.\n");
        out.write(String.join(",", columns) + "\n");
        return new CsvOut(out, columns);
    }

    /** One row; a column that is not given stays empty. */
    void row(Map<String, String> cells) {
        try {
            for (int i = 0; i < columns.size(); i++) {
                out.write(i == 0 ? "" : ",");
                out.write(quoted(cells.getOrDefault(columns.get(i), "")));
            }
            out.write("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
