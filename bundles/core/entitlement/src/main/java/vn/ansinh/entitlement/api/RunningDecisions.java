package vn.ansinh.entitlement.api;

import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.TenantId;

/**
 * Imports a locality's people with their running decisions from CSV (format: docs/reference/
 * running-decisions.md) and answers what is granted.
 */
public interface RunningDecisions {

    /**
     * Imports all rows or none. The same rows again change nothing. Row numbers of faults and
     * warnings are lines of the file, remark lines and heading counted.
     *
     * @param source name of the file, for messages
     * @throws AnsinhException INVALID_INPUT with every fault by row and field; LAW_NOT_ACTIVE when
     *     the locality's law is not active, since grounds and units are then unknown
     */
    ImportResult importCsv(TenantId tenant, Actor actor, String source, Reader csv);

    /**
     * What decisions in force grant one person. A restricted ground is empty unless the right
     * reaches restricted data and a purpose is given.
     */
    List<Grant> ofPerson(TenantId tenant, Actor actor, long personId);

    /** A page of decisions by key. */
    List<DecisionView> decisions(TenantId tenant, Actor actor, long afterId, int limit);

    /**
     * Result of an import.
     *
     * @param rows rows read
     * @param personsAdded new people
     * @param decisionsAdded new decisions
     * @param grantsAdded new grants
     * @param unchanged rows that were there already
     * @param warnings what an officer should verify, by row and field, in Vietnamese
     */
    record ImportResult(
            int rows,
            int personsAdded,
            int decisionsAdded,
            int grantsAdded,
            int unchanged,
            List<AnsinhException.Fault> warnings) {
        public ImportResult {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A decision.
     *
     * @param id key
     * @param number number
     * @param authority who decided
     * @param signedOn day of signature
     * @param kind {@code GRANT}, {@code ADJUST}, {@code STOP} …
     * @param persons how many people it concerns
     */
    record DecisionView(
            long id,
            String number,
            String authority,
            LocalDate signedOn,
            String kind,
            int persons) {}
}
