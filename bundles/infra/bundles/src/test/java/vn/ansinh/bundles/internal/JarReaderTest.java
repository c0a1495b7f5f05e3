package vn.ansinh.bundles.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;
import vn.ansinh.activation.api.Intake.Offer;

class JarReaderTest {

    private static final Map<String, String> SOURCES = Map.of("t.Place", TestJars.place(""));
    private static byte[] good;
    private final JarReader reader = new JarReader(new Version("0.1.0"));

    @BeforeAll
    static void compile() {
        good = TestJars.jar(TestJars.headers("1.2.0"), SOURCES);
    }

    private List<String> with(String header, String value) {
        Map<String, String> headers = TestJars.headers("1.2.0");
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        byte[] jar = TestJars.jar(headers, SOURCES);
        return reader.read(TestJars.sha256(jar), jar).findings();
    }

    @Test
    void readsWhatTheManifestSays() {
        Offer offer = reader.read(TestJars.sha256(good), good);
        assertThat(offer.findings()).isEmpty();
        assertThat(offer.kind()).isEqualTo("locality");
        assertThat(offer.code()).isEqualTo("thu");
        assertThat(offer.parent()).isEqualTo("ha-noi");
        assertThat(offer.symbolicName()).isEqualTo("vn.ansinh.locality.thu");
        assertThat(offer.version()).isEqualTo("1.2.0");
    }

    @Test
    void theLawOfTheStateHasNoParent() {
        assertThat(with("Ansinh-Bundle", "law; code=vietnam; class=t.Place")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Export-Package | t | Export-Package",
                "Fragment-Host | vn.ansinh.payment | Fragment-Host",
                "DynamicImport-Package | * | DynamicImport-Package",
                "Require-Bundle | org.apache.karaf.shell.core | Require-Bundle",
                "Bundle-SymbolicName | | Bundle-SymbolicName",
                "Bundle-Version | 1.x | Bundle-Version",
                "Ansinh-Bundle | locality | code",
                "Ansinh-Bundle | place; code=thu; parent=ha-noi; class=t.Place | locality hoặc law",
                "Ansinh-Bundle | locality; code=thu; class=t.Place | parent",
                "Ansinh-Bundle | locality; code=Thu; parent=ha-noi; class=t.Place | code",
                "Ansinh-Bundle | locality; code=thu; parent=ha-noi; class=t.Else | t.Else",
                "Ansinh-Bundle | locality; code=thu; parent=ha-noi; class=t.Place, law; code=x | dạng",
                "Import-Package | | phải nhập vn.ansinh.locality.api",
                "Import-Package | vn.ansinh.locality.api;version=\"[1.0,2)\" | có 0.1.0",
                "Import-Package | vn.ansinh.locality.api;version=\"[0.1,1\" | không hợp lệ",
                "Import-Package | vn.ansinh.locality.api, vn.ansinh.payment.api | vn.ansinh.payment.api",
                "Import-Package | vn.ansinh.locality.api, x;resolution:=optional | optional",
            })
    void whatSpeaksAgainstAJar(String header, String value, String finding) {
        assertThat(with(header, value)).anySatisfy(f -> assertThat(f).contains(finding));
    }

    @Test
    void whatIsNoJarIsAFindingToo() {
        byte[] noise = {1, 2, 3};
        Offer offer = reader.read(TestJars.sha256(noise), noise);
        assertThat(offer.findings()).isNotEmpty();
        assertThat(offer.kind()).isEqualTo("unknown");
    }
}
