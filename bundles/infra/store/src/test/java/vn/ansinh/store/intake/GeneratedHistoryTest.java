package vn.ansinh.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.intake.Intake.OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.generator.Generator;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.hungdao.HungDao;
import vn.ansinh.payment.api.ParallelRun.DifferenceView;
import vn.ansinh.store.TestStore;

/**
 * The generator's people of Hưng Đạo (DỮ LIỆU GIẢ LẬP) under the real law: the officer's workbook
 * is understood whole, and the parallel run of both closed months finds every planted error of the
 * paid lists and nothing else. The generator knows nothing of import, engine and payment.
 */
class GeneratedHistoryTest {

    private static final List<YearMonth> CLOSED =
            List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2));

    @TempDir private static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        Generator.main(
                new String[] {
                    "--people",
                    "600",
                    "--seed",
                    "9",
                    "--localities",
                    "hung-dao",
                    "--workbooks",
                    "--out",
                    folder.toString()
                });
    }

    @Test
    void theParallelRunFindsWhatWasPlantedAndNothingElse() throws Exception {
        Set<String> found = new TreeSet<>();
        try (TestStore store = TestStore.fresh()) {
            Intake intake = new Intake(store.store(), store.tenant("hung-dao"), new RealLaw());
            intake.confirm(intake.upload(FileKind.RUNNING, "hung-dao.csv", file("hung-dao.csv")));
            for (YearMonth month : CLOSED) {
                UploadView paid = intake.paid(month, file("hung-dao/paid-" + month + ".xlsx"));
                assertThat(paid.counts().refused()).isZero();
                intake.confirm(paid);
                intake.parallel.compare(intake.tenant, OFFICER, month);
                for (DifferenceView one :
                        intake.parallel.differences(intake.tenant, OFFICER, month, 0, 500)) {
                    long more = one.paperDong() - one.ourDong();
                    found.add(month + " " + one.fullName() + " " + more);
                }
            }
        }
        assertThat(found).isEqualTo(planted());
        assertThat(found).hasSizeGreaterThan(20);
    }

    /** Old encodings, two columns of births, lost noughts, sums: no row of data is refused. */
    @Test
    void theOfficersWorkbookIsUnderstoodWhole() throws Exception {
        try (TestStore store = TestStore.fresh()) {
            Intake intake = new Intake(store.store(), store.tenant("hung-dao"), new RealLaw());
            UploadView upload =
                    intake.upload(
                            FileKind.RUNNING, "danh-sach.xlsx", file("hung-dao/danh-sach.xlsx"));
            assertThat(upload.counts().refused()).isZero();
            assertThat(upload.counts().accepted() + upload.counts().warnings())
                    .isEqualTo(rows("hung-dao.csv").count());
            intake.confirm(upload);
            long persons = intake.register.count(intake.tenant, OFFICER);
            // Same people, same grants; the second file knows some facts more.
            UploadView same =
                    intake.confirm(
                            intake.upload(FileKind.RUNNING, "hung-dao.csv", file("hung-dao.csv")));
            assertThat(same.counts().refused()).isZero();
            assertThat(intake.register.count(intake.tenant, OFFICER)).isEqualTo(persons);
        }
    }

    /** Month, name, and đồng paid too much, from the truth: nought for a line in another unit. */
    private static Set<String> planted() throws IOException {
        Map<String, String> names = new HashMap<>();
        rows("hung-dao-people.csv").forEach(person -> names.put(person[0], person[1]));
        Set<String> planted = new TreeSet<>();
        rows("truth.csv")
                .filter(row -> row[2].equals("PAID"))
                .filter(row -> CLOSED.contains(YearMonth.parse(row[1])))
                .forEach(
                        row -> {
                            long more = dong(row[8]) - dong(row[7]);
                            planted.add(row[1] + " " + names.get(row[4]) + " " + more);
                        });
        return planted;
    }

    /** The sum of {@code unit:dong + unit:dong}. */
    private static long dong(String lines) {
        return lines.isEmpty()
                ? 0
                : Arrays.stream(lines.split(" \\+ "))
                        .mapToLong(line -> Long.parseLong(line.split(":")[1]))
                        .sum();
    }

    /** Rows of a generated file below its titles; only the last cells may hold a comma. */
    private static Stream<String[]> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .skip(2)
                .map(line -> line.split(",", -1));
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** The law of Hưng Đạo as its bundles have it. */
    private static final class RealLaw implements ActiveLaw {

        private final Active active;

        RealLaw() {
            HungDao locality = new HungDao();
            PolicySnapshot snapshot =
                    Engines.standard()
                            .compile(
                                    List.of(
                                            new Engine.Layer(new VietnamLaw(), "00"),
                                            new Engine.Layer(new HaNoiLaw(), "01"),
                                            new Engine.Layer(locality.layer(), "02")),
                                    locality.profile().territories());
            active = new Active(locality.profile(), snapshot, List.of(), "hung-dao", "1", "02");
        }

        @Override
        public Optional<Active> of(String localityCode) {
            return Optional.of(active);
        }

        @Override
        public Active require(String localityCode) {
            return active;
        }

        @Override
        public List<Active> all() {
            return List.of(active);
        }
    }
}
