package vn.ansinh.store.orders;

import vn.ansinh.payment.port.StoredRun;

/** How this package reads approved lines and who receives them. */
final class Lines {
    private Lines() {}

    /** Amount of a line {@code l} as it counts. */
    static final String SIGNED =
            "case l.movement when 'RECOVERY' then -l.amount_dong else l.amount_dong end";

    /** Payee of a picked line {@code k}: a formatted join with the day and the instant known. */
    static final String PAYEE =
            " left join payee y on y.person_id = k.person_id and y.component = case k.component"
                    + " when 2 then 'SINGLE_PARENT' when 3 then 'CARE' else 'MONTHLY' end"
                    + " and y.valid_from <= %1$s and (y.valid_to is null or y.valid_to >= %1$s)"
                    + " and y.recorded_at <= %2$s"
                    + " and (y.superseded_at is null or y.superseded_at > %2$s)";

    /** Lines of a run as a table expression; the months are literals, so that few are planned. */
    static String of(StoredRun run) {
        return "(select * from payment_line where for_month between date '"
                + run.month().atDay(1)
                + "' and date '"
                + run.lastMonth().atDay(1)
                + "' and run_id = "
                + run.id()
                + ")";
    }
}
