package vn.ansinh.assessment.internal;

import java.math.BigDecimal;
import java.util.Optional;
import vn.ansinh.locality.api.Parameters;

/**
 * The rows of a view as one layer sees them; with a set given, it notes there which uncertain rows
 * are read.
 */
final class ViewParameters implements Parameters {

    private final CompiledPolicy policy;
    private final int[] rows;
    private final Reads reads;

    ViewParameters(CompiledPolicy policy, int[] rows, Reads reads) {
        this.policy = policy;
        this.rows = rows;
        this.reads = reads;
    }

    /** The same, noting every uncertain row that is read. */
    ViewParameters noting(Reads into) {
        return new ViewParameters(policy, rows, into);
    }

    @Override
    public int integer(String key) {
        int row = row(key);
        if (row == View.NONE || policy.hundredths[row] < 0) {
            throw new IllegalStateException("no whole number in force: " + key);
        }
        return Math.toIntExact(policy.hundredths[row] / 100);
    }

    @Override
    public Optional<String> text(String key) {
        int row = row(key);
        return row == View.NONE ? Optional.empty() : Optional.of(policy.value(row));
    }

    @Override
    public Optional<BigDecimal> decimal(String key) {
        return text(key).map(BigDecimal::new);
    }

    private int row(String key) {
        int index = policy.law.key(key);
        int row = index < 0 ? View.NONE : rows[index];
        if (reads != null && row != View.NONE && policy.uncertain(row)) {
            reads.add(row);
        }
        return row;
    }
}
