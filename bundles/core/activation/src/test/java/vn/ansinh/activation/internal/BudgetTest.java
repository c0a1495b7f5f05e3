package vn.ansinh.activation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.Quarantine.Held;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Outcome;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Rules that loop and rules that throw, in threads that are really there. */
class BudgetTest {

    private static final Actor BOSS = new Actor("van-hanh", "");
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final Outcome NOTHING = new Outcome(List.of());

    private final World world = new World(true);
    private final AtomicLong nanos = new AtomicLong();
    private final Budget budget =
            new Budget(
                    world.table,
                    world.unit,
                    world.unit,
                    world.unit,
                    world,
                    Duration.ofSeconds(10),
                    3,
                    nanos::get);
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean sound;

    /** What a law's rules do. */
    private interface Rules {
        Outcome decide() throws InterruptedException;
    }

    private PolicySnapshot law(String hash, Rules rules) {
        PolicySnapshot law =
                (PolicySnapshot)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {PolicySnapshot.class},
                                (proxy, method, a) ->
                                        method.getName().equals("hash") ? hash : rules.decide());
        return new GuardedPolicy(law, budget);
    }

    private Outcome loop() throws InterruptedException {
        if (!sound) {
            inside.countDown();
            goOn.await();
        }
        return NOTHING;
    }

    private static void held(PolicySnapshot law) {
        assertThatThrownBy(() -> law.decide(null, MONTH, DAY))
                .isInstanceOf(AnsinhException.class)
                .satisfies(
                        e ->
                                assertThat(((AnsinhException) e).code())
                                        .isEqualTo(ErrorCode.QUARANTINED))
                .hasMessageContaining("Bộ chính sách này đang bị cách ly")
                .hasMessageContaining("ansinh:quarantine");
    }

    @Test
    void aRuleThatDoesNotComeBackIsHeldAndNobodyElseGoesIn() throws Exception {
        PolicySnapshot looping = law("a", this::loop);
        PolicySnapshot other = law("b", () -> NOTHING);
        Thread lost = new Thread(() -> looping.decide(null, MONTH, DAY), "lost");
        lost.start();
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        budget.look();
        assertThat(budget.held()).as("in its time").isEmpty();
        nanos.addAndGet(1);
        budget.look();
        budget.look();
        assertThat(budget.held())
                .containsExactly(
                        new Held(
                                "law:a",
                                List.of(),
                                "một lần gọi không trở lại đúng hạn",
                                world.now,
                                1));
        held(looping);
        assertThat(other.decide(null, MONTH, DAY)).isEqualTo(NOTHING);

        sound = true;
        goOn.countDown();
        lost.join(10_000);
        assertThat(budget.held()).extracting(Held::stuck).containsExactly(0);
        held(looping);
        budget.lift(BOSS, "law:a");
        assertThat(looping.decide(null, MONTH, DAY)).isEqualTo(NOTHING);
        assertThat(budget.held()).isEmpty();
        budget.look();
        assertThat(budget.held()).as("nothing is in a call any more").isEmpty();
    }

    @Test
    void aRuleThatKeepsFailingIsHeldAndCountsAnewOnceLifted() {
        PolicySnapshot failing =
                law(
                        "a",
                        () -> {
                            throw new ArithmeticException("chia cho không");
                        });
        for (int i = 0; i < 3; i++) {
            assertThat(budget.held()).isEmpty();
            assertThatThrownBy(() -> failing.decide(null, MONTH, DAY))
                    .isInstanceOf(ArithmeticException.class);
        }
        held(failing);
        assertThat(budget.held())
                .extracting(Held::why)
                .containsExactly("3 lần gọi bị lỗi, lần cuối: java.lang.ArithmeticException");
        budget.lift(BOSS, "law:a");
        assertThatThrownBy(() -> failing.decide(null, MONTH, DAY))
                .isInstanceOf(ArithmeticException.class);
        assertThat(budget.held()).isEmpty();
        assertThatThrownBy(() -> budget.lift(BOSS, "law:a"))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("Không có gì mang tên");
    }

    @Test
    void aFormIsHeldFromItsLocalityAndLiftingLeavesATrace() {
        List.of("law-vietnam-1.0.0", "law-hanoi-1.0.0", "locality-xa-1.0.0").forEach(world::offer);
        budget.require("report:xa/DS@ab");
        budget.overTime("report:xa/DS@ab", Thread.currentThread());
        assertThat(budget.held())
                .extracting(Held::part, Held::localities, Held::stuck)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("report:xa/DS@ab", List.of("xa"), 1));
        assertThatThrownBy(() -> budget.require("report:xa/DS@ab"))
                .hasMessageContaining("Mẫu báo cáo này đang bị cách ly");
        budget.require("report:xa/KHAC@ab");
        assertThat(world.unit.trail).doesNotContain("quarantine.lift 1");
        budget.lift(BOSS, "report:xa/DS@ab");
        assertThat(world.unit.trail).contains("quarantine.lift 1");
        budget.require("report:xa/DS@ab");
    }

    /** Negative control: what the platform itself refuses is no fault of the rules. */
    @Test
    void aRefusalOfThePlatformIsNotCounted() {
        PolicySnapshot refusing =
                law(
                        "a",
                        () -> {
                            throw new AnsinhException(ErrorCode.NOT_FOUND, "không có");
                        });
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> refusing.decide(null, MONTH, DAY)).hasMessage("không có");
        }
        assertThat(budget.held()).isEmpty();
    }
}
