package vn.ansinh.rest.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.payment.api.ParallelRun;

/** Answers of the import and the parallel run (DỮ LIỆU GIẢ LẬP). */
final class FileFakes {

    private FileFakes() {}

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        Imports.UploadView upload =
                new Imports.UploadView(
                        4,
                        Imports.FileKind.RUNNING,
                        null,
                        "danh-sach.xlsx",
                        "ab".repeat(32),
                        Imports.State.JUDGED,
                        new Imports.Counts(1, 0, 0, 2, 0, 750_000),
                        List.of());
        answers.put("Imports.upload", a -> upload);
        answers.put("Imports.one", a -> upload);
        answers.put("Imports.uploads", a -> List.of(upload));
        answers.put(
                "Imports.rows",
                a ->
                        List.of(
                                new Imports.RowView(
                                        1,
                                        "Tổ 1",
                                        9,
                                        List.of("1", "Nguyễn Giả Lập"),
                                        Imports.Verdict.ACCEPTED,
                                        List.of())));
        answers.put("Imports.verdicts", a -> null);
        answers.put("Imports.confirm", a -> upload);
        answers.put("Imports.abandon", a -> upload);
        answers.put("Imports.meanings", a -> List.of());
        answers.put("Imports.teach", a -> null);
        YearMonth month = YearMonth.of(2026, 2);
        ParallelRun.MonthView view =
                new ParallelRun.MonthView(month, 2, 1_500_000, 2, 1_250_000, 1, 1, 1, null);
        ParallelRun.DifferenceView difference =
                new ParallelRun.DifferenceView(
                        9,
                        ParallelRun.Kind.RATE,
                        11,
                        "Nguyễn Giả Lập",
                        "Tổ 1, dòng 9",
                        750_000,
                        500_000,
                        "Khác mức chuẩn.",
                        "",
                        "");
        answers.put("ParallelRun.months", a -> List.of(view));
        answers.put("ParallelRun.compare", a -> view);
        answers.put("ParallelRun.differences", a -> List.of(difference));
        answers.put("ParallelRun.report", a -> null);
        answers.put("ParallelRun.explain", a -> difference);
        ParallelRun.GoLive live = new ParallelRun.GoLive(false, "", null, List.of(), 0);
        answers.put("ParallelRun.goLive", a -> live);
        answers.put("ParallelRun.declareLive", a -> live);
    }
}
