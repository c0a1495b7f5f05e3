package vn.ansinh.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dated facts of a person in the words of docs/reference/facts.md: true from and to, known
 * since, by which paper. A household's poverty is recognised anew each year.
 */
final class FactFile {

    static final List<String> COLUMNS =
            List.of(
                    "person_key",
                    "kind",
                    "value",
                    "from",
                    "to",
                    "known_since",
                    "paper",
                    "restricted");

    private static final int MONTHS = 60;

    private final CsvOut out;
    private final Place place;

    FactFile(CsvOut out, Place place) {
        this.out = out;
        this.place = place;
    }

    void write(Life life) {
        // Of those who receive nothing a review of a year ago knows what it knows.
        LocalDate since =
                life.grants.isEmpty()
                        ? place.month().minusMonths(12).atDay(20)
                        : life.grants.get(0).signed();
        if (life.poverty != null) {
            poverty(life, "poverty.national", life.poverty);
        }
        if (life.povertyLocal != null) {
            poverty(life, "poverty.local", life.povertyLocal);
        }
        disability(life);
        if (life.supporter != null) {
            fact(life, "supporter", life.supporter, since, null, since, "Phiếu xác minh");
        }
        if (life.pensionDong != null) {
            LocalDate from = life.pensionFrom == null ? since : life.pensionFrom;
            fact(life, "pension.dong", life.pensionDong, from, null, from, "BHXH xác nhận");
        }
        if (life.requestedOn != null) {
            request(life, "YES", life.requestedOn);
        }
        if (life.transferredOn != null) {
            request(life, "TRANSFERRED", life.transferredOn);
        }
        if (life.care != null) {
            fact(life, "care", life.care, since, null, since, "Tờ khai chăm sóc");
        }
        if (life.merit) {
            fact(life, "merit", "PERSON", birthday(life, 40), null, birthday(life, 40), "Hồ sơ");
        }
        if (!life.people.equals("Kinh")) {
            fact(life, "ethnicity.minority", "YES", life.birth, null, life.birth, "Giấy khai sinh");
        }
        family(life, since);
        if (life.movedOn != null) {
            moved(life);
        }
        if (life.death != null) {
            fact(life, "death", life.death, life.death, null, life.deathKnownOn, "Giấy chứng tử");
        }
    }

    private void poverty(Life life, String kind, String value) {
        LocalDate end = place.month().atDay(1);
        LocalDate begin = end.minusMonths(MONTHS).withDayOfYear(1);
        for (LocalDate year = begin; year.isBefore(end); year = year.plusYears(1)) {
            LocalDate last = year.withMonth(12).withDayOfMonth(31);
            boolean lost = life.povertyTo != null && year.isAfter(life.povertyTo);
            LocalDate to =
                    life.povertyTo != null && life.povertyTo.isBefore(last) && !lost
                            ? life.povertyTo
                            : last;
            fact(
                    life,
                    kind,
                    lost ? "NONE" : value,
                    year,
                    to,
                    year.minusDays(12),
                    "QĐ công nhận kết quả rà soát năm " + (year.getYear() - 1));
        }
    }

    private void disability(Life life) {
        if (life.degree == null || life.certificate == null) {
            return;
        }
        String paper = "Giấy xác nhận khuyết tật GL-" + (life.index + 1);
        if (life.formerCertificate != null) {
            fact(
                    life,
                    "disability.degree",
                    "SEVERE",
                    life.formerCertificate,
                    life.certificate.minusDays(1),
                    life.formerCertificate,
                    paper + "/1");
        }
        LocalDate on = life.certificate;
        fact(life, "disability.degree", life.degree, on, null, on, paper);
        fact(life, "disability.forms", life.forms, on, null, on, paper);
    }

    private void request(Life life, String value, LocalDate on) {
        fact(life, "socialPension.requested", value, on, null, on, "Văn bản đề nghị");
    }

    /** Parents, school, children, HIV. */
    private void family(Life life, LocalDate since) {
        if (life.orphan != null) {
            String[] parents = parents(life.orphan);
            LocalDate from = life.why == Case.STUDENT ? birthday(life, 10) : since;
            fact(life, "parent.father", parents[0], from, null, from, "Giấy tờ của cha");
            fact(life, "parent.mother", parents[1], from, null, from, "Giấy tờ của mẹ");
            if (life.orphan.equals("a")) {
                fact(life, "child.abandoned", "YES", from, null, from, "Biên bản bỏ rơi");
                fact(life, "child.adopted", "NO", from, null, from, "Xác nhận của UBND");
            }
            fact(life, "child.supportSource", "NONE", from, null, from, "Xác nhận của UBND");
        }
        if (life.why == Case.STUDENT) {
            LocalDate from = birthday(life, 16);
            fact(life, "received.5.1", "YES", from, null, from, "Quyết định trước đây");
            fact(life, "study", "GENERAL", from, null, from, "Xác nhận của nhà trường");
        }
        if (life.why == Case.SINGLE_PARENT) {
            String marital = life.index % 2 == 0 ? "WIDOWED" : "NEVER_MARRIED";
            fact(life, "marital", marital, since, null, since, "Xác nhận tình trạng hôn nhân");
            String births =
                    life.children.stream()
                            .map(LocalDate::toString)
                            .collect(Collectors.joining("|"));
            fact(life, "children.births", births, since, null, since, "Giấy khai sinh của con");
        }
        if (life.why.restricted()) {
            fact(life, "hiv", "YES", since, null, since, "Theo quyết định");
        }
    }

    /** Father and mother by the letter of NĐ 20/2021/NĐ-CP Điều 5.1. */
    private static String[] parents(String letter) {
        return switch (letter) {
            case "a" -> new String[] {"UNDETERMINED", "UNDETERMINED"};
            case "c" -> new String[] {"DEAD", "MISSING"};
            case "d" -> new String[] {"DEAD", "FACILITY"};
            case "đ" -> new String[] {"DEAD", "PRISON"};
            case "h" -> new String[] {"PRISON", "PRISON"};
            case "k" -> new String[] {"PRISON", "MISSING"};
            default -> new String[] {"DEAD", "DEAD"};
        };
    }

    private void moved(Life life) {
        LocalDate day = life.movedOn;
        String paper = "Cơ sở dữ liệu cư trú";
        fact(
                life,
                "residence.unit",
                life.unitBefore.code(),
                life.birth,
                day.minusDays(1),
                life.birth,
                paper);
        fact(life, "residence.unit", life.unit.code(), day, null, day.plusDays(5), paper);
    }

    private static LocalDate birthday(Life life, int age) {
        return life.birth.plusYears(age);
    }

    private void fact(
            Life life,
            String kind,
            Object value,
            LocalDate from,
            LocalDate to,
            LocalDate known,
            String paper) {
        out.row(life.key, kind, value, from, to, known, paper, kind.equals("hiv") ? "YES" : "");
    }
}
