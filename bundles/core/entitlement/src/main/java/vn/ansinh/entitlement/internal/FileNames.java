package vn.ansinh.entitlement.internal;

import vn.ansinh.beneficiary.api.Names;

/** Names of files as they may be kept and shown. */
final class FileNames {

    private static final int LONGEST = 150;

    private FileNames() {}

    /** Without folders and control characters. */
    static String tidy(String name) {
        String plain = name == null ? "" : name.replaceAll(".*[/\\\\]", "");
        String clean = Names.tidy(plain.replaceAll("\\p{Cntrl}", " "));
        if (clean.isEmpty()) {
            return "tệp không tên";
        }
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
