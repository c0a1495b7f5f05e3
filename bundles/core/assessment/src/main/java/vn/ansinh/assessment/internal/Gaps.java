package vn.ansinh.assessment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Grounds that exist somewhere without anything to compute an amount from. */
final class Gaps {

    private final CompiledPolicy policy;

    Gaps(CompiledPolicy policy) {
        this.policy = policy;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int ground = 0; ground < policy.law.grounds.size(); ground++) {
            if (policy.rateKey[ground] < 0) {
                faults.add(gap(code(ground), policy.law.grounds.get(ground).rateKey()));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        int top = policy.law.layers() - 1;
        for (int ground = 0; ground < policy.law.grounds.size(); ground++) {
            int rate = policy.rateKey[ground];
            List<Epoch> existing = policy.existing(ground);
            if (existing.stream().anyMatch(e -> e.view.down[top][rate] == View.NONE)) {
                faults.add(gap(code(ground), policy.law.grounds.get(ground).rateKey()));
            }
            List<Integer> coefficients = coefficients(code(ground));
            if (existing.stream()
                    .anyMatch(
                            e ->
                                    coefficients.stream()
                                            .allMatch(k -> e.view.down[top][k] == View.NONE))) {
                faults.add(gap(code(ground), "coefficient." + code(ground)));
            }
        }
        return faults;
    }

    private String code(int ground) {
        return policy.law.grounds.get(ground).code();
    }

    /** Keys of a ground's coefficients, or of the clause it is a point of. */
    private List<Integer> coefficients(String code) {
        String prefix = "coefficient." + code;
        List<Integer> own =
                policy.law.keys.entrySet().stream()
                        .filter(
                                e ->
                                        e.getKey().equals(prefix)
                                                || e.getKey().startsWith(prefix + "."))
                        .map(Map.Entry::getValue)
                        .toList();
        int point = code.lastIndexOf('.');
        return own.isEmpty() && point > 0 ? coefficients(code.substring(0, point)) : own;
    }

    private static String gap(String ground, String key) {
        return "nhóm '%s' có tháng tồn tại mà không có dòng %s".formatted(ground, key);
    }
}
