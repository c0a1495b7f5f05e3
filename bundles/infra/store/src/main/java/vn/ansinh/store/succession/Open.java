package vn.ansinh.store.succession;

/** What is open of the people that {@link Meant} means, as further table expressions. */
final class Open {
    static final String UNPAID_STATES = "('REJECTED', 'REVERSED', 'RETURNED', 'UNCLAIMED')";

    /** Items that no line has taken and nothing withdrew. */
    static final String ITEMS =
            ", open_item as (select i.* from due_item i join carried using (person_id)"
                    + " where not exists (select from due_item_withdrawn w"
                    + " where w.tenant_id = i.tenant_id and w.item_id = i.item_id)"
                    + " and not exists (select from due_item_line t"
                    + " where t.tenant_id = i.tenant_id and t.item_id = i.item_id))";

    /** Lines whose order came back, and that no later order carries. */
    static final String UNPAID =
            ", unpaid as (select l.*, o.payee_kind, o.origin_run_id from order_line l"
                    + " join payment_order o using (tenant_id, order_id)"
                    + " join carried c on c.person_id = l.person_id where o.state in "
                    + UNPAID_STATES
                    + " and not exists (select from order_line m"
                    + " where m.tenant_id = l.tenant_id and m.for_month = l.for_month"
                    + " and m.person_id = l.person_id and m.component = l.component"
                    + " and m.sequence = l.sequence and m.order_id > l.order_id))";

    /** Claims with what is still to be recovered. */
    static final String CLAIMS =
            ", claim as (select * from (select r.*, r.total_dong"
                    + " - coalesce((select sum(i.amount_dong) from due_item i"
                    + " join due_item_line t using (tenant_id, item_id)"
                    + " where i.tenant_id = r.tenant_id and i.recovery_id = r.recovery_id), 0)"
                    + " - coalesce((select sum(e.amount_dong) from recovery_entry e"
                    + " where e.tenant_id = r.tenant_id and e.recovery_id = r.recovery_id), 0)"
                    + " as open_dong from recovery r join carried using (person_id)) x"
                    + " where open_dong > 0)";

    /** Signed decisions of these people, and those that change one another. */
    static final String DECISIONS =
            ITEMS
                    + CLAIMS
                    + ", wanted(decision_id) as ((select e.decision_id from decision_effect e"
                    + " join carried using (person_id)"
                    + " join decision d using (tenant_id, decision_id) where d.state = 'SIGNED'"
                    + " union select decision_id from entitlement join carried using (person_id)"
                    + " union select decision_id from open_item"
                    + " union select decision_id from claim)"
                    + " union select d.decision_id from wanted w"
                    + " join decision b on b.decision_id = w.decision_id"
                    + " join decision d on d.target_decision_id = b.decision_id"
                    + " or d.decision_id = b.target_decision_id where d.state = 'SIGNED')";

    private Open() {}
}
