package vn.ansinh.store.succession;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Successions.Reason;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.store.internal.Sql;

/** What of an old locality has no place, is open or is torn; by row, in a fixed order. */
final class Findings {
    private final Sql sql;

    Findings(Sql sql) {
        this.sql = sql;
    }

    List<Unmatched> of(String locality, Who who) {
        List<Unmatched> all = new ArrayList<>();
        all.addAll(
                find(
                        locality,
                        "UNIT",
                        Reason.UNIT_NOWHERE,
                        who,
                        "select distinct 0::bigint, unit_code from (select unit_code, new_code"
                                + " from assigned where person_id = root_id"
                                + " and root_id <> all (?::bigint[])"
                                + " union all select unit_code, new_code from housed) x"
                                + " where new_code = '' and unit_code <> '' order by 2",
                        who.excluded()));
        all.addAll(
                find(
                        locality,
                        "PERSON",
                        Reason.PERSON_NOWHERE,
                        who,
                        "select root_id, unit_code from assigned where person_id = root_id"
                                + " and new_code = '' and root_id <> all (?::bigint[]) order by 1",
                        who.excluded()));
        all.addAll(
                find(
                        locality,
                        "PERSON",
                        Reason.UNPAID_WITH_RECOVERY,
                        who,
                        "select distinct root_id, c.unit_code from carried c"
                                + " where exists (select from unpaid u"
                                + " where u.person_id = c.person_id and u.amount_dong < 0)"
                                + " order by 1"));
        all.addAll(
                find(
                        locality,
                        "HOUSEHOLD",
                        Reason.HOUSEHOLD_NOWHERE,
                        who,
                        "select household_id, unit_code from housed where new_code = ''"
                                + " order by 1"));
        all.addAll(
                find(
                        locality,
                        "HOUSEHOLD",
                        Reason.HOUSEHOLD_TORN,
                        who,
                        "select distinct h.household_id, h.unit_code from housed h"
                                + " join household_member m using (household_id)"
                                + " join assigned a using (person_id) where h.new_code <> ''"
                                + " and m.valid_to is null and m.superseded_at is null"
                                + " and a.new_code <> h.new_code order by 1"));
        all.addAll(
                find(
                        locality,
                        "DECISION",
                        Reason.DECISION_SHARED,
                        who,
                        "select e.decision_id, '' from decision_effect e"
                                + " join assigned a using (person_id)"
                                + " join decision d using (tenant_id, decision_id)"
                                + " where d.state = 'SIGNED' group by e.decision_id"
                                + " having count(distinct a.new_code) > 1 order by 1"));
        all.addAll(
                find(
                        locality,
                        "DECISION",
                        Reason.DECISION_DRAFT,
                        who,
                        "select decision_id, '' from decision where state = 'DRAFT' order by 1"));
        all.addAll(
                find(
                        locality,
                        "CORRECTION",
                        Reason.CORRECTION_OPEN,
                        who,
                        "select correction_id, unit_code from correction"
                                + " where superseded_at is null and accepted_at is null"
                                + " order by 1"));
        all.addAll(
                find(
                        locality,
                        "RUN",
                        Reason.RUN_OPEN,
                        who,
                        "select id, '' from payment_run where state not in"
                                + " ('CLOSED', 'CANCELLED', 'SENT', 'SETTLING') order by 1"));
        all.addAll(
                find(
                        locality,
                        "RUN",
                        Reason.RUN_AFTER,
                        who,
                        "select distinct m.run_id, '' from run_month m where m.live"
                                + " and m.for_month >= ?::date order by 1",
                        who.effective().atDay(1)));
        all.addAll(
                find(
                        locality,
                        "ORDER",
                        Reason.ORDER_IN_FLIGHT,
                        who,
                        "select order_id, unit_code from payment_order where state in"
                                + " ('CREATED', 'HELD', 'FILED', 'SENT', 'UNKNOWN', 'PENDING')"
                                + " order by 1"));
        return all;
    }

    private List<Unmatched> find(
            String locality, String kind, Reason reason, Who who, String query, Object... more) {
        Meant meant = Meant.before(Meant.ALL, who);
        return sql.list(
                meant.with(Open.UNPAID + " " + query),
                row -> new Unmatched(locality, kind, row.getLong(1), row.getString(2), reason),
                meant.values(more));
    }
}
