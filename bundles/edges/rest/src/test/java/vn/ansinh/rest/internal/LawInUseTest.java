package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityPlan.Body;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.rest.internal.LocalitiesResource.LawInUse;
import vn.ansinh.rest.internal.LocalitiesResource.OwnRow;

/** What an officer is shown of the own locality. DỮ LIỆU GIẢ LẬP. */
class LawInUseTest {

    @Test
    void showsPlanSuccessorsAndOwnRowsOnly() {
        LocalityProfile profile =
                new LocalityProfile(
                        "noi-gia",
                        "Huyện Giả",
                        "huyện",
                        "UBND tỉnh Giả",
                        "tinh-gia",
                        List.of("tinh-gia", "noi-gia"),
                        LocalDate.of(2000, 1, 1),
                        LocalDate.of(2025, 6, 30),
                        List.of("Xã Kế Thừa"),
                        "Giả",
                        "UBND HUYỆN GIẢ",
                        List.of(),
                        List.of());
        LocalityPlan plan =
                new LocalityPlan(
                        "Kế hoạch giả lập",
                        "1/KH",
                        "01/01/2025",
                        List.of(Body.of("Phòng Giả", "FINANCE", "kinh phí")),
                        List.of("Luật giả lập"));
        Active active =
                new Active(
                        profile,
                        snapshot(row("policy.G-S1", "noi-gia"), row("policy.tet", "tinh-gia")),
                        List.of(),
                        "vn.x",
                        "0.1.0",
                        "ab",
                        plan);

        LawInUse shown = LawInUse.of(active);

        assertThat(shown.succeededBy()).containsExactly("Xã Kế Thừa");
        assertThat(shown.plan()).isEqualTo(plan);
        assertThat(shown.ownRows())
                .containsExactly(
                        new OwnRow(
                                "policy.G-S1",
                                "off",
                                "từ khoá",
                                "2025-01",
                                "2025-06",
                                "Kế hoạch giả lập",
                                Confidence.UNCERTAIN,
                                "chưa có mức"));
    }

    private static ParameterRow row(String key, String territory) {
        LocalDate day = LocalDate.of(2025, 1, 1);
        return new ParameterRow(
                key,
                "off",
                "từ khoá",
                "none",
                territory,
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 6),
                day,
                day,
                Citation.of("Kế hoạch giả lập", "", "", ""),
                Confidence.UNCERTAIN,
                "chưa có mức");
    }

    private static PolicySnapshot snapshot(ParameterRow... rows) {
        return (PolicySnapshot)
                Proxy.newProxyInstance(
                        LawInUseTest.class.getClassLoader(),
                        new Class<?>[] {PolicySnapshot.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "hash" -> "cd";
                                    case "reference" -> List.of(rows);
                                    default -> throw new AssertionError(method);
                                });
    }
}
