package vn.ansinh.law.vietnam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.Reasons;

/** What is handed to the citizen. DỮ LIỆU GIẢ LẬP. */
class ReasonsTest {

    private final Engine engine = Engines.standard();
    private final PolicySnapshot law =
            engine.compile(List.of(new Engine.Layer(new VietnamLaw(), "")), List.of("vietnam"));

    private Reasons reasons(
            String birth, String month, String known, boolean open, String... facts) {
        LocalDate born = LocalDate.parse(birth);
        LocalDate always = LocalDate.of(1900, 1, 1);
        List<DatedFact> dated = new ArrayList<>();
        for (int i = 0; i < facts.length; i += 2) {
            dated.add(new DatedFact(facts[i], facts[i + 1], always, null, always));
        }
        LocalDate day = LocalDate.parse(known);
        Assessment assessment =
                law.assess(
                        engine.facts(born, born, "", null, dated, day),
                        YearMonth.parse(month),
                        day);
        return Reasons.of(assessment, law, open);
    }

    @Test
    void saysTheSumTheRowsAndWhyNotTheOthers() {
        List<String> text =
                reasons(
                                "1984-03-03",
                                "2024-10",
                                "2024-10-01",
                                false,
                                "poverty.national",
                                "POOR",
                                "marital",
                                "NEVER_MARRIED",
                                "children.births",
                                "2015-06-01+2018-06-01",
                                "disability.degree",
                                "SEVERE")
                        .sentences();
        assertThat(text.get(0))
                .isEqualTo(
                        "Tháng 10/2024, theo luật và căn cứ biết đến ngày 01/10/2024: "
                                + "được hưởng 1.750.000 đồng.");
        assertThat(text)
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "Đạt «5.4» Người đơn thân thuộc hộ nghèo, cận nghèo đang "
                                                + "nuôi con: 500.000 đồng × 1,0 × 2 = 1.000.000 "
                                                + "đồng (mức: Điều 1 NĐ 76/2024/NĐ-CP; hệ số: "
                                                + "điểm d khoản 1 Điều 6 NĐ 20/2021/NĐ-CP)."))
                .anyMatch(
                        line ->
                                line.equals(
                                        "Không đạt «5.7» Trẻ em dưới 3 tuổi thuộc hộ nghèo, cận "
                                                + "nghèo ở vùng đặc biệt khó khăn, chưa đáp ứng "
                                                + "điều kiện: dưới tuổi tối đa của nhóm (khoản 7 "
                                                + "Điều 5 NĐ 20/2021/NĐ-CP); sống tại xã, thôn "
                                                + "đặc biệt khó khăn vùng đồng bào dân tộc thiểu số "
                                                + "và miền núi (khoản 7 Điều 5 NĐ 20/2021/NĐ-CP); "
                                                + "không thuộc khoản 1 và khoản 6 (khoản 7 Điều 5 "
                                                + "NĐ 20/2021/NĐ-CP)."));
        // every ground that exists is spoken of, save the two restricted ones
        assertThat(text).hasSize(1 + law.grounds().size() - 2 - 2);
    }

    @Test
    void aLaterDecreeIsCitedFromItsDay() {
        String october =
                String.join(
                        "\n",
                        reasons(
                                        "1990-01-01",
                                        "2026-10",
                                        "2026-10-04",
                                        false,
                                        "disability.degree",
                                        "SEVERE")
                                .sentences());
        String november =
                String.join(
                        "\n",
                        reasons(
                                        "1990-01-01",
                                        "2026-11",
                                        "2026-11-05",
                                        false,
                                        "disability.degree",
                                        "SEVERE")
                                .sentences());
        assertThat(october).contains("khoản 2 Điều 8 NĐ 20/2021/NĐ-CP").doesNotContain("335");
        assertThat(november)
                .contains("khoản 4 Điều 8 NĐ 335/2026/NĐ-CP", "khoản 2 Điều 9 NĐ 335/2026/NĐ-CP")
                .doesNotContain("NĐ 20/2021");
    }

    @Test
    void aRestrictedGroundIsSeenOnlyInTheRestrictedFile() {
        String[] facts = {
            "hiv",
            "YES",
            "poverty.national",
            "POOR",
            "area.extreme",
            "YES",
            "wage.dong",
            "0",
            "pension.dong",
            "0"
        };
        for (String birth : List.of("2023-05-05", "1990-05-05")) {
            Reasons closed = reasons(birth, "2024-10", "2024-10-10", false, facts);
            assertThat(closed.sentences()).anyMatch(line -> line.startsWith("Theo quyết định: "));
            for (String text : List.of(String.join("\n", closed.sentences()), closed.toString())) {
                assertThat(text.toLowerCase())
                        .contains("theo quyết định")
                        .doesNotContain("hiv", "5.3", "5.8", "5.7");
            }
            Reasons open = reasons(birth, "2024-10", "2024-10-10", true, facts);
            assertThat(open.toString()).contains("HIV");
        }
        // and nothing shows of the restricted grounds for somebody they do not concern
        assertThat(reasons("1990-05-05", "2024-10", "2024-10-10", false).toString())
                .doesNotContain("HIV", "groundCode=5.3,", "groundCode=5.8,");
    }

    @Test
    void anOpenRowMarksTheDecisionThatRestsOnIt() {
        assertThat(
                        reasons(
                                        "1955-01-01",
                                        "2024-10",
                                        "2024-10-10",
                                        false,
                                        "disability.degree",
                                        "SEVERE",
                                        "benefit.merit.dong",
                                        "2000000")
                                .sentences())
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "Lưu ý: Chưa chắc chắn: cumulation.monthly.merit = officer"));
        assertThat(
                        reasons(
                                        "1955-01-01",
                                        "2024-10",
                                        "2024-10-10",
                                        false,
                                        "disability.degree",
                                        "SEVERE")
                                .sentences())
                .noneMatch(line -> line.startsWith("Lưu ý"));
    }
}
