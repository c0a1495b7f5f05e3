package vn.ansinh.store.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.store.payment.TestLaw;

/** The law of {@link TestLaw} for a locality with units (DỮ LIỆU GIẢ LẬP). */
final class IntakeLaw implements ActiveLaw {

    private final TestLaw law = new TestLaw('c');

    @Override
    public Optional<Active> of(String localityCode) {
        LocalityProfile profile =
                new LocalityProfile(
                        localityCode,
                        "Xã Giả Lập",
                        "xã",
                        "",
                        "thu-nghiem",
                        List.of("thu-nghiem"),
                        LocalDate.of(2021, 1, 1),
                        null,
                        List.of(),
                        "",
                        "",
                        List.of(
                                new Unit("T01", "Thôn Cộng Hòa", "thôn", "giả lập"),
                                new Unit("T02", "Tổ dân phố số 2", "tổ dân phố", "giả lập"),
                                new Unit("T03", "Thôn Đông", "thôn", "giả lập")),
                        List.of());
        return law.of(localityCode)
                .map(active -> new Active(profile, active.snapshot(), List.of(), "test", "1", "c"));
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode).orElseThrow();
    }

    @Override
    public List<Active> all() {
        return List.of();
    }
}
