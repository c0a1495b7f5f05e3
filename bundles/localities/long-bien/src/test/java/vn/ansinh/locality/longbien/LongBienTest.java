package vn.ansinh.locality.longbien;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

class LongBienTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        assertThat(new LocalityKit().check(candidate, List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaNoiLaw.class)))).isEmpty();
    }
}
