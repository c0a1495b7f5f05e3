package vn.ansinh.store.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Job;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.Store;

/** Two stores on one database, each with the same job. */
class JobsTest {

    /** Counts, and notices when it does not run alone. */
    private static final class Counting implements Job {
        private final AtomicInteger turns = new AtomicInteger();
        private final AtomicInteger atOnce;
        private final AtomicInteger most;
        private final Duration pause;

        private Counting(AtomicInteger atOnce, AtomicInteger most, Duration pause) {
            this.atOnce = atOnce;
            this.most = most;
            this.pause = pause;
        }

        @Override
        public String name() {
            return "kiem-thu";
        }

        @Override
        public Duration pause() {
            return pause;
        }

        @Override
        public void run() {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                atOnce.decrementAndGet();
            }
            if (turns.incrementAndGet() == 2) {
                throw new IllegalStateException("DỮ LIỆU GIẢ LẬP: một lượt hỏng");
            }
        }
    }

    private static NodeSettings settings(String name) {
        return new NodeSettings(name, Duration.ofMillis(200), 4, Duration.ofMillis(50));
    }

    private static void await(BooleanSupplier question) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!question.getAsBoolean()) {
            assertThat(System.nanoTime()).as("too late").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void oneNodeAtATimeAndTheOtherWhenItIsGone() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Counting first = new Counting(atOnce, most, Duration.ofMillis(100));
        Counting second = new Counting(atOnce, most, Duration.ofMillis(100));
        try (TestStore db = TestStore.fresh(6);
                Connection owner = db.owner();
                Store other = Store.open(db.settings(6))) {
            Nodes nodes = db.service(Nodes.class);
            assertThat(nodes.live()).isEmpty();
            db.store().join(settings("a"), () -> List.of(first));
            other.join(settings("b"), () -> List.of(second));
            assertThat(nodes.live()).extracting(Nodes.Node::name).containsExactly("a", "b");
            assertThat(nodes.live().get(0).id()).isEqualTo(nodes.self());

            // A turn that failed is not the last.
            await(() -> first.turns.get() + second.turns.get() > 8);
            assertThat(most).as("never two at once").hasValue(1);
            assertThat(one(owner, "select count(*) from scheduled_tasks")).isEqualTo("1");

            other.close();
            assertThat(nodes.live()).extracting(Nodes.Node::name).containsExactly("a");
            int before = first.turns.get();
            await(() -> first.turns.get() > before + 3);

            // A turn of a node that was killed inside it: picked, and no heartbeat any more.
            TestStore.run(
                    owner,
                    "update scheduled_tasks set picked = true, picked_by = 'da-chet',"
                            + " version = version + 1, last_heartbeat = now() - interval '1 hour'");
            int dead = first.turns.get();
            await(() -> first.turns.get() > dead + 2);
            assertThat(most).hasValue(1);
        }
    }

    /** The detector of two at once detects. */
    @Test
    void withoutTheSchedulerTheyMeet() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Counting job = new Counting(atOnce, most, Duration.ZERO);
        Thread one = new Thread(job::run);
        Thread two = new Thread(job::run);
        one.setUncaughtExceptionHandler((thread, planned) -> {});
        two.setUncaughtExceptionHandler((thread, planned) -> {});
        one.start();
        two.start();
        one.join();
        two.join();
        assertThat(most).hasValue(2);
    }

    @Test
    void aKilledNodeIsGoneAfterItsPatience() throws Exception {
        try (TestStore db = TestStore.fresh(4);
                Connection owner = db.owner()) {
            Nodes nodes = db.service(Nodes.class);
            TestStore.run(
                    owner,
                    "insert into node (node_id, name, live_until) values"
                            + " ('x', 'song', clock_timestamp() + interval '1 minute'),"
                            + " ('y', 'chet', clock_timestamp() - interval '1 second')");
            assertThat(nodes.live()).extracting(Nodes.Node::name).containsExactly("song");
            assertThat(nodes.all()).extracting(Nodes.Node::name).containsExactly("chet", "song");
        }
    }

    @Test
    void refusesSettingsThatMakeTheLivingDead() {
        assertThatThrownBy(
                        () ->
                                new NodeSettings(
                                        "a", Duration.ofSeconds(5), 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NodeSettings("a", Duration.ZERO, 4, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
