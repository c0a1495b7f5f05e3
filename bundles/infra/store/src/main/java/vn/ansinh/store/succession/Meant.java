package vn.ansinh.store.succession;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.port.SuccessionStorage.Who;

/**
 * Who is meant, as common table expressions: {@code carried} people (with {@code new_unit}) and
 * {@code homes}. Whoever was merged goes with the person they were found to be.
 */
final class Meant {
    /** Instead of a successor: everybody. */
    static final String ALL = "*";

    private static final String BEFORE =
            "with recursive unit_map(old_unit, new_code, new_unit) as (select * from"
                    + " unnest(?::text[], ?::text[], ?::text[])),"
                    + " root(person_id, root_id, unit_code) as ("
                    + "select person_id, person_id, unit_code from person"
                    + " where merged_into is null and person_id between ? and ?"
                    + " union all select p.person_id, r.root_id, r.unit_code from person p"
                    + " join root r on p.merged_into = r.person_id),"
                    + " assigned as materialized (select r.person_id, r.root_id, r.unit_code,"
                    + " case when r.root_id = any (?::bigint[]) then ''"
                    + " else coalesce(m.new_code, '') end as new_code, m.new_unit"
                    + " from root r left join unit_map m on m.old_unit = r.unit_code),"
                    + " housed as (select h.household_id, h.unit_code,"
                    + " coalesce(m.new_code, '') as new_code, m.new_unit"
                    + " from household h left join unit_map m on m.old_unit = h.unit_code),"
                    + " chosen(code) as (select ?::text),"
                    + " carried as materialized (select a.* from assigned a, chosen"
                    + " where chosen.code = '*' or a.new_code = chosen.code),"
                    + " homes as materialized (select h.* from housed h, chosen"
                    + " where chosen.code = '*' or h.new_code = chosen.code)";

    private static final String AFTER =
            "with recursive chosen(succession_id, code) as (select ?::bigint, ?::text),"
                    + " carried as materialized (select o.person_id from person_origin o, chosen c"
                    + " where o.succession_id = c.succession_id and o.from_code = c.code),"
                    + " homes as materialized (select o.household_id from household_origin o,"
                    + " chosen c where o.succession_id = c.succession_id"
                    + " and o.from_code = c.code)";

    private final String sql;
    private final List<Object> values;

    private Meant(String sql, List<Object> values) {
        this.sql = sql;
        this.values = values;
    }

    /** In an old locality: who goes to a successor; empty: who stays; {@link #ALL}. */
    static Meant before(String successor, Who who) {
        return new Meant(
                BEFORE,
                Arrays.asList(
                        who.units().stream().map(UnitRow::oldUnit).toList(),
                        who.units().stream().map(UnitRow::successor).toList(),
                        who.units().stream().map(UnitRow::newUnit).toList(),
                        who.from(),
                        who.to(),
                        who.excluded(),
                        successor));
    }

    /** In a successor: who came from an old locality. */
    static Meant after(long id, String predecessor) {
        return new Meant(AFTER, List.of(id, predecessor));
    }

    /** The expressions with more behind, which may name {@code carried} and {@code homes}. */
    String with(String more) {
        return sql + more;
    }

    /** Values of the expressions, then more. */
    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
