package vn.ansinh.locality.api;

/**
 * The fact kinds known so far and their values; the table for people is docs/reference/facts.md.
 */
public final class FactKinds {

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

    private FactKinds() {}
}
