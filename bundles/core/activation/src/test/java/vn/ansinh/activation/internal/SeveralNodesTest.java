package vn.ansinh.activation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.activation.internal.World.BOSS;
import static vn.ansinh.activation.internal.World.law;
import static vn.ansinh.activation.internal.World.locality;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** What goes in force goes in force on every live node, or on none. */
class SeveralNodesTest {
    private static final String STATE = law("vietnam", "1.0.0");
    private static final String CITY = law("hanoi", "1.0.0");
    private static final String CITY_2 = law("hanoi", "2.0.0");
    private static final String CITY_3 = law("hanoi", "3.0.0");
    private static final String COMMUNE = locality("xa", "1.0.0");

    private final World a = new World(true);
    private final World b;

    SeveralNodesTest() {
        List.of(STATE, CITY, COMMUNE).forEach(a::offer);
        b = new World(a, "b");
        assertThat(b.service.restore()).isZero();
    }

    private static Map<String, String> under(String city) {
        return Map.of("xa", STATE + "+" + city + "+" + COMMUNE);
    }

    @Test
    void aNodeThatComesServesWhatIsInForce() {
        assertThat(b.seen()).isEqualTo(a.seen()).isEqualTo(under(CITY));
    }

    @Test
    void whenItIsInForceEveryNodeServesIt() {
        a.offer(CITY_2);
        assertThat(a.state(CITY_2)).isEqualTo(State.ACTIVE);
        assertThat(a.seen()).isEqualTo(under(CITY_2));
        assertThat(b.seen()).as("before the one who asked has the answer").isEqualTo(a.seen());
        // From the other side too; each keeps one version for the way back, no more.
        b.offer(CITY_3);
        assertThat(a.seen()).isEqualTo(b.seen()).isEqualTo(under(CITY_3));
        assertThat(a.retired).containsExactly(CITY);
        assertThat(b.retired).containsExactly(CITY);
    }

    @Test
    void aNodeThatDoesNotAnswerIsNamedAndNothingChanges() {
        a.nodes.asleep.add("b");
        a.offer(CITY_2);
        assertThat(a.state(CITY_2)).isEqualTo(State.CHECKED);
        assertThat(a.findings(CITY_2).get(0)).contains("máy «b» chưa trả lời trong 2 giây");
        assertThat(a.seen()).isEqualTo(b.seen()).isEqualTo(under(CITY));

        // It wakes up: the same order goes through. It dies: nobody waits for it.
        a.nodes.asleep.clear();
        a.service.activate(BOSS, CITY_2);
        assertThat(a.seen()).isEqualTo(b.seen()).isEqualTo(under(CITY_2));
        a.nodes.live.remove("b");
        a.offer(CITY_3);
        assertThat(a.seen()).isEqualTo(under(CITY_3));
        assertThat(b.seen()).isEqualTo(under(CITY_2));
    }

    @Test
    void aNodeThatCannotIsNamedWithItsReason() {
        b.notStarting.add(CITY_2);
        assertThatThrownBy(
                        () -> {
                            a.offer(CITY_2);
                            a.service.activate(BOSS, CITY_2);
                        })
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("máy «b»: gói không khởi động")
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(a.seen()).isEqualTo(b.seen()).isEqualTo(under(CITY));
        b.notStarting.clear();
        a.service.activate(BOSS, CITY_2);
        assertThat(b.seen()).isEqualTo(under(CITY_2));
    }

    @Test
    void aNodeThatCompilesAnotherLawDoesNotServeIt() {
        b.variant = "khác";
        a.offer(CITY_2);
        assertThat(a.findings(CITY_2).get(0)).contains("máy «b» biên dịch ra bộ chính sách khác");
        // Put in force while it was dead; it comes back and still compiles another.
        a.nodes.live.remove("b");
        a.service.activate(BOSS, CITY_2);
        a.nodes.live.add("b");
        b.service.follow();
        assertThat(b.seen()).isEmpty();
        assertThat(b.table.of("xa")).isEmpty();
        assertThatThrownBy(() -> b.table.require("xa"))
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.LAW_NOT_HERE);
        assertThat(a.seen()).isEqualTo(under(CITY_2));
        // A locality that nobody has is another matter.
        assertThatThrownBy(() -> b.table.require("khong-co"))
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.LAW_NOT_ACTIVE);
    }

    @Test
    void twoAtOnceDoNotMix() {
        // B asks for one version just when A has asked for another.
        a.offer(CITY_2);
        b.service.restore();
        b.unit.common(BOSS, () -> a.nodes.agreement("a").call(CITY_3, java.time.Duration.ZERO));
        assertThatThrownBy(() -> b.service.activate(BOSS, CITY))
                .hasMessageContaining("một máy khác đang kích hoạt");
        assertThat(a.seen()).isEqualTo(b.seen()).isEqualTo(under(CITY_2));
    }

    @Test
    void whatIsWithdrawnIsGoneEverywhere() {
        a.service.withdraw(BOSS, COMMUNE);
        assertThat(a.seen()).isEmpty();
        assertThat(b.seen()).isEmpty();
        assertThat(b.retired).containsExactly(COMMUNE);
    }
}
