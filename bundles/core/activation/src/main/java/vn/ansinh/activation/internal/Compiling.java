package vn.ansinh.activation.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.platform.api.AnsinhException;

/**
 * Compiles line-ups once: what a diff looked at is there when it is activated, and what was
 * replaced is there for the way back. Not thread-safe.
 */
final class Compiling {
    private final Engine engine;
    private Lineup looked = Lineup.EMPTY;
    private Lineup replaced = Lineup.EMPTY;

    Compiling(Engine engine) {
        this.engine = engine;
    }

    /**
     * The line-up of versions that run.
     *
     * @param now what readers see
     * @param onFault as for {@link Lineup#of}
     */
    Lineup of(Collection<Live> versions, Lineup now, Consumer<AnsinhException> onFault) {
        looked = Lineup.of(engine, versions, List.of(now, looked, replaced), onFault);
        return looked;
    }

    /** Keeps what was in force until now. */
    void replaced(Lineup before) {
        replaced = before;
    }

    /** Lets go of what was compiled from versions that run no more. */
    void keep(Predicate<String> runs) {
        looked = looked.only(runs);
        replaced = replaced.only(runs);
    }
}
