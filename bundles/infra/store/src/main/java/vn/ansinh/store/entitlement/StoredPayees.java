package vn.ansinh.store.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import vn.ansinh.entitlement.api.NameCheck;
import vn.ansinh.entitlement.api.Payees.Account;
import vn.ansinh.entitlement.api.Payees.Channel;
import vn.ansinh.entitlement.api.Payees.Kind;
import vn.ansinh.entitlement.api.Payees.PayeeView;
import vn.ansinh.entitlement.api.Payees.SharedAccount;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.locality.api.Component;
import vn.ansinh.store.internal.Current;

/** Payees in table {@code payee}. */
final class StoredPayees implements PayeeStore {

    private final Sql sql;
    private final Current current;

    StoredPayees(Current current) {
        this.current = current;
        this.sql = new Sql(current);
    }

    @Override
    public List<PayeeView> live(Collection<Long> personIds) {
        // Each person by itself: a thousand of them at once look like more than all that the tenant
        // has, which would then be read for every thousand rows of an import.
        return sql.listPlannedAnew(
                "select live.* from (select distinct unnest(?::bigint[]) as id) wanted"
                        + " cross join lateral (select * from payee where person_id = wanted.id"
                        + " and superseded_at is null offset 0) live"
                        + " order by person_id, component, valid_from",
                StoredPayees::view,
                personIds);
    }

    @Override
    public List<PayeeView> on(long personId, LocalDate day, Instant knownAt) {
        return sql.list(
                "select * from payee where person_id = ? and valid_from <= ?"
                        + " and (valid_to is null or valid_to >= ?) and recorded_at <= ?"
                        + " and (superseded_at is null or superseded_at > ?) order by component",
                StoredPayees::view,
                personId,
                day,
                day,
                knownAt,
                knownAt);
    }

    @Override
    public List<PayeeView> history(long personId) {
        return sql.list(
                "select * from payee where person_id = ? order by recorded_at, payee_id",
                StoredPayees::view,
                personId);
    }

    @Override
    public void supersede(Collection<Long> payeeIds, Instant at) {
        sql.update(
                "update payee set superseded_at = ? where payee_id = any (?)"
                        + " and superseded_at is null",
                at,
                payeeIds);
    }

    @Override
    public void add(List<PayeeView> payees, Instant at) {
        String login = current.actor().login();
        sql.insert(
                "payee",
                "person_id bigint, component text, kind text, name text, paper text,"
                        + " valid_from date, valid_to date, channel text, bank text, account text,"
                        + " holder text, holder_relation text, name_check text, change_paper text,"
                        + " recorded_by text, recorded_at timestamptz",
                payees.stream()
                        .map(
                                p ->
                                        new Object[] {
                                            p.personId(),
                                            p.component(),
                                            p.kind(),
                                            p.name(),
                                            p.paper(),
                                            p.from(),
                                            p.to(),
                                            p.account().channel(),
                                            p.account().bank(),
                                            p.account().account(),
                                            p.account().holder(),
                                            p.account().holderRelation(),
                                            Sql.text(p.nameCheck()),
                                            p.changePaper(),
                                            login,
                                            at
                                        })
                        .toList());
    }

    @Override
    public List<SharedAccount> shared(LocalDate day, int limit) {
        return sql.list(
                "select bank, account, count(*) as persons,"
                        + " (array_agg(person_id order by person_id))[1:50] as ids"
                        + " from (select distinct bank, account, person_id from payee"
                        + " where account <> '' and superseded_at is null and valid_from <= ?"
                        + " and (valid_to is null or valid_to >= ?)) held"
                        + " group by bank, account having count(*) > 1"
                        + " order by persons desc, bank, account limit ?",
                row ->
                        new SharedAccount(
                                row.getString("bank"),
                                row.getString("account"),
                                row.getInt("persons"),
                                Arrays.asList((Long[]) row.getArray("ids").getArray()),
                                false),
                day,
                day,
                limit);
    }

    private static PayeeView view(ResultSet row) throws SQLException {
        return new PayeeView(
                row.getLong("payee_id"),
                row.getLong("person_id"),
                Component.valueOf(row.getString("component")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("paper"),
                Sql.day(row, "valid_from"),
                Sql.day(row, "valid_to"),
                new Account(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("bank"),
                        row.getString("account"),
                        row.getString("holder"),
                        row.getString("holder_relation")),
                Sql.code(row, "name_check", NameCheck.Verdict.class),
                row.getString("change_paper"),
                row.getString("recorded_by"),
                Sql.instant(row, "recorded_at"),
                Sql.instant(row, "superseded_at"));
    }
}
