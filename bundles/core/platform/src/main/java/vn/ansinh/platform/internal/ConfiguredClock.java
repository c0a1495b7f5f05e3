package vn.ansinh.platform.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.ansinh.platform.api.CivilClock;

/** The clock of PID {@code vn.ansinh.platform}. */
public final class ConfiguredClock implements CivilClock {

    private final Clock clock;
    private final boolean adjusted;

    /**
     * From configuration.
     *
     * @param zone zone id
     * @param fixed ISO instant at which the clock stands, or empty
     * @param offset ISO duration added to the machine's time, or empty; not together with fixed
     */
    public ConfiguredClock(String zone, String fixed, String offset) {
        ZoneId zoneId = parse("zone", zone, () -> ZoneId.of(zone.strip()));
        boolean hasFixed = !fixed.isBlank();
        boolean hasOffset = !offset.isBlank();
        if (hasFixed && hasOffset) {
            throw new IllegalArgumentException(
                    "vn.ansinh.platform: set 'fixed' or 'offset', not both");
        }
        if (hasFixed) {
            clock = Clock.fixed(parse("fixed", fixed, () -> Instant.parse(fixed.strip())), zoneId);
        } else if (hasOffset) {
            Duration shift = parse("offset", offset, () -> Duration.parse(offset.strip()));
            clock = Clock.offset(Clock.system(zoneId), shift);
        } else {
            clock = Clock.system(zoneId);
        }
        adjusted = hasFixed || hasOffset;
    }

    private static <T> T parse(String key, String value, java.util.function.Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "vn.ansinh.platform: key='" + key + "' value='" + value + "' is not understood",
                    e);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public ZoneId zone() {
        return clock.getZone();
    }

    @Override
    public boolean adjusted() {
        return adjusted;
    }
}
