package vn.ansinh.law.haiphong;

import java.util.List;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/**
 * The resolutions of the People's Council of Hải Phòng. The city took in the province of Hải Dương
 * on 1 July 2025, whose resolutions lived on in its territory until the end of that year: so this
 * layer stands on that one. No group of its own: what NQ 48/2025 adds could not be read.
 */
public final class HaiPhongLaw implements LawLayer {

    private final List<ParameterRow> rows = ParameterTable.of(HaiPhongLaw.class, "parameters.csv");
    private final List<ParameterRow> reference =
            ParameterTable.of(HaiPhongLaw.class, "programmes.csv");

    @Override
    public String code() {
        return "hai-phong";
    }

    @Override
    public String parent() {
        return "hai-duong";
    }

    @Override
    public List<ParameterRow> rows() {
        return rows;
    }

    /** Insurance, school, longevity, fees, and what is off because its source could not be read. */
    @Override
    public List<ParameterRow> reference() {
        return reference;
    }

    @Override
    public List<Ground> grounds() {
        return List.of();
    }
}
