package vn.ansinh.store.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;

/**
 * A law made up for tests (DỮ LIỆU GIẢ LẬP): 500.000 đồng, 600.000 from April 2026; grounds A ×
 * 1,5, B × 2,0, R × 2,5 (restricted), C × 1,0 (care). The fact {@code group} says who qualifies.
 */
public final class TestLaw implements ActiveLaw, LawLayer {
    private final String digest;
    private volatile boolean withdrawn;

    /**
     * A law of this digest.
     *
     * @param digest one hexadecimal digit; other digits make other snapshots
     */
    public TestLaw(char digest) {
        this.digest = String.valueOf(digest).repeat(64);
    }

    /** The product's payments over an open store, under this law. */
    static Payments payments(Store store, TestLaw law, int chunkLines) {
        return new PaymentService(
                store.service(Localities.class),
                law,
                Engines.standard(),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                store.service(PaymentStorage.class),
                new RunListeners(List.of()),
                2,
                chunkLines);
    }

    void withdraw() {
        withdrawn = true;
    }

    PolicySnapshot snapshot() {
        return Engines.standard()
                .compile(List.of(new Engine.Layer(this, digest)), List.of("thu-nghiem"));
    }

    @Override
    public Optional<Active> of(String localityCode) {
        if (withdrawn) {
            return Optional.empty();
        }
        LocalityProfile profile =
                new LocalityProfile(
                        localityCode,
                        "DỮ LIỆU GIẢ LẬP",
                        "xã",
                        "",
                        "thu-nghiem",
                        List.of("thu-nghiem"),
                        LocalDate.of(2021, 1, 1),
                        null,
                        List.of(),
                        "",
                        "",
                        List.of(),
                        List.of());
        return Optional.of(new Active(profile, snapshot(), List.of(), "test", "1", digest));
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode)
                .orElseThrow(() -> new AnsinhException(ErrorCode.LAW_NOT_ACTIVE, localityCode));
    }

    @Override
    public List<Active> all() {
        return List.of();
    }

    @Override
    public String code() {
        return "thu-nghiem";
    }

    @Override
    public String parent() {
        return "";
    }

    @Override
    public List<ParameterRow> rows() {
        List<ParameterRow> rows = new ArrayList<>();
        rows.add(row("rate.standard", "500000", "2025-01", "1"));
        rows.add(row("rate.standard", "600000", "2026-04", "2"));
        for (String ground : List.of("A:1.5", "B:2.0", "R:2.5", "C:1.0")) {
            String[] parts = ground.split(":");
            rows.add(row("ground." + parts[0], "on", "2025-01", "3"));
            rows.add(row("coefficient." + parts[0], parts[1], "2025-01", "4"));
        }
        return rows;
    }

    private static ParameterRow row(String key, String value, String from, String article) {
        LocalDate signed = YearMonth.parse(from).minusMonths(2).atDay(1);
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "thu-nghiem",
                YearMonth.parse(from),
                null,
                signed,
                signed,
                Citation.of("NQ 0/GIẢ LẬP", article, "1", ""),
                Confidence.VERIFIED,
                "");
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                ground("A", Component.MONTHLY, false),
                ground("B", Component.MONTHLY, false),
                ground("R", Component.MONTHLY, true),
                ground("C", Component.CARE, false));
    }

    private static Ground ground(String code, Component component, boolean restricted) {
        String kind = component == Component.CARE ? "care.group" : "group";
        Condition in =
                new Condition(
                        "in-" + code,
                        "thuộc nhóm " + code,
                        Citation.of("NQ 0/GIẢ LẬP", "5", "", ""),
                        (facts, parameters, on, lossOn) -> facts.is(kind, code, on));
        return new Ground(
                code,
                "Nhóm " + code,
                component,
                "rate.standard",
                restricted,
                List.of(in),
                (facts, parameters, on, lossOn) -> "coefficient." + code);
    }
}
