package vn.ansinh.law.vietnam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.kit.Answers;
import vn.ansinh.locality.kit.BundleFile;

/** Two JVMs of other zones, languages and compilers give the same law and the same answers. */
class DeterminismTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void twoJvmsAnswerAlike() throws Exception {
        String here;
        try (BundleFile law = BundleFile.module(MODULE)) {
            here = Answers.digest(law, List.of());
        }
        assertThat(here).matches("[0-9a-f]{64}");
        assertThat(elsewhere("-Duser.timezone=America/Los_Angeles", "-Duser.language=tr"))
                .isEqualTo(here);
        assertThat(elsewhere("-XX:TieredStopAtLevel=1", "-Dfile.encoding=ISO-8859-1"))
                .isEqualTo(here);
    }

    private static String elsewhere(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Answers.class.getName()));
        command.add(MODULE.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.trim();
    }
}
