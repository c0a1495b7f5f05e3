package vn.ansinh.console.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;

/**
 * A run as the page shows it.
 *
 * @param code code of the locality
 * @param name name of the locality
 * @param active whether the locality's law is in force here
 * @param units unit names by code
 * @param grounds ground titles by code
 * @param unit unit shown, or empty for all
 * @param lines one page of lines
 * @param next key to go on after, or 0
 * @param items one page of the lines of due items
 * @param nextItem key of an item to go on after, or 0
 * @param explained person whose amounts are explained, or 0
 * @param explanations why
 * @param file what happened and its clocks
 * @param balance what is to be drawn
 * @param sheet the approval sheet; null for who sees some units only
 * @param actions what this account may do now
 * @param formToken what the forms carry
 */
public record RunPage(
        String code,
        String name,
        boolean active,
        Map<String, String> units,
        Map<String, String> grounds,
        RunView run,
        List<TotalView> totals,
        String unit,
        List<LineView> lines,
        long next,
        List<ItemLineView> items,
        long nextItem,
        long explained,
        List<Explanation> explanations,
        RunLife.File file,
        RunPapers.Balance balance,
        RunPapers.Sheet sheet,
        List<RunAction> actions,
        String formToken) {

    /** Name of a unit, or its code while the name is not known. */
    public String unitName(String unitCode) {
        return units.getOrDefault(unitCode, unitCode);
    }

    /** Code and title of a ground. */
    public String ground(String groundCode) {
        String title = grounds.get(groundCode);
        return title == null ? groundCode : groundCode + " – " + title;
    }

    /** Sum of heads. */
    public long heads() {
        return totals.stream().mapToLong(TotalView::heads).sum();
    }

    /** Address of this page for a unit, after a line, with a person explained. */
    public String link(String unitCode, long after, long personId) {
        StringBuilder link = new StringBuilder("?");
        if (!unitCode.isEmpty()) {
            link.append("unit=").append(URLEncoder.encode(unitCode, StandardCharsets.UTF_8));
        }
        if (after > 0) {
            link.append("&after=").append(after);
        }
        if (personId > 0) {
            link.append("&explain=").append(personId).append("#vi-sao");
        }
        return link.toString();
    }

    /** The line before the first one shown: what {@code after} was. */
    public long after() {
        return lines.isEmpty() ? 0 : lines.get(0).lineNo() - 1;
    }
}
