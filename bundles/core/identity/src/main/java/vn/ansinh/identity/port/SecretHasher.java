package vn.ansinh.identity.port;

/** Hashes secrets with a library. */
public interface SecretHasher {
    /** Hash with parameters and salt, in PHC form. */
    String hash(char[] secret);

    /** Whether the secret has this hash. */
    boolean matches(char[] secret, String hash);
}
