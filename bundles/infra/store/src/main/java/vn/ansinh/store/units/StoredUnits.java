package vn.ansinh.store.units;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Units.Finding;
import vn.ansinh.beneficiary.api.Units.Link;
import vn.ansinh.beneficiary.api.Units.Unit;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Tables {@code administrative_unit}, {@code unit_succession}, {@code unit_list_finding}. */
final class StoredUnits implements UnitLists {

    private static final Actor SELF = Actor.system("units");
    private static final String UNIT =
            "select u.code, u.name, u.kind, u.level, u.parent_code, u.valid_from, u.valid_to,"
                    + " u.source";
    private static final String ON =
            " and u.valid_from <= ? and (u.valid_to is null or u.valid_to >= ?)";

    /** Behind every letter, so that "from w up to w and this" is everything that begins with w. */
    private static final String LAST = "\uDBFF\uDFFF";

    private final Current current;
    private final UnitOfWork unitOfWork;

    StoredUnits(Current current, UnitOfWork unitOfWork) {
        this.current = current;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Unit> byCode(String code, LocalDate on) {
        return read(
                        UNIT + " from administrative_unit u where u.code = ?" + ON,
                        StoredUnits::unit,
                        code,
                        on,
                        on)
                .stream()
                .findFirst();
    }

    @Override
    public List<Unit> byFoldedName(String beginning, LocalDate on, int limit) {
        List<Unit> found = named(beginning, on, limit);
        if (!found.isEmpty()) {
            return found;
        }
        // Nothing is named so: perhaps the kind was written before the name.
        for (String kind :
                List.of(
                        "thanh pho ",
                        "thi tran ",
                        "thi xa ",
                        "dac khu ",
                        "phuong ",
                        "quan ",
                        "huyen ",
                        "tinh ",
                        "xa ")) {
            if (beginning.startsWith(kind)) {
                return named(beginning.substring(kind.length()), on, limit).stream()
                        .filter(unit -> folded(unit.kind()).equals(kind.strip()))
                        .toList();
            }
        }
        return List.of();
    }

    private static String folded(String kind) {
        return Names.fold(kind);
    }

    private List<Unit> named(String beginning, LocalDate on, int limit) {
        return read(
                UNIT
                        + " from administrative_unit u where u.folded_name >= ?"
                        + " and u.folded_name < ?"
                        + ON
                        + " order by u.folded_name, u.code limit ?",
                StoredUnits::unit,
                beginning,
                beginning + LAST,
                on,
                on,
                limit);
    }

    @Override
    public List<Link> predecessors(String code, LocalDate validFrom) {
        return links("old", "new", code, validFrom);
    }

    @Override
    public List<Link> successors(String code, LocalDate validFrom) {
        return links("new", "old", code, validFrom);
    }

    private List<Link> links(String other, String own, String code, LocalDate validFrom) {
        return read(
                UNIT
                        + ", s.extent, s.confidence, s.source from unit_succession s"
                        + " join administrative_unit u on u.code = s."
                        + other
                        + "_code and u.valid_from = s."
                        + other
                        + "_from where s."
                        + own
                        + "_code = ? and s."
                        + own
                        + "_from = ? order by u.code",
                row -> new Link(unit(row), row.getString(9), row.getString(10), row.getString(11)),
                code,
                validFrom);
    }

    @Override
    public List<Finding> findings() {
        return read(
                "select file, line, sentence from unit_list_finding order by file, line",
                row -> new Finding(row.getString(1), row.getInt(2), row.getString(3)));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getString(8));
    }

    private <T> List<T> read(String sql, Row<T> row, Object... parameters) {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (PreparedStatement query =
                                            connection.prepareStatement(sql)) {
                                        for (int i = 0; i < parameters.length; i++) {
                                            query.setObject(i + 1, parameters[i]);
                                        }
                                        List<T> found = new ArrayList<>();
                                        try (ResultSet rows = query.executeQuery()) {
                                            while (rows.next()) {
                                                found.add(row.of(rows));
                                            }
                                        }
                                        return found;
                                    }
                                }));
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
