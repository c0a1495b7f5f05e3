package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is, by its first bytes; its name proves nothing. */
enum FileType {
    /** A zip, perhaps a workbook. */
    WORKBOOK,
    /** Text, perhaps CSV. */
    TEXT;

    private static final int HEAD = 4096;

    /** A file that is not what an import can read; the message ends a sentence on the file. */
    static final class Wrong extends IOException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    static FileType of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new Wrong("trống, không có byte nào");
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return WORKBOOK;
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw new Wrong(ole(file));
        }
        String small = latin.strip().toLowerCase(Locale.ROOT);
        String other = known(latin, small);
        if (other != null) {
            throw new Wrong(other);
        }
        return TEXT;
    }

    private static String known(String latin, String small) {
        if (latin.startsWith("%PDF")) {
            return "là PDF; hãy gửi bảng tính gốc (XLSX hoặc CSV)";
        }
        if (latin.startsWith("\u0089PNG")
                || latin.startsWith("\u00FF\u00D8\u00FF")
                || latin.startsWith("GIF8")
                || latin.startsWith("BM")
                        && latin.length() > 14
                        && latin.charAt(6) == 0
                        && latin.charAt(7) == 0
                || latin.startsWith("II*\u0000")
                || latin.startsWith("MM\u0000*")
                || latin.startsWith("RIFF")) {
            return "là ảnh; hãy gửi bảng tính gốc (XLSX hoặc CSV)";
        }
        if (latin.startsWith("{\\rtf")) {
            return "là văn bản RTF; hãy gửi bảng tính gốc (XLSX hoặc CSV)";
        }
        if (small.startsWith("<?xml") || small.startsWith("<")) {
            return "là HTML hoặc XML mang tên bảng tính; hãy mở bằng Excel và lưu thành XLSX";
        }
        if (latin.startsWith("\u001F\u008B")
                || latin.startsWith("7z\u00BC\u00AF")
                || latin.startsWith("Rar!")) {
            return "là tệp nén; hãy giải nén và gửi bảng tính bên trong";
        }
        if (latin.startsWith("\t\b\b\u0000") || latin.startsWith("\t\u0004") || bof(latin)) {
            return "là Excel đời cũ (.xls); hãy mở bằng Excel và lưu thành XLSX";
        }
        if (latin.startsWith("\u007FELF") || latin.startsWith("MZ\u0090")) {
            return "là tệp chương trình, không phải bảng tính";
        }
        return null;
    }

    /** Workbooks of Excel 2 to 4 begin with a record of their own, without a container. */
    private static boolean bof(String latin) {
        return latin.length() > 4
                && latin.charAt(0) == 9
                && (latin.charAt(1) == 0 || latin.charAt(1) == 2 || latin.charAt(1) == 4)
                && latin.charAt(3) == 0;
    }

    /** An old workbook and an encrypted new one lie in the same kind of container. */
    private static String ole(Path file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] all;
        try (InputStream in = Files.newInputStream(file)) {
            all = in.readNBytes(8 << 20);
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        return text.contains(new String(mark, StandardCharsets.ISO_8859_1))
                ? "được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu và lưu lại"
                : "là Excel đời cũ (.xls) hoặc văn bản Office cũ; hãy mở bằng Excel và lưu thành"
                        + " XLSX";
    }
}
