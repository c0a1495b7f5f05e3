package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The facts a decision rests on, for somebody who receives. */
final class Circumstances {

    private static final String[] FORMS = {
        "MOBILITY", "HEARING_SPEECH", "VISION", "MENTAL", "INTELLECTUAL", "OTHER", "MOBILITY|VISION"
    };

    /** Situations of NĐ 20/2021/NĐ-CP Điều 5.1 with father and mother as the facts name them. */
    private static final String[] ORPHANS = {"b", "b", "b", "a", "c", "d", "đ", "h", "k"};

    private Circumstances() {}

    /** Fills the life in with what the case needs. */
    static void fill(Life life, LocalDate signed, PaidError error, Random random) {
        switch (life.why) {
            case SOCIAL_PENSION_75, SOCIAL_PENSION_70 -> socialPension(life, signed);
            case EIGHTY -> {
                life.pensionDong = 0L;
                life.supporter = "ABLE";
                life.poverty = "NONE";
            }
            case NEAR_POOR_OLDER -> {
                life.poverty = "NEAR_POOR";
                life.povertyLocal = "NEAR_POOR";
                life.supporter = "NOBODY";
            }
            case POOR_OLDER -> {
                life.poverty = "POOR";
                life.supporter = random.nextBoolean() ? "NOBODY" : "ON_ALLOWANCE";
            }
            case SEVERE, EXTREMELY_SEVERE -> disability(life, error, random);
            case ORPHAN -> life.orphan = ORPHANS[random.nextInt(ORPHANS.length)];
            case STUDENT -> life.orphan = "b";
            case OLDER_TAKEN_IN -> {
                life.poverty = "POOR";
                life.supporter = "NOBODY";
                life.care = "TAKEN_IN";
            }
            case SINGLE_PARENT -> {
                life.poverty = random.nextBoolean() ? "POOR" : "NEAR_POOR";
                life.children = children(life, signed, random);
            }
            case HIV_CHILD, HIV_ADULT -> {
                life.poverty = "POOR";
                life.pensionDong = 0L;
            }
            case NONE -> throw new IllegalArgumentException("nobody decides on " + life.key);
        }
        if (life.plan.isPlain() && life.why != Case.NONE && random.nextInt(100) < 2) {
            // Did not collect for three months, came back, was paid in full.
            life.oncePausedFrom = YearMonth.from(signed).plusMonths(1);
            life.oncePausedTo = life.oncePausedFrom.plusMonths(2);
        }
    }

    private static void socialPension(Life life, LocalDate signed) {
        life.pensionDong = 0L;
        life.supporter = "ABLE";
        life.poverty = life.why == Case.SOCIAL_PENSION_70 ? "NEAR_POOR" : "NONE";
        // Who drew 5.5.c on 30 June 2025 was moved without a request of his own.
        boolean moved =
                signed.isBefore(Lives.SOCIAL_PENSION.plusMonths(1))
                        && !life.birth.plusYears(80).isAfter(Lives.SOCIAL_PENSION);
        if (moved) {
            life.transferredOn = Lives.SOCIAL_PENSION;
        } else {
            LocalDate week = signed.minusDays(7);
            life.requestedOn = week.isBefore(Lives.SOCIAL_PENSION) ? Lives.SOCIAL_PENSION : week;
        }
    }

    private static void disability(Life life, PaidError error, Random random) {
        boolean extremely = life.why == Case.EXTREMELY_SEVERE;
        life.degree = extremely ? "EXTREMELY_SEVERE" : "SEVERE";
        life.forms = FORMS[random.nextInt(FORMS.length)];
        if (!extremely) {
            return;
        }
        life.care = "OWN_HOUSEHOLD";
        boolean raised = error == PaidError.OLD_COEFFICIENT || random.nextInt(100) < 12;
        LocalDate before = life.certificate.minusMonths(7 + random.nextInt(12));
        if (before.isBefore(Lives.DECREE_20)) {
            before = Lives.DECREE_20;
        }
        if (raised
                && before.isBefore(life.certificate.minusMonths(2))
                && before.isAfter(life.birth)) {
            life.formerCertificate = before;
        }
    }

    /** Children who stay under 16 for long enough. */
    private static List<LocalDate> children(Life life, LocalDate signed, Random random) {
        List<LocalDate> children = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            children.add(signed.minusYears(1 + i * 2L).minusDays(20 + random.nextInt(600)));
        }
        // A mother or father of eighteen at least.
        children.removeIf(child -> child.isBefore(life.birth.plusYears(18)));
        return children.isEmpty() ? List.of(signed.minusDays(90)) : List.copyOf(children);
    }
}
