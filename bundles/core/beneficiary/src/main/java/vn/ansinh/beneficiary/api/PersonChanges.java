package vn.ansinh.beneficiary.api;

import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * The whole file of a person and its changes; each leaves an audit record and the earlier image. A
 * merged person reads as its survivor and refuses changes (CONFLICT); a version that is not the
 * stored one is STALE.
 */
public interface PersonChanges {

    /** Takes people on the register, all or none; gives their keys in the same order. */
    List<Long> add(TenantId tenant, Actor actor, List<NewPerson> people);

    /** The file, or that of the person it was found to be: then the key is another. */
    Optional<PersonFile> file(TenantId tenant, Actor actor, long personId);

    /** Corrects name, birth and so on by a paper. */
    void correct(TenantId tenant, Actor actor, Change change, Traits traits);

    /**
     * Adds a number. A new personal id ends the one before the day it begins, and any provisional
     * identity. Held by somebody else it is a CONFLICT.
     */
    void addNumber(TenantId tenant, Actor actor, Change change, PersonalId number);

    /** Moves within, out of or back into the locality; out and in open a case to review. */
    void move(TenantId tenant, Actor actor, Change change, Residence residence);

    /**
     * Records a death, or corrects one by paper and reason.
     *
     * @param death the death, or null to take back one that was recorded in error
     */
    void die(TenantId tenant, Actor actor, Change change, Death death);
}
