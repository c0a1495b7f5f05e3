package vn.ansinh.store.payment;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Entry;
import vn.ansinh.payment.api.Funds.Level;
import vn.ansinh.payment.api.Funds.Rounding;
import vn.ansinh.payment.api.Funds.Row;
import vn.ansinh.payment.api.Funds.Share;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.Funds.Source;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.store.internal.Current;

/** Funds in SQL. */
final class StoredFunds implements FundStorage {
    // What became of a line: its open hold, else the order that is live for it.
    private static final String FATE =
            "case when h.hold_id is not null then 'HELD'"
                    + " when o.state in ('PAID', 'COLLECTED', 'OFFSET') then 'PAID'"
                    + " when o.run_id <> o.origin_run_id then 'CARRIED'"
                    + " when o.state = 'HELD' then 'HELD'"
                    + " when o.state in ('FILED', 'SENT', 'UNKNOWN', 'PENDING') then 'SENT'"
                    + " when o.state in ('REJECTED', 'REVERSED', 'RETURNED', 'UNCLAIMED')"
                    + " then 'RETURNED' else 'OPEN' end";

    private final Current current;

    StoredFunds(Current current) {
        this.current = current;
    }

    private <T> List<T> list(String sql, RunQueries.Row<T> each, Object... values) {
        return current.sql(connection -> RunQueries.list(connection, sql, each, values));
    }

    private void run(String sql, Object... values) {
        current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setObject(i + 1, values[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    @Override
    public List<Source> sources() {
        return list(
                "select source_code, name, level from fund_source order by source_code",
                row ->
                        new Source(
                                row.getString(1),
                                row.getString(2),
                                Level.valueOf(row.getString(3))));
    }

    @Override
    public void add(Source source, Instant at) {
        run(
                "insert into fund_source (source_code, name, level, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?)",
                source.code(),
                source.name(),
                source.level().name(),
                current.actor().login(),
                StoredPayments.time(at));
    }

    @Override
    public Optional<Shares> newest(int budgetYear) {
        return list(
                        "select rule_version from fund_rules where budget_year = ?"
                                + " order by rule_version desc limit 1",
                        row -> row.getLong(1),
                        budgetYear)
                .stream()
                .findFirst()
                .map(this::version);
    }

    @Override
    public Shares version(long version) {
        record Head(String ground, int component, String programme) {}
        Map<Head, List<Share>> rows = new LinkedHashMap<>();
        list(
                        "select ground, component, programme, source_code, permille from fund_share"
                                + " where rule_version = ? order by ground, component, position",
                        row ->
                                Map.entry(
                                        new Head(row.getString(1), row.getInt(2), row.getString(3)),
                                        new Share(row.getString(4), row.getInt(5))),
                        version)
                .forEach(
                        e ->
                                rows.computeIfAbsent(e.getKey(), key -> new ArrayList<>())
                                        .add(e.getValue()));
        return list(
                        "select budget_year, rounding, paper from fund_rules where rule_version = ?",
                        row ->
                                new Shares(
                                        version,
                                        row.getInt(1),
                                        Rounding.valueOf(row.getString(2)),
                                        row.getString(3),
                                        rows.entrySet().stream()
                                                .map(
                                                        e ->
                                                                new Row(
                                                                        e.getKey().ground(),
                                                                        e.getKey().component(),
                                                                        e.getKey().programme(),
                                                                        e.getValue()))
                                                .toList()),
                        version)
                .get(0);
    }

    @Override
    public long write(Shares shares, Instant at) {
        long version =
                list(
                                "insert into fund_rules (budget_year, rounding, paper, recorded_by,"
                                        + " recorded_at) values (?, ?, ?, ?, ?)"
                                        + " returning rule_version",
                                row -> row.getLong(1),
                                shares.budgetYear(),
                                shares.rounding().name(),
                                shares.paper().strip(),
                                current.actor().login(),
                                StoredPayments.time(at))
                        .get(0);
        for (Row row : shares.rows()) {
            int position = 0;
            for (Share share : row.shares()) {
                run(
                        "insert into fund_share (rule_version, ground, component, position,"
                                + " programme, source_code, permille) values (?, ?, ?, ?, ?, ?, ?)",
                        version,
                        row.ground(),
                        row.component(),
                        ++position,
                        row.programme(),
                        share.source(),
                        share.permille());
            }
        }
        return version;
    }

    @Override
    public void lock() {
        list(
                "select pg_advisory_xact_lock(hashtext('ansinh.funds'), ?)::text",
                row -> row.getString(1),
                current.tenant().value());
    }

    @Override
    public List<Account> accounts(int budgetYear) {
        return list(
                "select account_id, budget_year, programme, source_code, ceiling_dong,"
                        + " reserved_dong, spent_dong from fund_account where budget_year = ?"
                        + " order by programme, source_code",
                row ->
                        new Account(
                                row.getLong(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                budgetYear);
    }

    @Override
    public void open(int budgetYear, String programme, String source) {
        run(
                "insert into fund_account (budget_year, programme, source_code) values (?, ?, ?)",
                budgetYear,
                programme,
                source);
    }

    @Override
    public void enter(
            long accountId, String kind, long amountDong, long runId, String paper, Instant at) {
        run(
                "insert into fund_entry (account_id, kind, amount_dong, run_id, paper, recorded_by,"
                        + " on_behalf_of, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                accountId,
                kind,
                amountDong,
                runId == 0 ? null : runId,
                paper,
                current.actor().login(),
                current.actor().onBehalfOf(),
                StoredPayments.time(at));
    }

    @Override
    public List<Entry> entries(long accountId, int limit) {
        return list(
                "select entry_id, kind, amount_dong, run_id, paper, recorded_by, recorded_at"
                        + " from fund_entry where account_id = ? order by entry_id desc limit ?",
                row ->
                        new Entry(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()),
                accountId,
                limit);
    }

    @Override
    public Map<Long, Long> reserved(long runId) {
        Map<Long, Long> reserved = new LinkedHashMap<>();
        list(
                        "select account_id, sum(case kind when 'RESERVE' then amount_dong"
                                + " else -amount_dong end)::bigint from fund_entry where run_id = ?"
                                + " group by account_id having sum(case kind when 'RESERVE'"
                                + " then amount_dong else -amount_dong end) > 0"
                                + " order by account_id",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        runId)
                .forEach(e -> reserved.put(e.getKey(), e.getValue()));
        return reserved;
    }

    @Override
    public void split(long runId, int round, long version, Instant at) {
        run(
                "insert into fund_run (run_id, round, rule_version, at) values (?, ?, ?, ?)",
                runId,
                round,
                version,
                StoredPayments.time(at));
    }

    @Override
    public Optional<Long> versionOf(long runId) {
        return list(
                        "select f.rule_version from fund_run f join payment_run r"
                                + " on r.tenant_id = f.tenant_id and r.id = f.run_id"
                                + " and r.round = f.round where f.run_id = ?",
                        row -> row.getLong(1),
                        runId)
                .stream()
                .findFirst();
    }

    @Override
    public List<Amounts> amounts(StoredRun run) {
        List<Amounts> all = new ArrayList<>();
        for (YearMonth month : run.months()) {
            all.addAll(amounts(run.id(), month));
        }
        return all;
    }

    @Override
    public List<Amounts> approving(StoredRun run) {
        List<Amounts> all = new ArrayList<>();
        for (YearMonth month : run.months()) {
            all.addAll(
                    list(
                            "select l.for_month, l.unit_code, l.ground, l.component, l.movement,"
                                    + " l.amount_dong, 'OPEN', count(*) from payment_line l"
                                    + " where l.for_month = date '"
                                    + month.atDay(1)
                                    + "' and l.run_id = ? group by 1, 2, 3, 4, 5, 6"
                                    + " order by 1, 2, 3, 4, 5, 6",
                            StoredFunds::amounts,
                            run.id()));
        }
        return all;
    }

    private List<Amounts> amounts(long runId, YearMonth month) {
        return list(
                "select l.for_month, l.unit_code, l.ground, l.component, l.movement, l.amount_dong, "
                        + FATE
                        + ", count(*) from payment_line l"
                        + " left join line_hold h on h.tenant_id = l.tenant_id"
                        + " and h.for_month = l.for_month and h.person_id = l.person_id"
                        + " and h.component = l.component and h.sequence = l.sequence"
                        + " and h.released_at is null"
                        + " left join order_line ol on ol.tenant_id = l.tenant_id"
                        + " and ol.for_month = l.for_month and ol.person_id = l.person_id"
                        + " and ol.component = l.component and ol.sequence = l.sequence and ol.live"
                        + " left join payment_order o on o.tenant_id = ol.tenant_id"
                        + " and o.order_id = ol.order_id"
                        + " where l.for_month = date '"
                        + month.atDay(1)
                        + "' and l.run_id = ? group by 1, 2, 3, 4, 5, 6, 7"
                        + " order by 1, 2, 3, 4, 5, 6, 7",
                StoredFunds::amounts,
                runId);
    }

    private static Amounts amounts(ResultSet row) throws SQLException {
        return new Amounts(
                YearMonth.from(row.getObject(1, LocalDate.class)),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                Movement.valueOf(row.getString(5)),
                row.getLong(6),
                Fate.valueOf(row.getString(7)),
                row.getLong(8));
    }
}
