package vn.ansinh.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short crash program; the long one is itests/crash. DỮ LIỆU GIẢ LẬP. */
class CrashTest {
    @TempDir private Path folder;

    @Test
    void aMonthKilledEverywhereIsPaidOnce() throws Exception {
        Score score = Crash.run(folder, 18, 11, 2_500, 45, false, List.of(Spot.values()));

        assertThat(score.differences).isEmpty();
        assertThat(score.months).isPositive();
        assertThat(score.kills()).as("%s", score.json()).isGreaterThanOrEqualTo(14);
        assertThat(score.inside * 100).isGreaterThanOrEqualTo(score.kills() * 80);
    }

    /** Without asking what became of a file, the bank pays twice, and that is seen. */
    @Test
    void withoutAskingItIsPaidTwice() throws Exception {
        Score score = Crash.run(folder, 1, 11, 300, 60, true, List.of(Spot.SENT_NOT_ANSWERED));

        assertThat(score.kills()).isEqualTo(1);
        assertThat(score.differences).anyMatch(d -> d.endsWith(" twice"));
    }
}
