package vn.ansinh.law.vietnam;

import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/**
 * The law of the State: every amount, age and date is a row of {@code parameters.csv}; one-off
 * amounts, procedures, poverty standards and the calendar are reference rows.
 */
public final class VietnamLaw implements LawLayer {

    private final List<ParameterRow> rows = ParameterTable.of(VietnamLaw.class, "parameters.csv");
    private final List<ParameterRow> reference =
            Stream.of(
                            "one-off.csv",
                            "cumulation.csv",
                            "procedures.csv",
                            "poverty.csv",
                            "calendar.csv")
                    .flatMap(table -> ParameterTable.of(VietnamLaw.class, table).stream())
                    .toList();

    @Override
    public String code() {
        return "vietnam";
    }

    @Override
    public String parent() {
        return "";
    }

    @Override
    public List<ParameterRow> rows() {
        return rows;
    }

    @Override
    public List<Ground> grounds() {
        return NationalGrounds.all();
    }

    @Override
    public List<ParameterRow> reference() {
        return reference;
    }
}
