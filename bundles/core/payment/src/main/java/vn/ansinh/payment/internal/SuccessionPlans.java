package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Link;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Seat;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Checks a plan and finds where units go: only where the public lists name one successor, and that
 * is one of the plan. Never by an equal code or name.
 */
final class SuccessionPlans {
    private final Localities localities;
    private final Units units;
    private final UnitOfWork unitOfWork;
    private final SuccessionRows rows;

    SuccessionPlans(
            Localities localities, Units units, UnitOfWork unitOfWork, SuccessionRows rows) {
        this.localities = localities;
        this.units = units;
        this.unitOfWork = unitOfWork;
        this.rows = rows;
    }

    void check(NewPlan plan) {
        List<Fault> faults = new ArrayList<>();
        if (plan.effective() == null) {
            faults.add(new Fault(0, "effective", "Thiếu tháng bắt đầu của địa phương mới."));
        }
        if (plan.paper() == null || plan.paper().isBlank()) {
            faults.add(new Fault(0, "paper", "Thiếu số, ngày của nghị quyết sắp xếp đơn vị."));
        }
        parties("predecessors", plan.predecessors(), faults);
        parties("successors", plan.successors(), faults);
        Set<String> both = new HashSet<>(Objects.requireNonNullElse(plan.successors(), List.of()));
        both.retainAll(Objects.requireNonNullElse(plan.predecessors(), List.of()));
        for (String code : both) {
            faults.add(
                    new Fault(
                            0, "successors", "«" + code + "» không thể vừa kết thúc vừa kế thừa."));
        }
        if (faults.isEmpty()) {
            seats(plan, faults);
        }
        refuse(faults);
    }

    private void parties(String field, List<String> codes, List<Fault> faults) {
        if (codes == null || codes.isEmpty() || new HashSet<>(codes).size() != codes.size()) {
            faults.add(new Fault(0, field, "Nêu ít nhất một mã địa phương, mỗi mã một lần."));
            return;
        }
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == null || localities.byCode(codes.get(i)).isEmpty()) {
                faults.add(new Fault(i + 1, field, "Không có địa phương «" + codes.get(i) + "»."));
            }
        }
    }

    private void seats(NewPlan plan, List<Fault> faults) {
        int row = 0;
        for (Seat seat : Objects.requireNonNullElse(plan.units(), List.<Seat>of())) {
            row++;
            if (!plan.successors().contains(seat.locality())) {
                faults.add(
                        new Fault(
                                row,
                                "units.locality",
                                "«" + seat.locality() + "» không phải địa phương kế thừa."));
            }
            if (units.byCode(String.valueOf(seat.unit()), plan.effective().atDay(1)).isEmpty()) {
                faults.add(
                        new Fault(
                                row,
                                "units.unit",
                                "Danh mục không có đơn vị mã «"
                                        + seat.unit()
                                        + "» vào ngày bắt đầu."));
            }
        }
    }

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Phương án kế thừa có " + faults.size() + " chỗ phải sửa; chưa ghi gì.",
                    faults,
                    null);
        }
    }

    /** Rows of the public lists for the units that people and households have. */
    List<UnitRow> fromLists(NewPlan plan, Actor actor) {
        LocalDate before = plan.effective().atDay(1).minusDays(1);
        List<UnitRow> found = new ArrayList<>();
        for (String old : plan.predecessors()) {
            List<String> codes =
                    unitOfWork.inTenant(localities.require(old).id(), actor, rows::units);
            for (String code : codes) {
                units.byCode(code, before)
                        .flatMap(unit -> only(units.successors(unit), plan))
                        .map(link -> row(old, code, link, plan))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Link> only(List<Link> links, NewPlan plan) {
        return links.size() == 1 && seat(links.get(0), plan).isPresent()
                ? Optional.of(links.get(0))
                : Optional.empty();
    }

    private static Optional<Seat> seat(Link link, NewPlan plan) {
        return Objects.requireNonNullElse(plan.units(), List.<Seat>of()).stream()
                .filter(seat -> seat.unit().equals(link.unit().code()))
                .findFirst();
    }

    private static UnitRow row(String old, String code, Link link, NewPlan plan) {
        String sure = link.confidence().equals("VERIFIED") ? "" : "CHƯA CHẮC CHẮN: ";
        String whole = link.extent().equals("PART") ? "CHỈ MỘT PHẦN: " : "";
        return new UnitRow(
                old,
                code,
                seat(link, plan).orElseThrow().locality(),
                link.unit().code(),
                whole + sure + link.source(),
                false);
    }
}
