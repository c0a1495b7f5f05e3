package vn.ansinh.store.finding;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.locality.api.Component;
import vn.ansinh.store.internal.Current;

/** People, facts and grants by three cursors in the order of the key, merged as they come. */
final class StoredWatchedPeople implements WatchedPeople {

    private static final String PEOPLE =
            "select person_id, full_name, birth_text, earliest_birth, latest_birth, sex, unit_code"
                    + " from person where death_on is null and merged_into is null order by person_id";
    private static final String FACTS =
            "select person_id, kind, value, valid_from, valid_to, known_since from fact"
                    + " where superseded_at is null order by person_id, fact_id";
    private static final String HELD =
            "select person_id, ground, component, coefficient_hundredths from entitlement"
                    + " where ended_at is null and from_month <= ?"
                    + " and (to_month is null or to_month >= ?)"
                    + " order by person_id, entitlement_id";

    private final Current current;

    StoredWatchedPeople(Current current) {
        this.current = current;
    }

    @Override
    public void forEach(YearMonth month, Consumer<Watched> each) {
        current.sql(
                connection -> {
                    try (PreparedStatement people = Follower.prepare(connection, PEOPLE);
                            PreparedStatement facts = Follower.prepare(connection, FACTS);
                            PreparedStatement held = Follower.prepare(connection, HELD)) {
                        held.setObject(1, month.atDay(1));
                        held.setObject(2, month.atDay(1));
                        try (ResultSet person = people.executeQuery();
                                Follower fact = new Follower(facts.executeQuery());
                                Follower grant = new Follower(held.executeQuery())) {
                            while (person.next()) {
                                each.accept(watched(person, fact, grant));
                            }
                        }
                        return null;
                    }
                });
    }

    private static Watched watched(ResultSet person, Follower fact, Follower grant)
            throws SQLException {
        long key = person.getLong(1);
        List<DatedFact> facts = new ArrayList<>(4);
        while (fact.at(key)) {
            facts.add(
                    new DatedFact(
                            fact.row().getString(2),
                            fact.row().getString(3),
                            fact.row().getObject(4, LocalDate.class),
                            fact.row().getObject(5, LocalDate.class),
                            fact.row().getObject(6, LocalDate.class)));
            fact.next();
        }
        List<Held> held = new ArrayList<>(2);
        while (grant.at(key)) {
            held.add(
                    new Held(
                            grant.row().getString(2),
                            Component.valueOf(grant.row().getString(3)),
                            grant.row().getInt(4)));
            grant.next();
        }
        return new Watched(
                key,
                person.getString(2),
                person.getString(3),
                person.getObject(4, LocalDate.class),
                person.getObject(5, LocalDate.class),
                person.getString(6),
                person.getString(7),
                facts,
                held);
    }
}
