package vn.ansinh.store.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Finding;
import vn.ansinh.beneficiary.api.Units.Link;
import vn.ansinh.beneficiary.api.Units.Unit;
import vn.ansinh.beneficiary.api.Units.Verdict;
import vn.ansinh.beneficiary.internal.finding.FindingModule;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Both public lists as the store's start loaded them. */
class UnitsModuleTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private static TestStore store;
    private static Units units;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        units =
                new FindingModule(
                                store.service(UnitLists.class),
                                store.service(PeopleIndex.class),
                                store.service(DuplicatePairs.class),
                                store.service(UnitOfWork.class),
                                store.service(Audit.class),
                                TestStore.clock())
                        .units();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @Test
    void bothListsAreWholeAndNothingIsUnmatched() throws SQLException {
        try (Connection owner = store.owner()) {
            assertThat(count(owner, "level = 'COMMUNE' and valid_to is not null")).isEqualTo(10035);
            assertThat(count(owner, "level = 'PROVINCE' and valid_to is not null")).isEqualTo(63);
            assertThat(count(owner, "level = 'COMMUNE' and valid_to is null")).isEqualTo(3321);
            assertThat(count(owner, "level = 'PROVINCE' and valid_to is null")).isEqualTo(34);
            assertThat(TestStore.one(owner, "select count(*) from unit_succession"))
                    .isEqualTo("65");
        }
        assertThat(units.findings()).isEmpty();
    }

    private static int count(Connection owner, String where) throws SQLException {
        return Integer.parseInt(
                TestStore.one(owner, "select count(*) from administrative_unit where " + where));
    }

    /** Codes that were given anew (codes and names that mislead, one line each). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    11086 | Xã Hưng Đạo | Xã Đại Sơn
                    09931 | Xã Cộng Hòa | Xã Hưng Đạo
                    10534 | Phường Lê Thanh Nghị | -
                    10532 | Phường Tân Bình | Phường Lê Thanh Nghị
                    00679 | Xã Đại Áng | Xã Ngọc Hồi
                    00643 | Xã Tân Triều | Phường Thanh Liệt
                    00301 | Phường Thanh Trì | Phường Vĩnh Hưng
                    00640 | Thị trấn Văn Điển | Xã Thanh Trì
                    11689 | Phường Anh Dũng | Phường Hưng Đạo
                    00118 | Phường Ngọc Thụy | Phường Bồ Đề
                    11131 | Xã Văn Tố | Xã Chí Minh
                    00664 | Xã Vĩnh Quỳnh | Xã Đại Thanh
                    00685 | Xã Đông Mỹ | Xã Nam Phù
                    """)
    void aCodeMeansWhatItMeantOnTheDay(String code, String before, String after) {
        assertThat(units.match(code, before, BEFORE).verdict()).isEqualTo(Verdict.SAME);
        if (after == null) {
            assertThat(units.match(code, before, AFTER).verdict()).isEqualTo(Verdict.NOT_LISTED);
            return;
        }
        assertThat(units.match(code, after, AFTER).verdict()).isEqualTo(Verdict.SAME);
        // The old name under the same code is never taken for the new unit.
        assertThat(units.match(code, before, AFTER).verdict()).isEqualTo(Verdict.NAME_DIFFERS);
        // A code that stayed is no link by itself.
        Unit now = units.byCode(code, AFTER).orElseThrow();
        assertThat(units.predecessors(now))
                .allSatisfy(link -> assertThat(link.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "Hữu Hòa, 00652",
        "HỮU HOÀ, 00652",
        "xã hữu hoà, 00652",
        "Xã Hữu Hòa, 00652",
        "dai ang, 00679",
        "Xã Đại áng, 00679"
    })
    void aNameIsFoundHoweverItIsSpelt(String written, String code) {
        assertThat(units.byName(written, BEFORE, 20)).extracting(Unit::code).contains(code);
    }

    @Test
    void theSameNameIsManyUnitsAndAllAreShown() {
        assertThat(units.byName("Hưng Đạo", BEFORE, 50))
                .extracting(Unit::code)
                .contains("11086", "09934", "10561", "11686");
        assertThat(units.byName("phường Hưng Đạo", AFTER, 50))
                .extracting(Unit::code)
                .containsExactly("11689");
        assertThat(units.match("00652", "Xã Hữu Hòa", BEFORE).verdict()).isEqualTo(Verdict.SAME);
        assertThat(units.match("HD-T01", "Thôn 1", AFTER).verdict()).isEqualTo(Verdict.NOT_LISTED);
    }

    @Test
    void predecessorsFollowSourcesNotCodes() {
        Unit hungDao = units.byCode("09931", AFTER).orElseThrow();
        assertThat(units.predecessors(hungDao))
                .extracting(link -> link.unit().code())
                .containsExactly("09919", "09931", "09934");
        assertThat(units.predecessors(hungDao))
                .extracting(Link::confidence)
                .containsOnly("VERIFIED");
        // Hưng Đạo of Tứ Kỳ has another code now and another neighbour.
        Unit ofTuKy = units.byCode("11086", BEFORE).orElseThrow();
        assertThat(units.successors(ofTuKy))
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.unit().name()).isEqualTo("Xã Tân Kỳ");
                            assertThat(link.confidence()).isEqualTo("UNCERTAIN");
                        });
        Unit longBien = units.byCode("004", BEFORE).orElseThrow();
        assertThat(longBien.name()).isEqualTo("Quận Long Biên");
        assertThat(units.successors(longBien))
                .extracting(link -> link.unit().name())
                .containsExactlyInAnyOrder(
                        "Phường Long Biên", "Phường Bồ Đề", "Phường Việt Hưng", "Phường Phúc Lợi");
    }

    /** Negative control of the loader: a wrong code or name is left out and told. */
    @Test
    void whatDoesNotMatchIsToldAndNotGuessed() {
        Map<String, String> files = new TreeMap<>();
        files.put(
                UnitFiles.OLD,
                "code,name,district_code,district_name,province_code,province_name\n"
                        + "09934,Xã Hưng Đạo,275,Huyện Quốc Oai,01,Thành phố Hà Nội\n"
                        + "09934,Xã Hưng Đạo,275,Huyện Quốc Oai,01,Thành phố Hà Nội\n"
                        + "9,Xã Sai Mã,275,Huyện Khác,01,Thành phố Hà Nội\n");
        files.put(
                UnitFiles.NEW,
                "code,name,kind,province_code,province_name\n"
                        + "09931,Xã Hưng Đạo,Xã,01,Thành phố Hà Nội\n");
        files.put(
                UnitFiles.SUCCESSION,
                "old_code,old_name,new_code,new_name,extent,confidence,source\n"
                        + "09934,xã hưng đạo,09931,Xã Hưng Đạo,WHOLE,VERIFIED,GIẢ LẬP\n"
                        + "09934,Xã Cộng Hòa,09931,Xã Hưng Đạo,WHOLE,VERIFIED,GIẢ LẬP\n"
                        + "09934,Xã Hưng Đạo,09934,Xã Hưng Đạo,WHOLE,VERIFIED,GIẢ LẬP\n"
                        + "09934,Xã Hưng Đạo,09931,Xã Hưng Đạo,WHOLE,VERIFIED,\n");

        UnitFiles read = UnitFiles.read(files);

        assertThat(read.links()).hasSize(1);
        assertThat(read.findings())
                .extracting(Finding::file, Finding::line)
                .containsExactly(
                        tuple(UnitFiles.OLD, 3),
                        tuple(UnitFiles.OLD, 4),
                        tuple(UnitFiles.OLD, 4),
                        tuple(UnitFiles.SUCCESSION, 3),
                        tuple(UnitFiles.SUCCESSION, 4),
                        tuple(UnitFiles.SUCCESSION, 5));
        assertThat(read.findings().get(3).sentence())
                .contains("mã 09934 là «Xã Hưng Đạo», không phải «Xã Cộng Hòa»");
    }

    @Test
    void anUnchangedListIsNotReadAgainAndAChangedOneReplacesIt() throws SQLException {
        try (TestStore own = TestStore.fresh();
                Connection owner = own.owner()) {
            String loadedAt = TestStore.one(owner, "select loaded_at from unit_list");
            long began = System.nanoTime();
            UnitLoader.load(owner, TestStore.NOW.plusSeconds(60));
            long ms = (System.nanoTime() - began) / 1_000_000;
            System.out.println("units unchanged ms=" + ms);
            assertThat(TestStore.one(owner, "select loaded_at from unit_list")).isEqualTo(loadedAt);

            TestStore.run(owner, "update unit_list set sha256 = repeat('0', 64)");
            UnitLoader.load(owner, TestStore.NOW.plusSeconds(60));
            assertThat(TestStore.one(owner, "select loaded_at from unit_list"))
                    .isNotEqualTo(loadedAt);
            assertThat(TestStore.one(owner, "select count(*) from administrative_unit"))
                    .isEqualTo(
                            TestStore.one(
                                    owner,
                                    "select count(distinct (code, valid_from))"
                                            + " from administrative_unit"));
        }
    }

    @Test
    void theApplicationReadsAndCannotWrite() throws SQLException {
        try (Connection app = store.app()) {
            assertThat(TestStore.one(app, "select count(*) from unit_succession")).isEqualTo("65");
            assertThatThrownBy(() -> TestStore.run(app, "delete from administrative_unit"))
                    .hasMessageContaining("permission denied");
        }
    }
}
