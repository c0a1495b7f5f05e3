package vn.ansinh.locality.generic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.locality.api.CsvTable;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/**
 * Any commune without policies of its own: who it is stands in {@code profile.csv} of the jar, so
 * one class serves as many communes as jars are stamped from it (README). Its rows apply in the
 * territory {@code generic}, wherever the commune lies.
 */
public final class Generic implements Locality {

    private static final String TERRITORY = "generic";
    private static final List<String> COLUMNS = List.of("key", "value");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();

    /**
     * Reads who the commune is.
     *
     * @throws IllegalArgumentException with every fault of the table, one a line
     */
    public Generic() {
        List<String> faults = new ArrayList<>();
        CsvTable.of(Generic.class, "profile.csv", COLUMNS, faults)
                .forEach(line -> add(line, faults));
        for (String needed :
                List.of("code", "name", "level", "parentName", "law", "territories", "place")) {
            if (!values.containsKey(needed)) {
                faults.add("profile.csv thiếu " + needed);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    private void add(CsvTable.Line line, List<String> faults) {
        String key = line.fields().get(0);
        String value = line.fields().get(1).strip();
        if (!key.equals("unit")) {
            if (value.isEmpty() || values.put(key, value) != null) {
                faults.add(line.at(key + " để trống hoặc ghi hai lần"));
            }
            return;
        }
        String[] unit = value.split("\\|");
        if (unit.length == 4) {
            units.add(new Unit(unit[0], unit[1], unit[2], unit[3]));
        } else {
            faults.add(line.at("unit phải là mã|tên|loại|nguồn"));
        }
    }

    @Override
    public LocalityProfile profile() {
        List<String> territories = new ArrayList<>(List.of(values.get("territories").split(" ")));
        territories.add(TERRITORY);
        return new LocalityProfile(
                values.get("code"),
                values.get("name"),
                values.get("level"),
                values.get("parentName"),
                values.get("law"),
                territories,
                LocalDate.of(2025, 7, 1),
                null,
                List.of(),
                values.get("place"),
                "ỦY BAN NHÂN DÂN " + values.get("name").toUpperCase(Locale.ROOT),
                units,
                List.of(
                        "Xã dùng chính sách chung: chưa có kế hoạch, chính sách, mẫu báo cáo riêng;"
                                + " các hạn theo mặc định của hệ thống."));
    }

    @Override
    public LawLayer layer() {
        return new OwnLayer(
                values.get("code"),
                values.get("law"),
                List.of(),
                List.of(),
                ParameterTable.of(Generic.class, "parameters.csv"));
    }

    /** Nothing of its own that a monthly amount rests on: policies, dates and targets only. */
    private record OwnLayer(
            String code,
            String parent,
            List<ParameterRow> rows,
            List<Ground> grounds,
            List<ParameterRow> reference)
            implements LawLayer {}
}
