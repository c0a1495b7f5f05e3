package vn.ansinh.entitlement.internal.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;

/** Finds a unit or a ground of the locality by what an officer writes for it. */
public final class Places {

    private static final String KINDS =
            "^(thon|to dan pho|tdp|to|xom|khu pho|khu dan cu|khu|ban|phuong|xa|thi tran)\\b";
    private static final Pattern CLAUSE =
            Pattern.compile("diem ([a-z]{1,2}) (?:khoan )?([0-9]+)(?: dieu ([0-9]+))?");
    private static final Pattern CLAUSE_ONLY = Pattern.compile("khoan ([0-9]+)(?: dieu ([0-9]+))?");

    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> grounds = new HashMap<>();

    public Places(Active law) {
        for (LocalityProfile.Unit unit : law.profile().units()) {
            units.put(Titles.fold(unit.code()), unit.code());
            String name = Titles.fold(unit.name());
            units.put(name, unit.code());
            // A short form that two units share names neither.
            units.merge(bare(name), unit.code(), (a, b) -> a.equals(b) ? a : "");
            units.merge(kind(name) + " " + bare(name), unit.code(), (a, b) -> a.equals(b) ? a : "");
        }
        for (Ground ground : law.snapshot().grounds()) {
            grounds.put(Titles.fold(ground.code()), ground.code());
            grounds.merge(
                    Titles.fold(ground.title()), ground.code(), (a, b) -> a.equals(b) ? a : "");
        }
    }

    /** Code of a unit, by code, name or short name. */
    public Optional<String> unit(String text) {
        String folded = Titles.fold(text);
        String first = Titles.fold(text.split("[,;\\n]", 2)[0]);
        for (String candidate :
                new String[] {
                    folded, first, kind(folded) + " " + bare(folded), bare(folded), bare(first)
                }) {
            String code = units.get(candidate);
            if (code != null && !code.isEmpty()) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Code of a ground, by code, clause or title. */
    public Optional<String> ground(String text) {
        String folded = Titles.fold(text);
        String code = grounds.get(folded);
        if (code == null) {
            Matcher clause = CLAUSE.matcher(folded);
            Matcher only = CLAUSE_ONLY.matcher(folded);
            if (clause.find()) {
                code = byClause(clause.group(3), clause.group(2) + " " + clause.group(1));
            } else if (only.find()) {
                code = byClause(only.group(2), only.group(1));
            }
        }
        return Optional.ofNullable(code).filter(found -> !found.isEmpty());
    }

    private String byClause(String article, String clause) {
        return grounds.get((article == null ? "5" : article) + " " + clause);
    }

    private static String kind(String folded) {
        Matcher kind = Pattern.compile(KINDS).matcher(folded);
        if (!kind.find()) {
            return "";
        }
        return kind.group().equals("to dan pho") || kind.group().equals("to")
                ? "tdp"
                : kind.group();
    }

    private static String bare(String folded) {
        return folded.replaceFirst(KINDS, "")
                .strip()
                .replaceFirst("^so ", "")
                .replaceFirst("^0+(?=[0-9])", "");
    }
}
