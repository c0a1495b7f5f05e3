package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Read-only data of one locality and benefit month for a {@link ReportFormat}. Implemented by the
 * platform (and by a bundle's own tests), valid during one call of {@link ReportFormat#compute}.
 * Holds what the issuer may see; never null, lists are immutable. Later versions of the contract
 * add data sets as methods here.
 */
@ProviderType
public interface ReportInput {

    /** Who reports. */
    LocalityProfile locality();

    /** Benefit month of the report. */
    YearMonth month();

    /** Day of issue, from the platform's clock. */
    LocalDate issuedOn();

    /** Lines of the month's regular run, by unit in the locality's order, then by name. */
    List<PaymentLineView> paymentLines();

    /**
     * What changed against the month before, by unit, then by name. Where the month before has no
     * run there is nothing to compare with: the call fails with a sentence for the issuer, which
     * the form lets through, and so does the report.
     *
     * @throws RuntimeException when there is no month before to compare with
     */
    List<ChangeView> changes();

    /**
     * A payment line as a report may show it. Restricted grounds arrive already masked.
     *
     * @param unitCode unit of residence
     * @param unitName its name
     * @param fullName name of the beneficiary
     * @param personalId personal identification number, or empty
     * @param birthYear year of birth
     * @param groundCode ground as people quote it
     * @param groundTitle its title
     * @param component benefit
     * @param coefficientHundredths coefficient × 100
     * @param rateDong standard rate
     * @param amountDong due for the month
     * @param arrearsDong arrears paid with it
     * @param recoveryDong recovered from it
     * @param channel {@code ACCOUNT}, {@code CASH}
     * @param payeeName who receives
     * @param account account number, or empty
     * @param bank name of the bank, or empty
     * @param feeDong payment fee borne by the budget; 0 while no rate is configured
     * @param decisionNumber decision the line rests on
     */
    record PaymentLineView(
            String unitCode,
            String unitName,
            String fullName,
            String personalId,
            int birthYear,
            String groundCode,
            String groundTitle,
            Component component,
            int coefficientHundredths,
            long rateDong,
            long amountDong,
            long arrearsDong,
            long recoveryDong,
            String channel,
            String payeeName,
            String account,
            String bank,
            long feeDong,
            String decisionNumber) {}

    /**
     * A change between two months.
     *
     * @param unitCode unit of residence
     * @param unitName its name
     * @param fullName name of the beneficiary
     * @param personalId personal identification number, or empty
     * @param groundCode ground now, or before when it stopped
     * @param component benefit
     * @param oldCoefficientHundredths coefficient × 100 before; 0 when new
     * @param newCoefficientHundredths coefficient × 100 now; 0 when stopped
     * @param oldAmountDong before
     * @param newAmountDong now
     * @param reason {@code NEW}, {@code DEATH}, {@code MOVED}, {@code CONDITION_LOST}, {@code
     *     COEFFICIENT}, {@code RATE}, {@code OTHER}
     * @param decisionNumber decision, or empty
     * @param fromMonth first month of the change
     */
    record ChangeView(
            String unitCode,
            String unitName,
            String fullName,
            String personalId,
            String groundCode,
            Component component,
            int oldCoefficientHundredths,
            int newCoefficientHundredths,
            long oldAmountDong,
            long newAmountDong,
            String reason,
            String decisionNumber,
            YearMonth fromMonth) {}
}
