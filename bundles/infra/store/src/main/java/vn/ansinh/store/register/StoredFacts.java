package vn.ansinh.store.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/** Facts in table {@code fact}. */
final class StoredFacts implements FactRows {

    static final String SELECT =
            "select person_id, fact_id, kind, value, valid_from, valid_to, known_since, paper,"
                    + " recorded_at, superseded_at, source_kind, source_id from fact";

    private final Sql sql;

    StoredFacts(Current current) {
        sql = new Sql(current);
    }

    static FactRow row(ResultSet row) throws SQLException {
        String source = row.getString("source_kind");
        return new FactRow(
                row.getLong("fact_id"),
                new Fact(
                        row.getString("kind"),
                        row.getString("value"),
                        Sql.day(row, "valid_from"),
                        Sql.day(row, "valid_to"),
                        Sql.day(row, "known_since"),
                        row.getString("paper")),
                Sql.instant(row, "recorded_at"),
                Sql.instant(row, "superseded_at"),
                source.isEmpty() ? Source.PAPER : Source.valueOf(source),
                row.getLong("source_id"));
    }

    @Override
    public List<FactRow> all(long personId) {
        return sql.list(
                SELECT + " where person_id = ? order by recorded_at, fact_id",
                StoredFacts::row,
                personId);
    }

    @Override
    public long add(
            long personId, Fact fact, Source source, long sourceId, long replaces, Instant at) {
        return sql.number(
                "insert into fact (person_id, fact_id, kind, value, valid_from, valid_to,"
                        + " known_since, paper, recorded_at, source_kind, source_id, replaced_id)"
                        + " values (?, nextval('fact_id_seq'), ?, ?, ?, ?::date, ?, ?, ?, ?, ?,"
                        + " nullif(?, 0)) returning fact_id",
                personId,
                fact.kind(),
                fact.value(),
                fact.from(),
                fact.to(),
                fact.knownSince(),
                fact.paper(),
                at,
                source == Source.PAPER ? "" : source.name(),
                sourceId,
                replaces);
    }

    @Override
    public boolean supersede(long personId, long factId, Instant at) {
        return sql.update(
                        "update fact set superseded_at = ? where person_id = ? and fact_id = ?"
                                + " and superseded_at is null",
                        at,
                        personId,
                        factId)
                == 1;
    }
}
