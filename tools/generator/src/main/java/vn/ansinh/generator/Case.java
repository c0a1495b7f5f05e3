package vn.ansinh.generator;

/**
 * Why somebody receives money, with ages and coefficients as they stood from July 2021 to June 2026
 * (NĐ 20/2021/NĐ-CP Điều 5–6 and 20, NĐ 176/2025/NĐ-CP Điều 2–3, NQ 63/2025/NQ-HĐND Hà Nội). Typed
 * here once more on purpose: the generator does not ask the engine it is to test.
 */
enum Case {
    /** Social pension from 75 without a pension. */
    SOCIAL_PENSION_75("HTXH.75", 75, 97),
    /** Social pension from 70 to under 75, near-poor. */
    SOCIAL_PENSION_70("HTXH.70", 70, 74),
    /** From 80 without a pension, until June 2025. */
    EIGHTY("5.5.c", 80, 83),
    /** Older person of a near-poor household whom nobody supports (Hà Nội 2026). */
    NEAR_POOR_OLDER("NQ63.near-poor-older", 61, 74),
    /** Older person of a poor household whom nobody supports. */
    POOR_OLDER("5.5.a", 61, 90),
    /** Severe disability. */
    SEVERE("5.6", 4, 92),
    /** Extremely severe disability, cared for by the own household. */
    EXTREMELY_SEVERE("5.6", 4, 92),
    /** Child without support; the situation stands in {@link Life#orphan}. */
    ORPHAN("5.1", 1, 15),
    /** Was a child without support, is 16 or more and studies. */
    STUDENT("5.2", 16, 21),
    /** Child with HIV of a poor household: restricted. */
    HIV_CHILD("5.3", 1, 15),
    /** Poor or near-poor parent alone; one coefficient per child. */
    SINGLE_PARENT("5.4", 22, 48),
    /** Older person who would be in a facility, taken in by somebody. */
    OLDER_TAKEN_IN("5.5.d", 66, 90),
    /** Adult with HIV of a poor household without income: restricted. */
    HIV_ADULT("5.8", 20, 55),
    /** In the register, receiving nothing: a pension, a mild disability, no request, merit. */
    NONE("", 40, 88);

    private final String ground;
    private final int youngest;
    private final int oldest;

    Case(String ground, int youngest, int oldest) {
        this.ground = ground;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    String ground() {
        return ground;
    }

    int youngest() {
        return youngest;
    }

    int oldest() {
        return oldest;
    }

    boolean disabled() {
        return this == SEVERE || this == EXTREMELY_SEVERE;
    }

    boolean socialPension() {
        return this == SOCIAL_PENSION_70 || this == SOCIAL_PENSION_75;
    }

    /** Whether it must not show in lists: the paper says "theo quyết định" only. */
    boolean restricted() {
        return this == HIV_CHILD || this == HIV_ADULT;
    }

    boolean poor() {
        return this == POOR_OLDER
                || this == OLDER_TAKEN_IN
                || this == SINGLE_PARENT
                || restricted();
    }

    boolean nearPoor() {
        return this == SOCIAL_PENSION_70 || this == NEAR_POOR_OLDER;
    }

    /** First age of the band the age lies in: the coefficient is the same from there on. */
    int bandStart(int age) {
        return switch (this) {
            case SEVERE, EXTREMELY_SEVERE -> age < 16 ? 0 : age < 60 ? 16 : 60;
            case POOR_OLDER, NEAR_POOR_OLDER -> age < 80 ? 60 : 80;
            case ORPHAN, HIV_CHILD -> age < 4 ? 0 : 4;
            default -> youngest;
        };
    }

    /** Coefficient × 10 at an age; of a single parent for one child. */
    int coefficientTenths(int age) {
        return switch (this) {
            case POOR_OLDER, NEAR_POOR_OLDER -> age < 80 ? 15 : 20;
            case SEVERE -> age < 16 ? 20 : age < 60 ? 15 : 20;
            case EXTREMELY_SEVERE -> age < 16 ? 25 : age < 60 ? 20 : 25;
            case ORPHAN -> age < 4 ? 25 : 15;
            case HIV_CHILD -> age < 4 ? 25 : 20;
            case STUDENT, HIV_ADULT -> 15;
            case OLDER_TAKEN_IN -> 30;
            default -> 10;
        };
    }
}
