package vn.ansinh.store.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.Event;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/** Tables {@code succession*} that are common: no people. */
final class StoredSuccessions implements SuccessionStorage {
    private final Sql sql;

    StoredSuccessions(Current current) {
        this.sql = new Sql(current);
    }

    @Override
    public long add(NewPlan plan, List<UnitRow> units, String hands, Instant at) {
        long id =
                sql.list(
                                "insert into succession (effective_month, paper, planned_by,"
                                        + " planned_at, changed_at) values (?, ?, ?, ?, ?)"
                                        + " returning succession_id",
                                row -> row.getLong(1),
                                plan.effective().atDay(1),
                                plan.paper(),
                                hands,
                                at,
                                at)
                        .get(0);
        plan.predecessors().forEach(code -> party(id, code, false));
        plan.successors().forEach(code -> party(id, code, true));
        units.forEach(row -> assign(id, row));
        return id;
    }

    private void party(long id, String code, boolean successor) {
        sql.update(
                "insert into succession_party (succession_id, code, successor) values (?, ?, ?)",
                id,
                code,
                successor);
    }

    @Override
    public void assign(long id, UnitRow row) {
        sql.update(
                "insert into succession_unit (succession_id, old_code, old_unit, new_code,"
                        + " new_unit, reason, by_hand) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (succession_id, old_code, old_unit) do update set"
                        + " new_code = excluded.new_code, new_unit = excluded.new_unit,"
                        + " reason = excluded.reason, by_hand = excluded.by_hand",
                id,
                row.predecessor(),
                row.oldUnit(),
                row.successor(),
                row.newUnit(),
                row.reason(),
                row.byHand());
    }

    @Override
    public List<Long> ids() {
        return sql.list(
                "select succession_id from succession order by 1 desc", row -> row.getLong(1));
    }

    @Override
    public Plan lock(long id) {
        sql.list(
                "select 1 from succession where succession_id = ? for update",
                row -> row.getInt(1),
                id);
        return get(id);
    }

    @Override
    public Plan get(long id) {
        return sql
                .list(
                        "select s.state, s.effective_month, s.paper, s.plan_hash, s.proposed_by,"
                                + " s.approved_by, count(p.part_no), count(p.done_at),"
                                + " coalesce(sum(p.rows_carried), 0) from succession s"
                                + " left join succession_part p using (succession_id)"
                                + " where s.succession_id = ? group by s.succession_id",
                        row -> plan(id, row),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có phương án kế thừa số " + id + "."));
    }

    private Plan plan(long id, ResultSet row) throws SQLException {
        return new Plan(
                id,
                State.valueOf(row.getString(1)),
                parties(id, false),
                parties(id, true),
                YearMonth.from(row.getObject(2, LocalDate.class)),
                row.getString(3),
                units(id),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getLong(9),
                controls(id),
                events(id));
    }

    private List<String> parties(long id, boolean successor) {
        return sql.list(
                "select code from succession_party where succession_id = ? and successor = ?"
                        + " order by code",
                row -> row.getString(1),
                id,
                successor);
    }

    private List<UnitRow> units(long id) {
        return sql.list(
                "select old_code, old_unit, new_code, new_unit, reason, by_hand"
                        + " from succession_unit where succession_id = ? order by 1, 2",
                row ->
                        new UnitRow(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6)),
                id);
    }

    private List<Control> controls(long id) {
        return sql.list(
                "select old_code, new_code, kind, old_heads, old_dong, new_heads, new_dong"
                        + " from succession_sum where succession_id = ? order by 1, 2, 3",
                row ->
                        new Control(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getObject(6, Long.class),
                                row.getObject(7, Long.class)),
                id);
    }

    private List<Event> events(long id) {
        return sql.list(
                "select what, hands, note, at from succession_event where succession_id = ?"
                        + " order by event_id",
                row ->
                        new Event(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                id);
    }

    @Override
    public void move(long id, State to, String what, String hands, String note, Instant at) {
        sql.update(
                "update succession set state = ?, changed_at = ? where succession_id = ?",
                to.name(),
                at,
                id);
        sql.update(
                "insert into succession_event (succession_id, what, hands, note, at)"
                        + " values (?, ?, ?, ?, ?)",
                id,
                what,
                hands,
                note,
                at);
    }

    @Override
    public void hands(long id, String planHash, String proposedBy, String approvedBy) {
        sql.update(
                "update succession set plan_hash = ?, proposed_by = ?, approved_by = ?"
                        + " where succession_id = ?",
                planHash,
                proposedBy,
                approvedBy,
                id);
    }

    /** Every statement looks anew; our own key is the oldest once whoever came before has ended. */
    @Override
    public boolean awaitWriters() {
        String mine = sql.list("select pg_current_xact_id()::text", row -> row.getString(1)).get(0);
        for (int look = 0; look < 600; look++) {
            if (sql.list(
                            "select pg_snapshot_xmin(pg_current_snapshot()) >= ?::text::xid8",
                            row -> row.getBoolean(1),
                            mine)
                    .contains(true)) {
                return true;
            }
            sql.list("select pg_sleep(0.1)", row -> "");
        }
        return false;
    }

    @Override
    public void prepare(long id, List<Part> parts, List<Control> expected) {
        sql.update("delete from succession_part where succession_id = ?", id);
        sql.update("delete from succession_sum where succession_id = ?", id);
        for (Part part : parts) {
            sql.update(
                    "insert into succession_part (succession_id, part_no, stage, old_code,"
                            + " new_code, from_person, to_person) values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    part.number(),
                    part.stage().name(),
                    part.predecessor(),
                    part.successor(),
                    part.from(),
                    part.to());
        }
        for (Control one : expected) {
            sql.update(
                    "insert into succession_sum (succession_id, old_code, new_code, kind,"
                            + " old_heads, old_dong) values (?, ?, ?, ?, ?, ?)",
                    id,
                    one.predecessor(),
                    one.successor(),
                    one.kind(),
                    one.oldHeads(),
                    one.oldDong());
        }
        sql.update("update succession set prepared = true where succession_id = ?", id);
    }

    @Override
    public boolean prepared(long id) {
        return sql.list(
                        "select prepared from succession where succession_id = ?",
                        row -> row.getBoolean(1),
                        id)
                .contains(true);
    }

    @Override
    public List<Part> open(long id) {
        return sql.list(
                "select part_no, stage, old_code, new_code, from_person, to_person"
                        + " from succession_part where succession_id = ? and done_at is null"
                        + " order by part_no",
                row ->
                        new Part(
                                row.getInt(1),
                                Stage.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6)),
                id);
    }

    @Override
    public boolean claim(long id, int number) {
        return !sql.list(
                        "select 1 from succession_part where succession_id = ? and part_no = ?"
                                + " and done_at is null for update",
                        row -> row.getInt(1),
                        id,
                        number)
                .isEmpty();
    }

    @Override
    public void done(long id, int number, long rows, Instant at) {
        sql.update(
                "update succession_part set done_at = ?, rows_carried = ?"
                        + " where succession_id = ? and part_no = ?",
                at,
                rows,
                id,
                number);
    }

    @Override
    public void found(long id, Control control) {
        sql.update(
                "update succession_sum set new_heads = ?, new_dong = ? where succession_id = ?"
                        + " and old_code = ? and new_code = ? and kind = ?",
                control.newHeads(),
                control.newDong(),
                id,
                control.predecessor(),
                control.successor(),
                control.kind());
    }

    @Override
    public void keep(long id, String successor, List<Print> prints) {
        sql.update(
                "delete from succession_print where succession_id = ? and new_code = ?",
                id,
                successor);
        for (Print print : prints) {
            sql.update(
                    "insert into succession_print (succession_id, new_code, table_name, row_count,"
                            + " digest) values (?, ?, ?, ?, ?)",
                    id,
                    successor,
                    print.table(),
                    print.rows(),
                    print.digest());
        }
    }

    @Override
    public List<Print> kept(long id, String successor) {
        return sql.list(
                "select table_name, row_count, digest from succession_print"
                        + " where succession_id = ? and new_code = ? order by 1",
                row -> new Print(row.getString(1), row.getLong(2), row.getString(3)),
                id,
                successor);
    }
}
