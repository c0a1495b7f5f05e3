package vn.ansinh.rest.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.rest.internal.RestTest.Call;

/** Answers of the import and the parallel run (DỮ LIỆU GIẢ LẬP). */
final class FileFakes {

    private FileFakes() {}

    private static final String HD = "localities/hung-dao";

    static Stream<Call> calls() {
        return Stream.of(
                new Call("uploadImport", "POST", HD + "/imports?kind=RUNNING", "a,b\n1,2\n", "f"),
                new Call("listImports", "GET", HD + "/imports", null, "f"),
                new Call("getImport", "GET", HD + "/imports/4", null, "f"),
                new Call("listImportRows", "GET", HD + "/imports/4/rows", null, "f"),
                new Call("getVerdicts", "GET", HD + "/imports/4/verdicts", null, "f"),
                new Call(
                        "confirmImport",
                        "POST",
                        HD + "/imports/4:confirm",
                        "{\"acceptProposals\":true}",
                        "f"),
                new Call("abandonImport", "POST", HD + "/imports/4:abandon", null, "f"),
                new Call("listMeanings", "GET", HD + "/imports/meanings", null, "f"),
                new Call(
                        "teachMeaning",
                        "POST",
                        HD + "/imports/meanings",
                        "{\"kind\":\"COLUMN\",\"field\":\"full_name\",\"written\":\"Danh tính\"}",
                        "f"),
                new Call("listParallelMonths", "GET", HD + "/parallel", null, "f"),
                new Call("compareMonth", "POST", HD + "/parallel/2026-02:compare", null, "f"),
                new Call(
                        "listParallelDifferences",
                        "GET",
                        HD + "/parallel/2026-02/differences",
                        null,
                        "f"),
                new Call("getParallelReport", "GET", HD + "/parallel/2026-02/report", null, "f"),
                new Call(
                        "explainDifference",
                        "POST",
                        HD + "/parallel/2026-02/differences/9:explain",
                        "{\"reason\":\"Sai trên giấy\"}",
                        "f"),
                new Call("getGoLive", "GET", HD + "/parallel/go-live", null, "f"),
                new Call("declareGoLive", "POST", HD + "/parallel/go-live", null, "f"));
    }

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
