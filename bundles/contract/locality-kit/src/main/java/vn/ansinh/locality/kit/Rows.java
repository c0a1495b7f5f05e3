package vn.ansinh.locality.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * What can be wrong with the rows of a bundle though each is well formed: nobody ever reads one,
 * two say different days for the same instrument, one goes below what a layer below lays down.
 */
final class Rows {

    private static final Set<String> OF_GROUNDS = Set.of("coefficient", "age", "firstMonth");

    private final LawLayer layer;
    private final List<Engine.Layer> below;
    private final List<Finding> findings = new ArrayList<>();

    Rows(LawLayer layer, List<Engine.Layer> below) {
        this.layer = layer;
        this.below = below;
    }

    List<Finding> findings() {
        dead(layer.rows());
        dead(layer.reference());
        ofNoGround();
        instruments();
        belowTheFloor();
        return findings;
    }

    /** A row that no month and no day of knowledge reads. */
    private void dead(List<ParameterRow> rows) {
        Map<String, List<ParameterRow>> groups = new HashMap<>();
        for (ParameterRow row : rows) {
            groups.computeIfAbsent(row.key() + "@" + row.territory(), k -> new ArrayList<>())
                    .add(row);
        }
        for (List<ParameterRow> group : groups.values()) {
            for (ParameterRow row : group) {
                if (!read(row, group)) {
                    findings.add(
                            finding(
                                    Finding.Kind.DEAD_ROW,
                                    row,
                                    "dòng không bao giờ được đọc: dòng khác luôn thay nó"));
                }
            }
        }
    }

    private static boolean read(ParameterRow row, List<ParameterRow> group) {
        Set<YearMonth> months = new TreeSet<>();
        Set<LocalDate> days = new TreeSet<>();
        for (ParameterRow one : group) {
            months.add(one.appliesFrom());
            months.add(YearMonth.from(one.inForce()).plusMonths(1));
            days.add(one.enacted());
            days.add(one.inForce());
        }
        months.add(row.appliesFrom());
        for (YearMonth month : months) {
            for (LocalDate day : days) {
                if (row == standing(group, month, day)) {
                    return true;
                }
            }
        }
        return false;
    }

    static ParameterRow standing(List<ParameterRow> rows, YearMonth month, LocalDate day) {
        ParameterRow best = null;
        for (ParameterRow row : rows) {
            if (row.applies(month) && row.known(month, day) && (best == null || later(row, best))) {
                best = row;
            }
        }
        return best;
    }

    static boolean later(ParameterRow row, ParameterRow standing) {
        int order = row.inForce().compareTo(standing.inForce());
        return order > 0 || order == 0 && row.appliesFrom().isAfter(standing.appliesFrom());
    }

    /** A coefficient, an age or a first month of a ground that nobody declares. */
    private void ofNoGround() {
        Set<String> codes = new TreeSet<>();
        layer.grounds().stream().map(Ground::code).forEach(codes::add);
        below.forEach(b -> b.law().grounds().stream().map(Ground::code).forEach(codes::add));
        for (ParameterRow row : layer.rows()) {
            int dot = row.key().indexOf('.');
            if (dot > 0 && OF_GROUNDS.contains(row.key().substring(0, dot))) {
                String rest = row.key().substring(dot + 1);
                if (codes.stream().noneMatch(code -> speaksOf(rest, code))) {
                    findings.add(
                            finding(Finding.Kind.DEAD_ROW, row, "không nhóm nào đọc dòng này"));
                }
            }
        }
    }

    /** {@code 5.6.severe.adult} speaks of 5.6; {@code 5.1.band} of every point of clause 5.1. */
    private static boolean speaksOf(String rest, String code) {
        int last = rest.lastIndexOf('.');
        String clause = last < 0 ? rest : rest.substring(0, last);
        return rest.equals(code)
                || rest.startsWith(code + ".")
                || !clause.matches("[0-9]*") && code.startsWith(clause + ".");
    }

    /** The days of an instrument are the same wherever it is cited for sure. */
    private void instruments() {
        Map<String, ParameterRow> first = new HashMap<>();
        List<ParameterRow> all = new ArrayList<>(layer.rows());
        all.addAll(layer.reference());
        for (ParameterRow row : all) {
            if (row.confidence() == Confidence.UNCERTAIN) {
                continue;
            }
            ParameterRow same = first.putIfAbsent(row.citation().instrument(), row);
            if (same != null
                    && !(same.enacted().equals(row.enacted())
                            && same.inForce().equals(row.inForce()))) {
                findings.add(
                        finding(
                                Finding.Kind.CITATION,
                                row,
                                "ngày ký hoặc ngày hiệu lực của văn bản khác dòng " + same.key()));
            }
        }
    }

    /** A layer may go higher than the State, never lower (NĐ 20/2021 Điều 4.3). */
    private void belowTheFloor() {
        for (ParameterRow row : layer.rows()) {
            if (below.isEmpty() || !row.key().startsWith("rate.")) {
                continue;
            }
            List<ParameterRow> same =
                    below.get(0).law().rows().stream()
                            .filter(r -> r.key().equals(row.key()))
                            .toList();
            ParameterRow floor = standing(same, row.appliesFrom(), row.inForce());
            if (floor != null
                    && new BigDecimal(row.value()).compareTo(new BigDecimal(floor.value())) < 0) {
                findings.add(
                        finding(
                                Finding.Kind.LAW,
                                row,
                                "thấp hơn mức %s của %s (%s)"
                                        .formatted(
                                                floor.value(),
                                                below.get(0).law().code(),
                                                floor.citation().vietnamese())));
            }
        }
    }

    private static Finding finding(Finding.Kind kind, ParameterRow row, String message) {
        return new Finding(
                kind,
                row.key() + " " + row.appliesFrom(),
                message + " (" + row.citation().vietnamese() + ")");
    }
}
