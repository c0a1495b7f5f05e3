package vn.ansinh.store.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.entitlement.port.DecisionStore.Row;
import vn.ansinh.locality.api.Component;

/** Rows of decisions, annexes and entitlements as the core knows them. */
final class DecisionRows {

    static final String DOCS =
            "select d.*, coalesce(d.target_decision_id, 0) as target,"
                    + " (select count(distinct f.person_id) from decision_effect f"
                    + " where f.tenant_id = d.tenant_id and f.decision_id = d.decision_id)"
                    + " as persons from decision d where ";

    private DecisionRows() {}

    static DecisionDoc doc(ResultSet row, List<Warning> warnings) throws SQLException {
        return new DecisionDoc(
                row.getLong("decision_id"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                "IMPORTED".equals(row.getString("origin")),
                new Draft(
                        DecisionKind.valueOf(row.getString("kind")),
                        row.getString("authority"),
                        row.getString("about"),
                        row.getLong("target"),
                        Sql.day(row, "effective_on"),
                        List.of()),
                new Signature(
                        row.getString("number"),
                        Sql.day(row, "signed_on"),
                        Sql.day(row, "received_on"),
                        row.getString("signer"),
                        row.getString("signer_title"),
                        Sql.code(row, "capacity", Capacity.class),
                        row.getString("mandate_paper"),
                        Sql.day(row, "mandate_from"),
                        Sql.day(row, "mandate_to")),
                Sql.instant(row, "recorded_at"),
                row.getInt("persons"),
                warnings);
    }

    static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                row.getLong("effect_id"),
                row.getInt("row_no"),
                row.getLong("person_id"),
                Sql.code(row, "component", Component.class),
                Sql.code(row, "to_component", Component.class),
                row.getString("ground"),
                row.getInt("coefficient_hundredths"),
                Sql.month(row, "from_month"),
                Sql.month(row, "to_month"),
                Sql.code(row, "reason", Reason.class),
                row.getLong("amount_dong"),
                row.getInt("instalments"),
                row.getLong("target_effect_id"),
                row.getString("old_text"),
                row.getString("new_text"),
                row.getString("note"));
    }

    static AnnexRow annexRow(ResultSet row) throws SQLException {
        return new AnnexRow(
                effect(row),
                Objects.requireNonNullElse(row.getString("full_name"), ""),
                Objects.requireNonNullElse(row.getString("unit_code"), ""),
                false);
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("entitlement_id"),
                row.getLong("person_id"),
                new Entitled(
                        Component.valueOf(row.getString("component")),
                        row.getString("ground"),
                        row.getInt("coefficient_hundredths"),
                        Sql.month(row, "from_month"),
                        Sql.month(row, "to_month"),
                        row.getLong("decision_id"),
                        0),
                Sql.instant(row, "granted_at"));
    }
}
