package vn.ansinh.generator;

import java.time.LocalDate;
import java.util.Random;

/** Somebody of the register who receives nothing: rightly, or because nobody has asked yet. */
final class Bystander {

    private Bystander() {}

    /** Gives a reason; the reasons take turns. */
    static void fill(Life life, Place place, Random random) {
        LocalDate today = place.month().atDay(1);
        switch (life.index / 100 % 6) {
            case 0 -> {
                life.pensionDong = 2_000_000L + random.nextInt(50) * 100_000;
                LocalDate sixty = life.birth.plusYears(60);
                life.pensionFrom = sixty.isBefore(today) ? sixty : today.minusMonths(2);
            }
            case 1 -> {
                life.degree = "MILD";
                life.forms = "MOBILITY";
                life.certificate = today.minusDays(40 + random.nextInt(900));
            }
            case 2 -> life.merit = true;
            case 3 -> {
                // A certificate and no file: should be receiving.
                life.degree = "SEVERE";
                life.forms = "VISION";
                life.certificate = today.minusDays(20 + random.nextInt(200));
            }
            case 4 -> life.poverty = "NEAR_POOR";
            default -> life.pensionDong = 0L;
        }
    }
}
