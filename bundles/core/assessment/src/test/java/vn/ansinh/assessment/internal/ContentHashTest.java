package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ParameterRow;

class ContentHashTest {

    /** Prints the hash; run in a second JVM by the test. */
    public static void main(String[] args) {
        System.out.print(TestLaw.standard().compile().hash());
    }

    @Test
    void isTheSameInAnotherJvm() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.timezone=UTC",
                                "-Duser.language=tr",
                                "-Dfile.encoding=ISO-8859-1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                ContentHashTest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(other.waitFor()).isZero();
        assertThat(there).isEqualTo(TestLaw.standard().compile().hash()).hasSize(64);
    }

    @Test
    void changesWithAnythingOfTheLaw() {
        String hash = TestLaw.standard().compile().hash();
        TestLaw noted = TestLaw.standard();
        ParameterRow row = noted.city.remove(0);
        noted.city.add(
                new ParameterRow(
                        row.key(),
                        row.value(),
                        row.unit(),
                        row.rounding(),
                        row.territory(),
                        row.appliesFrom(),
                        row.appliesTo(),
                        row.enacted(),
                        row.inForce(),
                        row.citation(),
                        row.confidence(),
                        "khác"));
        TestLaw law = TestLaw.standard();
        assertThat(noted.compile().hash()).isNotEqualTo(hash);
        assertThat(new StandardEngine().compile(law.layers(), List.of("city", "state")).hash())
                .isNotEqualTo(hash);
        assertThat(law.compileStateAlone().hash()).isNotEqualTo(hash);
    }
}
