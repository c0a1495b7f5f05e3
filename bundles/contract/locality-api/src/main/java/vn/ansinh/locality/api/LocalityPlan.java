package vn.ansinh.locality.api;

import java.util.List;
import java.util.Objects;

/**
 * The plan a locality works by (kế hoạch công tác), as far as it is not rows: who does what under
 * it and which papers it names. Its policies, deadlines and targets are rows ({@code policy.…},
 * {@code deadline.…}, {@code target.…}); its known defects are the profile's warnings. Made by the
 * bundle, shown to officers; no amount rests on it. Refuses null.
 *
 * @param title title of the plan; empty when the locality has none
 * @param number number and sign as printed; empty when the plan leaves it blank
 * @param signedOn day of signature as printed, which need not be a day; empty when left blank
 * @param bodies who takes part, in the order of the plan
 * @param bases papers the plan names, in its order, each as it should read
 */
public record LocalityPlan(
        String title, String number, String signedOn, List<Body> bodies, List<String> bases) {

    /** No plan: a locality that follows the law above it and nothing of its own. */
    public static final LocalityPlan NONE = new LocalityPlan("", "", "", List.of(), List.of());

    /** Copies the lists. */
    public LocalityPlan {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(signedOn, "signedOn");
        bodies = List.copyOf(bodies);
        bases = List.copyOf(bases);
    }

    /**
     * A body that takes part (cơ quan, đơn vị), as it was called then.
     *
     * @param name name, e.g. {@code Phòng Lao động - Thương binh và Xã hội}
     * @param roles roles it plays in the system, e.g. {@code COMMUNE_OFFICER}; may be empty
     * @param duty what the plan asks of it, in one line
     */
    public record Body(String name, List<String> roles, String duty) {
        /** Copies the list. */
        public Body {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(duty, "duty");
            roles = List.copyOf(roles);
        }

        /** A body with its roles separated by blanks. */
        public static Body of(String name, String roles, String duty) {
            return new Body(name, roles.isEmpty() ? List.of() : List.of(roles.split(" ")), duty);
        }
    }
}
