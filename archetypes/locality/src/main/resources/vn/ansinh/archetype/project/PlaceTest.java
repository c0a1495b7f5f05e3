package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LawFolder;
import vn.ansinh.locality.kit.LocalityKit;

/** What the container checks before it takes the bundle. */
class PlaceTest {

    @Test
    void passesTheKit() throws Exception {
        Path module = Path.of("").toAbsolutePath();
        try (LawFolder laws = new LawFolder(Path.of(System.getProperty("ansinh.localities")));
                BundleFile candidate = BundleFile.module(module)) {
            assertThat(new LocalityKit().check(candidate, laws.upTo("@law@"))).isEmpty();
        }
    }
}
