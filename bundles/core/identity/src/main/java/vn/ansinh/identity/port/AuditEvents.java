package vn.ansinh.identity.port;

import java.util.List;
import vn.ansinh.identity.api.AuditTrail.Entry;
import vn.ansinh.identity.api.AuditTrail.Query;

/** Reads stored audit records of the current tenant. */
public interface AuditEvents {

    /** Newest first; the sentence of each is empty. */
    List<Entry> search(Query query);
}
