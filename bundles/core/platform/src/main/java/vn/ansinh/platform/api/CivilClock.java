package vn.ansinh.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one clock (đồng hồ) every room asks: legal dates never come from the database or the machine
 * directly. It may be fixed or shifted by configuration for demonstrations and tests, and then says
 * so wherever it shows.
 */
public interface CivilClock {

    /** Now. */
    Instant now();

    /** Zone of legal dates, Asia/Ho_Chi_Minh unless configured. */
    ZoneId zone();

    /** Today in {@link #zone()}. */
    default LocalDate today() {
        return now().atZone(zone()).toLocalDate();
    }

    /** Whether the clock is fixed or shifted, to be shown to people. */
    boolean adjusted();
}
