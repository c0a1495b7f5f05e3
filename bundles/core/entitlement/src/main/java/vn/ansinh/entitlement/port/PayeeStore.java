package vn.ansinh.entitlement.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.ansinh.entitlement.api.Payees.PayeeView;
import vn.ansinh.entitlement.api.Payees.SharedAccount;

/** Stored payees of the tenant of the current unit of work. */
public interface PayeeStore {

    /** What is known now of these people's payees. */
    List<PayeeView> live(Collection<Long> personIds);

    /** What was known at an instant of a person's payees on a day. */
    List<PayeeView> on(long personId, LocalDate day, Instant knownAt);

    /** Everything recorded of a person, oldest first. */
    List<PayeeView> history(long personId);

    /** Marks rows as superseded. */
    void supersede(Collection<Long> payeeIds, Instant at);

    /** Adds rows, recorded by the actor of the unit of work, known from an instant. */
    void add(List<PayeeView> payees, Instant at);

    /**
     * Accounts by which more than one person is paid on a day, most people first; whether that is
     * too many is not said here ({@code alarmed} is false).
     */
    List<SharedAccount> shared(LocalDate day, int limit);
}
