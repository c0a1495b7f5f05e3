package vn.ansinh.payment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The code a bank file names a bank by: what is a BIC stays as it is; names as officers write them
 * are looked up in {@code banks.csv}. A name that is not there stands in the file as it is, as the
 * standard allows: the paying bank finds the receiving one by it, or rejects the order and says so.
 */
final class BankCodes {
    private static final Pattern CLEARING = Pattern.compile("[0-9]{3,12}");

    private final Map<String, String> byName = new HashMap<>();

    BankCodes() {
        try (InputStream in = BankCodes.class.getResourceAsStream("/banks.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .forEach(
                            cells -> {
                                for (String name : cells[1].split(";")) {
                                    byName.put(folded(name), cells[0]);
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of a bank, or its name where no code is known. */
    String of(String bank) {
        String plain = bank.strip();
        return CLEARING.matcher(plain).matches()
                ? plain
                : byName.getOrDefault(folded(plain), plain);
    }

    /** Without marks, spaces and the words for "bank": "NH Agribank" is "agribank". */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("^(ngan hang|nh)\\s+(tmcp\\s+|tm\\s+)?", "")
                .replaceAll("[^a-z0-9]", "");
    }
}
