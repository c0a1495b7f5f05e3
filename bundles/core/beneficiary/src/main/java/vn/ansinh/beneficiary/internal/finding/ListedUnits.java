package vn.ansinh.beneficiary.internal.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Units over the loaded lists. */
final class ListedUnits implements Units {

    private static final int LARGEST_PAGE = 500;

    private final UnitLists lists;

    ListedUnits(UnitLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Unit> byCode(String code, LocalDate on) {
        return lists.byCode(code, on);
    }

    @Override
    public List<Unit> byName(String name, LocalDate on, int limit) {
        String folded = Names.fold(name);
        if (folded.isEmpty() || limit < 1 || limit > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Hãy ghi tên đơn vị; mỗi trang từ 1 đến " + LARGEST_PAGE + " đơn vị.");
        }
        return lists.byFoldedName(folded, on, limit);
    }

    @Override
    public List<Link> predecessors(Unit unit) {
        return lists.predecessors(unit.code(), unit.validFrom());
    }

    @Override
    public List<Link> successors(Unit unit) {
        return lists.successors(unit.code(), unit.validFrom());
    }

    @Override
    public Match match(String code, String name, LocalDate on) {
        return lists.byCode(code, on)
                .map(
                        unit ->
                                new Match(
                                        Names.same(unit.name(), name)
                                                ? Verdict.SAME
                                                : Verdict.NAME_DIFFERS,
                                        unit))
                .orElse(new Match(Verdict.NOT_LISTED, null));
    }

    @Override
    public List<Finding> findings() {
        return lists.findings();
    }
}
