package vn.ansinh.assessment.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/** SHA-256 of the law in a canonical form: the same bytes in every JVM, for ever. */
final class ContentHash {

    private final StringBuilder text = new StringBuilder("ansinh-law-1\n");

    private ContentHash() {}

    static String of(Law law) {
        ContentHash canonical = new ContentHash();
        canonical.layers(law);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private void layers(Law law) {
        law.territories.forEach(territory -> line("territory", territory));
        for (int i = 0; i < law.layers(); i++) {
            line("layer", law.codes.get(i), law.parents.get(i), law.digests.get(i));
        }
        for (int i = 0; i < law.rows.size(); i++) {
            row("row", Integer.toString(law.layerOfRow.get(i)), law.rows.get(i));
        }
        for (ParameterRow reference : law.reference) {
            row("reference", reference.territory(), reference);
        }
        for (int i = 0; i < law.grounds.size(); i++) {
            ground(law.layerOfGround.get(i), law.grounds.get(i));
        }
    }

    private void row(String what, String layer, ParameterRow row) {
        line(
                what,
                layer,
                row.key(),
                row.value(),
                row.unit(),
                row.rounding(),
                row.territory(),
                row.appliesFrom().toString(),
                row.appliesTo() == null ? "" : row.appliesTo().toString(),
                row.enacted().toString(),
                row.inForce().toString(),
                citation(row.citation()),
                row.confidence().name(),
                row.note());
    }

    private void ground(int layer, Ground ground) {
        line(
                "ground",
                Integer.toString(layer),
                ground.code(),
                ground.title(),
                ground.component().name(),
                ground.rateKey(),
                Boolean.toString(ground.restricted()));
        for (Condition condition : ground.conditions()) {
            line(
                    "condition",
                    condition.code(),
                    condition.sentence(),
                    citation(condition.citation()));
        }
    }

    private static String citation(Citation c) {
        return String.join("|", c.instrument(), c.article(), c.clause(), c.point());
    }

    /** Each field with its length before it, so that no two laws share a form. */
    private void line(String... fields) {
        for (String field : fields) {
            text.append(field.length()).append(':').append(field).append(';');
        }
        text.append('\n');
    }
}
