package vn.ansinh.entitlement.internal;

import java.util.List;
import java.util.Set;

/** The columns of the file; the page for people is docs/reference/running-decisions.md. */
public final class Columns {

    public static final String FULL_NAME = "full_name";
    public static final String SEX = "sex";
    public static final String BIRTH = "birth";
    public static final String PERSONAL_ID = "personal_id";
    public static final String UNIT_CODE = "unit_code";
    public static final String DEATH = "death";
    public static final String DECISION_NUMBER = "decision_number";
    public static final String DECISION_AUTHORITY = "decision_authority";
    public static final String SIGNED_ON = "signed_on";
    public static final String GROUND = "ground";
    public static final String COMPONENT = "component";
    public static final String COEFFICIENT = "coefficient";
    public static final String FIRST_MONTH = "first_month";
    public static final String LAST_MONTH = "last_month";
    public static final String CHANNEL = "channel";
    public static final String PAYEE_NAME = "payee_name";
    public static final String PAYEE_RELATION = "payee_relation";
    public static final String BANK = "bank";
    public static final String ACCOUNT = "account";
    public static final String POVERTY_NATIONAL = "poverty_national";
    public static final String POVERTY_NATIONAL_FROM = "poverty_national_from";
    public static final String POVERTY_NATIONAL_TO = "poverty_national_to";
    public static final String POVERTY_LOCAL = "poverty_local";
    public static final String POVERTY_LOCAL_FROM = "poverty_local_from";
    public static final String POVERTY_LOCAL_TO = "poverty_local_to";
    public static final String DISABILITY_DEGREE = "disability_degree";
    public static final String DISABILITY_CERTIFICATE_ON = "disability_certificate_on";
    public static final String SUPPORTER = "supporter";
    public static final String PENSION_DONG = "pension_dong";
    public static final String PENSION_FROM = "pension_from";
    public static final String SOCIAL_PENSION_REQUESTED_ON = "social_pension_requested_on";
    public static final String SOCIAL_PENSION_TRANSFERRED_ON = "social_pension_transferred_on";
    public static final String CARE = "care";

    /** Columns without which no row can be read. */
    static final List<String> REQUIRED =
            List.of(
                    FULL_NAME,
                    SEX,
                    BIRTH,
                    UNIT_CODE,
                    DECISION_NUMBER,
                    DECISION_AUTHORITY,
                    SIGNED_ON,
                    GROUND,
                    COEFFICIENT,
                    FIRST_MONTH,
                    CHANNEL);

    /** Every column there is. */
    static final Set<String> ALL =
            Set.of(
                    FULL_NAME,
                    SEX,
                    BIRTH,
                    PERSONAL_ID,
                    UNIT_CODE,
                    DEATH,
                    DECISION_NUMBER,
                    DECISION_AUTHORITY,
                    SIGNED_ON,
                    GROUND,
                    COMPONENT,
                    COEFFICIENT,
                    FIRST_MONTH,
                    LAST_MONTH,
                    CHANNEL,
                    PAYEE_NAME,
                    PAYEE_RELATION,
                    BANK,
                    ACCOUNT,
                    POVERTY_NATIONAL,
                    POVERTY_NATIONAL_FROM,
                    POVERTY_NATIONAL_TO,
                    POVERTY_LOCAL,
                    POVERTY_LOCAL_FROM,
                    POVERTY_LOCAL_TO,
                    DISABILITY_DEGREE,
                    DISABILITY_CERTIFICATE_ON,
                    SUPPORTER,
                    PENSION_DONG,
                    PENSION_FROM,
                    SOCIAL_PENSION_REQUESTED_ON,
                    SOCIAL_PENSION_TRANSFERRED_ON,
                    CARE);

    private Columns() {}
}
