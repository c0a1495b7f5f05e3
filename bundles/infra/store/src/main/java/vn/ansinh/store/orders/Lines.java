package vn.ansinh.store.orders;

import vn.ansinh.payment.port.StoredRun;

/** How this package reads approved lines and who receives them. */
final class Lines {
    private Lines() {}

    /** Amount of a line {@code l} as it counts. */
    static final String SIGNED =
            "case l.movement when 'RECOVERY' then -l.amount_dong else l.amount_dong end";

    private static final String COMPONENT =
            "case k.component when 2 then 'SINGLE_PARENT' when 3 then 'CARE' else 'MONTHLY' end";

    private static final String IN_PLACE =
            " and %1$s.valid_from <= %2$s and (%1$s.valid_to is null or %1$s.valid_to >= %2$s)"
                    + " and %1$s.recorded_at <= %3$s"
                    + " and (%1$s.superseded_at is null or %1$s.superseded_at > %3$s)";

    /**
     * Payee {@code y} of a picked line {@code k} on a day as known at an instant, both as SQL. A
     * line of the list goes to the payee of its component; one from a due item to the kind of payee
     * that the item names, the one of its component first.
     */
    static String payee(String day, String at) {
        return " left join due_item_line t on k.sequence > 0 and t.run_id = k.origin_run_id"
                + " and t.person_id = k.person_id and t.for_month = k.for_month"
                + " and t.component = k.component and t.sequence = k.sequence"
                + " left join due_item d on d.item_id = t.item_id"
                + " left join lateral (select p.component from payee p where d.item_id is not null"
                + "  and p.person_id = k.person_id and p.kind = d.payee_kind"
                + IN_PLACE.formatted("p", day, at)
                + "  order by p.component = "
                + COMPONENT
                + " desc, p.component limit 1) z on true"
                + " left join payee y on y.person_id = k.person_id"
                + " and y.component = case when d.item_id is null then "
                + COMPONENT
                + " else z.component end"
                + IN_PLACE.formatted("y", day, at);
    }

    /**
     * Lines of a run as a table expression: its list, whose months are literals so that few
     * partitions are planned, and the lines of its due items, which stand in their own months.
     */
    static String of(StoredRun run) {
        return "(select * from payment_line where for_month between date '"
                + run.month().atDay(1)
                + "' and date '"
                + run.lastMonth().atDay(1)
                + "' and sequence = 0 and run_id = "
                + run.id()
                + " union all select l.* from due_item_line t join payment_line l"
                + " on l.tenant_id = t.tenant_id and l.for_month = t.for_month"
                + " and l.person_id = t.person_id and l.component = t.component"
                + " and l.sequence = t.sequence and l.run_id = t.run_id where t.run_id = "
                + run.id()
                + ")";
    }
}
