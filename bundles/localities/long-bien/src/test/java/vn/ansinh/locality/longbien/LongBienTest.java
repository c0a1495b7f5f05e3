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
        List<BundleFile> below =
                List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaNoiLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }

    @Test
    void endedWithTheDistrictsAndNamesWhoAnswersNow() {
        var profile = new LongBien().profile();
        assertThat(profile.validTo()).isEqualTo("2025-06-30");
        assertThat(profile.succeededBy()).hasSize(4);
        assertThat(profile.units())
                .hasSize(13)
                .allSatisfy(unit -> assertThat(unit.code()).matches("001[1-5][0-9]"));
    }
}
