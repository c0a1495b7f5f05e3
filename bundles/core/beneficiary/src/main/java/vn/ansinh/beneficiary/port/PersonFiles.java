package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Merges.Merge;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.Traits;

/** Stored files of the tenant of the current unit of work. {@code at} is the civil clock's. */
public interface PersonFiles {

    /** The file as stored, also of a merged person, with every fact known now. */
    Optional<PersonFile> file(long personId);

    /** Counts the version up; false when the person is not there in this version (-1: in any). */
    boolean touch(long personId, long version);

    /** Completes a person just added: parts of the name, contact. */
    void describe(long personId, Traits traits);

    /** Changes the traits, keeping the image before. */
    void correct(long personId, Traits traits, String paper, String reason, Instant at);

    /** Sets or clears (null) the death, keeping the image before. */
    void setDeath(long personId, Death death, String paper, String reason, Instant at);

    /** Who holds this personal id now, whether merged or not. */
    Optional<Long> holder(String personalId);

    /** Adds a number. */
    void addNumber(long personId, PersonalId number, Instant at);

    /** Replaces a number's row by one that ends with a day. */
    void endNumber(long personId, long numberId, LocalDate last, Instant at);

    /**
     * Ends the current residence the day before the new one begins and adds that; inside the
     * locality it becomes the unit that pays.
     */
    void move(long personId, Residence residence, Instant at);

    /** Gives the residence just added its first day and paper. */
    void settle(long personId, Residence residence);

    /** Points a person to another; gives the key of the merge. */
    long merge(long personId, long survivorId, String paper, String reason, Instant at);

    /** Takes a merge back. */
    void unmerge(Merge merge, String paper, String reason, Instant at);

    /** Merges of a person in either role, oldest first. */
    List<Merge> merges(long personId);
}
