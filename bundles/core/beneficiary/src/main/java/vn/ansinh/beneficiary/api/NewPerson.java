package vn.ansinh.beneficiary.api;

import java.util.List;
import java.util.Objects;

/**
 * Somebody to be taken on the register.
 *
 * @param traits name, birth and so on
 * @param numbers numbers: the 12 digits, or a provisional identity; aliases beside
 * @param residence where the person lives, within the locality
 * @param facts facts with their papers
 */
public record NewPerson(
        Traits traits, List<PersonalId> numbers, Residence residence, List<Fact> facts) {
    public NewPerson {
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(residence, "residence");
        numbers = List.copyOf(numbers);
        facts = List.copyOf(facts);
    }
}
