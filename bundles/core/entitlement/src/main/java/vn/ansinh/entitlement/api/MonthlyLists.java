package vn.ansinh.entitlement.api;

import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Who should be receiving and is not, and who will leave (rà soát hằng tháng): the engine assesses
 * everybody for the month before and for the month; what it says becomes due, ends or changes is
 * set beside what decisions grant. No age or threshold is known here. Lists propose; they pay and
 * stop nothing.
 */
public interface MonthlyLists {

    /**
     * A list of a month.
     *
     * @param localityCode code of the tenant, for its law
     * @throws vn.ansinh.platform.api.AnsinhException LAW_NOT_ACTIVE
     */
    MonthlyList of(TenantId tenant, Actor actor, String localityCode, YearMonth month, Kind kind);

    /** Which list. */
    enum Kind {
        /** Due in the month and not granted. */
        ENTERING,
        /** Granted for the month, due in the month before and no longer due. */
        LEAVING,
        /** Granted, and due with another ground or coefficient than the month before. */
        CHANGING
    }

    /** Since when. */
    enum Since {
        /** It became so in the month. */
        THIS_MONTH,
        /** It was so before; nobody decided. */
        EARLIER
    }

    /**
     * A list; every person once.
     *
     * @param month month
     * @param kind which
     * @param people people assessed
     * @param entries who
     */
    record MonthlyList(YearMonth month, Kind kind, int people, List<Entry> entries) {
        public MonthlyList {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A person of a list.
     *
     * @param personId key
     * @param fullName name
     * @param birthText birth
     * @param unitCode unit
     * @param since since when
     * @param items what, the main benefit first
     * @param toAsk what is missing on record and was taken as fulfilled, in Vietnamese
     */
    record Entry(
            long personId,
            String fullName,
            String birthText,
            String unitCode,
            Since since,
            List<Item> items,
            List<String> toAsk) {
        public Entry {
            items = List.copyOf(items);
            toAsk = List.copyOf(toAsk);
        }
    }

    /**
     * One benefit.
     *
     * @param component component
     * @param ground ground as people may see it
     * @param title title of the ground
     * @param reason why, in Vietnamese
     * @param clause clause it rests on, or empty
     * @param amountDong đồng a month, of what is due or would have been due
     */
    record Item(
            Component component,
            String ground,
            String title,
            String reason,
            String clause,
            long amountDong) {}
}
