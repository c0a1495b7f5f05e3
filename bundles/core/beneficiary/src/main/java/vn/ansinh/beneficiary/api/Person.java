package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A person on the register (đối tượng).
 *
 * @param id our key; 0 before it is stored
 * @param fullName name in Vietnamese order
 * @param sex {@code MALE}, {@code FEMALE} or empty
 * @param birthText birth as the paper gives it: {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param earliestBirth first day the text allows
 * @param latestBirth last day the text allows
 * @param personalId 12-digit personal identification number, or empty while unknown
 * @param unitCode unit of residence within the locality
 * @param death day of death, or null
 * @param facts dated facts
 */
public record Person(
        long id,
        String fullName,
        String sex,
        String birthText,
        LocalDate earliestBirth,
        LocalDate latestBirth,
        String personalId,
        String unitCode,
        LocalDate death,
        List<Fact> facts) {
    public Person {
        facts = List.copyOf(facts);
    }
}
