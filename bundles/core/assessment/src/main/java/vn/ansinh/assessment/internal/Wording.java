package vn.ansinh.assessment.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Ground;

/**
 * What is said of one ground of an epoch, whoever asks: its conditions, met and not, with the
 * clauses in force; and each way not to meet it, made when it first occurs. Threads may make one
 * twice; both are equal and immutable.
 */
final class Wording {

    /** Beyond this many conditions the ways are not kept. */
    private static final int FEW = 12;

    final Ground ground;
    private final ConditionResult[] met;
    private final List<ConditionResult> allMet;
    private final ConditionResult[] unmet;
    private final GroundResult[] ways;

    Wording(CompiledPolicy policy, Epoch epoch, int index) {
        ground = policy.law.grounds.get(index);
        int size = ground.conditions().size();
        met = new ConditionResult[size];
        unmet = new ConditionResult[size];
        ways = new GroundResult[size > FEW ? 0 : 1 << size];
        int layer = policy.layerOfGround[index];
        int existence = epoch.view.own[layer][policy.existenceKey[index]];
        Citation clause = policy.law.rows.get(existence).citation();
        for (int place = 0; place < size; place++) {
            Condition asked = ground.conditions().get(place);
            Citation cited =
                    asked.citation().equals(policy.firstClause[index])
                            ? clause
                            : restated(policy, epoch, layer, asked);
            met[place] = new ConditionResult(asked.code(), asked.sentence(), true, cited);
            unmet[place] = new ConditionResult(asked.code(), asked.sentence(), false, cited);
        }
        allMet = List.of(met);
    }

    /**
     * The clause in force of a condition that many grounds ask: its row, or where it says itself.
     */
    private static Citation restated(
            CompiledPolicy policy, Epoch epoch, int layer, Condition condition) {
        int key = policy.law.key(Law.CLAUSE + condition.code());
        int row = key < 0 ? View.NONE : epoch.view.down[layer][key];
        return row == View.NONE ? condition.citation() : policy.law.rows.get(row).citation();
    }

    /** Every condition met. */
    List<ConditionResult> allMet() {
        return allMet;
    }

    /**
     * The ground not met.
     *
     * @param settled says which conditions hold
     * @param at where this ground's begin there
     */
    GroundResult unmet(Marks settled, int at) {
        if (ways.length == 0) {
            return make(settled, at);
        }
        int way = (int) settled.holding(at) & ways.length - 1;
        GroundResult made = ways[way];
        if (made == null) {
            made = make(settled, at);
            ways[way] = made;
        }
        return made;
    }

    private GroundResult make(Marks settled, int at) {
        List<ConditionResult> conditions = new ArrayList<>();
        for (int place = 0; place < met.length; place++) {
            conditions.add(settled.holds(at + place) ? met[place] : unmet[place]);
        }
        return new GroundResult(
                ground.code(),
                ground.title(),
                ground.component(),
                false,
                false,
                List.copyOf(conditions),
                List.of(),
                0);
    }
}
