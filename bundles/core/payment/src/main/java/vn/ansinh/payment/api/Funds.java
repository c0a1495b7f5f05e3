package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Funds of a tenant (nguồn kinh phí): sources, shares of a budget year, ceilings with what is
 * reserved and spent, settlement. Money is whole đồng. No person shows anywhere here.
 */
public interface Funds {

    /** Programme of what no share names. */
    String NO_PROGRAMME = "CHUA-PHAN";

    /** Source of what no share names. */
    String NO_SOURCE = "CHUA-PHAN-NGUON";

    /** Sources by code. */
    List<Source> sources(TenantId tenant, Actor actor);

    /**
     * Adds a source.
     *
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT; CONFLICT when the code is there
     */
    void addSource(TenantId tenant, Actor actor, Source source);

    /** The newest shares of a budget year; without any, {@link Shares#none}. */
    Shares shares(TenantId tenant, Actor actor, int budgetYear);

    /**
     * Lays down the shares of a budget year anew; runs approved before keep theirs.
     *
     * @param shares version is ignored
     * @return version
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT with every fault
     */
    long layDown(TenantId tenant, Actor actor, Shares shares);

    /** Accounts of a budget year. */
    List<Account> accounts(TenantId tenant, Actor actor, int budgetYear);

    /**
     * Grants a ceiling, or adjusts it by a decision: the amount is added.
     *
     * @return the account as it is then
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT; FUNDS_SHORT when less is left
     *     than is taken back
     */
    Account grant(TenantId tenant, Actor actor, Grant grant);

    /** Entries of an account, newest first. */
    List<Entry> entries(TenantId tenant, Actor actor, long accountId, int limit);

    /** What a run needs of each account and whether it is there: belongs to the approval sheet. */
    Coverage coverage(TenantId tenant, Actor actor, long runId);

    /** Settlement (thanh quyết toán) of runs of a budget year whose months are in the range. */
    Settlement settlement(
            TenantId tenant, Actor actor, int budgetYear, YearMonth from, YearMonth to);

    /** Whose money it is. */
    enum Level {
        /** Trung ương. */
        CENTRAL("Ngân sách trung ương"),
        /** Tỉnh, thành phố. */
        PROVINCE("Ngân sách tỉnh, thành phố"),
        /** Huyện, quận; until 30/6/2025. */
        DISTRICT("Ngân sách huyện, quận"),
        /** Xã, phường. */
        COMMUNE("Ngân sách xã, phường"),
        /** Quỹ, đóng góp. */
        OTHER("Nguồn khác");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** Where money comes from. */
    record Source(String code, String name, Level level) {}

    /** Who takes what rounding leaves. */
    enum Rounding {
        /**
         * Each share is cut to whole đồng; the largest, of equal ones the first, takes the rest.
         */
        LARGEST_TAKES_REST,
        /** Each share is rounded half up while there is money; the last takes the rest. */
        LAST_TAKES_REST
    }

    /** A part of a line in thousandths. */
    record Share(String source, int permille) {}

    /**
     * Shares of what a line is for. The most specific row counts: ground and component, then
     * ground, then component, then neither.
     *
     * @param ground ground, or empty for every one
     * @param component stable code, or 0 for every one
     * @param programme programme it is settled under
     * @param shares together 1000
     */
    record Row(String ground, int component, String programme, List<Share> shares) {
        public Row {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Shares of a budget year.
     *
     * @param version 0 when none are laid down
     * @param budgetYear year
     * @param rounding rounding
     * @param paper decision they rest on
     * @param rows rows
     */
    record Shares(long version, int budgetYear, Rounding rounding, String paper, List<Row> rows) {
        public Shares {
            rows = List.copyOf(rows);
        }

        /** Nothing laid down: everything is unassigned. */
        public static Shares none(int budgetYear) {
            return new Shares(0, budgetYear, Rounding.LARGEST_TAKES_REST, "", List.of());
        }
    }

    /** A ceiling or an adjustment. */
    record Grant(int budgetYear, String programme, String source, long amountDong, String paper) {}

    /** What may be spent, is reserved, is spent. */
    record Account(
            long id,
            int budgetYear,
            String programme,
            String source,
            long ceilingDong,
            long reservedDong,
            long spentDong) {
        /** What is left. */
        public long freeDong() {
            return ceilingDong - reservedDong - spentDong;
        }
    }

    /** An entry of an account. */
    record Entry(
            long id,
            String kind,
            long amountDong,
            long runId,
            String paper,
            String by,
            Instant at) {}

    /**
     * What a run needs.
     *
     * @param needs by programme and source
     * @param warnings sentences for the approval sheet
     */
    record Coverage(List<Need> needs, List<String> warnings) {
        public Coverage {
            needs = List.copyOf(needs);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A need.
     *
     * @param missingDong what is missing; 0 when it is there; -1 when there is no ceiling
     */
    record Need(String programme, String source, long needDong, long missingDong) {}

    /**
     * A settlement.
     *
     * @param rows by source, programme, month and unit
     * @param total their sum
     * @param ledgerLinks links of the chain when it was made
     * @param ledgerRoot hash of the last link, hex
     */
    record Settlement(List<Settled> rows, Settled total, long ledgerLinks, String ledgerRoot) {
        public Settlement {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row. Approved − recovered = what was to be drawn; sent, paid, returned and held say what
     * has become of it.
     *
     * @param source source
     * @param programme programme
     * @param month benefit month, or null in the total
     * @param unitCode unit
     * @param lines lines
     * @param approvedDong lists, arrears and one-off sums of approved runs
     * @param recoveredDong taken back
     * @param heldDong held back
     * @param sentDong handed to bank or cash point, whatever came of it
     * @param paidDong received
     * @param returnedDong rejected, reversed, not collected
     * @param carriedDong under way again with a later run
     */
    record Settled(
            String source,
            String programme,
            YearMonth month,
            String unitCode,
            long lines,
            long approvedDong,
            long recoveredDong,
            long heldDong,
            long sentDong,
            long paidDong,
            long returnedDong,
            long carriedDong) {}
}
