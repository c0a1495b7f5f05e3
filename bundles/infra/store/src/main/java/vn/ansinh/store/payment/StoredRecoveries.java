package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.Recoveries.Entry;
import vn.ansinh.payment.api.Recoveries.Month;
import vn.ansinh.payment.api.Recoveries.Recovery;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.store.internal.Current;

/** Claims: plain SQL. */
final class StoredRecoveries implements RecoveryStorage {
    private static final String NOT_WITHDRAWN =
            " not exists (select from due_item_withdrawn w where w.tenant_id = i.tenant_id"
                    + " and w.item_id = i.item_id)";

    private static final String TAKEN =
            " exists (select from due_item_line t where t.tenant_id = i.tenant_id"
                    + " and t.item_id = i.item_id)";

    private static final String CLAIMS =
            "select * from (select r.recovery_id, r.person_id, r.payee_kind, r.source,"
                    + " r.budget_year, r.decision_id, r.total_dong,"
                    + " coalesce((select sum(i.amount_dong) from due_item i where i.tenant_id ="
                    + " r.tenant_id and i.recovery_id = r.recovery_id and"
                    + TAKEN
                    + "), 0)::bigint as recovered,"
                    + " coalesce((select sum(e.amount_dong) from recovery_entry e where"
                    + " e.recovery_id = r.recovery_id and e.kind = 'TRANSFERRED'), 0)::bigint"
                    + " as transferred,"
                    + " coalesce((select sum(e.amount_dong) from recovery_entry e where"
                    + " e.recovery_id = r.recovery_id and e.kind = 'WRITTEN_OFF'), 0)::bigint"
                    + " as written_off,"
                    + " coalesce((select sum(i.amount_dong) from due_item i where i.tenant_id ="
                    + " r.tenant_id and i.recovery_id = r.recovery_id and not"
                    + TAKEN
                    + " and"
                    + NOT_WITHDRAWN
                    + "), 0)::bigint as planned from recovery r) c where ";

    private final Current current;

    StoredRecoveries(Current current) {
        this.current = current;
    }

    @Override
    public long open(Claim claim, Instant at) {
        return current.sql(
                connection -> {
                    long id =
                            RunQueries.list(
                                            connection,
                                            "insert into recovery (person_id, payee_kind, source,"
                                                    + " budget_year, decision_id, total_dong,"
                                                    + " instalments, opened_at) values (?, ?, ?, ?,"
                                                    + " ?, ?, ?, ?) returning recovery_id",
                                            row -> row.getLong(1),
                                            claim.personId(),
                                            claim.payeeKind(),
                                            claim.source(),
                                            claim.budgetYear(),
                                            claim.decisionId(),
                                            claim.totalDong(),
                                            claim.instalments(),
                                            StoredPayments.time(at))
                                    .get(0);
                    for (ClaimMonth month : claim.months()) {
                        month(connection, id, claim.personId(), month);
                    }
                    for (Slice slice : claim.items()) {
                        item(connection, id, claim, slice, at);
                    }
                    return id;
                });
    }

    private static void month(Connection connection, long id, long person, ClaimMonth month)
            throws SQLException {
        RunQueries.list(
                connection,
                "insert into recovery_month (recovery_id, person_id, component, for_month,"
                        + " cites_sequence, amount_dong) values (?, ?, ?, ?, nullif(?, -1), ?)"
                        + " returning 1",
                row -> 0,
                id,
                person,
                LineKey.code(month.component()),
                month.month().atDay(1),
                month.citesSequence(),
                month.amountDong());
    }

    private static void item(Connection connection, long id, Claim claim, Slice slice, Instant at)
            throws SQLException {
        ClaimMonth of = slice.of();
        RunQueries.list(
                connection,
                "insert into due_item (person_id, component, for_month, sequence, kind,"
                        + " amount_dong, payee_kind, source, budget_year, decision_id, cites_month,"
                        + " cites_component, cites_sequence, known_at, recovery_id, take_from,"
                        + " set_off, entitlement_id, ground, restricted, coefficient_hundredths,"
                        + " rate_dong, instrument, uncertain) select t.person_id, t.component,"
                        + " t.for_month, "
                        + StoredCorrections.NEXT.formatted("t")
                        + ", 'RECOVERY', ?, ?, ?, ?, ?, "
                        + (of.citesSequence() < 0
                                ? "null, null, null"
                                : "t.for_month, t.component, " + of.citesSequence())
                        + ", ?, ?, ?::date, ?, 0, ?, ?, 0, 0, '', false from (select ?::bigint as"
                        + " person_id, ?::smallint as component, ?::date as for_month) t"
                        + " returning item_id",
                row -> row.getLong(1),
                slice.amountDong(),
                claim.payeeKind(),
                claim.source(),
                claim.budgetYear(),
                claim.decisionId(),
                StoredPayments.time(at),
                id,
                slice.takeFrom() == null ? null : slice.takeFrom().atDay(1),
                slice.setOff(),
                of.ground(),
                of.restricted(),
                claim.personId(),
                LineKey.code(of.component()),
                of.month().atDay(1));
    }

    @Override
    public List<Recovery> page(long personId, boolean openOnly, long afterId, int limit) {
        List<Object> values = new ArrayList<>(List.of(afterId));
        String where = "c.recovery_id > ?";
        if (personId != 0) {
            where += " and c.person_id = ?";
            values.add(personId);
        }
        if (openOnly) {
            where += " and c.total_dong > c.recovered + c.transferred + c.written_off";
        }
        values.add(limit);
        return claims(where + " order by c.recovery_id limit ?", values.toArray());
    }

    @Override
    public Optional<Recovery> byId(long recoveryId) {
        return claims("c.recovery_id = ?", recoveryId).stream().findFirst();
    }

    private List<Recovery> claims(String where, Object... values) {
        return current.sql(
                connection -> {
                    List<Recovery> all = new ArrayList<>();
                    for (Recovery bare :
                            RunQueries.list(
                                    connection,
                                    CLAIMS + where,
                                    row ->
                                            new Recovery(
                                                    row.getLong(1),
                                                    row.getLong(2),
                                                    row.getString(3),
                                                    row.getString(4),
                                                    row.getInt(5),
                                                    row.getLong(6),
                                                    row.getLong(7),
                                                    row.getLong(8),
                                                    row.getLong(9),
                                                    row.getLong(10),
                                                    row.getLong(11),
                                                    List.of(),
                                                    List.of()),
                                    values)) {
                        all.add(whole(connection, bare));
                    }
                    return all;
                });
    }

    private static Recovery whole(Connection connection, Recovery bare) throws SQLException {
        List<Month> months =
                RunQueries.list(
                        connection,
                        "select for_month, component, amount_dong, coalesce(cites_sequence, -1)"
                                + " from recovery_month where recovery_id = ? order by 1, 2",
                        row ->
                                new Month(
                                        PastReader.month(row, 1),
                                        LineKey.componentOf(row.getInt(2)),
                                        row.getLong(3),
                                        row.getInt(4)),
                        bare.id());
        List<Entry> entries =
                RunQueries.list(
                        connection,
                        "select kind, amount_dong, on_day, paper from recovery_entry"
                                + " where recovery_id = ? order by entry_id",
                        row ->
                                new Entry(
                                        row.getString(1).equals("WRITTEN_OFF"),
                                        row.getLong(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getString(4)),
                        bare.id());
        return new Recovery(
                bare.id(),
                bare.personId(),
                bare.payeeKind(),
                bare.source(),
                bare.budgetYear(),
                bare.decisionId(),
                bare.totalDong(),
                bare.recoveredDong(),
                bare.transferredDong(),
                bare.writtenOffDong(),
                bare.plannedDong(),
                months,
                entries);
    }

    @Override
    public long openArrears(long personId, String payeeKind, String source, int budgetYear) {
        return sum(
                "select coalesce(sum(case when i.kind = 'ARREARS' then i.amount_dong"
                        + " else -i.amount_dong end), 0)::bigint from due_item i"
                        + " where i.person_id = ? and i.payee_kind = ? and i.source = ?"
                        + " and i.budget_year = ? and (i.kind = 'ARREARS' or i.set_off) and not"
                        + TAKEN
                        + " and"
                        + NOT_WITHDRAWN,
                personId,
                payeeKind,
                source,
                budgetYear);
    }

    @Override
    public long regularDong(long personId, String payeeKind, YearMonth month) {
        return sum(
                "select coalesce(sum(l.amount_dong), 0)::bigint from payment_line l"
                        + " left join payee y on y.tenant_id = l.tenant_id and y.person_id ="
                        + " l.person_id and y.component = case l.component when 1 then 'MONTHLY'"
                        + " when 2 then 'SINGLE_PARENT' else 'CARE' end and y.superseded_at is null"
                        + " and y.valid_from <= l.for_month and (y.valid_to is null or y.valid_to"
                        + " >= l.for_month) where l.for_month = date '"
                        + month.atDay(1)
                        + "' and l.sequence = 0 and l.person_id = ?"
                        + " and coalesce(y.kind, 'SELF') = ?"
                        // A line of the last list says nothing of who has died since.
                        + " and not exists (select from person p where p.tenant_id = l.tenant_id"
                        + " and p.person_id = l.person_id and p.death_on is not null)"
                        + " and exists (select from entitlement e where e.tenant_id = l.tenant_id"
                        + " and e.person_id = l.person_id and e.ended_at is null"
                        + " and (e.to_month is null or e.to_month > l.for_month))",
                personId,
                payeeKind);
    }

    private long sum(String sql, Object... values) {
        return current.sql(
                connection ->
                        RunQueries.list(connection, sql, row -> row.getLong(1), values).get(0));
    }

    @Override
    public List<Planned> planned(long recoveryId) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select i.item_id, i.amount_dong from due_item i"
                                        + " where i.recovery_id = ? and not"
                                        + TAKEN
                                        + " and"
                                        + NOT_WITHDRAWN
                                        + " order by i.take_from nulls first, i.item_id",
                                row -> new Planned(row.getLong(1), row.getLong(2)),
                                recoveryId));
    }

    @Override
    public Optional<Long> addEntry(NewEntry entry, Instant at) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                        connection,
                                        "insert into recovery_entry (recovery_id, person_id, kind,"
                                                + " amount_dong, on_day, paper, decision_id,"
                                                + " recorded_by, recorded_at) values (?, ?, ?, ?,"
                                                + " ?, ?, ?, ?, ?) on conflict do nothing"
                                                + " returning entry_id",
                                        row -> row.getLong(1),
                                        entry.recoveryId(),
                                        entry.personId(),
                                        entry.writtenOff() ? "WRITTEN_OFF" : "TRANSFERRED",
                                        entry.amountDong(),
                                        entry.on(),
                                        entry.paper(),
                                        entry.decisionId(),
                                        entry.by(),
                                        StoredPayments.time(at))
                                .stream()
                                .findFirst());
    }

    @Override
    public void withdraw(List<Planned> items, long personId, long entryId, Instant at) {
        current.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into due_item_withdrawn (item_id, person_id, entry_id,"
                                            + " withdrawn_at) values (?, ?, ?, ?)")) {
                        for (Planned item : items) {
                            insert.setLong(1, item.itemId());
                            insert.setLong(2, personId);
                            insert.setLong(3, entryId);
                            insert.setObject(4, StoredPayments.time(at));
                            insert.addBatch();
                        }
                        return insert.executeBatch().length;
                    }
                });
    }

    @Override
    public void addItem(Planned like, long amountDong, Instant at) {
        current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "insert into due_item (person_id, component, for_month, sequence,"
                                        + " kind, amount_dong, payee_kind, source, budget_year,"
                                        + " decision_id, cites_month, cites_component,"
                                        + " cites_sequence, known_at, recovery_id, take_from,"
                                        + " set_off, entitlement_id, ground, restricted,"
                                        + " coefficient_hundredths, rate_dong, instrument,"
                                        + " uncertain) select t.person_id, t.component, t.for_month,"
                                        + " "
                                        + StoredCorrections.NEXT.formatted("t")
                                        + ", t.kind, ?, t.payee_kind, t.source, t.budget_year,"
                                        + " t.decision_id, t.cites_month, t.cites_component,"
                                        + " t.cites_sequence, ?, t.recovery_id, t.take_from,"
                                        + " t.set_off, t.entitlement_id, t.ground, t.restricted,"
                                        + " t.coefficient_hundredths, t.rate_dong, t.instrument,"
                                        + " t.uncertain from due_item t where t.item_id = ?"
                                        + " returning item_id",
                                row -> row.getLong(1),
                                amountDong,
                                StoredPayments.time(at),
                                like.itemId()));
    }
}
