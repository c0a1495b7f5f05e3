package vn.ansinh.generator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV file that says in its first line that it is made up. */
final class CsvOut implements AutoCloseable {

    private final BufferedWriter out;
    private final int columns;

    private CsvOut(BufferedWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    static CsvOut create(Output output, String name, List<String> columns) throws IOException {
        BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(output.file(name), StandardCharsets.UTF_8), 1 << 16);
        out.write(
                "# DỮ LIỆU GIẢ LẬP: người, số định danh, tài khoản và quyết định trong tệp này không có"
                        + " thật.\n");
        out.write(String.join(",", columns) + "\n");
        return new CsvOut(out, columns.size());
    }

    /** One row, a cell for each column; null is an empty cell. */
    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        try {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                if (cells[i] != null) {
                    cell(cells[i].toString());
                }
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(String cell) throws IOException {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        out.write(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
