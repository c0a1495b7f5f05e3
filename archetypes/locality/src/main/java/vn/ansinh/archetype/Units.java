package vn.ansinh.archetype;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.locality.api.CsvTable;

/**
 * The public lists of administrative units: communes with district and province until 30 June 2025,
 * communes with province since. The same code may name different places in the two.
 */
final class Units {

    private static final List<String> OLD =
            List.of(
                    "code",
                    "name",
                    "district_code",
                    "district_name",
                    "province_code",
                    "province_name");
    private static final List<String> NEW =
            List.of("code", "name", "kind", "province_code", "province_name");

    private final List<Commune> communes = new ArrayList<>();

    /**
     * A commune of one of the lists.
     *
     * @param code official code
     * @param name name with its kind, e.g. {@code Xã Đông Anh}
     * @param district name of the district with its kind; empty since 1 July 2025
     * @param province name of the province with its kind
     */
    record Commune(String code, String name, String district, String province) {

        /** {@code xã}, {@code phường}, {@code đặc khu}, {@code thị trấn}. */
        String kind() {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("đặc khu") || lower.startsWith("thị trấn")
                    ? lower.substring(0, lower.indexOf(' ', lower.indexOf(' ') + 1))
                    : lower.substring(0, lower.indexOf(' '));
        }

        /** Code a province's law has: its name without kind and marks, e.g. {@code ha-noi}. */
        String lawOfProvince() {
            String bare = province.replaceFirst("^(Thành phố|Tỉnh) ", "");
            return Normalizer.normalize(bare, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D')
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '-');
        }
    }

    /** The list of a time: since 1 July 2025, or before. */
    Units(boolean today) {
        List<String> faults = new ArrayList<>();
        String list = today ? "from-2025-07.csv" : "to-2025-06.csv";
        for (CsvTable.Line line :
                CsvTable.of(Units.class, "units/" + list, today ? NEW : OLD, faults)) {
            List<String> f = line.fields();
            communes.add(
                    today
                            ? new Commune(f.get(0), f.get(1), "", f.get(4))
                            : new Commune(f.get(0), f.get(1), f.get(3), f.get(5)));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    Optional<Commune> find(String code) {
        return communes.stream().filter(commune -> commune.code().equals(code)).findFirst();
    }

    /** The communes of a district, in the order of the list. */
    List<Commune> ofDistrict(String district, String province) {
        return communes.stream()
                .filter(c -> c.district().equals(district) && c.province().equals(province))
                .toList();
    }
}
