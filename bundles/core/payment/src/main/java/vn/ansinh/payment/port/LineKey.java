package vn.ansinh.payment.port;

import vn.ansinh.locality.api.Component;

/**
 * The stable number of a line within its month: its key packed into one number, in the same order,
 * so that a page can go on after it by the primary key and no further column or index is needed.
 */
public final class LineKey {

    /** Sequences below this fit into a number. */
    public static final int SEQUENCES = 1000;

    private LineKey() {}

    /** Number of a line. */
    public static long number(long personId, int componentCode, int sequence) {
        return (personId * 10 + componentCode) * SEQUENCES + sequence;
    }

    /** Person of a number. */
    public static long person(long number) {
        return number / SEQUENCES / 10;
    }

    /** Component code of a number. */
    public static int component(long number) {
        return (int) (number / SEQUENCES % 10);
    }

    /** Sequence of a number. */
    public static int sequence(long number) {
        return (int) (number % SEQUENCES);
    }

    /** Stable code of a component, as stored and hashed. */
    public static int code(Component component) {
        return switch (component) {
            case MONTHLY -> 1;
            case SINGLE_PARENT -> 2;
            case CARE -> 3;
            case FUNERAL -> 4;
            case ONE_OFF -> 5;
        };
    }

    /** Component of a stored code. */
    public static Component componentOf(int code) {
        return switch (code) {
            case 1 -> Component.MONTHLY;
            case 2 -> Component.SINGLE_PARENT;
            case 3 -> Component.CARE;
            case 4 -> Component.FUNERAL;
            case 5 -> Component.ONE_OFF;
            default -> throw new IllegalArgumentException("no component has code " + code);
        };
    }
}
