package vn.ansinh.law.haiphong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.haiduong.HaiDuongLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

class HaiPhongLawTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below =
                List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaiDuongLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }
}
