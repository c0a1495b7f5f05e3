package vn.ansinh.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Intake.Offer;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.internal.ActivationModule;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.generic.Generic;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The law of the State without and with Decree 335/2026 as two versions, and communes without
 * policies of their own, through the product's activation and archive; only the jars are missing,
 * what they would register is made here.
 */
final class DecreeVersions implements Candidates {
    private static final String DECREE = "NĐ 335/2026/NĐ-CP";
    private static final Actor OPERATOR = Actor.system("benchmark");

    private final Map<String, Candidate> candidates = new HashMap<>();
    private final ActivationModule activation;
    private final List<String> codes = new ArrayList<>();
    private final String without;
    private final String with;

    /** Puts the law without the decree in force under so many communes; the decree is checked. */
    DecreeVersions(Installation installation, int localities) {
        activation =
                new ActivationModule(
                        Engines.standard(),
                        installation.service(ReleaseArchive.class),
                        this,
                        (candidate, layers) -> List.of(),
                        installation.service(Localities.class),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock(),
                        installation.service(Agreement.class),
                        installation.service(Nodes.class),
                        false,
                        10,
                        1_000,
                        30,
                        20);
        without = law("1.0.0", new WithoutDecree(new VietnamLaw()));
        releases().activate(OPERATOR, without);
        for (int n = 1; n <= localities; n++) {
            releases().activate(OPERATOR, commune(n));
        }
        with = law("1.1.0", new VietnamLaw());
    }

    private String law(String version, LawLayer layer) {
        String sha256 = sha256("vietnam " + version);
        candidates.put(sha256, new Candidate(sha256, null, layer, List.of()));
        offer("law", "vietnam", "", version, sha256, "vietnam " + version);
        return sha256;
    }

    private String commune(int n) {
        Generic generic = new Generic();
        LocalityProfile as = generic.profile();
        String code = String.format(Locale.ROOT, "gia-lap-%04d", n);
        LocalityProfile profile =
                new LocalityProfile(
                        code,
                        "Xã giả lập " + n,
                        as.level(),
                        as.parentName(),
                        as.law(),
                        as.territories(),
                        as.validFrom(),
                        as.validTo(),
                        as.succeededBy(),
                        as.place(),
                        as.issuer(),
                        as.units(),
                        as.warnings());
        LawLayer own = new Commune(code, generic.layer());
        String sha256 = sha256(code);
        candidates.put(sha256, new Candidate(sha256, new At(profile, own), own, List.of()));
        offer("locality", code, as.law(), "1.0.0", sha256, code);
        codes.add(code);
        return sha256;
    }

    private void offer(
            String kind, String code, String parent, String version, String sha256, String jar) {
        byte[] bytes = jar.getBytes(StandardCharsets.UTF_8);
        activation
                .intake()
                .offer(
                        new Offer(
                                kind,
                                code,
                                parent,
                                "vn.ansinh.benchmarks." + code,
                                version,
                                sha256,
                                bytes,
                                List.of()));
    }

    ActiveLaw activeLaw() {
        return activation.activeLaw();
    }

    Releases releases() {
        return activation.releases();
    }

    /** Codes of the communes. */
    List<String> codes() {
        return codes;
    }

    /** The version without the decree. */
    String without() {
        return without;
    }

    /** The version with it. */
    String with() {
        return with;
    }

    @Override
    public Candidate open(
            String kind, String symbolicName, String version, String sha256, byte[] bytes) {
        return candidates.get(sha256);
    }

    @Override
    public boolean runs(String sha256) {
        return candidates.containsKey(sha256);
    }

    @Override
    public void retire(String sha256) {
        // No jar runs here.
    }

    @Override
    public List<String> strays() {
        return List.of();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record At(LocalityProfile profile, LawLayer layer)
            implements vn.ansinh.locality.api.Locality {}

    /** The generic commune's layer under another code. */
    private record Commune(String code, LawLayer layer) implements LawLayer {
        @Override
        public String parent() {
            return layer.parent();
        }

        @Override
        public List<ParameterRow> rows() {
            return layer.rows();
        }

        @Override
        public List<Ground> grounds() {
            return layer.grounds();
        }

        @Override
        public List<ParameterRow> reference() {
            return layer.reference();
        }
    }

    /** The State's law as if the decree had never been issued. */
    private record WithoutDecree(LawLayer law) implements LawLayer {
        @Override
        public String code() {
            return law.code();
        }

        @Override
        public String parent() {
            return law.parent();
        }

        @Override
        public List<ParameterRow> rows() {
            return law.rows().stream().filter(WithoutDecree::older).toList();
        }

        @Override
        public List<Ground> grounds() {
            return law.grounds();
        }

        @Override
        public List<ParameterRow> reference() {
            return law.reference().stream().filter(WithoutDecree::older).toList();
        }

        private static boolean older(ParameterRow row) {
            return !row.citation().instrument().equals(DECREE);
        }
    }
}
