package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.locality.api.FactKinds;

/**
 * The dated facts of a row (căn cứ). Where no day is given a fact holds from the earlier of the
 * signature and the first month granted, since the decision found it true for that month; it is
 * known since the signature, or since its own first day if that is later; a disability since its
 * certificate.
 */
final class FactReader {

    private final Fields fields;
    private final LocalDate signedOn;
    private final String paper;
    private final LocalDate since;
    private final LocalDate certificateOn;
    private final List<Fact> facts = new ArrayList<>();

    /** Reads the fact columns; signature or first month may be null on a row that is faulty. */
    FactReader(Fields fields, LocalDate signedOn, YearMonth first, String decisionNumber) {
        this.fields = fields;
        this.signedOn = signedOn;
        paper = "QĐ " + decisionNumber;
        since = signedOn == null || first == null ? null : earlier(signedOn, first.atDay(1));
        certificateOn = fields.optional(Columns.DISABILITY_CERTIFICATE_ON, Values::day);
        poverty(
                FactKinds.POVERTY_NATIONAL,
                Columns.POVERTY_NATIONAL,
                Columns.POVERTY_NATIONAL_FROM,
                Columns.POVERTY_NATIONAL_TO);
        poverty(
                FactKinds.POVERTY_LOCAL,
                Columns.POVERTY_LOCAL,
                Columns.POVERTY_LOCAL_FROM,
                Columns.POVERTY_LOCAL_TO);
        disability();
        plain(FactKinds.SUPPORTER, Columns.SUPPORTER, Values.SUPPORTER);
        pension();
        request(Columns.SOCIAL_PENSION_REQUESTED_ON, "YES");
        request(Columns.SOCIAL_PENSION_TRANSFERRED_ON, "TRANSFERRED");
        plain(FactKinds.CARE, Columns.CARE, Values.CARE);
    }

    /** What was read. */
    List<Fact> facts() {
        return facts;
    }

    /** Day of the disability certificate, or null. */
    LocalDate certificateOn() {
        return certificateOn;
    }

    private void poverty(String kind, String column, String fromColumn, String toColumn) {
        String value = fields.optional(column, text -> Values.code(text, Values.POVERTY));
        LocalDate from = fields.optional(fromColumn, Values::day);
        LocalDate to = fields.optional(toColumn, Values::day);
        add(kind, value, from, to, toColumn);
    }

    private void disability() {
        String degree =
                fields.optional(
                        Columns.DISABILITY_DEGREE, text -> Values.code(text, Values.DEGREE));
        if (degree == null || certificateOn == null || signedOn == null) {
            add(FactKinds.DISABILITY_DEGREE, degree, null, null, Columns.DISABILITY_DEGREE);
            return;
        }
        // The certificate says what it says from its own day, and the authority issued it itself.
        facts.add(
                new Fact(
                        FactKinds.DISABILITY_DEGREE,
                        degree,
                        certificateOn,
                        null,
                        certificateOn,
                        "Giấy xác nhận khuyết tật"));
    }

    private void pension() {
        String dong = fields.optional(Columns.PENSION_DONG, Values::dong);
        LocalDate from = fields.optional(Columns.PENSION_FROM, Values::day);
        add(FactKinds.PENSION_DONG, dong, from, null, Columns.PENSION_DONG);
    }

    private void request(String column, String value) {
        LocalDate on = fields.optional(column, Values::day);
        if (on != null) {
            add(FactKinds.SOCIAL_PENSION_REQUESTED, value, on, null, column);
        }
    }

    private void plain(String kind, String column, Map<String, String> codes) {
        add(kind, fields.optional(column, text -> Values.code(text, codes)), null, null, column);
    }

    private void add(String kind, String value, LocalDate from, LocalDate to, String toColumn) {
        if (value == null || since == null) {
            return;
        }
        LocalDate start = from == null ? since : from;
        if (to != null && to.isBefore(start)) {
            fields.fault(toColumn, "Ngày hết căn cứ trước ngày có căn cứ (" + start + ").");
            return;
        }
        // What came about after the signature cannot have been known with it.
        LocalDate known = start.isAfter(signedOn) ? start : signedOn;
        facts.add(new Fact(kind, value, start, to, known, paper));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
