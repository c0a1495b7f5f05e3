package vn.ansinh.activation.internal;

/** Order of bundle versions: three numbers, then the qualifier as text. */
final class Versions {

    private Versions() {}

    /** Negative, zero or positive as {@code a} is lower than, equal to or higher than {@code b}. */
    static int compare(String a, String b) {
        String[] left = a.split("\\.", 4);
        String[] right = b.split("\\.", 4);
        for (int i = 0; i < 3; i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return qualifier(left).compareTo(qualifier(right));
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("[0-9]{1,9}")
                ? Integer.parseInt(parts[at])
                : 0;
    }

    private static String qualifier(String[] parts) {
        return parts.length > 3 ? parts[3] : "";
    }
}
