package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a zip before any library trusts it: what it claims to be, macros and links, and how
 * much it really unpacks to (declared sizes can lie).
 */
final class ZipCheck {

    /** Unpacked bytes of one file in all; a workbook of 100,000 rows has about 60 MB. */
    static final long MOST_BYTES = 400L << 20;

    /** A part that unpacks to more than this often its size is a trap, if it is not small. */
    static final long MOST_RATIO = 200;

    private static final long SMALL = 4L << 20;
    private static final int MOST_PARTS = 2000;
    private static final int HEAD = 2048;

    private ZipCheck() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = Collections.list(zip.entries());
            Set<String> names = new HashSet<>();
            for (ZipEntry part : parts) {
                if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
                    throw new FileType.Wrong("có hai phần trùng tên bên trong; tệp bị hỏng");
                }
            }
            kind(names);
            if (parts.size() > MOST_PARTS) {
                throw new FileType.Wrong(
                        "có quá nhiều phần bên trong; không phải bảng tính thường");
            }
            long all = 0;
            for (ZipEntry part : parts) {
                all += unpack(zip, part, MOST_BYTES - all);
            }
        } catch (ZipException e) {
            throw new IOException("not a zip", e);
        }
    }

    private static void kind(Set<String> names) throws FileType.Wrong {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new FileType.Wrong("có macro; hãy lưu thành XLSX không macro");
        }
        if (names.contains("xl/workbook.bin")) {
            throw new FileType.Wrong("là bảng tính nhị phân (.xlsb); hãy lưu thành XLSX");
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/externallinks/"))) {
            throw new FileType.Wrong(
                    "liên kết tới tệp khác; hãy chép và dán lại thành giá trị rồi bỏ liên kết");
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            throw new FileType.Wrong("là văn bản Word; hãy gửi bảng tính (XLSX hoặc CSV)");
        }
        if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
            throw new FileType.Wrong("là bản trình chiếu; hãy gửi bảng tính (XLSX hoặc CSV)");
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            throw new FileType.Wrong("là OpenDocument (.ods); hãy lưu thành XLSX");
        }
        if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
            throw new FileType.Wrong("là tệp nén, không phải bảng tính XLSX");
        }
    }

    private static long unpack(ZipFile zip, ZipEntry part, long left) throws IOException {
        boolean xml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
        long packed = Math.max(1, part.getCompressedSize());
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(part)) {
            byte[] head = in.readNBytes(HEAD);
            if (xml && doctype(head)) {
                throw new FileType.Wrong(
                        "có khai báo DOCTYPE trong XML; bị từ chối vì không an toàn");
            }
            unpacked = head.length;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpacked += n;
                if (unpacked > left || unpacked > SMALL && unpacked / packed > MOST_RATIO) {
                    throw new FileType.Wrong(
                            "bung ra quá lớn so với kích thước (bom nén); bị từ chối");
                }
            }
        }
        return unpacked;
    }

    /** In any of the encodings XML may have. */
    private static boolean doctype(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\u0000", "");
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }
}
