package vn.ansinh.payment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Money nobody collected (tiền chưa nhận): it stays a liability with its age. Audited. */
public interface Unclaimed {

    /** What is unclaimed on a day, a page by key; the year-end listing is that of 31 December. */
    List<Debt> page(TenantId tenant, Actor actor, LocalDate on, long afterId, int limit);

    /** Sums on a day by year of the money: no person. */
    List<Sum> sums(TenantId tenant, Actor actor, LocalDate on);

    /**
     * Opens a case to review for who has not collected the last months running, so many as the
     * setting says: {@code SUSPEND_NOT_COLLECTED} for cash (NĐ 20/2021, NĐ 335/2026 Điều 9.1.a),
     * {@code SIGN_OF_LIFE} for accounts. Once while a case is open.
     *
     * @return cases opened
     */
    int review(TenantId tenant, Actor actor);

    /**
     * A debt nobody collected.
     *
     * @param id key: the line's number in its month
     * @param personId beneficiary
     * @param month month
     * @param component component
     * @param amountDong amount
     * @param channel last channel tried
     * @param since first day it could be collected
     * @param days age in days
     */
    record Debt(
            long id,
            long personId,
            YearMonth month,
            Component component,
            long amountDong,
            String channel,
            LocalDate since,
            long days) {}

    /**
     * Sum of debts.
     *
     * @param year year of the months
     * @param count debts
     * @param amountDong amount
     */
    record Sum(int year, long count, long amountDong) {}
}
