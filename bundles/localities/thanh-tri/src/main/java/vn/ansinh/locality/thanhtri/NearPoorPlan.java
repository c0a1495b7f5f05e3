package vn.ansinh.locality.thanhtri;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.locality.api.CsvTable;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/**
 * TT-R1, the annex of the plan: near-poor households to lift out in 2023, by commune, in the
 * annex's own order. Its figures are the annex's ({@code annex.csv}). The district's rate is worked
 * out from households, which the annex does not print: each unit's are taken from its printed rate,
 * never the mean of the rates.
 */
public final class NearPoorPlan implements ReportFormat {

    private static final List<String> COLUMNS =
            List.of(
                    "tt",
                    "don_vi",
                    "loai",
                    "so_ho_can_ngheo_dau_nam",
                    "ti_le_pct",
                    "ke_hoach_giam_2023");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int FIRST = 5;

    private final List<Commune> communes = read();

    private record Commune(long number, String name, long households, BigDecimal rate, long less) {

        /** All households of the unit, as its rate implies them. */
        BigDecimal all() {
            return BigDecimal.valueOf(households)
                    .multiply(HUNDRED)
                    .divide(rate, 0, RoundingMode.HALF_UP);
        }
    }

    private static List<Commune> read() {
        List<String> faults = new ArrayList<>();
        List<Commune> communes =
                CsvTable.of(NearPoorPlan.class, "annex.csv", COLUMNS, faults).stream()
                        .map(NearPoorPlan::commune)
                        .toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return communes;
    }

    private static Commune commune(CsvTable.Line line) {
        List<String> f = line.fields();
        return new Commune(
                Long.parseLong(f.get(0)),
                f.get(1),
                Long.parseLong(f.get(3)),
                new BigDecimal(f.get(4)),
                Long.parseLong(f.get(5)));
    }

    @Override
    public String code() {
        return "TT-R1";
    }

    @Override
    public String localityCode() {
        return "thanh-tri";
    }

    @Override
    public String title() {
        return "Biểu kế hoạch giảm hộ cận nghèo năm 2023";
    }

    @Override
    public ReportTable compute(ReportInput input) {
        long households = communes.stream().mapToLong(Commune::households).sum();
        long less = communes.stream().mapToLong(Commune::less).sum();
        BigDecimal all =
                communes.stream().map(Commune::all).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ReportTable(
                "BIỂU KẾ HOẠCH GIẢM HỘ CẬN NGHÈO NĂM 2023",
                "Kèm theo Kế hoạch số 90/KH-UBND ngày 23/02/2023 của UBND huyện",
                List.of(
                        new Column("tt", "TT", Kind.NUMBER, 8),
                        new Column("donVi", "Đơn vị", Kind.TEXT, 32),
                        new Column("soHo", "Tổng số HCN đầu năm", Kind.NUMBER, 20),
                        new Column("tiLe", "Tỉ lệ", Kind.DECIMAL, 20),
                        new Column("giam", "Kế hoạch giảm", Kind.NUMBER, 20)),
                communes.stream().map(NearPoorPlan::row).toList(),
                Arrays.asList(null, "Toàn huyện", households, percent(households, all), less),
                List.of(
                        "Tỉ lệ toàn huyện tính từ số hộ dân suy ra từ tỉ lệ của từng đơn vị; phụ"
                                + " lục không ghi số hộ dân.",
                        "Kế hoạch giảm "
                                + less
                                + " hộ, bằng "
                                + comma(percent(less, BigDecimal.valueOf(households)))
                                + "% số hộ cận nghèo đầu năm.",
                        "Nhiều hộ cận nghèo nhất: " + byCount(households) + ".",
                        "Tỉ lệ cao nhất: "
                                + first(Commune::rate, c -> c.name() + " " + comma(c.rate()))
                                + ".",
                        "Phụ lục in số kế hoạch là 30/KH-UBND."),
                List.of("Sở LĐTBXH Hà Nội;", "UBND xã, thị trấn;", "Lưu: VT, LĐTBXH."),
                List.of(new Signature("NGƯỜI LẬP", ""), new Signature("CHỦ TỊCH", "")));
    }

    private String byCount(long households) {
        Function<Commune, Long> count = Commune::households;
        long sum =
                communes.stream()
                        .map(Commune::households)
                        .sorted(Comparator.reverseOrder())
                        .limit(FIRST)
                        .mapToLong(Long::longValue)
                        .sum();
        return "%s (%d hộ, %s%%)"
                .formatted(
                        first(count, c -> c.name() + " " + c.households()),
                        sum,
                        comma(percent(sum, BigDecimal.valueOf(households))));
    }

    private <T extends Comparable<T>> String first(
            Function<Commune, T> by, Function<Commune, String> said) {
        return communes.stream()
                .sorted(Comparator.comparing(by).reversed())
                .limit(FIRST)
                .map(said)
                .collect(Collectors.joining(", "));
    }

    private static Row row(Commune commune) {
        return new Row(
                "",
                List.of(
                        commune.number(),
                        commune.name(),
                        commune.households(),
                        commune.rate(),
                        commune.less()));
    }

    private static BigDecimal percent(long part, BigDecimal whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static String comma(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }
}
