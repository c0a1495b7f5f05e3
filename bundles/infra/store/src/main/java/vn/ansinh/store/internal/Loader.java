package vn.ansinh.store.internal;

import java.util.function.Supplier;

/** Runs library code that looks for classes through the thread's context class loader. */
final class Loader {

    private Loader() {}

    static <T> T with(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
