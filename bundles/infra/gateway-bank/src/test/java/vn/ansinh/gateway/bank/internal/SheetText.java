package vn.ansinh.gateway.bank.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.documents.internal.SheetFiles;
import vn.ansinh.entitlement.port.Sheets;

/** The cells of a workbook that are not empty, row by row. */
final class SheetText {

    private SheetText() {}

    static List<List<String>> of(byte[] book) {
        List<List<String>> rows = new ArrayList<>();
        try {
            Path file = Files.createTempFile("book", ".xlsx");
            Files.write(file, book);
            new SheetFiles()
                    .read(
                            "book.xlsx",
                            file,
                            new Sheets.Reader() {
                                @Override
                                public void sheet(String name, boolean hidden) {
                                    rows.add(List.of(name));
                                }

                                @Override
                                public void row(Sheets.Row row) {
                                    rows.add(row.cells().stream().map(Sheets.Cell::text).toList());
                                }
                            });
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
