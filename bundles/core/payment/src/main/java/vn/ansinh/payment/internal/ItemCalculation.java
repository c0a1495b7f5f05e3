package vn.ansinh.payment.internal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.Line;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.RunItems.ItemCase;
import vn.ansinh.payment.port.RunItems.ItemLine;
import vn.ansinh.payment.port.RunItems.Open;

/**
 * Turns due items of one chunk into lines. Arrears and sums paid once are always taken. What is
 * kept back is taken whole or waits for the next run: set off only against arrears of the same
 * payee kind, source and budget year in this run; instalments only from regular lines of the same
 * payee kind, and so that the share to live on stays. A sum paid once – funeral support – is never
 * kept back from. Used by one thread, for one chunk.
 */
final class ItemCalculation implements Consumer<ItemCase> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Comparator<ItemLine> IN_ORDER =
            Comparator.comparing(ItemLine::month)
                    .thenComparing(one -> one.line().component())
                    .thenComparing(one -> one.line().sequence());

    private final int tenant;
    private final int keepPercent;
    private final Merkle merkle = new Merkle();
    private final Totals totals = new Totals();
    private final List<ItemLine> lines = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private int persons;
    private long total;

    /**
     * A chunk.
     *
     * @param keepPercent share of the regular lines that is never kept back
     */
    ItemCalculation(int tenant, int keepPercent) {
        this.tenant = tenant;
        this.keepPercent = keepPercent;
    }

    /** The largest instalment that regular lines of so much allow. */
    static long most(long regularDong, int keepPercent) {
        return regularDong * (100 - keepPercent) / 100;
    }

    @Override
    public void accept(ItemCase person) {
        Map<String, Long> arrears = new HashMap<>();
        for (Open item : person.items()) {
            if (item.kind() == Kind.ARREARS) {
                arrears.merge(item.group(), item.amountDong(), Math::addExact);
            }
        }
        Map<String, Long> room = new HashMap<>();
        person.regularDong().forEach((kind, dong) -> room.put(kind, most(dong, keepPercent)));
        List<ItemLine> taken = new ArrayList<>();
        for (Open item : person.items()) {
            if (item.kind() != Kind.RECOVERY
                    || (item.setOff()
                            ? fits(arrears, item.group(), item.amountDong())
                            : fits(room, item.payeeKind(), item.amountDong()))) {
                taken.add(new ItemLine(item.itemId(), item.month(), line(person, item)));
            }
        }
        taken.sort(IN_ORDER);
        taken.forEach(one -> leaves.add(one.line().leaf()));
        lines.addAll(taken);
        if (!taken.isEmpty() && person.regularDong().isEmpty()) {
            persons++;
        }
    }

    private static boolean fits(Map<String, Long> left, String key, long amount) {
        long there = left.getOrDefault(key, 0L);
        if (there < amount) {
            return false;
        }
        left.put(key, there - amount);
        return true;
    }

    private Line line(ItemCase person, Open item) {
        Movement movement = Movement.valueOf(item.kind().name());
        totals.add(
                person.unitCode(),
                shown(item),
                item.component(),
                movement,
                item.amountDong(),
                0,
                0,
                0);
        total = Math.addExact(total, movement.signed(item.amountDong()));
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        byte[] leaf = merkle.leaf(salt, canonical(person, item));
        return new Line(
                person.personId(),
                item.component(),
                item.sequence(),
                person.unitCode(),
                item.ground(),
                item.restricted(),
                item.coefficientHundredths(),
                item.rateDong(),
                item.amountDong(),
                movement,
                0,
                item.entitlementId(),
                item.decisionId(),
                -1,
                -1,
                item.uncertain(),
                salt,
                leaf);
    }

    private static String shown(Open item) {
        if (item.restricted()) {
            return Prices.BY_DECISION;
        }
        return item.component() == Component.FUNERAL || item.component() == Component.ONE_OFF
                ? item.component().name()
                : item.ground();
    }

    /**
     * The line as hashed: as a regular line (month of the line, its sequence), and what it does.
     */
    private String canonical(ItemCase person, Open item) {
        return tenant
                + "|"
                + item.month()
                + "|"
                + person.personId()
                + "|"
                + LineKey.code(item.component())
                + "|"
                + item.sequence()
                + "|"
                + person.unitCode()
                + "|"
                + item.ground()
                + "|"
                + item.coefficientHundredths()
                + "|"
                + item.rateDong()
                + "|"
                + item.amountDong()
                + "|"
                + item.entitlementId()
                + "|"
                + item.decisionId()
                + "|"
                + item.kind();
    }

    /** Lines, in order. */
    List<ItemLine> lines() {
        return lines;
    }

    /** What the chunk gave. */
    ChunkResult result(Chunk chunk) {
        return new ChunkResult(
                chunk.number(),
                true,
                persons,
                lines.size(),
                total,
                0,
                merkle.root(leaves),
                totals.rows(),
                List.of(),
                List.of());
    }
}
