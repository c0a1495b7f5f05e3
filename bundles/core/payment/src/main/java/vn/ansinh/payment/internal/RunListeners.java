package vn.ansinh.payment.internal;

import java.util.List;

/**
 * Who is told of every move of a run, in this order. The one list of them is in {@code runs.xml}.
 *
 * @param all the listeners
 */
public record RunListeners(List<RunListener> all) {

    /** The listeners. */
    public RunListeners {
        all = List.copyOf(all);
    }
}
