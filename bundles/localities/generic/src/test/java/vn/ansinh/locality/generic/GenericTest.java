package vn.ansinh.locality.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.Finding;
import vn.ansinh.locality.kit.LocalityKit;
import vn.ansinh.locality.kit.Stamp;

/** One bundle, any commune: only the profile in the jar differs. DỮ LIỆU GIẢ LẬP. */
class GenericTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final String PROFILE =
            """
            key,value
            code,xa-gia-lap
            name,Xã Giả Lập
            level,xã
            parentName,UBND thành phố Hà Nội
            law,ha-noi
            territories,vietnam ha-noi
            place,Giả Lập
            unit,GL-1|Thôn 1 (giả lập)|thôn|DỮ LIỆU GIẢ LẬP
            """;

    @TempDir Path folder;

    @Test
    void passesTheKitOnTheStatesLawAlone() throws Exception {
        assertThat(check(BundleFile.module(MODULE), List.of(BundleFile.of(VietnamLaw.class))))
                .isEmpty();
    }

    @Test
    void servesAnotherCommuneOnAProvincesLaw() throws Exception {
        Path jar = stamp(PROFILE);
        assertThat(
                        check(
                                BundleFile.jar(jar),
                                List.of(
                                        BundleFile.of(VietnamLaw.class),
                                        BundleFile.of(HaNoiLaw.class))))
                .isEmpty();
        try (JarFile made = new JarFile(jar.toFile())) {
            var main = made.getManifest().getMainAttributes();
            assertThat(main.getValue("Ansinh-Bundle")).contains("code=xa-gia-lap", "parent=ha-noi");
            assertThat(main.getValue("Bundle-SymbolicName"))
                    .isEqualTo("vn.ansinh.locality.generic.xagialap");
            assertThat(made.getEntry("golden/floor.csv")).isNull();
        }
    }

    /** Negative control: a profile that says another law than its manifest does not pass. */
    @Test
    void theProfileAndTheManifestSayTheSame() throws Exception {
        Path jar = stamp(PROFILE.replace("law,ha-noi", "law,vietnam"));
        assertThat(
                        check(
                                BundleFile.jar(jar),
                                List.of(
                                        BundleFile.of(VietnamLaw.class),
                                        BundleFile.of(HaNoiLaw.class))))
                .isNotEmpty();
    }

    @Test
    void aProfileWithoutCodeIsRefusedWhole() {
        assertThatThrownBy(() -> stamp(PROFILE.replace("code,xa-gia-lap\n", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cần đúng một dòng code");
        assertThatThrownBy(() -> stamp("không phải bảng"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dòng 1: tiêu đề phải là key,value");
    }

    private static List<Finding> check(BundleFile candidate, List<BundleFile> below)
            throws Exception {
        try (candidate) {
            return new LocalityKit().check(candidate, below);
        }
    }

    private Path stamp(String profile) throws Exception {
        Path table = folder.resolve("profile.csv");
        Files.writeString(table, profile);
        Path out = folder.resolve("commune.jar");
        Stamp.make(pack(), table, out);
        return out;
    }

    /** The module as a jar, with the headers bnd gives it. */
    private Path pack() throws Exception {
        Path jar = folder.resolve("generic.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        for (String line : Files.readAllLines(MODULE.resolve("bnd.bnd"))) {
            String[] header = line.split(": ", 2);
            manifest.getMainAttributes().putValue(header[0], header[1]);
        }
        Path classes = MODULE.resolve("target/classes");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(path).toString().replace('\\', '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new JarEntry(name));
                    out.write(Files.readAllBytes(path));
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
