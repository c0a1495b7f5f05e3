package vn.ansinh.entitlement.port;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Component;

/** The people of the current unit of work's tenant as the monthly lists look at them. */
public interface WatchedPeople {

    /**
     * Everybody of whom no death is recorded, in the order of the key, with the facts as known now
     * and what decisions in force grant for a month.
     */
    void forEach(YearMonth month, Consumer<Watched> each);

    /**
     * A person.
     *
     * @param personId key
     * @param fullName name
     * @param birthText birth as the paper gives it
     * @param earliestBirth first day the record allows
     * @param latestBirth last day
     * @param sex sex
     * @param unitCode unit
     * @param facts dated facts
     * @param held what is granted for the month
     */
    record Watched(
            long personId,
            String fullName,
            String birthText,
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            String unitCode,
            List<DatedFact> facts,
            List<Held> held) {}

    /**
     * A grant in force.
     *
     * @param groundCode ground
     * @param component component
     * @param coefficientHundredths coefficient × 100
     */
    record Held(String groundCode, Component component, int coefficientHundredths) {}
}
