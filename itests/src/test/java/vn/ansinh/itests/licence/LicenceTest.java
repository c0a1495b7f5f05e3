package vn.ansinh.itests.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every jar of the distribution stands in docs/reference/third-party.csv with an accepted licence.
 */
class LicenceTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Set<String> ACCEPTED =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "EPL-1.0",
                    "EPL-2.0",
                    "LGPL-2.1-or-later",
                    "GPL-2.0-with-classpath-exception",
                    "PostgreSQL",
                    "OFL-1.1");

    @Test
    void everyJarWeShipIsListed() throws IOException {
        Path system = ROOT.resolve("karaf-assembly/target/assembly/system");
        Set<String> listed =
                rows().stream().map(r -> r[0] + ":" + r[1]).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(system)) {
            for (Path jar : files.filter(p -> p.toString().endsWith(".jar")).toList()) {
                String name = coordinates(system.relativize(jar));
                if (!name.startsWith("vn.ansinh:") && !listed.contains(name)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).as("jars without a row in docs/reference/third-party.csv").isEmpty();
        assertThat(listed).hasSizeGreaterThan(100);
    }

    @Test
    void everyLicenceIsOneWeAccept() throws IOException {
        for (String[] row : rows()) {
            assertThat(row[2].split(" (OR|AND) "))
                    .as(row[0] + ":" + row[1])
                    .isNotEmpty()
                    .allMatch(ACCEPTED::contains);
        }
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/reference/third-party.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    /** {@code a/b/artifact/version/file.jar} as {@code a.b:artifact}. */
    private static String coordinates(Path jar) {
        String[] parts = jar.toString().split("/");
        String group = String.join(".", Arrays.copyOf(parts, parts.length - 3));
        return group + ":" + parts[parts.length - 3];
    }
}
