package vn.ansinh.bundles.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.ansinh.activation.api.Intake.Offer;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.Locality;

/** Reads what a jar says of itself, without running any of it, and what speaks against it. */
final class JarReader {

    private static final String CONTRACT = Locality.class.getPackageName();
    private static final String CODE = "[a-z][a-z0-9-]{1,39}";
    private static final String NAME = "[A-Za-z0-9_.-]{1,100}";

    /** Of every finding here; the codes of what the kit finds are its kinds. */
    private static final String CODE_OF_ALL = "MANIFEST: ";

    private final Version contract;

    /**
     * A reader.
     *
     * @param contract version of the contract package in this container
     */
    JarReader(Version contract) {
        this.contract = contract;
    }

    /** The offer a jar makes; its findings are empty when the manifest is as it has to be. */
    Offer read(String sha256, byte[] bytes) {
        List<String> findings = new ArrayList<>();
        Set<String> entries = new HashSet<>();
        Attributes main = attributes(bytes, entries, findings);
        String name = symbolicName(main, findings);
        String version = version(main, findings);
        Clause header = header(main, findings);
        String kind = kind(header, findings);
        String code = code(header, "code", findings);
        String parent = parent(header, kind, findings);
        String type = header.values().getOrDefault("class", "");
        if (!entries.contains(type.replace('.', '/') + ".class")) {
            findings.add("lớp «%s» trong %s không có trong gói".formatted(type, BundleHeader.NAME));
        }
        forbidden(main, findings);
        imports(main, findings);
        List<String> coded = findings.stream().map(finding -> CODE_OF_ALL + finding).toList();
        return new Offer(kind, code, parent, name, version, sha256, bytes, coded);
    }

    private static Attributes attributes(byte[] bytes, Set<String> entries, List<String> findings) {
        Attributes main = new Attributes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
                if ("META-INF/MANIFEST.MF".equals(entry.getName())) {
                    main = new Manifest(zip).getMainAttributes();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.add("không đọc được tệp jar: " + e.getMessage());
        }
        return main;
    }

    private static String symbolicName(Attributes main, List<String> findings) {
        String name =
                Clause.parse(main.getValue(Constants.BUNDLE_SYMBOLICNAME)).stream()
                        .flatMap(c -> c.paths().stream())
                        .findFirst()
                        .orElse("");
        if (!name.matches(NAME)) {
            findings.add("thiếu Bundle-SymbolicName hợp lệ");
        }
        return name;
    }

    private static String version(Attributes main, List<String> findings) {
        String version = main.getValue(Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException e) {
            findings.add("Bundle-Version «" + version + "» không hợp lệ");
            return "";
        }
    }

    private static Clause header(Attributes main, List<String> findings) {
        List<Clause> clauses = Clause.parse(main.getValue(BundleHeader.NAME));
        if (clauses.size() != 1 || clauses.get(0).paths().size() != 1) {
            findings.add(
                    BundleHeader.NAME
                            + " phải có dạng «locality; code=…; parent=…; class=…» hoặc «law; …»");
            return new Clause(List.of(), Map.of());
        }
        return clauses.get(0);
    }

    private static String kind(Clause header, List<String> findings) {
        String kind = header.paths().isEmpty() ? "" : header.paths().get(0);
        if (BundleHeader.KIND_LOCALITY.equals(kind) || BundleHeader.KIND_LAW.equals(kind)) {
            return kind;
        }
        findings.add(BundleHeader.NAME + " phải bắt đầu bằng locality hoặc law");
        return "unknown";
    }

    private static String code(Clause header, String attribute, List<String> findings) {
        String code = header.values().getOrDefault(attribute, "");
        if (!code.matches(CODE)) {
            findings.add(
                    "%s: %s=«%s» không phải là một mã hợp lệ"
                            .formatted(BundleHeader.NAME, attribute, code));
            return "";
        }
        return code;
    }

    private static String parent(Clause header, String kind, List<String> findings) {
        boolean state =
                BundleHeader.KIND_LAW.equals(kind) && !header.values().containsKey("parent");
        return state ? "" : code(header, "parent", findings);
    }

    /** What would let a bundle reach others, or others reach it. */
    private static void forbidden(Attributes main, List<String> findings) {
        List<String> headers =
                List.of(
                        Constants.EXPORT_PACKAGE,
                        Constants.FRAGMENT_HOST,
                        Constants.DYNAMICIMPORT_PACKAGE,
                        Constants.REQUIRE_BUNDLE);
        for (String header : headers) {
            if (main.getValue(header) != null) {
                findings.add("gói không được có " + header + ": " + main.getValue(header));
            }
        }
    }

    private void imports(Attributes main, List<String> findings) {
        boolean found = false;
        for (Clause clause : Clause.parse(main.getValue(Constants.IMPORT_PACKAGE))) {
            if ("optional".equals(clause.values().get("resolution:"))) {
                findings.add("gói không được nhập tuỳ chọn (optional): " + clause.paths());
            }
            for (String path : clause.paths()) {
                if (path.equals(CONTRACT)) {
                    found = true;
                    range(clause.values().getOrDefault("version", "0"), findings);
                } else if (!path.startsWith("java.")) {
                    // Nothing else may be called, and what is not there never resolves.
                    findings.add("gói chỉ được nhập " + CONTRACT + ", không được nhập " + path);
                }
            }
        }
        if (!found) {
            findings.add("gói phải nhập " + CONTRACT);
        }
    }

    private void range(String text, List<String> findings) {
        try {
            if (!new VersionRange(text).includes(contract)) {
                findings.add(
                        "gói cần %s phiên bản %s, hệ thống có %s: hãy dựng lại gói với hợp đồng đó"
                                .formatted(CONTRACT, text, contract));
            }
        } catch (IllegalArgumentException e) {
            findings.add("khoảng phiên bản «" + text + "» của " + CONTRACT + " không hợp lệ");
        }
    }
}
