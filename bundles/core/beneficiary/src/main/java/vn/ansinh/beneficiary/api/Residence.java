package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Where somebody lives or lived (nơi cư trú).
 *
 * @param unitCode unit within the locality; empty when outside
 * @param outside place outside the locality, in words; empty when inside
 * @param from first day; null when nobody wrote it down
 * @param to last day, or null while true
 * @param paper paper; may be empty
 */
public record Residence(
        String unitCode, String outside, LocalDate from, LocalDate to, String paper) {

    /** An IllegalArgumentException in Vietnamese when it is neither inside nor outside. */
    public Residence {
        unitCode = Objects.requireNonNullElse(unitCode, "").strip();
        outside = Names.tidy(Objects.requireNonNullElse(outside, ""));
        paper = Names.tidy(Objects.requireNonNullElse(paper, ""));
        if (unitCode.isEmpty() == outside.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nơi cư trú là một đơn vị của địa phương hoặc một nơi ngoài địa phương.");
        }
    }
}
