package vn.ansinh.shell.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/** {@code ansinh:units}. */
@Service
@Command(
        scope = "ansinh",
        name = "units",
        description = "Đơn vị hành chính theo tên hoặc mã tại một ngày, và nơi lãnh thổ chuyển đi")
public final class UnitsCommand implements Action {
    private static final int MOST = 100;

    @Reference private Session session;
    @Reference private Units units;
    @Reference private CivilClock clock;

    @Argument(index = 0, name = "text", description = "Tên, phần đầu của tên, hoặc mã")
    private String text;

    @Option(name = "--on", description = "Ngày yyyy-MM-dd; mặc định hôm nay")
    private String on;

    @Option(name = "--unmatched", description = "Các dòng danh mục không khớp nên không nạp")
    private boolean unmatched;

    /** Made by the shell. */
    public UnitsCommand() {}

    UnitsCommand(
            Session session,
            Units units,
            CivilClock clock,
            String text,
            String on,
            boolean unmatched) {
        this.session = session;
        this.units = units;
        this.clock = clock;
        this.text = text;
        this.on = on;
        this.unmatched = unmatched;
    }

    @Override
    public Object execute() {
        if (unmatched) {
            units.findings().forEach(f -> Console.row(session, f.file(), f.line(), f.sentence()));
            return null;
        }
        if (text == null || text.isBlank()) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "Hãy ghi tên hoặc mã đơn vị.");
        }
        if (text.matches("[0-9]+")) {
            units.byCode(text, day()).ifPresent(this::print);
        } else {
            units.byName(text, day(), MOST).forEach(this::print);
        }
        return null;
    }

    private void print(Units.Unit unit) {
        Console.row(
                session,
                unit.code(),
                unit.validFrom(),
                unit.validTo() == null ? "" : unit.validTo(),
                unit.name(),
                unit.parentCode());
        units.predecessors(unit).forEach(link -> print("<", link));
        units.successors(unit).forEach(link -> print(">", link));
    }

    private void print(String sign, Units.Link link) {
        Console.row(
                session,
                sign,
                link.unit().code(),
                link.unit().name(),
                link.extent(),
                link.confidence(),
                link.source());
    }

    private LocalDate day() {
        if (on == null) {
            return clock.today();
        }
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Ngày viết theo dạng yyyy-MM-dd, ví dụ 2025-07-01.",
                    e);
        }
    }
}
