package vn.ansinh.payment.api;

import java.io.OutputStream;
import java.time.YearMonth;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** The auditor's file of a locality and period (hồ sơ cho thanh tra, kiểm toán). */
public interface AuditFile {

    /**
     * Writes a ZIP of CSV files, a page to read first and a manifest with SHA-256 to the stream,
     * which stays open. Ids only, no name. Restricted grounds show only to who may open them and
     * names a purpose. Audited.
     *
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT when the period ends before it
     *     begins; FORBIDDEN for a right limited to units
     */
    void write(TenantId tenant, Actor actor, YearMonth from, YearMonth to, OutputStream out);
}
