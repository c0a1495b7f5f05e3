package vn.ansinh.store.entitlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Query;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.locality.api.Component;
import vn.ansinh.store.internal.Current;

/** Decisions from draft to signature, and the entitlement rows that follow. */
final class StoredDecisions implements DecisionStore {

    static final String ROW_COLUMNS =
            "person_id bigint, decision_id bigint, ground text, component text,"
                    + " coefficient_hundredths int, from_month date, to_month date,"
                    + " granted_at timestamptz";

    private final Sql sql;
    private final Current current;

    StoredDecisions(Current current) {
        this.current = current;
        this.sql = new Sql(current);
    }

    @Override
    public long addDraft(Draft draft, String foldedAuthority, Instant at) {
        long id =
                sql.list(
                                "insert into decision (number, authority, folded_authority, kind,"
                                        + " state, origin, about, target_decision_id, effective_on,"
                                        + " recorded_at) values ('', ?, ?, ?, 'DRAFT', 'DECIDED', ?,"
                                        + " nullif(?, 0), ?, ?) returning decision_id",
                                row -> row.getLong(1),
                                draft.authority(),
                                foldedAuthority,
                                draft.kind(),
                                draft.about(),
                                draft.targetDecisionId(),
                                draft.effectiveOn(),
                                at)
                        .get(0);
        addEffects(id, draft.effects());
        return id;
    }

    @Override
    public boolean replaceDraft(long id, int version, Draft draft, String foldedAuthority) {
        boolean done =
                sql.update(
                                "update decision set authority = ?, folded_authority = ?, kind = ?,"
                                        + " about = ?, target_decision_id = nullif(?, 0),"
                                        + " effective_on = ?, version = version + 1"
                                        + " where decision_id = ? and version = ?"
                                        + " and state = 'DRAFT'",
                                draft.authority(),
                                foldedAuthority,
                                draft.kind(),
                                draft.about(),
                                draft.targetDecisionId(),
                                draft.effectiveOn(),
                                id,
                                version)
                        == 1;
        if (done) {
            sql.update("delete from decision_effect where decision_id = ?", id);
            addEffects(id, draft.effects());
        }
        return done;
    }

    @Override
    public boolean discard(long id, int version) {
        return sql.update(
                        "update decision set state = 'DISCARDED', version = version + 1"
                                + " where decision_id = ? and version = ? and state = 'DRAFT'",
                        id,
                        version)
                == 1;
    }

    @Override
    public boolean sign(long id, int version, Signature signature, Instant at) {
        return sql.update(
                        "update decision set state = 'SIGNED', version = version + 1, number = ?,"
                                + " signed_on = ?, received_on = ?, signer = ?, signer_title = ?,"
                                + " capacity = ?, mandate_paper = ?, mandate_from = ?,"
                                + " mandate_to = ?, recorded_at = ?,"
                                + " sequence = nextval('decision_sequence')"
                                + " where decision_id = ? and version = ? and state = 'DRAFT'",
                        signature.number(),
                        signature.signedOn(),
                        signature.receivedOn(),
                        signature.signer(),
                        signature.signerTitle(),
                        signature.capacity(),
                        signature.mandatePaper(),
                        signature.mandateFrom(),
                        signature.mandateTo(),
                        at,
                        id,
                        version)
                == 1;
    }

    private void addEffects(long id, List<Effect> effects) {
        sql.insert(
                "decision_effect",
                "decision_id bigint, row_no int, person_id bigint, component text,"
                        + " to_component text, ground text, coefficient_hundredths int,"
                        + " from_month date, to_month date, reason text, amount_dong bigint,"
                        + " instalments int, target_effect_id bigint, old_text text,"
                        + " new_text text, note text",
                effects.stream()
                        .map(
                                e ->
                                        new Object[] {
                                            id,
                                            e.row(),
                                            orNull(e.personId()),
                                            Sql.text(e.component()),
                                            Sql.text(e.toComponent()),
                                            e.ground(),
                                            e.coefficientHundredths(),
                                            e.from(),
                                            e.to(),
                                            Sql.text(e.reason()),
                                            e.amountDong(),
                                            e.instalments(),
                                            orNull(e.targetEffectId()),
                                            e.oldText(),
                                            e.newText(),
                                            e.note()
                                        })
                        .toList());
    }

    private static Long orNull(long key) {
        return key == 0 ? null : key;
    }

    @Override
    public void addWarnings(
            long decisionId, List<Warning> warnings, String confirmedBy, Instant at) {
        List<Object[]> rows = new ArrayList<>();
        for (Warning warning : warnings) {
            rows.add(
                    new Object[] {
                        decisionId,
                        rows.size() + 1,
                        warning.row(),
                        warning.field(),
                        warning.sentence(),
                        confirmedBy,
                        at
                    });
        }
        sql.insert(
                "decision_warning",
                "decision_id bigint, warning_no int, row_no int, field text, sentence text,"
                        + " confirmed_by text, confirmed_at timestamptz",
                rows);
    }

    @Override
    public Optional<DecisionDoc> byId(long id) {
        List<Warning> warnings =
                sql.list(
                        "select row_no, field, sentence from decision_warning"
                                + " where decision_id = ? order by warning_no",
                        row -> new Warning(row.getInt(1), row.getString(2), row.getString(3)),
                        id);
        return sql
                .list(
                        DecisionRows.DOCS + "d.decision_id = ?",
                        row -> DecisionRows.doc(row, warnings),
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public List<DecisionDoc> find(Query query, long afterId, int limit) {
        StringBuilder where = new StringBuilder("d.decision_id > ?");
        List<Object> values = new ArrayList<>(List.of(afterId));
        add(where, values, " and d.number = ?", query.number());
        add(where, values, " and d.kind = ?", query.kind());
        add(where, values, " and d.state = ?", query.state());
        add(where, values, " and d.signed_on >= ?", query.signedFrom());
        add(where, values, " and d.signed_on <= ?", query.signedTo());
        values.add(limit);
        return sql.list(
                DecisionRows.DOCS + where + " order by d.decision_id limit ?",
                row -> DecisionRows.doc(row, List.of()),
                values.toArray());
    }

    private static void add(StringBuilder where, List<Object> values, String part, Object value) {
        if (value != null && !"".equals(value)) {
            where.append(part);
            values.add(value);
        }
    }

    @Override
    public List<Effect> effects(long decisionId) {
        return sql.list(
                "select f.* from decision_effect f where f.decision_id = ?"
                        + " order by f.row_no, f.effect_id",
                DecisionRows::effect,
                decisionId);
    }

    @Override
    public List<AnnexRow> annex(long decisionId, long afterId, int limit) {
        return sql.list(
                "select f.*, p.full_name, p.unit_code from decision_effect f left join person p"
                        + " on p.tenant_id = f.tenant_id and p.person_id = f.person_id"
                        + " where f.decision_id = ? and f.effect_id > ?"
                        + " order by f.effect_id limit ?",
                DecisionRows::annexRow,
                decisionId,
                afterId,
                limit);
    }

    @Override
    public List<String> authoritiesOf(String number, int year) {
        return sql.list(
                "select authority from decision where number = ? and state = 'SIGNED'"
                        + " and extract(year from signed_on) = ?",
                row -> row.getString(1),
                number,
                year);
    }

    @Override
    public List<Known> known(Collection<Long> personIds, Instant at) {
        return sql.list(
                "select f.*, d.kind, coalesce(d.target_decision_id, 0) as target, d.effective_on,"
                        + " d.signed_on from decision_effect f"
                        + " join decision d using (tenant_id, decision_id)"
                        + " where f.person_id = any (?) and d.state = 'SIGNED'"
                        + " and d.recorded_at <= ? order by d.sequence, f.row_no, f.effect_id",
                row ->
                        new Known(
                                row.getLong("decision_id"),
                                DecisionKind.valueOf(row.getString("kind")),
                                row.getLong("target"),
                                Sql.day(row, "effective_on"),
                                Sql.day(row, "signed_on"),
                                DecisionRows.effect(row)),
                personIds,
                at);
    }

    /** The number is this class's own among the advisory locks. */
    @Override
    public void lock() {
        sql.list("select pg_advisory_xact_lock(9001, ?)", row -> "", current.tenant().value());
    }

    @Override
    public List<Row> rows(Collection<Long> personIds) {
        return sql.list(
                "select * from entitlement where person_id = any (?) and ended_at is null"
                        + " order by person_id, entitlement_id",
                DecisionRows::row,
                personIds);
    }

    @Override
    public void end(Collection<Row> rows, Instant at) {
        sql.update(
                "update entitlement set ended_at = ? where person_id = any (?)"
                        + " and entitlement_id = any (?) and ended_at is null",
                at,
                rows.stream().map(Row::personId).toList(),
                rows.stream().map(Row::id).toList());
    }

    @Override
    public void addRows(List<Row> rows, Instant at) {
        sql.insert(
                "entitlement",
                ROW_COLUMNS,
                rows.stream()
                        .map(
                                row ->
                                        new Object[] {
                                            row.personId(),
                                            row.entitled().decisionId(),
                                            row.entitled().ground(),
                                            row.entitled().component(),
                                            row.entitled().coefficientHundredths(),
                                            row.entitled().from(),
                                            row.entitled().to(),
                                            at
                                        })
                        .toList());
    }

    @Override
    public void addPastChanges(List<PastChange> changes, Instant at) {
        sql.insert(
                "arrears_proposal",
                "decision_id bigint, person_id bigint, component text, from_month date,"
                        + " to_month date, before_ground text, before_hundredths int,"
                        + " after_ground text, after_hundredths int, recorded_at timestamptz",
                changes.stream()
                        .map(
                                c ->
                                        new Object[] {
                                            c.decisionId(),
                                            c.personId(),
                                            c.component(),
                                            c.from(),
                                            c.to(),
                                            c.beforeGround(),
                                            c.beforeHundredths(),
                                            c.afterGround(),
                                            c.afterHundredths(),
                                            at
                                        })
                        .toList());
    }

    @Override
    public List<PastChange> pastChanges(long personId) {
        return sql.list(
                "select * from arrears_proposal where person_id = ? order by proposal_id",
                row ->
                        new PastChange(
                                row.getLong("decision_id"),
                                row.getLong("person_id"),
                                Component.valueOf(row.getString("component")),
                                Sql.month(row, "from_month"),
                                Sql.month(row, "to_month"),
                                row.getString("before_ground"),
                                row.getInt("before_hundredths"),
                                row.getString("after_ground"),
                                row.getInt("after_hundredths")),
                personId);
    }
}
