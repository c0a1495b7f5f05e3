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
    EIGHTY("5.5.c", 80, 82),
    /** Older person of a near-poor household whom nobody supports (Hà Nội 2026). */
    NEAR_POOR_OLDER("NQ63.near-poor-older", 61, 74),
    /** Older person of a poor household whom nobody supports. */
    POOR_OLDER("5.5.a", 61, 90),
    /** Severe disability. */
    SEVERE("5.6", 4, 92),
    /** Extremely severe disability, cared for by the own household. */
    EXTREMELY_SEVERE("5.6", 4, 92);

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

    /** First age of the band the age lies in: the coefficient is the same from there on. */
    int bandStart(int age) {
        if (disabled()) {
            return age < 16 ? 0 : age < 60 ? 16 : 60;
        }
        if (this == POOR_OLDER || this == NEAR_POOR_OLDER) {
            return age < 80 ? 60 : 80;
        }
        return youngest;
    }

    /** Coefficient × 10 at an age. */
    int coefficientTenths(int age) {
        return switch (this) {
            case POOR_OLDER, NEAR_POOR_OLDER -> age < 80 ? 15 : 20;
            case SEVERE -> age < 16 ? 20 : age < 60 ? 15 : 20;
            case EXTREMELY_SEVERE -> age < 16 ? 25 : age < 60 ? 20 : 25;
            default -> 10;
        };
    }
}
