package vn.ansinh.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/** What can be wrong with layers before they are compiled, in sentences for who wrote them. */
final class LawCheck {

    private final Law law;
    private final List<String> faults = new ArrayList<>();

    LawCheck(Law law) {
        this.law = law;
    }

    List<String> faults() {
        chain();
        territories();
        law.rows.forEach(this::value);
        law.reference.forEach(this::reference);
        contradictions();
        grounds();
        return faults;
    }

    private void chain() {
        if (law.layers() == 0) {
            faults.add("không có tầng chính sách nào");
        }
        for (int i = 0; i < law.layers(); i++) {
            String below = i == 0 ? "" : law.codes.get(i - 1);
            if (!law.parents.get(i).equals(below)) {
                faults.add(
                        "tầng '%s' dựa trên '%s' nhưng được đặt trên '%s'"
                                .formatted(law.codes.get(i), law.parents.get(i), below));
            }
        }
    }

    private void territories() {
        for (String territory : law.territories) {
            if (!law.namedTerritories.contains(territory) && !law.codes.contains(territory)) {
                faults.add("lãnh thổ '" + territory + "' không có dòng tham số nào");
            }
        }
    }

    private void value(ParameterRow row) {
        String family = row.key().contains(".") ? row.key().split("\\.")[0] : row.key();
        String value = row.value();
        switch (family) {
            case "rate" -> {
                if (!value.matches("[0-9]{1,12}") || Long.parseLong(value) % 100 != 0) {
                    faults.add(at(row) + ": mức phải là số nguyên đồng, chia hết cho 100");
                }
            }
            case "coefficient" -> {
                if (!value.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                    faults.add(at(row) + ": hệ số phải là số có nhiều nhất hai chữ số lẻ");
                }
            }
            case "age" -> {
                if (!value.matches("[0-9]{1,3}|none")) {
                    faults.add(at(row) + ": tuổi phải là số nguyên, hoặc none");
                }
            }
            case "ground" -> word(row, Set.of("on", "off"));
            case "firstMonth" -> word(row, Set.of("signature", "certificate", "age"));
            case Law.FOLLOWS -> word(row, Set.of("true", "false"));
            default -> {
                // other keys are read by others, who say what they accept
            }
        }
        if (!"none".equals(row.rounding())) {
            faults.add(at(row) + ": cách làm tròn '" + row.rounding() + "' chưa được hỗ trợ");
        }
    }

    private void reference(ParameterRow row) {
        if (row.key().startsWith("oneOff.")
                && !row.value().equals("none")
                && hundredths(row.value()) < 0) {
            faults.add(at(row) + ": phải là số không âm, nhiều nhất hai chữ số lẻ");
        }
        if (row.key().startsWith("policy.")) {
            word(row, Set.of("on", "off"));
        }
    }

    private void word(ParameterRow row, Set<String> words) {
        if (!words.contains(row.value())) {
            faults.add(at(row) + ": giá trị phải là một trong " + words.stream().sorted().toList());
        }
    }

    private void contradictions() {
        for (int i = 0; i < law.rows.size(); i++) {
            for (int j = i + 1; j < law.rows.size(); j++) {
                ParameterRow a = law.rows.get(i);
                ParameterRow b = law.rows.get(j);
                if (law.layerOfRow.get(i).equals(law.layerOfRow.get(j))
                        && a.key().equals(b.key())
                        && a.inForce().equals(b.inForce())
                        && a.appliesFrom().equals(b.appliesFrom())) {
                    faults.add(at(a) + ": hai dòng mâu thuẫn, cùng ngày hiệu lực, cùng tháng đầu");
                }
            }
        }
    }

    private void grounds() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < law.grounds.size(); i++) {
            Ground ground = law.grounds.get(i);
            if (!codes.add(ground.code())) {
                faults.add("nhóm '" + ground.code() + "' được khai hai lần");
            }
            if (ground.conditions().isEmpty()) {
                faults.add("nhóm '" + ground.code() + "' không có điều kiện nào");
            }
            String existence = Law.existenceKey(ground);
            if (law.key(existence) < 0) {
                faults.add("nhóm '" + ground.code() + "' không có dòng " + existence);
            }
        }
        for (ParameterRow row : law.rows) {
            if (row.key().startsWith("ground.")
                    && !codes.contains(row.key().substring("ground.".length()))) {
                faults.add(at(row) + ": không tầng nào khai nhóm này");
            }
        }
    }

    private static String at(ParameterRow row) {
        return "%s từ %s (%s)".formatted(row.key(), row.appliesFrom(), row.citation().vietnamese());
    }

    /** A value as hundredths when it is a number, else -1. */
    static long hundredths(String value) {
        if (!value.matches("[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            return -1;
        }
        return new BigDecimal(value).movePointRight(2).longValueExact();
    }
}
