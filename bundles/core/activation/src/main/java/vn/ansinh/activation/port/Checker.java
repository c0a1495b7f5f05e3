package vn.ansinh.activation.port;

import java.util.List;

/**
 * Runs the check of a jar (kit and golden cases) in a process of its own, so that nothing the jar
 * does reaches this container. Implemented by infra/bundles; takes seconds.
 */
public interface Checker {

    /**
     * Checks a jar together with the laws it stands on.
     *
     * @param candidate bytes of the jar
     * @param layers bytes of the law jars below it, from the State up
     * @return what is wrong, in Vietnamese; empty when it passed
     */
    List<String> check(byte[] candidate, List<byte[]> layers);
}
