package vn.ansinh.locality.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.FactKind.Confidentiality;

class FactKindsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| (.*) \\| .* \\| .* \\|$");

    @Test
    void thePageForPeopleListsTheSameKindsAndValues() throws Exception {
        Path page = Path.of("").toAbsolutePath().resolve("../../../docs/reference/facts.md");
        List<String> kinds = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                kinds.add(row.group(1));
                FactKind kind = FactKinds.find(row.group(1));
                assertThat(kind).as(row.group(1)).isNotNull();
                for (String value : kind.values().keySet()) {
                    assertThat(row.group(2)).contains("`" + value + "`");
                }
            }
        }
        assertThat(kinds)
                .containsExactlyElementsOf(FactKinds.all().stream().map(FactKind::kind).toList());
    }

    @Test
    void everyConstantIsAKind() throws Exception {
        int constants = 0;
        for (Field field : FactKinds.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            assertThat(FactKinds.find((String) field.get(null))).as(field.getName()).isNotNull();
            constants++;
        }
        assertThat(constants).isGreaterThan(30);
    }

    @Test
    void onlyHivIsRestricted() {
        assertThat(FactKinds.all())
                .filteredOn(kind -> kind.confidentiality() == Confidentiality.RESTRICTED)
                .extracting(FactKind::kind)
                .containsExactly("hiv");
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThat(FactKinds.find("disability.degree").fault("SEVERE")).isNull();
        assertThat(FactKinds.find("disability.degree").fault("nặng"))
                .isEqualTo(
                        "mức độ khuyết tật theo giấy xác nhận (đúng từ ngày cấp giấy): giá trị "
                                + "'nặng' phải là một trong SEVERE, EXTREMELY_SEVERE, MILD");
        assertThat(FactKinds.find("pension.dong").fault("2900000")).isNull();
        assertThat(FactKinds.find("pension.dong").fault("2.900.000")).contains("số nguyên đồng");
        assertThat(FactKinds.find("pension.dong").fault("-1")).isNotNull();
        assertThat(FactKinds.find("children.births").fault("2014-01-12+2014-01-12")).isNull();
        assertThat(FactKinds.find("children.births").fault("2014-02-30")).isNotNull();
        assertThat(FactKinds.find("children.births").fault("2014-01-12+")).isNotNull();
        assertThat(FactKinds.find("disability.forms").fault("VISION+MENTAL")).isNull();
        assertThat(FactKinds.find("disability.forms").fault("VISION+VISION")).isNotNull();
        assertThat(FactKinds.find("poverty.pointsB1").fault("140")).isNull();
        assertThat(FactKinds.find("poverty.pointsB1").fault("1e3")).isNotNull();
        assertThat(FactKinds.find("disability.certificate").fault(" ")).isNotNull();
        assertThat(FactKinds.find("hiv").fault("NO")).isNotNull();
        assertThat(FactKinds.find("hiv").fault(null)).isNotNull();
        assertThat(FactKinds.find("unheard.of")).isNull();
    }
}
