package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Reads workbooks and CSV of officers and writes workbooks; holds nothing after a call. */
public final class SheetFiles implements Sheets {

    @Override
    public void read(String fileName, Path file, Reader reader) {
        withOwnLoader(
                () -> {
                    try {
                        switch (FileType.of(file)) {
                            case WORKBOOK -> new XlsxReader(fileName, file).read(reader);
                            case TEXT -> new CsvReader(fileName, file).read(reader);
                            default -> throw new IllegalStateException("a type without a reader");
                        }
                    } catch (FileType.Wrong e) {
                        throw refused(fileName, e.getMessage(), e);
                    } catch (IOException e) {
                        throw refused(fileName, "bị hỏng hoặc tải lên chưa đủ", e);
                    }
                    return null;
                });
    }

    @Override
    public void write(OutputStream out, Consumer<Book> content) {
        withOwnLoader(
                () -> {
                    try (BookWriter book = new BookWriter()) {
                        content.accept(book);
                        book.write(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return null;
                });
    }

    static AnsinhException refused(String fileName, String why, Throwable cause) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT, "Tệp «" + fileName + "» " + why + ".", cause);
    }

    /** POI, XMLBeans and the XML parsers look for their parts by the thread's class loader. */
    private static void withOwnLoader(Supplier<Void> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SheetFiles.class.getClassLoader());
        try {
            work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
