package vn.ansinh.law.haiduong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

class HaiDuongLawTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below = List.of(BundleFile.of(VietnamLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }
}
