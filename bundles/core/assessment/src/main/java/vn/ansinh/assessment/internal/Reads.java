package vn.ansinh.assessment.internal;

import java.util.Arrays;

/** The uncertain rows that a question read, in order. Of one thread. */
final class Reads {

    private static final int[] NOTHING = {};

    private int[] rows = new int[4];
    private int size;

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    boolean any() {
        return size > 0;
    }

    /** What was read since the last time. */
    int[] take() {
        if (size == 0) {
            return NOTHING;
        }
        int[] taken = Arrays.copyOf(rows, size);
        size = 0;
        return taken;
    }
}
