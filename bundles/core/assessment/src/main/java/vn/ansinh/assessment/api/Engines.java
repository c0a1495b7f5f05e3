package vn.ansinh.assessment.api;

import vn.ansinh.assessment.internal.StandardEngine;

/** Where code outside a container (the kit, tools, tests) gets the engine from. */
public final class Engines {

    private Engines() {}

    /** The engine; the same one that the container publishes as a service. */
    public static Engine standard() {
        return new StandardEngine();
    }
}
