package vn.ansinh.store.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.Membership;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.api.Households.Standard;
import vn.ansinh.beneficiary.api.Households.Status;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/** Households in tables {@code household}, {@code household_member} and {@code poverty_status}. */
final class StoredHouseholds implements HouseholdRows {

    private final Sql sql;

    StoredHouseholds(Current current) {
        sql = new Sql(current);
    }

    @Override
    public long form(Kind kind, String unitCode, LocalDate from, Instant at) {
        return sql.number(
                "insert into household (kind, unit_code, formed_on, recorded_at)"
                        + " values (?, ?, ?, ?) returning household_id",
                kind,
                unitCode,
                from,
                at);
    }

    @Override
    public Optional<Household> household(long id) {
        return sql.list("select * from household where household_id = ?", this::bare, id).stream()
                .findFirst()
                .map(this::complete);
    }

    private Household bare(ResultSet row) throws SQLException {
        return new Household(
                row.getLong("household_id"),
                row.getLong("version"),
                Kind.valueOf(row.getString("kind")),
                row.getString("unit_code"),
                Sql.day(row, "formed_on"),
                Sql.day(row, "closed_on"),
                List.of(),
                List.of());
    }

    private Household complete(Household bare) {
        return new Household(
                bare.id(),
                bare.version(),
                bare.kind(),
                bare.unitCode(),
                bare.formedOn(),
                bare.closedOn(),
                sql.list(
                        "select * from household_member where household_id = ?"
                                + " and superseded_at is null order by valid_from, member_id",
                        row ->
                                new Membership(
                                        row.getLong("person_id"),
                                        row.getString("relation"),
                                        Sql.day(row, "valid_from"),
                                        Sql.day(row, "valid_to")),
                        bare.id()),
                sql.list(
                        "select * from poverty_status where household_id = ?"
                                + " and superseded_at is null order by valid_from, status_id",
                        row ->
                                new Recognition(
                                        Standard.valueOf(row.getString("standard")),
                                        Status.valueOf(row.getString("status")),
                                        row.getString("cause"),
                                        row.getString("decision_number"),
                                        row.getString("authority"),
                                        Sql.day(row, "signed_on"),
                                        Sql.day(row, "valid_from"),
                                        Sql.day(row, "valid_to")),
                        bare.id()));
    }

    @Override
    public List<Long> ofPerson(long personId) {
        return sql.list(
                "select distinct household_id from household_member where person_id = ?"
                        + " and superseded_at is null order by household_id",
                row -> row.getLong(1),
                personId);
    }

    @Override
    public boolean touch(long id, long version) {
        return sql.update(
                        "update household set version = version + 1 where household_id = ?"
                                + " and (version = ? or ? < 0)",
                        id,
                        version,
                        version)
                == 1;
    }

    @Override
    public void join(Household household, Membership member, String paper, Instant at) {
        sql.update(
                "insert into household_member (household_id, kind, person_id, relation, valid_from,"
                        + " valid_to, paper, recorded_at) values (?, ?, ?, ?, ?, ?::date, ?, ?)",
                household.id(),
                household.kind(),
                member.personId(),
                member.relation(),
                member.from(),
                member.to(),
                paper,
                at);
    }

    @Override
    public void leave(long householdId, long personId, LocalDate last, String paper, Instant at) {
        List<Long> ended =
                sql.list(
                        "update household_member set superseded_at = ? where household_id = ?"
                                + " and person_id = ? and valid_to is null and superseded_at is null"
                                + " returning member_id",
                        row -> row.getLong(1),
                        at,
                        householdId,
                        personId);
        for (long member : ended) {
            sql.update(
                    "insert into household_member (household_id, kind, person_id, relation,"
                            + " valid_from, valid_to, paper, recorded_at) select household_id, kind,"
                            + " person_id, relation, valid_from, ?::date, ?, ?"
                            + " from household_member where household_id = ? and member_id = ?"
                            + " and valid_from <= ?::date",
                    last,
                    paper,
                    at,
                    householdId,
                    member,
                    last);
        }
    }

    @Override
    public void place(long id, String unitCode, LocalDate closedOn) {
        sql.update(
                "update household set unit_code = ?, closed_on = ?::date where household_id = ?",
                unitCode,
                closedOn,
                id);
    }

    @Override
    public long recognise(long id, Recognition said, LocalDate knownSince, Instant at) {
        LocalDate dayBefore = said.from().minusDays(1);
        List<Long> before =
                sql.list(
                        "update poverty_status set superseded_at = ? where household_id = ?"
                                + " and standard = ? and superseded_at is null"
                                + " and (valid_to is null or valid_to > ?) returning status_id",
                        row -> row.getLong(1),
                        at,
                        id,
                        said.standard(),
                        dayBefore);
        for (long status : before) {
            sql.update(
                    "insert into poverty_status (household_id, standard, status, cause,"
                            + " decision_number, authority, signed_on, valid_from, valid_to,"
                            + " known_since, recorded_at) select household_id, standard, status,"
                            + " cause, decision_number, authority, signed_on, valid_from, ?::date,"
                            + " known_since, ? from poverty_status where household_id = ?"
                            + " and status_id = ? and valid_from <= ?::date",
                    dayBefore,
                    at,
                    id,
                    status,
                    dayBefore);
        }
        return sql.number(
                "insert into poverty_status (household_id, standard, status, cause,"
                        + " decision_number, authority, signed_on, valid_from, valid_to,"
                        + " known_since, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?)"
                        + " returning status_id",
                id,
                said.standard(),
                said.status(),
                said.cause() == null ? "" : said.cause(),
                said.decisionNumber(),
                said.authority(),
                said.signedOn(),
                said.from(),
                said.to(),
                knownSince,
                at);
    }

    @Override
    public void event(
            long id,
            String kind,
            LocalDate on,
            long other,
            String paper,
            String reason,
            Instant at) {
        sql.update(
                "insert into household_event (household_id, kind, happened_on, other_household_id,"
                        + " paper, reason, recorded_at) values (?, ?, ?, nullif(?, 0), ?, ?, ?)",
                id,
                kind,
                on,
                other,
                paper,
                reason,
                at);
    }
}
