package vn.ansinh.beneficiary.api;

import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Finds people of a tenant by what an officer has in hand. Every person found stands in the audit
 * trail; what was typed does not, since it may be a name or a number.
 */
public interface PeopleFinder {

    /**
     * People by a text: a personal id of 12 digits or an older one of 9 (any the person ever held),
     * an account, a decision number, or words of the name in any order without regard to tone
     * marks, the last of which may be a beginning.
     *
     * @param text what was typed
     * @param unitCode only of this unit; empty for all
     * @param afterId key to start after
     * @param limit 1 to 500
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT when there is nothing to search
     */
    List<Hit> find(
            TenantId tenant, Actor actor, String text, String unitCode, long afterId, int limit);

    /** How somebody was found. */
    enum By {
        /** Personal id, present or past. */
        PERSONAL_ID,
        /** Another number of the person. */
        ALIAS,
        /** Account money goes to. */
        ACCOUNT,
        /** Number of a decision. */
        DECISION,
        /** Words of the name. */
        NAME,
        /** Only the unit was asked. */
        UNIT
    }

    /**
     * Somebody found.
     *
     * @param personId key
     * @param fullName name
     * @param sex {@code MALE}, {@code FEMALE} or empty
     * @param birthText birth as the paper gives it
     * @param unitCode unit of residence
     * @param deceased whether a death is recorded
     * @param mergedInto the record this one was found to be, or 0
     * @param by how
     */
    record Hit(
            long personId,
            String fullName,
            String sex,
            String birthText,
            String unitCode,
            boolean deceased,
            long mergedInto,
            By by) {}
}
