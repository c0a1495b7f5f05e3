package vn.ansinh.store.payment;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.TotalRow;

/** Totals of one chunk as the text kept with it: one line per row, tab between the columns. */
final class TotalsText {
    private TotalsText() {}

    static String write(List<TotalRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 48);
        for (TotalRow row : rows) {
            text.append(plain(row.unitCode())).append('\t').append(plain(row.ground()));
            text.append('\t').append(row.component()).append('\t').append(row.movement());
            text.append('\t').append(row.heads()).append('\t').append(row.amountDong());
            text.append('\t').append(row.previousDong()).append('\t').append(row.changeDong());
            text.append('\t').append(row.rateDong()).append('\n');
        }
        return text.toString();
    }

    static List<TotalRow> read(String text) {
        List<TotalRow> rows = new ArrayList<>();
        text.lines()
                .forEach(
                        line -> {
                            String[] cells = line.split("\t", -1);
                            rows.add(
                                    new TotalRow(
                                            cells[0],
                                            cells[1],
                                            Component.valueOf(cells[2]),
                                            Movement.valueOf(cells[3]),
                                            Long.parseLong(cells[4]),
                                            Long.parseLong(cells[5]),
                                            Long.parseLong(cells[6]),
                                            Long.parseLong(cells[7]),
                                            Long.parseLong(cells[8])));
                        });
        return rows;
    }

    private static String plain(String code) {
        if (code.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a code with a control character");
        }
        return code;
    }
}
