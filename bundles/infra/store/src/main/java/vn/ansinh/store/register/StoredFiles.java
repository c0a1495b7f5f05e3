package vn.ansinh.store.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Merges.Merge;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.Traits;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/**
 * Files in tables {@code person}, {@code person_past}, {@code personal_id}, {@code residence} and
 * {@code person_merge}.
 */
final class StoredFiles implements PersonFiles {

    private static final String IMAGE =
            "person_id, version, full_name, family_name, middle_name, given_name, name_whole, sex,"
                    + " birth_text, earliest_birth, latest_birth, ethnicity, phone, address,"
                    + " unit_code, death_on,"
                    + " death_registered_on, death_known_on, death_paper, death_recorded_at";

    private final Sql sql;
    private final String zone;

    /** With the zone of legal dates, in which an older death became known. */
    StoredFiles(Current current, String zone) {
        sql = new Sql(current);
        this.zone = zone;
    }

    @Override
    public Optional<PersonFile> file(long personId) {
        return sql
                .list(
                        "select *, greatest(death_on, coalesce(death_known_on,"
                                + " (death_recorded_at at time zone ?)::date)) as known_on"
                                + " from person where person_id = ?",
                        this::bare,
                        zone,
                        personId)
                .stream()
                .findFirst()
                .map(this::complete);
    }

    private PersonFile bare(ResultSet row) throws SQLException {
        long into = row.getLong("merged_into");
        return new PersonFile(
                row.getLong("person_id"),
                row.getLong("version"),
                new Traits(
                        name(row),
                        row.getString("sex"),
                        new Birth(
                                row.getString("birth_text"),
                                Sql.day(row, "earliest_birth"),
                                Sql.day(row, "latest_birth")),
                        row.getString("ethnicity"),
                        row.getString("phone"),
                        row.getString("address")),
                row.getString("unit_code"),
                List.of(),
                List.of(),
                Sql.day(row, "death_on") == null
                        ? null
                        : new Death(
                                Sql.day(row, "death_on"),
                                Sql.day(row, "death_registered_on"),
                                Sql.day(row, "known_on"),
                                row.getString("death_paper")),
                List.of(),
                into == 0 ? null : into,
                List.of());
    }

    private static PersonName name(ResultSet row) throws SQLException {
        String full = row.getString("full_name");
        if (row.getBoolean("name_whole")) {
            return PersonName.whole(full);
        }
        return row.getString("given_name").isEmpty()
                ? PersonName.split(full)
                : new PersonName(
                        full,
                        row.getString("family_name"),
                        row.getString("middle_name"),
                        row.getString("given_name"),
                        false);
    }

    private PersonFile complete(PersonFile bare) {
        long id = bare.id();
        return new PersonFile(
                id,
                bare.version(),
                bare.traits(),
                bare.unitCode(),
                sql.list(
                        "select * from personal_id where person_id = ? and superseded_at is null"
                                + " order by personal_id_id",
                        row ->
                                new PersonalId(
                                        row.getLong("personal_id_id"),
                                        PersonalId.Kind.valueOf(row.getString("kind")),
                                        row.getString("number"),
                                        Sql.day(row, "valid_from"),
                                        Sql.day(row, "valid_to"),
                                        row.getString("paper"),
                                        row.getString("reason")),
                        id),
                sql.list(
                        "select * from residence where person_id = ? and superseded_at is null"
                                + " order by valid_from nulls first, residence_id",
                        row ->
                                new Residence(
                                        row.getString("unit_code"),
                                        row.getString("outside"),
                                        Sql.day(row, "valid_from"),
                                        Sql.day(row, "valid_to"),
                                        row.getString("paper")),
                        id),
                bare.death(),
                sql.list(
                        StoredFacts.SELECT
                                + " where person_id = ? and superseded_at is null order by fact_id",
                        StoredFacts::row,
                        id),
                bare.mergedInto(),
                sql.list(
                        "select person_id from person where merged_into = ? order by person_id",
                        row -> row.getLong(1),
                        id));
    }

    @Override
    public boolean touch(long personId, long version) {
        return sql.update(
                        "update person set version = version + 1 where person_id = ?"
                                + " and (version = ? or ? < 0)",
                        personId,
                        version,
                        version)
                == 1;
    }

    @Override
    public void describe(long personId, Traits traits) {
        PersonName name = traits.name();
        sql.update(
                "update person set full_name = ?, folded_name = ?, family_name = ?,"
                        + " middle_name = ?, given_name = ?, name_whole = ?, sex = ?,"
                        + " birth_text = ?, earliest_birth = ?, latest_birth = ?, ethnicity = ?,"
                        + " phone = ?, address = ? where person_id = ?",
                name.full(),
                Names.fold(name.full()),
                name.family(),
                name.middle(),
                name.given(),
                name.whole(),
                traits.sex(),
                traits.birth().text(),
                traits.birth().earliest(),
                traits.birth().latest(),
                traits.ethnicity(),
                traits.phone(),
                traits.address(),
                personId);
    }

    @Override
    public void correct(long personId, Traits traits, String paper, String reason, Instant at) {
        keepImage(personId, paper, reason, at);
        describe(personId, traits);
    }

    @Override
    public void setDeath(long personId, Death death, String paper, String reason, Instant at) {
        keepImage(personId, paper, reason, at);
        boolean dead = death != null;
        sql.update(
                "update person set death_on = ?::date, death_registered_on = ?::date,"
                        + " death_known_on = ?::date, death_paper = ?,"
                        + " death_recorded_at = ?::timestamptz where person_id = ?",
                dead ? death.on() : null,
                dead ? death.registeredOn() : null,
                dead ? death.knownOn() : null,
                dead ? death.paper() : "",
                dead ? at : null,
                personId);
    }

    private void keepImage(long personId, String paper, String reason, Instant at) {
        sql.update("update person set changed_at = ? where person_id = ?", at, personId);
        sql.update(
                "insert into person_past ("
                        + IMAGE
                        + ", paper, reason, superseded_at) select "
                        + IMAGE
                        + ", ?, ?, ? from person where person_id = ?",
                paper,
                reason,
                at,
                personId);
    }

    @Override
    public Optional<Long> holder(String personalId) {
        return sql
                .list(
                        "select person_id from personal_id where number = ? and kind = 'PERSONAL'"
                                + " and valid_to is null and superseded_at is null",
                        row -> row.getLong(1),
                        personalId)
                .stream()
                .findFirst();
    }

    @Override
    public void addNumber(long personId, PersonalId number, Instant at) {
        sql.update(
                "insert into personal_id (personal_id_id, person_id, kind, number, valid_from,"
                        + " valid_to, paper, reason, recorded_at) values"
                        + " (nextval('personal_id_seq'), ?, ?, ?, ?, ?::date, ?, ?, ?)",
                personId,
                number.kind(),
                number.number(),
                number.from(),
                number.to(),
                number.paper(),
                number.reason(),
                at);
    }

    @Override
    public void endNumber(long personId, long numberId, LocalDate last, Instant at) {
        sql.update(
                "update personal_id set superseded_at = ? where personal_id_id = ?"
                        + " and person_id = ? and superseded_at is null",
                at,
                numberId,
                personId);
        sql.update(
                "insert into personal_id (personal_id_id, person_id, kind, number, valid_from,"
                        + " valid_to, paper, reason, recorded_at)"
                        + " select nextval('personal_id_seq'), person_id, kind, number, valid_from,"
                        + " ?, paper, reason, ? from personal_id where personal_id_id = ?",
                last,
                at,
                numberId);
    }

    @Override
    public void move(long personId, Residence residence, Instant at) {
        sql.list(
                        "update residence set superseded_at = ? where person_id = ?"
                                + " and valid_to is null and superseded_at is null"
                                + " returning residence_id",
                        row -> row.getLong(1),
                        at,
                        personId)
                .forEach(
                        ended ->
                                sql.update(
                                        "insert into residence (person_id, unit_code, outside,"
                                                + " valid_from, valid_to, paper, recorded_at)"
                                                + " select person_id, unit_code, outside,"
                                                + " valid_from, ?, paper, ? from residence"
                                                + " where person_id = ? and residence_id = ?",
                                        residence.from().minusDays(1),
                                        at,
                                        personId,
                                        ended));
        sql.update(
                "insert into residence (person_id, unit_code, outside, valid_from, paper,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?)",
                personId,
                residence.unitCode(),
                residence.outside(),
                residence.from(),
                residence.paper(),
                at);
        if (residence.outside().isEmpty()) {
            keepImage(personId, residence.paper(), "move", at);
            sql.update(
                    "update person set unit_code = ? where person_id = ?",
                    residence.unitCode(),
                    personId);
        }
    }

    @Override
    public void settle(long personId, Residence residence) {
        sql.update(
                "update residence set valid_from = ?::date, paper = ? where person_id = ?"
                        + " and valid_to is null and superseded_at is null",
                residence.from(),
                residence.paper(),
                personId);
    }

    @Override
    public long merge(long personId, long survivorId, String paper, String reason, Instant at) {
        sql.update("update person set merged_into = ? where person_id = ?", survivorId, personId);
        return sql.number(
                "insert into person_merge (person_id, survivor_id, paper, reason, merged_at)"
                        + " values (?, ?, ?, ?, ?) returning merge_id",
                personId,
                survivorId,
                paper,
                reason,
                at);
    }

    @Override
    public void unmerge(Merge merge, String paper, String reason, Instant at) {
        sql.update("update person set merged_into = null where person_id = ?", merge.personId());
        sql.update(
                "update person_merge set unmerged_at = ?, unmerge_paper = ?, unmerge_reason = ?"
                        + " where merge_id = ?",
                at,
                paper,
                reason,
                merge.id());
    }

    @Override
    public List<Merge> merges(long personId) {
        return sql.list(
                "select * from person_merge where person_id = ? or survivor_id = ?"
                        + " order by merge_id",
                row ->
                        new Merge(
                                row.getLong("merge_id"),
                                row.getLong("person_id"),
                                row.getLong("survivor_id"),
                                row.getString("paper"),
                                row.getString("reason"),
                                Sql.instant(row, "merged_at"),
                                Optional.ofNullable(Sql.instant(row, "unmerged_at"))),
                personId,
                personId);
    }
}
