package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecallTest {

    /** By kind: what is said; see {@link Month#says}. */
    private static byte[] says(int... of) {
        byte[] says = new byte[Values.KINDS + 3];
        for (int i = 0; i < of.length; i++) {
            says[i] = (byte) of[i];
        }
        return says;
    }

    @Test
    void whatIsReadTheSameIsAnsweredTheSame() {
        Recall recall = new Recall();
        recall.keep(new int[] {0, 1}, says(3, 1), 1);
        recall.keep(new int[] {0}, says(5), 0);
        assertThat(recall.answer(says(3, 1, 9))).isEqualTo(1);
        assertThat(recall.answer(says(5, 1))).isZero();
        assertThat(recall.answer(says(3, 2))).isEqualTo(Recall.NEW);
        assertThat(recall.answer(says(4))).isEqualTo(Recall.NEW);
        assertThat(recall.answer(says(3, -1))).isEqualTo(Recall.ASK);
    }

    @Test
    void aQuestionThatReadsNothingHasOneAnswer() {
        Recall recall = new Recall();
        recall.keep(new int[0], says(), 1);
        assertThat(recall.answer(says(7))).isEqualTo(1);
    }

    @Test
    void ofTooManyWaysNoneIsKeptAnyMore() {
        Recall recall = new Recall();
        for (int i = 0; i < 512; i++) {
            int[] reads = {0, 1};
            recall.keep(reads, says(i / 64, i % 64), 1);
        }
        assertThat(recall.answer(says(100))).isEqualTo(Recall.ASK);
        assertThat(recall.answer(says(0, 5))).isEqualTo(1);
    }
}
