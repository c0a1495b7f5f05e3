package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;

/** What stands beside the single parent's amount. DỮ LIỆU GIẢ LẬP. */
class OverlapTest {

    private static final int MONTHLY = Component.MONTHLY.ordinal();
    private static final int PARENT = Component.SINGLE_PARENT.ordinal();
    private static final int CARE = Component.CARE.ordinal();

    private static Due due(Component component, long amount) {
        return new Due(component, "nhóm giả lập", 100, amount);
    }

    private static Due[] settled(Due monthly, Due parent, Due beside) {
        Due[] best = new Due[Component.values().length];
        best[MONTHLY] = monthly;
        best[PARENT] = parent;
        best[CARE] = due(Component.CARE, 7);
        Overlap.settle(best, beside);
        assertThat(best[CARE].amountDong()).as("care stands apart").isEqualTo(7);
        return best;
    }

    @Test
    void bothWhereTheAllowanceMayStandBeside() {
        Due own = due(Component.MONTHLY, 150);
        Due parent = due(Component.SINGLE_PARENT, 200);
        assertThat(settled(own, parent, own)).contains(own, parent);
    }

    @Test
    void theHigherAloneWhereItMayNot() {
        Due own = due(Component.MONTHLY, 150);
        assertThat(settled(own, due(Component.SINGLE_PARENT, 150), null)[PARENT]).isNull();
        assertThat(settled(own, due(Component.SINGLE_PARENT, 151), null)[MONTHLY]).isNull();
    }

    @Test
    void aLowerAllowanceThatMayStandBesideBeatsAHigherThatMayNot() {
        Due alone = due(Component.MONTHLY, 250);
        Due beside = due(Component.MONTHLY, 150);
        Due[] both = settled(alone, due(Component.SINGLE_PARENT, 101), beside);
        assertThat(both[MONTHLY]).isSameAs(beside);
        assertThat(both[PARENT].amountDong()).isEqualTo(101);
        Due[] one = settled(alone, due(Component.SINGLE_PARENT, 100), beside);
        assertThat(one[MONTHLY]).isSameAs(alone);
        assertThat(one[PARENT]).isNull();
    }

    @Test
    void nothingToSettleWithoutBoth() {
        Due own = due(Component.MONTHLY, 150);
        assertThat(settled(own, null, null)[MONTHLY]).isSameAs(own);
        Due parent = due(Component.SINGLE_PARENT, 150);
        assertThat(settled(null, parent, null)[PARENT]).isSameAs(parent);
    }
}
