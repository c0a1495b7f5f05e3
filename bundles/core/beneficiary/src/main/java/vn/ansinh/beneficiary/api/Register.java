package vn.ansinh.beneficiary.api;

import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** The register of people of a tenant. Every read and change leaves an audit record. */
public interface Register {

    /** One person, if this tenant has it. */
    Optional<Person> person(TenantId tenant, Actor actor, long personId);

    /** A page of people in the order of their key, after the given key. */
    List<Person> page(TenantId tenant, Actor actor, long afterId, int limit);

    /** How many people the tenant has. */
    long count(TenantId tenant, Actor actor);
}
