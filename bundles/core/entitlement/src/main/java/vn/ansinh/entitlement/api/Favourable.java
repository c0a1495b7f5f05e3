package vn.ansinh.entitlement.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.FactKinds;

/**
 * The facts of a person, and those that are not on record and only a question away taken as
 * fulfilled: whoever turns 75 has not asked yet. What was taken so is told with the entry.
 *
 * @param facts facts to assess
 * @param toAsk what to ask, in Vietnamese
 */
public record Favourable(List<DatedFact> facts, List<String> toAsk) {
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private record Assumed(String value, String question) {}

    private static final Map<String, Assumed> ASSUMED =
            new TreeMap<>(
                    Map.of(
                            FactKinds.SOCIAL_PENSION_REQUESTED,
                            new Assumed("YES", "chưa có tờ khai đề nghị trợ cấp hưu trí xã hội"),
                            FactKinds.PENSION_DONG,
                            new Assumed(
                                    "0",
                                    "chưa ghi lương hưu, trợ cấp bảo hiểm xã hội hằng tháng")));

    public Favourable {
        facts = List.copyOf(facts);
        toAsk = List.copyOf(toAsk);
    }

    /** The facts on record with what is missing taken as fulfilled. */
    public static Favourable of(List<DatedFact> known) {
        List<DatedFact> facts = new ArrayList<>(known);
        List<String> toAsk = new ArrayList<>();
        ASSUMED.forEach(
                (kind, assumed) -> {
                    if (known.stream().noneMatch(fact -> fact.kind().equals(kind))) {
                        facts.add(new DatedFact(kind, assumed.value(), LONG_AGO, null, LONG_AGO));
                        toAsk.add(assumed.question());
                    }
                });
        return new Favourable(facts, toAsk);
    }
}
