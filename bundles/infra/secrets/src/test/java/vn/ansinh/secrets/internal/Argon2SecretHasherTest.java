package vn.ansinh.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2SecretHasherTest {
    private final Argon2SecretHasher hasher = new Argon2SecretHasher();

    @Test
    void matchesOnlyTheSecretItWasMadeOf() {
        char[] secret = "mật khẩu có dấu ề ở ữ".toCharArray();
        String hash = hasher.hash(secret);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("=$");
        assertThat(hasher.matches(secret, hash)).isTrue();
        assertThat(hasher.matches("mat khau co dau e o u".toCharArray(), hash)).isFalse();
        assertThat(hasher.hash(secret)).as("salted").isNotEqualTo(hash);
    }

    /** Test vector of the reference implementation in C (phc-winner-argon2, src/test.c). */
    @Test
    void agreesWithTheReferenceImplementation() {
        String hash =
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                        + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(hasher.matches("password".toCharArray(), hash)).isTrue();
        assertThat(hasher.matches("passwore".toCharArray(), hash)).isFalse();
    }

    @Test
    void refusesWhatIsNoHashOfOurs() {
        for (String hash :
                new String[] {"", "plain", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA"}) {
            assertThatThrownBy(() -> hasher.matches("x".toCharArray(), hash))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
