package vn.ansinh.locality.thanhtri;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.Mutation;

/** Every verified row changed alone is noticed by a case typed from the text. */
class MutationTest {

    @Test
    void everyChangeOfAVerifiedRowIsNoticed() throws Exception {
        try (BundleFile locality = BundleFile.module(Path.of("").toAbsolutePath())) {
            List<BundleFile> below =
                    List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaNoiLaw.class));
            Mutation mutation = new Mutation(locality, below);
            assertThat(mutation.failing()).isEmpty();
            Mutation.Result result = mutation.run();
            assertThat(result.survivors()).isEmpty();
            assertThat(result.mutants() - result.equivalent() - result.refused())
                    .as("most changes change the law")
                    .isGreaterThan(result.mutants() / 2);
        }
    }
}
