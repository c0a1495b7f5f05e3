package vn.ansinh.platform.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What runs out or grows old (lịch hết hạn): certificates and secrets of this installation. Each
 * room that keeps some registers one service; the health page and the wall read them all. Answers
 * from files at hand, within a second, on any thread; tells no secret.
 */
public interface Expiries {

    /** Everything this room keeps; what cannot be read is an entry whose name says so. */
    List<Expiry> all();

    /**
     * A certificate or secret.
     *
     * @param what what it is, in Vietnamese
     * @param since when it was made; null when nobody knows
     * @param until last day it works; null for what does not end by itself
     */
    record Expiry(String what, LocalDate since, LocalDate until) {
        /** Days before the end from which people are told. */
        public static final int NOTICE_DAYS = 30;

        /** Age in days from which a secret should be changed. */
        public static final int OLD_DAYS = 365;

        /** The sentence people are told on a day, or empty while all is well. */
        public Optional<String> warning(LocalDate today) {
            if (until != null) {
                long left = ChronoUnit.DAYS.between(today, until);
                if (left < 0) {
                    return Optional.of(what + " đã hết hạn " + -left + " ngày. Cần thay ngay.");
                }
                return left <= NOTICE_DAYS
                        ? Optional.of(what + " còn " + left + " ngày là hết hạn. Cần thay.")
                        : Optional.empty();
            }
            if (since == null) {
                return Optional.of(what);
            }
            long age = ChronoUnit.DAYS.between(since, today);
            return age > OLD_DAYS
                    ? Optional.of(what + " đã dùng " + age + " ngày. Nên đổi.")
                    : Optional.empty();
        }
    }
}
