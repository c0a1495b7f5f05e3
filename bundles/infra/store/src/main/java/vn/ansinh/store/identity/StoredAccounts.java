package vn.ansinh.store.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.identity.api.Identity.DataClass;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.api.Staff.Held;
import vn.ansinh.identity.api.Staff.StoredDelegation;
import vn.ansinh.identity.api.Staff.Title;
import vn.ansinh.identity.api.Staff.UnitBelow;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Tables {@code account}, {@code account_right}, {@code delegation}, {@code role_title}. */
final class StoredAccounts implements Accounts {

    private static final String RIGHT =
            "select id, login, role, locality_code, units, data_class, valid_from, valid_to,"
                    + " paper, granted_at, granted_by, ended_at, ended_by from account_right ";
    private static final String DELEGATION =
            "select id, from_login, to_login, locality_code, roles, first_day, last_day, paper,"
                    + " granted_at, granted_by, ended_at from delegation ";

    private final Rows rows;
    private final CivilClock clock;

    StoredAccounts(Current current, UnitOfWork unitOfWork, CivilClock clock) {
        this.rows = new Rows(current, unitOfWork);
        this.clock = clock;
    }

    @Override
    public Optional<Stored> byLogin(String login) {
        return rows
                .select(
                        "select login, secret_hash, closed_at is not null as closed from account"
                                + " where login = ?",
                        this::account,
                        login)
                .stream()
                .findFirst();
    }

    @Override
    public List<Stored> ofLocality(String localityCode) {
        return rows.select(
                "select login, secret_hash, closed_at is not null as closed from account a"
                        + " where exists (select from account_right r where r.login = a.login"
                        + " and r.locality_code = ? and r.ended_at is null) order by login",
                this::account,
                localityCode);
    }

    private Stored account(ResultSet row) throws SQLException {
        String login = row.getString("login");
        Set<Right> rights =
                rows
                        .select(
                                RIGHT + "where login = ? and ended_at is null",
                                StoredAccounts::held,
                                login)
                        .stream()
                        .map(Held::right)
                        .collect(Collectors.toUnmodifiableSet());
        return new Stored(login, row.getString("secret_hash"), row.getBoolean("closed"), rights);
    }

    @Override
    public void save(String login, String secretHash, String by) {
        rows.update(
                "insert into account (login, secret_hash, changed_by) values (?, ?, ?)"
                        + " on conflict (login) do update set secret_hash = excluded.secret_hash,"
                        + " changed_by = excluded.changed_by",
                login,
                secretHash,
                by);
    }

    @Override
    public void close(String login, String by) {
        rows.update(
                "update account set closed_at = ?, closed_by = ?"
                        + " where login = ? and closed_at is null",
                clock.now(),
                by,
                login);
    }

    @Override
    public long addRight(String login, Right right, String paper, String by) {
        return rows.select(
                        "insert into account_right (login, role, locality_code, units, data_class,"
                                + " valid_from, valid_to, paper, granted_at, granted_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.getLong(1),
                        login,
                        right.role().name(),
                        right.localityCode(),
                        right.units(),
                        right.dataClass().name(),
                        right.from(),
                        right.to(),
                        paper,
                        clock.now(),
                        by)
                .get(0);
    }

    @Override
    public boolean endRight(String localityCode, long rightId, String by) {
        return rows.update(
                        "update account_right set ended_at = ?, ended_by = ?"
                                + " where locality_code = ? and id = ? and ended_at is null",
                        clock.now(),
                        by,
                        localityCode,
                        rightId)
                > 0;
    }

    @Override
    public List<Held> rights(String localityCode) {
        return rows.select(
                RIGHT + "where locality_code = ? order by id", StoredAccounts::held, localityCode);
    }

    private static Held held(ResultSet row) throws SQLException {
        Right right =
                new Right(
                        Role.valueOf(row.getString("role")),
                        row.getString("locality_code"),
                        Rows.texts(row, "units"),
                        DataClass.valueOf(row.getString("data_class")),
                        Rows.day(row, "valid_from"),
                        Rows.day(row, "valid_to"));
        String endedBy = row.getString("ended_by");
        return new Held(
                row.getLong("id"),
                row.getString("login"),
                right,
                row.getString("paper"),
                Rows.instant(row, "granted_at"),
                row.getString("granted_by"),
                Rows.instant(row, "ended_at"),
                endedBy == null ? "" : endedBy);
    }

    @Override
    public long addDelegation(Delegation delegation, String by) {
        Set<String> roles = new TreeSet<>();
        delegation.roles().forEach(role -> roles.add(role.name()));
        return rows.select(
                        "insert into delegation (from_login, to_login, locality_code, roles,"
                                + " first_day, last_day, paper, granted_at, granted_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.getLong(1),
                        delegation.from(),
                        delegation.to(),
                        delegation.localityCode(),
                        roles,
                        delegation.firstDay(),
                        delegation.lastDay(),
                        delegation.paper(),
                        clock.now(),
                        by)
                .get(0);
    }

    @Override
    public boolean endDelegation(String localityCode, long delegationId, String by) {
        return rows.update(
                        "update delegation set ended_at = ?, ended_by = ?"
                                + " where locality_code = ? and id = ? and ended_at is null",
                        clock.now(),
                        by,
                        localityCode,
                        delegationId)
                > 0;
    }

    @Override
    public List<StoredDelegation> delegations(String localityCode) {
        return rows.select(
                DELEGATION + "where locality_code = ? order by id",
                StoredAccounts::delegation,
                localityCode);
    }

    @Override
    public List<Delegation> delegatedTo(String login, LocalDate day) {
        return rows
                .select(
                        DELEGATION
                                + "where to_login = ? and ended_at is null"
                                + " and ? between first_day and last_day order by id",
                        StoredAccounts::delegation,
                        login,
                        day)
                .stream()
                .map(StoredDelegation::delegation)
                .toList();
    }

    private static StoredDelegation delegation(ResultSet row) throws SQLException {
        Set<Role> roles = new HashSet<>();
        Rows.texts(row, "roles").forEach(role -> roles.add(Role.valueOf(role)));
        return new StoredDelegation(
                row.getLong("id"),
                new Delegation(
                        row.getString("from_login"),
                        row.getString("to_login"),
                        row.getString("locality_code"),
                        roles,
                        Rows.day(row, "first_day"),
                        Rows.day(row, "last_day"),
                        row.getString("paper")),
                Rows.instant(row, "granted_at"),
                row.getString("granted_by"),
                Rows.instant(row, "ended_at"));
    }

    @Override
    public List<Title> titles(String localityCode) {
        return rows.select(
                "select title, role from role_title where locality_code = ? order by title",
                row -> new Title(row.getString(1), Role.valueOf(row.getString(2))),
                localityCode);
    }

    @Override
    public void saveTitles(String localityCode, List<Title> titles) {
        rows.update("delete from role_title where locality_code = ?", localityCode);
        for (Title title : titles) {
            rows.update(
                    "insert into role_title (locality_code, title, role) values (?, ?, ?)",
                    localityCode,
                    title.title(),
                    title.role().name());
        }
    }

    @Override
    public List<UnitBelow> units(String localityCode) {
        return rows.select(
                "select unit_code, above_code from unit_below where locality_code = ?"
                        + " order by unit_code",
                row -> new UnitBelow(row.getString(1), row.getString(2)),
                localityCode);
    }

    @Override
    public void saveUnits(String localityCode, List<UnitBelow> units) {
        rows.update("delete from unit_below where locality_code = ?", localityCode);
        for (UnitBelow row : units) {
            rows.update(
                    "insert into unit_below (locality_code, unit_code, above_code)"
                            + " values (?, ?, ?)",
                    localityCode,
                    row.unit(),
                    row.above());
        }
    }

    @Override
    public Set<String> withUnitsBelow(String localityCode, Set<String> units) {
        // union, not union all: a circle ends too.
        return new HashSet<>(
                rows.select(
                        "with recursive reached as (select unnest(?::text[]) as code"
                                + " union select b.unit_code from unit_below b, reached r"
                                + " where b.locality_code = ? and b.above_code = r.code)"
                                + " select code from reached",
                        row -> row.getString(1),
                        units,
                        localityCode));
    }
}
