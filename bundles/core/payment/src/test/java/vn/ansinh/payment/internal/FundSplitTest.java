package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Rounding;
import vn.ansinh.payment.api.Funds.Row;
import vn.ansinh.payment.api.Funds.Share;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.internal.FundSplit.Part;

/** The split of a line by source. */
class FundSplitTest {

    @Property
    void partsAreNeverNegativeAndMakeTheAmount(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long amount,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 150) Integer> weights,
            @ForAll Rounding rounding) {
        List<Share> shares = new ArrayList<>();
        int left = 1000;
        for (int weight : weights) {
            shares.add(new Share("S" + shares.size(), weight));
            left -= weight;
        }
        shares.add(new Share("LAST", left));
        List<Part> parts =
                FundSplit.split(
                        new Shares(1, 2026, rounding, "x", List.of(new Row("", 0, "P", shares))),
                        "A",
                        1,
                        amount);

        assertThat(parts.stream().mapToLong(Part::dong).sum()).isEqualTo(amount);
        for (int i = 0; i < parts.size(); i++) {
            long exact = amount * shares.get(i).permille();
            assertThat(parts.get(i).dong()).isNotNegative();
            // Nobody is off by more than a đồng a source.
            assertThat(Math.abs(parts.get(i).dong() * 1000 - exact))
                    .isLessThanOrEqualTo(1000L * parts.size());
        }
    }

    @Test
    void theRestGoesWhereItsRuleSays() {
        List<Share> shares =
                List.of(new Share("TW", 334), new Share("T", 333), new Share("X", 333));
        assertThat(dong(Rounding.LARGEST_TAKES_REST, shares, 1001))
                .containsExactly(335L, 333L, 333L);
        assertThat(dong(Rounding.LAST_TAKES_REST, shares, 1001)).containsExactly(334L, 333L, 334L);
        List<Share> quarters =
                List.of(
                        new Share("A", 250),
                        new Share("B", 250),
                        new Share("C", 250),
                        new Share("D", 250));
        assertThat(dong(Rounding.LAST_TAKES_REST, quarters, 2)).containsExactly(1L, 1L, 0L, 0L);
    }

    private static List<Long> dong(Rounding rounding, List<Share> shares, long amount) {
        return FundSplit.split(
                        new Shares(1, 2026, rounding, "x", List.of(new Row("", 0, "P", shares))),
                        "A",
                        1,
                        amount)
                .stream()
                .map(Part::dong)
                .toList();
    }

    @Test
    void theMostSpecificRowCountsAndNothingIsUnassigned() {
        Shares shares =
                new Shares(
                        1,
                        2026,
                        Rounding.LARGEST_TAKES_REST,
                        "x",
                        List.of(
                                row("", 0, "ALL"),
                                row("", 3, "CARE"),
                                row("A", 0, "GROUND"),
                                row("A", 3, "BOTH")));
        assertThat(programme(shares, "B", 1)).isEqualTo("ALL");
        assertThat(programme(shares, "B", 3)).isEqualTo("CARE");
        assertThat(programme(shares, "A", 1)).isEqualTo("GROUND");
        assertThat(programme(shares, "A", 3)).isEqualTo("BOTH");
        assertThat(FundSplit.split(Shares.none(2026), "A", 1, 5))
                .containsExactly(new Part(Funds.NO_PROGRAMME, Funds.NO_SOURCE, 5));
    }

    private static Row row(String ground, int component, String programme) {
        return new Row(ground, component, programme, List.of(new Share("S", 1000)));
    }

    private static String programme(Shares shares, String ground, int component) {
        return FundSplit.split(shares, ground, component, 10).get(0).programme();
    }
}
