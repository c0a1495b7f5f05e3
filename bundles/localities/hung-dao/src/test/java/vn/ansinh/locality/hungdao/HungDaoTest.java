package vn.ansinh.locality.hungdao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

class HungDaoTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below =
                List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaNoiLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }

    @Test
    void saysThatItsHamletsAreInvented() {
        assertThat(new HungDao().profile().units())
                .hasSize(6)
                .allSatisfy(unit -> assertThat(unit.name()).endsWith("(giả lập)"))
                .allSatisfy(unit -> assertThat(unit.source()).startsWith("DỮ LIỆU GIẢ LẬP"));
    }
}
