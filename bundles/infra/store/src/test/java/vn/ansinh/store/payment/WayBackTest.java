package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.payment.PastWorld.ACTOR;

import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Corrections.Cause;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Corrections.Search;
import vn.ansinh.store.TestStore;

/**
 * A version is activated, money is paid by it, and the version before is activated again: approved
 * lines stay, what was paid too much is proposed, nothing is taken back without a decision.
 */
class WayBackTest {
    private static final int PEOPLE = 20;
    private static final String NOVEMBER = " and for_month = '2026-11-01'";

    private final Versions versions = new Versions();
    private TestStore store;
    private Connection owner;
    private PastWorld w;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        w = new PastWorld(store, owner, "quay-lai", versions);
        new TestPeople(owner, w.tenant, 1_000_000).add(PEOPLE);
    }

    @AfterEach
    void close() throws Exception {
        owner.close();
        store.close();
    }

    @Test
    void whatWasPaidByTheVersionThatWentIsProposedAndNothingElse() throws Exception {
        w.on("2026-10-20").pay("2026-10");
        assertThat(search("2026-10-21").open()).isZero();

        versions.decree = true;
        long lines = number("select count(*) from payment_line where tenant_id = :t");
        long more =
                number(
                        "select sum(400 * coefficient_hundredths) from payment_line"
                                + " where tenant_id = :t");
        Search lacking = search("2026-10-24");
        assertThat(lacking.arrearsDong()).isEqualTo(more);
        assertThat(lacking.recoveryDong()).isZero();

        w.on("2026-11-20").pay("2026-11");
        long paid =
                number("select sum(amount_dong) from payment_line where tenant_id = :t" + NOVEMBER);
        // Negative control: as long as the version is in force nobody was paid too much.
        assertThat(search("2026-11-21").recoveryDong()).isZero();

        versions.decree = false;
        Search back = search("2026-11-25");
        assertThat(back.superseded()).isEqualTo(lines);
        assertThat(back.open()).isEqualTo(lines);
        assertThat(back.arrearsDong()).isZero();
        assertThat(back.recoveryDong()).isEqualTo(more);
        assertThat(w.corrections.open(w.tenant, ACTOR, new Query(0, null), 0, 100))
                .hasSize((int) lines)
                .allSatisfy(
                        one -> {
                            assertThat(one.month()).isEqualTo(YearMonth.of(2026, 11));
                            assertThat(one.cause()).isEqualTo(Cause.LAW);
                            assertThat(one.deltaDong()).isNegative();
                        });
        // The paid list is what it was, and no item is due without a decision.
        assertThat(
                        number(
                                "select sum(amount_dong) from payment_line where tenant_id = :t"
                                        + NOVEMBER))
                .isEqualTo(paid);
        assertThat(number("select count(*) from due_item where tenant_id = :t")).isZero();

        versions.decree = true;
        Search again = search("2026-11-26");
        assertThat(again.recoveryDong()).isZero();
        assertThat(again.arrearsDong()).isEqualTo(more);
    }

    private Search search(String day) {
        return w.on(day).corrections.search(w.tenant, ACTOR, 0);
    }

    private long number(String sql) throws Exception {
        return w.number(sql);
    }

    /** The law with and without the decree, one of them in force. */
    private static final class Versions implements ActiveLaw {
        private final LateLaw with = new LateLaw();
        private final PolicySnapshot without =
                Engines.standard()
                        .compile(
                                List.of(new Engine.Layer(new Without(with), "ab".repeat(32))),
                                List.of("thu-nghiem"));
        private boolean decree;

        @Override
        public Optional<Active> of(String code) {
            Active active = with.require(code);
            return Optional.of(
                    decree
                            ? active
                            : new Active(
                                    active.profile(),
                                    without,
                                    List.of(),
                                    "test",
                                    "0",
                                    "ab".repeat(32)));
        }

        @Override
        public Active require(String code) {
            return of(code).orElseThrow();
        }

        @Override
        public List<Active> all() {
            return List.of();
        }
    }

    private record Without(LawLayer law) implements LawLayer {
        @Override
        public String code() {
            return law.code();
        }

        @Override
        public String parent() {
            return law.parent();
        }

        @Override
        public List<ParameterRow> rows() {
            return law.rows().stream()
                    .filter(row -> !row.citation().instrument().contains("335"))
                    .toList();
        }

        @Override
        public List<Ground> grounds() {
            return law.grounds();
        }
    }
}
