package vn.ansinh.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;

/** DỮ LIỆU GIẢ LẬP. */
class AssessmentTextTest {
    private static final Citation CLAUSE = Citation.of("NĐ 20/2021/NĐ-CP", "5", "4", "");

    @Test
    void showsAnOrdinaryGroundWithItsConditions() {
        assertThat(text(false))
                .contains("MONTHLY 5.4: 750000 đồng")
                .contains("[x] 5.4 Nhóm thử")
                .contains("có: điều kiện thử (khoản 4 Điều 5 NĐ 20/2021/NĐ-CP)");
    }

    @Test
    void showsOnlyTheAmountOfARestrictedGround() {
        assertThat(text(true))
                .contains("MONTHLY Theo quyết định: 750000 đồng")
                .doesNotContain("5.4")
                .doesNotContain("Nhóm thử")
                .doesNotContain("điều kiện thử");
    }

    private static String text(boolean restricted) {
        Ground ground =
                new Ground(
                        "5.4",
                        "Nhóm thử",
                        Component.MONTHLY,
                        "rate.standard",
                        restricted,
                        List.of(),
                        (facts, parameters, on, lossOn) -> "coefficient.test");
        PolicySnapshot snapshot =
                (PolicySnapshot)
                        Proxy.newProxyInstance(
                                AssessmentTextTest.class.getClassLoader(),
                                new Class<?>[] {PolicySnapshot.class},
                                (proxy, method, arguments) -> {
                                    assertThat(method.getName()).isEqualTo("grounds");
                                    return List.of(ground);
                                });
        Assessment assessment =
                new Assessment(
                        YearMonth.of(2026, 3),
                        LocalDate.of(2026, 3, 1),
                        "ab12",
                        List.of(new PolicySnapshot.Due(Component.MONTHLY, "5.4", 150, 750_000)),
                        List.of(
                                new Assessment.GroundResult(
                                        "5.4",
                                        "Nhóm thử",
                                        Component.MONTHLY,
                                        true,
                                        true,
                                        List.of(
                                                new Assessment.ConditionResult(
                                                        "test", "điều kiện thử", true, CLAUSE)),
                                        List.of(),
                                        750_000)),
                        List.of());
        return String.join("\n", AssessmentText.lines(assessment, snapshot));
    }
}
