package vn.ansinh.identity.api;

/**
 * What may be done (quyền), a closed set. Every operation of every edge names exactly one; what
 * names none is refused. docs/reference/rights.md lists them for people.
 */
public enum Permission {
    /** To be signed in at all; reaches no data of a locality. */
    SIGNED_IN,
    /** See that a locality exists, its units and the law in force there. */
    SEE_LOCALITY,
    /** Create localities, activate and withdraw bundles. */
    RUN_SYSTEM,
    /** Issue, change and close accounts of a locality. */
    MANAGE_ACCOUNTS,
    /** Read the audit trail of a locality. */
    READ_AUDIT,
    /** Find and read people with their ordinary facts. */
    READ_PERSON,
    /** Open a restricted fact (HIV) of one person; needs a purpose and leaves its own record. */
    READ_RESTRICTED,
    /** Record people, households, facts, payees. */
    CHANGE_PERSON,
    /** Bring in workbooks and lists of the whole locality. */
    IMPORT,
    /** Read and answer the questions of identity matching; no benefit data. */
    MATCH_IDENTITY,
    /** Read decisions and what they grant. */
    READ_DECISION,
    /** Draft decisions. */
    DRAFT_DECISION,
    /** Record a decision as signed. */
    SIGN_DECISION,
    /** Read runs with their lines: names, payees, amounts. */
    READ_PAYMENT,
    /** Compute and submit runs. */
    COMPUTE_RUN,
    /** Check or return a submitted run as its accountant. */
    CHECK_RUN,
    /** Approve or return a submitted run. */
    APPROVE_RUN,
    /** Release funds and send payment orders. */
    PAY,
    /** Read the payment list as a partner system. */
    READ_PARTNER_LIST,
    /** See totals and the catalogue of reports; no person. */
    READ_TOTALS,
    /** Issue reports and open issued ones: they list people. */
    ISSUE_REPORT,
    /** Record what a programme gives (health, schooling, loans, gifts). */
    RECORD_PROGRAMME;

    /** Whether the permission reaches single persons: no operator of the container ever has it. */
    public boolean personal() {
        return switch (this) {
            case SIGNED_IN, SEE_LOCALITY, RUN_SYSTEM, MANAGE_ACCOUNTS, READ_TOTALS -> false;
            default -> true;
        };
    }

    /** Whether it cannot be limited to some units: it works on the locality as a whole. */
    public boolean wholeLocality() {
        return switch (this) {
            case IMPORT,
                    SIGN_DECISION,
                    COMPUTE_RUN,
                    CHECK_RUN,
                    APPROVE_RUN,
                    PAY,
                    ISSUE_REPORT,
                    READ_AUDIT,
                    READ_PARTNER_LIST,
                    MANAGE_ACCOUNTS ->
                    true;
            default -> false;
        };
    }
}
