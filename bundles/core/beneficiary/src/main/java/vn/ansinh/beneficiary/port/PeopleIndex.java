package vn.ansinh.beneficiary.port;

import java.util.List;
import vn.ansinh.beneficiary.api.PeopleFinder.Hit;

/** Search in stored people of the tenant of the current unit of work, in the order of the key. */
public interface PeopleIndex {

    /** Who holds or held a personal id. */
    List<Hit> byPersonalId(String number, Page page);

    /** Who has another number of any kind. */
    List<Hit> byAlias(String number, Page page);

    /** Whose money goes or went to an account. */
    List<Hit> byAccount(String account, Page page);

    /** Whom a decision of this number concerns; the text may be its beginning. */
    List<Hit> byDecision(String number, Page page);

    /**
     * Whose folded name has all these words; the last may be a beginning.
     *
     * @param words folded words, at least one
     */
    List<Hit> byWords(List<String> words, Page page);

    /** Who lives in a unit. */
    List<Hit> inUnit(Page page);

    /**
     * Which part.
     *
     * @param unitCode only of this unit; empty for all
     * @param afterId key to start after
     * @param limit most people
     */
    record Page(String unitCode, long afterId, int limit) {}
}
