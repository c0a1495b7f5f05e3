package vn.ansinh.law.vietnam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.Mutation;

/** Every verified row changed alone is noticed by a case typed from the text. */
class MutationTest {

    @Test
    void everyChangeOfAVerifiedRowIsNoticed() throws Exception {
        try (BundleFile law = BundleFile.module(Path.of("").toAbsolutePath())) {
            Mutation mutation = new Mutation(law, List.of());
            assertThat(mutation.failing()).isEmpty();
            Mutation.Result result = mutation.run();
            assertThat(result.survivors()).isEmpty();
            assertThat(result.mutants()).isGreaterThan(900);
            assertThat(result.equivalent() + result.refused())
                    .as("most changes change the law")
                    .isLessThan(result.mutants() / 3);
        }
    }
}
