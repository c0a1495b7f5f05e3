package vn.ansinh.entitlement.api;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.locality.api.Component;

/**
 * What a signed decision grants one person (chế độ đang hưởng).
 *
 * @param id our key; 0 before it is stored
 * @param decisionId decision it rests on; 0 before it is stored
 * @param decisionNumber number of the decision
 * @param signedOn day of signature
 * @param personId beneficiary
 * @param groundCode ground; empty where the reader may not know a restricted one
 * @param component component
 * @param coefficientHundredths decided coefficient × 100
 * @param fromMonth first month
 * @param toMonth last month, or null
 * @param channel {@code ACCOUNT} or {@code CASH}
 * @param payeeName who receives
 * @param payeeRelation {@code SELF}, {@code GUARDIAN}, {@code CARER}, {@code HOUSEHOLD}
 * @param bank bank name, or empty
 * @param account account number, or empty
 */
public record Grant(
        long id,
        long decisionId,
        String decisionNumber,
        LocalDate signedOn,
        long personId,
        String groundCode,
        Component component,
        int coefficientHundredths,
        YearMonth fromMonth,
        YearMonth toMonth,
        String channel,
        String payeeName,
        String payeeRelation,
        String bank,
        String account) {}
