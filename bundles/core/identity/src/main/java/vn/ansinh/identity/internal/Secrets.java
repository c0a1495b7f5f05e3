package vn.ansinh.identity.internal;

import java.security.SecureRandom;
import java.util.List;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** Secrets as the platform makes them, and what it takes from a holder. */
final class Secrets {
    /** Without 0 1 i l o: read aloud and typed without mistakes. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GENERATED = 24;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static char[] generate() {
        char[] secret = new char[GENERATED];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
        }
        return secret;
    }

    /** Length counts, not which letters: people write a sentence. */
    static void check(String login, char[] fresh) {
        String text = new String(fresh);
        String sentence = null;
        if (fresh.length < SHORTEST || fresh.length > LONGEST) {
            sentence = "Mật khẩu mới dài từ " + SHORTEST + " đến " + LONGEST + " ký tự.";
        } else if (text.chars().distinct().count() < SHORTEST / 2 || text.contains(login)) {
            sentence = "Mật khẩu mới quá dễ đoán: đừng lặp ký tự, đừng chứa tên đăng nhập.";
        }
        if (sentence != null) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    sentence,
                    List.of(new Fault(0, "secret", sentence)),
                    null);
        }
    }
}
