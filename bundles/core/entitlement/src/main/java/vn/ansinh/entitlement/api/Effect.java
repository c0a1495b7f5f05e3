package vn.ansinh.entitlement.api;

import java.time.YearMonth;
import java.util.Objects;
import vn.ansinh.locality.api.Component;

/**
 * One row of a decision's annex: what it does to one person. Which fields count depends on the kind
 * of the decision; the others stay null, 0 or empty.
 *
 * @param id key; 0 before it is stored
 * @param row row number in the annex, from 1
 * @param personId person; 0 only for a correction that names nobody
 * @param component component concerned; null for all the person has (SUSPEND, RESUME, STOP)
 * @param toComponent of an adjustment: component it moves to; null stays
 * @param ground ground granted or adjusted to; empty leaves it
 * @param coefficientHundredths coefficient × 100; 0 leaves it
 * @param from first month of the effect
 * @param to last month, or null
 * @param reason why, of STOP and SUSPEND
 * @param amountDong đồng to recover
 * @param instalments monthly instalments to recover in; 1 at once
 * @param targetEffectId of a correction: the row it corrects, 0 for text only
 * @param oldText of a correction: what the paper says
 * @param newText of a correction: what it should say
 * @param note basis or remark, e.g. the clause the proposal gave
 */
public record Effect(
        long id,
        int row,
        long personId,
        Component component,
        Component toComponent,
        String ground,
        int coefficientHundredths,
        YearMonth from,
        YearMonth to,
        Reason reason,
        long amountDong,
        int instalments,
        long targetEffectId,
        String oldText,
        String newText,
        String note) {
    public Effect {
        ground = Objects.requireNonNullElse(ground, "");
        oldText = Objects.requireNonNullElse(oldText, "");
        newText = Objects.requireNonNullElse(newText, "");
        note = Objects.requireNonNullElse(note, "");
    }

    /** An effect on a component from a month on, with everything else empty. */
    public static Effect on(int row, long personId, Component component, YearMonth from) {
        return new Effect(
                0, row, personId, component, null, "", 0, from, null, null, 0, 0, 0, "", "", "");
    }

    /** The same with a ground and coefficient. */
    public Effect with(String newGround, int newCoefficientHundredths) {
        return new Effect(
                id,
                row,
                personId,
                component,
                toComponent,
                newGround,
                newCoefficientHundredths,
                from,
                to,
                reason,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                note);
    }

    /** The same with a reason. */
    public Effect because(Reason why) {
        return new Effect(
                id,
                row,
                personId,
                component,
                toComponent,
                ground,
                coefficientHundredths,
                from,
                to,
                why,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                note);
    }

    /** The same until a month. */
    public Effect until(YearMonth last) {
        return new Effect(
                id,
                row,
                personId,
                component,
                toComponent,
                ground,
                coefficientHundredths,
                from,
                last,
                reason,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                note);
    }

    /** The same as the correction of a stored row. */
    public Effect correcting(long effectId) {
        return new Effect(
                0,
                row,
                personId,
                component,
                toComponent,
                ground,
                coefficientHundredths,
                from,
                to,
                reason,
                amountDong,
                instalments,
                effectId,
                oldText,
                newText,
                note);
    }

    /** The same, moving to another component. */
    public Effect moving(Component other) {
        return new Effect(
                id,
                row,
                personId,
                component,
                other,
                ground,
                coefficientHundredths,
                from,
                to,
                reason,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                note);
    }

    /** The same with a note. */
    public Effect noted(String text) {
        return new Effect(
                id,
                row,
                personId,
                component,
                toComponent,
                ground,
                coefficientHundredths,
                from,
                to,
                reason,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                text);
    }

    /** The same with another row number and person. */
    public Effect forPerson(int newRow, long person) {
        return new Effect(
                id,
                newRow,
                person,
                component,
                toComponent,
                ground,
                coefficientHundredths,
                from,
                to,
                reason,
                amountDong,
                instalments,
                targetEffectId,
                oldText,
                newText,
                note);
    }
}
