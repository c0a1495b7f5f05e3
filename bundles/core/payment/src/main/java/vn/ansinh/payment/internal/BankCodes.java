package vn.ansinh.payment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code a bank file names a bank by: what is a BIC stays as it is; names as officers write them
 * are looked up in {@code banks.csv}. An unknown name is nobody's code: its orders are stopped.
 */
final class BankCodes {
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
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

    /** The code of a bank, or empty when its name is not known. */
    Optional<String> of(String bank) {
        String plain = bank.strip();
        if (CLEARING.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        String known = byName.get(folded(plain));
        if (known == null && BIC.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        return Optional.ofNullable(known);
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
