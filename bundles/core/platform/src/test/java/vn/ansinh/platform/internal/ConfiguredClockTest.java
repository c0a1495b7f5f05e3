package vn.ansinh.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConfiguredClockTest {

    private static final String ZONE = "Asia/Ho_Chi_Minh";

    @Test
    void todayIsTheDayInVietnamNotInUtc() {
        var clock = new ConfiguredClock(ZONE, "2026-03-31T17:30:00Z", "");

        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aFixedOrShiftedClockSaysSo() {
        assertThat(new ConfiguredClock(ZONE, "2026-03-01T00:00:00Z", "").adjusted()).isTrue();
        assertThat(new ConfiguredClock(ZONE, "", "PT-24H").adjusted()).isTrue();
        assertThat(new ConfiguredClock(ZONE, "", "").adjusted()).isFalse();
    }

    @Test
    void anOffsetMovesTheMachinesTime() {
        Instant shifted = new ConfiguredClock(ZONE, "", "PT-24H").now();

        assertThat(shifted).isBefore(Instant.now().minusSeconds(23 * 3600));
    }

    @Test
    void aWrongSettingNamesItsKey() {
        assertThatThrownBy(() -> new ConfiguredClock(ZONE, "tomorrow", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key='fixed'");
        assertThatThrownBy(() -> new ConfiguredClock(ZONE, "2026-03-01T00:00:00Z", "PT1H"))
                .hasMessageContaining("not both");
    }
}
