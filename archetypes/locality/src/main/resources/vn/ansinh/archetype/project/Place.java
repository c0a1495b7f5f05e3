package @package@;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.CsvTable;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/** @name@: who it is and what it lays down itself. */
public final class Place implements Locality {

    private static final String CODE = "@code@";
    private static final String LAW = "@law@";
    private static final List<String> UNITS = List.of("code", "name", "kind", "source");

    private final List<Unit> units;
    private final List<ParameterRow> rows;

    /**
     * Reads the tables beside this class.
     *
     * @throws IllegalArgumentException with every fault of a table, one a line
     */
    public Place() {
        rows = ParameterTable.of(Place.class, "parameters.csv");
        List<String> faults = new ArrayList<>();
        units =
                CsvTable.of(Place.class, "units.csv", UNITS, faults).stream()
                        .map(CsvTable.Line::fields)
                        .map(f -> new Unit(f.get(0), f.get(1), f.get(2), f.get(3)))
                        .toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                CODE,
                "@name@",
                "@level@",
                "@parentName@",
                LAW,
                List.of(@territories@, CODE),
                @from@,
                @to@,
                List.of(),
                "@place@",
                "@issuer@",
                units,
                List.of("Gói mới: chưa có kế hoạch, chính sách riêng; các hạn theo mặc định."));
    }

    /** Rows that a monthly amount rests on go first, with grounds of its own; it has none yet. */
    @Override
    public LawLayer layer() {
        return new OwnLayer(CODE, LAW, List.of(), List.of(), rows);
    }

    private record OwnLayer(
            String code,
            String parent,
            List<ParameterRow> rows,
            List<Ground> grounds,
            List<ParameterRow> reference)
            implements LawLayer {}
}
