package vn.ansinh.beneficiary.api;

import java.util.List;

/**
 * Everything on one person (hồ sơ đối tượng), restricted facts aside.
 *
 * @param id our key
 * @param version counts changes; give it back with a change
 * @param traits name, birth and so on
 * @param unitCode unit that pays: the last one within the locality
 * @param numbers numbers now and before, aliases among them
 * @param residences residences now and before
 * @param death death, or null
 * @param facts facts as known now
 * @param mergedInto person this one was found to be, or null
 * @param mergedFrom people found to be this one
 */
public record PersonFile(
        long id,
        long version,
        Traits traits,
        String unitCode,
        List<PersonalId> numbers,
        List<Residence> residences,
        Death death,
        List<FactRow> facts,
        Long mergedInto,
        List<Long> mergedFrom) {
    public PersonFile {
        numbers = List.copyOf(numbers);
        residences = List.copyOf(residences);
        facts = List.copyOf(facts);
        mergedFrom = List.copyOf(mergedFrom);
    }

    /** The same with other facts. */
    public PersonFile withFacts(List<FactRow> other) {
        return new PersonFile(
                id,
                version,
                traits,
                unitCode,
                numbers,
                residences,
                death,
                other,
                mergedInto,
                mergedFrom);
    }
}
