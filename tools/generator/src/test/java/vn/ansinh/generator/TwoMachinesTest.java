package vn.ansinh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same arguments on two machines, workbooks included: the same bytes. */
class TwoMachinesTest {

    @TempDir private Path folder;

    @Test
    void languageTimeZoneAndHeapOfTheMachineDoNotMatter() throws Exception {
        String here = run("a", "7", "-Duser.language=en", "-Duser.timezone=UTC", "-Xmx512m");
        // Arabic digits, another day, another encoding.
        String there =
                run(
                        "b",
                        "7",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1",
                        "-Xmx128m");
        String other = run("c", "8", "-Xmx128m");

        assertThat(sha256(there)).isEqualTo(sha256(here)).isNotEqualTo(sha256(other));
        assertThat(here)
                .matches(
                        "\\{\"people\":260,\"seed\":7,\"files\":\\d+,\"seconds\":[\\d.]+,\"bytes\":\\d+,"
                                + "\"sha256\":\"[0-9a-f]{64}\"}");
    }

    private static String sha256(String json) {
        return json.substring(json.indexOf("\"bytes\""));
    }

    private String run(String name, String seed, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Generator.class.getName(),
                        "--people",
                        "260",
                        "--seed",
                        seed,
                        "--localities",
                        "hung-dao,tu-ky",
                        "--workbooks",
                        "--out",
                        folder.resolve(name).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        String[] lines = output.strip().split("\n");
        return lines[lines.length - 1];
    }
}
