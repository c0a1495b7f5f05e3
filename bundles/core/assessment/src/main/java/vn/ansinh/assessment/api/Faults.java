package vn.ansinh.assessment.api;

import java.util.ArrayList;
import java.util.List;

/** Every fault of given cases with its place; cases with one are refused whole. */
public final class Faults {

    private final List<Fault> all = new ArrayList<>();

    /**
     * A fault.
     *
     * @param row case or line as people count, from 1; 0 when the whole is at fault
     * @param field field, e.g. {@code month}, {@code facts[2].kind}; may be empty
     * @param sentence what is wrong, in Vietnamese
     */
    public record Fault(int row, String field, String sentence) {}

    /** Adds one. */
    public void add(int row, String field, String sentence) {
        all.add(new Fault(row, field, sentence));
    }

    /** In the order they were found. */
    public List<Fault> all() {
        return List.copyOf(all);
    }

    int count() {
        return all.size();
    }
}
