package vn.ansinh.rest.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.Check;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Payees.SharedAccount;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;

/** Answers of the cores about decisions. DỮ LIỆU GIẢ LẬP. */
final class DecisionFakes {
    static final YearMonth MARCH = YearMonth.of(2026, 3);

    private DecisionFakes() {}

    static Map<String, Function<Object[], Object>> answers() {
        return Map.ofEntries(
                Map.entry("DecisionBook.find", a -> List.of(doc((Draft) null))),
                Map.entry("DecisionBook.draft", a -> doc((Draft) a[2])),
                Map.entry(
                        "DecisionBook.decision",
                        a -> a[2].equals(5L) ? Optional.of(doc((Draft) null)) : Optional.empty()),
                Map.entry("DecisionBook.edit", a -> doc((Draft) a[4])),
                Map.entry("DecisionBook.discard", a -> doc((Draft) null)),
                Map.entry("DecisionBook.check", a -> new Check(List.of(), List.of())),
                Map.entry("DecisionBook.sign", a -> doc((Draft) null)),
                Map.entry("DecisionBook.annex", DecisionFakes::annex),
                Map.entry(
                        "Entitlements.of",
                        a ->
                                List.of(
                                        new Entitled(
                                                Component.MONTHLY, "5.6", 150, MARCH, MARCH, 5, 0),
                                        new Entitled(
                                                Component.MONTHLY,
                                                "5.6",
                                                200,
                                                MARCH.plusMonths(1),
                                                null,
                                                5,
                                                0))),
                Map.entry("Entitlements.propose", a -> List.of()),
                Map.entry("Entitlements.pastChanges", a -> List.of()),
                Map.entry("Payees.history", a -> List.of()),
                Map.entry("Payees.name", a -> List.of()),
                Map.entry("Payees.changeAccount", a -> List.of()),
                Map.entry(
                        "Payees.shared",
                        a -> List.of(new SharedAccount("NH", "123", 4, List.of(1L), true))));
    }

    /** 501 rows, one of them restricted, one with a name a spreadsheet would calculate. */
    private static Object annex(Object[] a) {
        boolean purpose = !((Actor) a[1]).purpose().isEmpty();
        long after = (Long) a[3];
        int limit = (Integer) a[4];
        return java.util.stream.LongStream.rangeClosed(after + 1, Math.min(501, after + limit))
                .mapToObj(
                        i -> {
                            boolean restricted = i == 2;
                            Effect effect =
                                    new Effect(
                                            i,
                                            (int) i,
                                            i,
                                            Component.MONTHLY,
                                            null,
                                            restricted && !purpose ? "" : "5." + i,
                                            150,
                                            MARCH,
                                            null,
                                            null,
                                            0,
                                            0,
                                            0,
                                            "",
                                            "",
                                            "điểm a, khoản 1");
                            String name = i == 3 ? "=1+1" : "Người Giả Lập " + i;
                            return new AnnexRow(effect, name, "T01", restricted);
                        })
                .toList();
    }

    private static DecisionDoc doc(Draft draft) {
        Draft written =
                draft == null
                        ? new Draft(DecisionKind.GRANT, "UBND xã", "", 0, null, List.of())
                        : draft;
        Signature signature =
                new Signature(
                        "7/QĐ",
                        LocalDate.of(2026, 3, 5),
                        null,
                        "Giả Lập",
                        "Chủ tịch",
                        Capacity.CHAIR,
                        "",
                        null,
                        null);
        return new DecisionDoc(
                5,
                3,
                State.DRAFT,
                false,
                written,
                signature,
                Instant.parse("2026-03-05T01:00:00Z"),
                1,
                List.of());
    }
}
