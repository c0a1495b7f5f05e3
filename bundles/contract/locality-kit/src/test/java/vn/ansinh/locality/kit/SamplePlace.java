package vn.ansinh.locality.kit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;

/** An invented locality with a unit too many and a row for elsewhere. DỮ LIỆU GIẢ LẬP. */
public final class SamplePlace implements Locality {

    @Override
    public LocalityProfile profile() {
        return new LocalityProfile(
                "place",
                "Xã Giả Lập",
                "xã",
                "",
                "",
                List.of("sample"),
                LocalDate.of(2025, 7, 1),
                null,
                List.of(),
                "Giả Lập",
                "UBND XÃ GIẢ LẬP",
                List.of(
                        new Unit("T1", "Thôn 1 (giả lập)", "thôn", "giả lập"),
                        new Unit("T1", "Thôn 2 (giả lập)", "thôn", "giả lập")),
                List.of());
    }

    @Override
    public LawLayer layer() {
        return new SampleLaw() {
            @Override
            public String code() {
                return "place";
            }

            @Override
            public List<ParameterRow> rows() {
                LocalDate day = LocalDate.of(2024, 1, 1);
                List<ParameterRow> rows = new ArrayList<>(super.rows());
                rows.add(
                        new ParameterRow(
                                "clock",
                                "1",
                                "ngày",
                                "none",
                                "elsewhere",
                                YearMonth.from(day),
                                null,
                                day,
                                day,
                                SampleLaw.CLAUSE,
                                Confidence.KNOWN,
                                ""));
                return rows;
            }
        };
    }
}
