package vn.ansinh.benchmarks.assessment;

import java.time.LocalDate;
import vn.ansinh.assessment.api.DatedFact;

/** A stored fact with the getters that rules read. */
public final class StoredFact {

    private final DatedFact fact;

    StoredFact(DatedFact fact) {
        this.fact = fact;
    }

    public String getKind() {
        return fact.kind();
    }

    public String getValue() {
        return fact.value();
    }

    public LocalDate getFirst() {
        return fact.from();
    }

    /** The last day; far away while it is true. */
    public LocalDate getLast() {
        return fact.to() == null ? LocalDate.MAX : fact.to();
    }

    public LocalDate getLearned() {
        return fact.knownSince();
    }
}
