package vn.ansinh.beneficiary.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Units.Finding;
import vn.ansinh.beneficiary.api.Units.Link;
import vn.ansinh.beneficiary.api.Units.Unit;

/** The loaded lists of units; each call reads by itself. */
public interface UnitLists {

    /** By code on a day. */
    Optional<Unit> byCode(String code, LocalDate on);

    /** Units of a day whose folded name begins so, with or without their kind. */
    List<Unit> byFoldedName(String beginning, LocalDate on, int limit);

    /** Old units of a unit. */
    List<Link> predecessors(String code, LocalDate validFrom);

    /** New units of a unit. */
    List<Link> successors(String code, LocalDate validFrom);

    /** What was not loaded. */
    List<Finding> findings();
}
