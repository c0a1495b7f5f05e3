package vn.ansinh.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short crash program; the long one is itests/crash. DỮ LIỆU GIẢ LẬP. */
class CrashTest {
    @TempDir private Path folder;

    /** Every second one of a run's, all of sending and settling; chunks so large are copied. */
    @Test
    void aMonthKilledAtManyPointsIsPaidOnce() throws Exception {
        List<Spot> spots =
                List.of(
                        Spot.CHUNK_CLAIMED,
                        Spot.MID_COPY,
                        Spot.CHUNK_COMMITTED,
                        Spot.APPROVE_HALF,
                        Spot.AFTER_CLAIM,
                        Spot.INTENT_WRITTEN,
                        Spot.BEFORE_CALL,
                        Spot.SENT_NOT_ANSWERED,
                        Spot.ANSWERED_NOT_RECORDED,
                        Spot.ANSWER_COMMITTED,
                        Spot.CLOSE_HALF,
                        Spot.STATEMENT_HALF_READ);

        Score score = Crash.run(folder, 12, 11, 2_500, 1_100, 20, false, spots);

        assertThat(score.differences).isEmpty();
        assertThat(score.months).isPositive();
        assertThat(score.kills()).as("%s", score.json()).isGreaterThanOrEqualTo(9);
        assertThat(score.inside * 100).isGreaterThanOrEqualTo(score.kills() * 80);
    }

    /** Without asking what became of a file, the bank pays twice, and that is seen. */
    @Test
    void withoutAskingItIsPaidTwice() throws Exception {
        Score score = Crash.run(folder, 1, 11, 300, 50, 60, true, List.of(Spot.SENT_NOT_ANSWERED));

        assertThat(score.kills()).isEqualTo(1);
        assertThat(score.differences).anyMatch(d -> d.endsWith(" twice"));
    }
}
