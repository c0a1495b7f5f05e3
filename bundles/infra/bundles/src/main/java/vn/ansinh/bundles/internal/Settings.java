package vn.ansinh.bundles.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Objects;

/**
 * Settings of PID {@code vn.ansinh.bundles}.
 *
 * @param inbox folder where the claim leaves jars
 * @param poll pause between two looks into it
 * @param checkLimit time a check may take
 * @param checkMemoryMb heap of a check, megabytes
 * @param startLimit time a bundle may take until its service is registered
 * @param grace time between the last new call of a retired bundle and its end
 */
record Settings(
        Path inbox,
        Duration poll,
        Duration checkLimit,
        int checkMemoryMb,
        Duration startLimit,
        Duration grace) {

    static Settings of(Dictionary<String, ?> config) {
        return new Settings(
                Path.of(text(config, "inbox")),
                Duration.ofMillis(number(config, "pollMillis")),
                Duration.ofSeconds(number(config, "checkSeconds")),
                number(config, "checkMemoryMb"),
                Duration.ofSeconds(number(config, "startSeconds")),
                Duration.ofSeconds(number(config, "graceSeconds")));
    }

    private static String text(Dictionary<String, ?> config, String key) {
        String value = Objects.toString(config.get(key), "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("vn.ansinh.bundles: key='" + key + "' is missing");
        }
        return value;
    }

    private static int number(Dictionary<String, ?> config, String key) {
        String value = text(config, key);
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(
                    "vn.ansinh.bundles: key='" + key + "' value='" + value + "' is not a number");
        }
        return Integer.parseInt(value);
    }
}
