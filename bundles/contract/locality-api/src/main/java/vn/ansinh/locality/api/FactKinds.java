package vn.ansinh.locality.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of fact kinds (danh mục căn cứ), read from {@code fact-kinds.csv} beside this
 * class; the table for people is docs/reference/facts.md. The constants are the kinds that code
 * asks for. Safe on any thread; never changes while the platform runs. A later version of the
 * contract may know more kinds and values, and drops none.
 */
public final class FactKinds {

    private static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "format",
                    "values",
                    "label",
                    "value_labels",
                    "confidentiality",
                    "asked_by");

    /**
     * Poverty status by the Government's standard: {@code POOR}, {@code NEAR_POOR}, {@code NONE}.
     */
    public static final String POVERTY_NATIONAL = "poverty.national";

    /** Poverty status by the local standard: {@code POOR}, {@code NEAR_POOR}, {@code NONE}. */
    public static final String POVERTY_LOCAL = "poverty.local";

    /** Degree on the certificate: {@code SEVERE}, {@code EXTREMELY_SEVERE}, {@code MILD}. */
    public static final String DISABILITY_DEGREE = "disability.degree";

    /**
     * Who supports an older person: {@code NOBODY} (no person with duty and right to support),
     * {@code ON_ALLOWANCE} (the supporter draws a monthly social allowance), {@code ABLE}.
     */
    public static final String SUPPORTER = "supporter";

    /**
     * Monthly pension or social-insurance allowance, whole đồng; {@code 0} when known to be none.
     */
    public static final String PENSION_DONG = "pension.dong";

    /**
     * Written request for the social pension: {@code YES} filed; {@code TRANSFERRED} drew 5.5.b or
     * 5.5.c on 30 June 2025 and was moved without a new request.
     */
    public static final String SOCIAL_PENSION_REQUESTED = "socialPension.requested";

    /**
     * Care of an extremely severely disabled person at home: {@code OWN_HOUSEHOLD} (directly cared
     * for by the own household), {@code TAKEN_IN} (by another household or individual).
     */
    public static final String CARE = "care";

    /** Lives in an extremely disadvantaged ethnic or mountain commune: {@code YES}, {@code NO}. */
    public static final String EXTREME_AREA = "area.extreme";

    /** Where the person lives: {@code COMMUNITY}, {@code FACILITY}. */
    public static final String LIVING = "living";

    /** Cannot live in the community, qualifies for a facility, taken in at home: {@code YES}. */
    public static final String FACILITY_QUALIFIED = "facility.qualified";

    /** Declared missing by a court: {@code YES}. */
    public static final String DECLARED_MISSING = "declaredMissing";

    /** {@code REMAND}, {@code PRISON}, {@code MEASURE} (compulsory measure) or {@code NONE}. */
    public static final String DETENTION = "detention";

    /** Refuses the benefit: {@code YES}. */
    public static final String BENEFIT_REFUSED = "benefit.refused";

    /** {@code VIETNAM} or {@code FOREIGN}. */
    public static final String CITIZENSHIP = "citizenship";

    /** Abandoned child: {@code YES}. */
    public static final String CHILD_ABANDONED = "child.abandoned";

    /** Adopted: {@code YES}. */
    public static final String CHILD_ADOPTED = "child.adopted";

    /** {@code NONE} when the child has no source of support. */
    public static final String CHILD_SUPPORT_SOURCE = "child.supportSource";

    /**
     * {@code ALIVE}, {@code DEAD}, {@code MISSING} (declared), {@code FACILITY}, {@code PRISON} (or
     * a compulsory measure), {@code UNDETERMINED}.
     */
    public static final String FATHER = "parent.father";

    /** The same of the mother. */
    public static final String MOTHER = "parent.mother";

    /** Drew clause 1 up to the age of 16: {@code YES}. */
    public static final String RECEIVED_CHILD_ALLOWANCE = "received.5.1";

    /** What the person studies; see the catalogue. */
    public static final String STUDY = "study";

    /** The study was broken off without leave: {@code YES}. */
    public static final String STUDY_INTERRUPTED = "study.interrupted";

    /** {@code NEVER_MARRIED}, {@code WIDOWED}, {@code SPOUSE_MISSING} … */
    public static final String MARITAL = "marital";

    /** Birthdays of the children raised, joined by {@code +}. */
    public static final String CHILDREN_BIRTHS = "children.births";

    /** Birthdays of the children of 16 and more who study. */
    public static final String CHILDREN_STUDYING = "children.studying";

    /** Birthdays of the children for whom 5.4 was drawn until they were 16. */
    public static final String CHILDREN_RECEIVED = "children.receivedTo16";

    /** {@code YES}. */
    public static final String PREGNANT = "pregnant";

    /** The disabled spouse draws this care support already: {@code YES}. */
    public static final String CARE_PAID_TO_SPOUSE = "care.paidToSpouse";

    /** Whether the carer meets the conditions: {@code MET}, {@code NOT_MET}. */
    public static final String CARER_CONDITIONS = "carer.conditions";

    /** {@code YES}; restricted. */
    public static final String HIV = "hiv";

    /** Wage in đồng a month; {@code 0} when known to be none. */
    public static final String WAGE_DONG = "wage.dong";

    /** Another stable monthly income: {@code YES}. */
    public static final String STABLE_INCOME = "income.stable";

    /** Monthly survivor allowance of the social insurance, đồng. */
    public static final String SURVIVOR_DONG = "benefit.survivor.dong";

    /** Monthly allowance for a work accident or occupational disease, đồng. */
    public static final String OCCUPATIONAL_DONG = "benefit.occupational.dong";

    /** Monthly allowance of a person of merit, đồng. */
    public static final String MERIT_DONG = "benefit.merit.dong";

    /** Monthly allowance for Agent Orange, đồng. */
    public static final String AGENT_ORANGE_DONG = "benefit.agentOrange.dong";

    /** Monthly support of the fund for heroic mothers, đồng. */
    public static final String MOTHERS_FUND_DONG = "benefit.mothersFund.dong";

    /** {@code RURAL} or {@code URBAN}: kind of the unit on the day of the recognition decision. */
    public static final String AREA_KIND = "area.kind";

    /** Has a critical illness: {@code YES}, {@code NO}. */
    public static final String CRITICAL_ILLNESS = "illness.critical";

    /**
     * Spouse and children only: {@code NOBODY}, {@code ON_ALLOWANCE} (all of them), {@code ABLE}.
     */
    public static final String SPOUSE_CHILDREN = "family.spouseChildren";

    private static final Map<String, FactKind> CATALOGUE = read();

    private FactKinds() {}

    /** Every kind, in the order of the catalogue. */
    public static List<FactKind> all() {
        return List.copyOf(CATALOGUE.values());
    }

    /** A kind, or null when the catalogue does not know it. */
    public static FactKind find(String kind) {
        return CATALOGUE.get(kind);
    }

    private static Map<String, FactKind> read() {
        List<String> faults = new ArrayList<>();
        Map<String, FactKind> kinds = new LinkedHashMap<>();
        try (InputStream in = FactKinds.class.getResourceAsStream("fact-kinds.csv")) {
            for (CsvTable.Line line : CsvTable.read(in, COLUMNS, faults)) {
                FactKind kind = kind(line);
                if (kinds.put(kind.kind(), kind) != null) {
                    faults.add(line.at("loại căn cứ ghi hai lần: " + kind.kind()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static FactKind kind(CsvTable.Line line) {
        List<String> f = line.fields();
        Map<String, String> values = new LinkedHashMap<>();
        if (!f.get(2).isEmpty()) {
            String[] codes = f.get(2).split("\\|");
            String[] labels = f.get(4).split("\\|");
            if (codes.length != labels.length) {
                throw new IllegalStateException(line.at("mỗi giá trị cần một nhãn"));
            }
            for (int i = 0; i < codes.length; i++) {
                values.put(codes[i], labels[i]);
            }
        }
        return new FactKind(
                f.get(0),
                FactKind.Format.valueOf(f.get(1)),
                Collections.unmodifiableMap(values),
                f.get(3),
                FactKind.Confidentiality.valueOf(f.get(5)),
                f.get(6));
    }
}
