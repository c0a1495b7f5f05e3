package vn.ansinh.documents.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The shared strings of a workbook in a file of its own, so that memory does not grow with them:
 * only where each begins is kept, and the last ones asked for.
 */
final class SpooledStrings extends DefaultHandler implements AutoCloseable {

    private static final int KEPT = 4096;
    private static final int LONGEST = 40_000;

    private final Path file;
    private final FileChannel channel;
    private long[] begins = new long[1024];
    private int count;
    private OutputStream out;
    private long written;
    private boolean text;
    private int phonetic;
    private final StringBuilder current = new StringBuilder();
    private final Map<Integer, String> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
                    return size() > KEPT;
                }
            };

    SpooledStrings(InputStream sharedStrings) throws IOException, SAXException {
        file = Files.createTempFile("ansinh-strings", ".tmp");
        try {
            if (sharedStrings != null) {
                try (OutputStream spool =
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    out = spool;
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(this);
                    parser.parse(new InputSource(sharedStrings));
                } catch (javax.xml.parsers.ParserConfigurationException e) {
                    throw new IllegalStateException(e);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException | SAXException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A string; empty when the workbook names one it does not have. */
    String get(int index) {
        if (index < 0 || index >= count) {
            return "";
        }
        return last.computeIfAbsent(index, this::read);
    }

    private String read(int index) {
        long end = index + 1 < count ? begins[index + 1] : written;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begins[index]));
        try {
            while (bytes.hasRemaining()
                    && channel.read(bytes, begins[index] + bytes.position()) >= 0) {
                // Reads until the string is whole.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        switch (local) {
            case "si" -> current.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> text = phonetic == 0;
            default -> text = false;
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (text && current.length() < LONGEST) {
            current.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        switch (local) {
            case "t" -> text = false;
            case "rPh" -> phonetic--;
            case "si" -> keep();
            default -> {
                // Runs and their properties.
            }
        }
    }

    private void keep() {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
        }
        begins[count++] = written;
        byte[] bytes = current.toString().getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written += bytes.length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
