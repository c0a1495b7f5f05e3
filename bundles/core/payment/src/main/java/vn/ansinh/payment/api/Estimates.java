package vn.ansinh.payment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * What a year will cost (dự toán): the law as known today, rows that begin later included, run
 * forward over the register as known now, month by month. An estimate is stored nowhere, pays
 * nothing and decides nothing; it holds sums only, never a person.
 */
public interface Estimates {

    /** What stands instead of the ground of a sum of fewer than {@link #SMALL} payments. */
    String FEW = "Nhóm dưới 5 khoản (gộp)";

    /** Sums of fewer payments never show by ground and unit: they would point at people. */
    int SMALL = 5;

    /** How many years ahead may be asked for. */
    int YEARS_AHEAD = 5;

    /**
     * The estimate of a year; of the current year only the months from the current one on.
     *
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT for a year that is over or too
     *     far; LAW_NOT_ACTIVE
     */
    Estimate of(TenantId tenant, Actor actor, int year);

    /** Why a sum is expected. */
    enum Kind {
        /** Decisions in force pay it, at the rate of the month. */
        DECIDED("Đang hưởng theo quyết định", true),
        /** Decided, but by then another ground or coefficient is due: age, dated facts, law. */
        CHANGED("Đang hưởng, dự kiến đổi diện hoặc hệ số", true),
        /** Not due today, due by then, nobody decided: who turns an age. */
        NEW("Dự kiến hưởng mới", true),
        /** Due today already by the record, nobody decided. */
        UNDECIDED("Đủ điều kiện, chưa có quyết định", true),
        /** Decided and due today, no longer due by then: what is saved, not in any total. */
        ENDING("Dự kiến thôi hưởng (không tính vào tổng)", false);

        private final String title;
        private final boolean counts;

        Kind(String title, boolean counts) {
            this.title = title;
            this.counts = counts;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        /** Whether it is in the totals. */
        public boolean counts() {
            return counts;
        }
    }

    /**
     * An estimate.
     *
     * @param year year
     * @param knownOn day as known on which law and facts were read
     * @param snapshotHash law
     * @param months totals by month
     * @param rows by month, unit, ground and kind; small sums merged
     * @param notes what it rests on, in Vietnamese
     */
    record Estimate(
            int year,
            LocalDate knownOn,
            String snapshotHash,
            List<MonthTotal> months,
            List<Row> rows,
            List<String> notes) {
        public Estimate {
            months = List.copyOf(months);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }

        /** Sum of the months, đồng. */
        public long totalDong() {
            return months.stream().mapToLong(MonthTotal::amountDong).sum();
        }
    }

    /**
     * Total of a month: every kind that counts.
     *
     * @param month month
     * @param heads payments; a person with two components counts twice
     * @param amountDong sum
     * @param stateDong mức chuẩn của Nhà nước: what the State's own layer gives
     * @param localDong phần địa phương tăng thêm: the rest
     */
    record MonthTotal(
            YearMonth month, long heads, long amountDong, long stateDong, long localDong) {}

    /**
     * A sum.
     *
     * @param month month
     * @param unitCode unit of residence; empty where units were merged
     * @param ground ground as people may see it: restricted ones are "Theo quyết định", small sums
     *     {@link #FEW}
     * @param kind why
     * @param heads payments
     * @param amountDong sum
     * @param stateDong mức chuẩn của Nhà nước
     * @param localDong phần địa phương tăng thêm
     */
    record Row(
            YearMonth month,
            String unitCode,
            String ground,
            Kind kind,
            long heads,
            long amountDong,
            long stateDong,
            long localDong) {}
}
