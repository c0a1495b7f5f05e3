package vn.ansinh.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity.Role;

/** docs/reference/rights.md says what the code does. */
class RightsPageTest {
    private static final Pattern KEY = Pattern.compile("`([A-Z_]+)`");

    @Test
    void thePageListsEveryRoleAndPermissionAsTheyAre() throws IOException {
        String page = Files.readString(Path.of("../../../docs/reference/rights.md"));
        Map<String, String[]> rows = new LinkedHashMap<>();
        page.lines()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(cells[1].strip().replace("`", ""), cells));
        Set<String> all = new TreeSet<>();
        for (Role role : Role.values()) {
            all.add(role.name());
            assertThat(rows).containsKey(role.name());
            assertThat(keys(rows.get(role.name())[3]))
                    .as("%s", role)
                    .isEqualTo(
                            role.permissions().stream()
                                    .map(Enum::name)
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        for (Permission permission : Permission.values()) {
            all.add(permission.name());
            assertThat(rows).containsKey(permission.name());
            assertThat(rows.get(permission.name())[3].contains("cả địa phương"))
                    .as("%s", permission)
                    .isEqualTo(permission.wholeLocality());
        }
        assertThat(rows.keySet()).isEqualTo(all);
        assertThat(Arrays.stream(Role.values()).flatMap(r -> r.permissions().stream()))
                .as("every permission belongs to a role, or to all, or to a data class")
                .contains(
                        Arrays.stream(Permission.values())
                                .filter(
                                        p ->
                                                p != Permission.SIGNED_IN
                                                        && p != Permission.SEE_LOCALITY
                                                        && p != Permission.READ_RESTRICTED)
                                .toArray(Permission[]::new));
    }

    private static Set<String> keys(String cell) {
        return KEY.matcher(cell)
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
