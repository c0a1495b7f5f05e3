package vn.ansinh.locality.kit;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;

/**
 * What a bundle contributes, made from the class its header names.
 *
 * @param kind {@code law} or {@code locality}
 * @param code code in the header
 * @param layer its layer
 * @param locality the locality, or null for a law
 */
record Contribution(String kind, String code, LawLayer layer, Locality locality) {

    /** Makes it, or adds what is wrong and returns null. */
    static Contribution of(BundleFile bundle, List<Finding> findings) {
        String header = bundle.header();
        if (header == null) {
            findings.add(manifest("thiếu tiêu đề " + BundleHeader.NAME));
            return null;
        }
        String kind = header.split(";")[0].trim();
        String code = attribute(header, "code");
        String className = attribute(header, "class");
        boolean locality = kind.equals(BundleHeader.KIND_LOCALITY);
        if (!locality && !kind.equals(BundleHeader.KIND_LAW)) {
            findings.add(manifest("phần đầu phải là locality hoặc law: " + header));
            return null;
        }
        if (code == null || !code.matches("[a-z][a-z0-9-]{1,39}") || className == null) {
            findings.add(manifest("cần code=… và class=…: " + header));
            return null;
        }
        Object made = make(bundle, className, findings);
        if (made == null) {
            return null;
        }
        Class<?> wanted = locality ? Locality.class : LawLayer.class;
        if (!wanted.isInstance(made)) {
            findings.add(wrong(className, "phải là một " + wanted.getSimpleName()));
            return null;
        }
        Contribution contribution = contribution(kind, code, className, made, findings);
        String parent = Objects.requireNonNullElse(attribute(header, "parent"), "");
        if (contribution != null && !parent.equals(contribution.layer().parent())) {
            String fault = "tầng dựa trên '%s' nhưng tiêu đề ghi parent=%s";
            findings.add(manifest(fault.formatted(contribution.layer().parent(), parent)));
            return null;
        }
        return contribution;
    }

    private static Contribution contribution(
            String kind, String code, String className, Object made, List<Finding> findings) {
        try {
            Locality locality = made instanceof Locality one ? one : null;
            LawLayer layer = locality == null ? (LawLayer) made : locality.layer();
            List<String> faults = new ArrayList<>();
            if (layer == null || layer.rows() == null || layer.grounds() == null) {
                findings.add(wrong(className, "tầng chính sách, dòng và nhóm không được là null"));
                return null;
            }
            if (!code.equals(layer.code())) {
                faults.add("mã tầng '%s' khác mã trong tiêu đề '%s'".formatted(layer.code(), code));
            }
            if (locality != null && !code.equals(locality.profile().code())) {
                faults.add("mã hồ sơ địa phương khác mã trong tiêu đề '" + code + "'");
            }
            if (locality != null && !locality.profile().law().equals(layer.parent())) {
                faults.add("tầng của địa phương phải dựa trên " + locality.profile().law());
            }
            faults.forEach(fault -> findings.add(wrong(className, fault)));
            return faults.isEmpty() ? new Contribution(kind, code, layer, locality) : null;
        } catch (RuntimeException | LinkageError e) {
            findings.add(wrong(className, "hỏng khi hỏi: " + e));
            return null;
        }
    }

    private static Object make(BundleFile bundle, String className, List<Finding> findings) {
        try {
            return bundle.load(className).getConstructor().newInstance();
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            findings.add(wrong(className, "không có lớp public với hàm dựng public không đối số"));
        } catch (InstantiationException e) {
            findings.add(wrong(className, "lớp trừu tượng"));
        } catch (InvocationTargetException e) {
            faults(className, e.getCause(), findings);
        } catch (LinkageError e) {
            faults(className, e.getCause() == null ? e : e.getCause(), findings);
        }
        return null;
    }

    /** A constructor that reads its table throws one line per fault; each is a finding. */
    private static void faults(String className, Throwable cause, List<Finding> findings) {
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            cause.getMessage().lines().forEach(line -> findings.add(wrong(className, line)));
        } else {
            findings.add(wrong(className, "hỏng khi dựng: " + cause));
        }
    }

    private static String attribute(String header, String name) {
        for (String part : header.split(";")) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length == 2 && pair[0].trim().equals(name)) {
                return pair[1].trim();
            }
        }
        return null;
    }

    private static Finding manifest(String message) {
        return new Finding(Finding.Kind.MANIFEST, BundleHeader.NAME, message);
    }

    private static Finding wrong(String className, String message) {
        return new Finding(Finding.Kind.CLASS, className, message);
    }
}
