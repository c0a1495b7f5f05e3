package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Coverage;
import vn.ansinh.payment.api.Funds.Need;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.FundStorage.Amounts;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/**
 * What runs need of the accounts: reserved when they are approved, given back when they are
 * returned or cancelled, spent when they are closed.
 */
public final class FundNeeds implements RunListener {
    private final CivilClock clock;
    private final FundStorage storage;
    private final boolean strict;

    /**
     * Over the ports.
     *
     * @param strict whether a run is refused for which no ceiling is laid down
     */
    public FundNeeds(CivilClock clock, FundStorage storage, boolean strict) {
        this.clock = clock;
        this.storage = storage;
        this.strict = strict;
    }

    /** An account by what it is for. */
    record Key(String programme, String source) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int first = programme.compareTo(other.programme);
            return first != 0 ? first : source.compareTo(other.source);
        }
    }

    @Override
    public void moved(StoredRun run, RunState from, RunState to) {
        if (to == RunState.APPROVED && from != to) {
            reserve(run);
        } else if (to == RunState.RETURNED || to == RunState.CANCELLED) {
            giveBack(run, "RELEASE");
        } else if (to == RunState.CLOSED) {
            giveBack(run, "SPEND");
        }
    }

    private void reserve(StoredRun run) {
        storage.lock();
        Shares shares = storage.newest(run.budgetYear()).orElse(Shares.none(run.budgetYear()));
        Map<Key, Account> accounts = accounts(run.budgetYear());
        Map<Key, Long> needs = needs(run, shares);
        List<Fault> faults =
                needs(needs, accounts).stream()
                        .filter(need -> need.missingDong() > 0 || strict && need.missingDong() < 0)
                        .map(need -> new Fault(0, need.source(), sentence(run, need)))
                        .toList();
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.FUNDS_SHORT,
                    "Không đủ kinh phí để duyệt kỳ chi trả số "
                            + run.id()
                            + ". "
                            + String.join(" ", faults.stream().map(Fault::sentence).toList()),
                    faults,
                    null);
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        needs.forEach(
                (key, dong) -> {
                    Account account = accounts.get(key);
                    if (account != null && dong > 0) {
                        storage.enter(account.id(), "RESERVE", dong, run.id(), "", now);
                    }
                });
        if (shares.version() > 0) {
            storage.split(run.id(), run.round(), shares.version(), now);
        }
    }

    private void giveBack(StoredRun run, String kind) {
        storage.lock();
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        storage.reserved(run.id())
                .forEach((account, dong) -> storage.enter(account, kind, dong, run.id(), "", now));
    }

    /** What a run would need now. */
    Coverage coverage(StoredRun run) {
        Shares shares = storage.newest(run.budgetYear()).orElse(Shares.none(run.budgetYear()));
        List<Need> needs = needs(needs(run, shares), accounts(run.budgetYear()));
        List<String> warnings = new ArrayList<>();
        if (shares.version() == 0) {
            warnings.add(
                    "Chưa quy định tỷ lệ nguồn kinh phí của năm ngân sách "
                            + run.budgetYear()
                            + "; mọi khoản được tính là chưa phân nguồn.");
        }
        needs.stream()
                .filter(need -> need.missingDong() != 0)
                .forEach(need -> warnings.add(sentence(run, need)));
        return new Coverage(needs, warnings);
    }

    private static String sentence(StoredRun run, Need need) {
        String what =
                "Nguồn «"
                        + need.source()
                        + "», chương trình «"
                        + need.programme()
                        + "», năm "
                        + run.budgetYear()
                        + ": cần "
                        + Texts.dong(need.needDong());
        return need.missingDong() < 0
                ? what + ", chưa giao hạn mức."
                : what
                        + ", còn "
                        + Texts.dong(need.needDong() - need.missingDong())
                        + ", thiếu "
                        + Texts.dong(need.missingDong())
                        + ".";
    }

    private static List<Need> needs(Map<Key, Long> needs, Map<Key, Account> accounts) {
        List<Need> all = new ArrayList<>();
        needs.forEach(
                (key, dong) -> {
                    Account account = accounts.get(key);
                    long missing =
                            account == null
                                    ? -1
                                    : Math.max(0, dong - Math.max(0, account.freeDong()));
                    all.add(new Need(key.programme(), key.source(), dong, missing));
                });
        return all;
    }

    private Map<Key, Account> accounts(int budgetYear) {
        Map<Key, Account> all = new TreeMap<>();
        for (Account account : storage.accounts(budgetYear)) {
            all.put(new Key(account.programme(), account.source()), account);
        }
        return all;
    }

    private Map<Key, Long> needs(StoredRun run, Shares shares) {
        Map<Key, Long> needs = new TreeMap<>();
        for (Amounts lines : storage.approving(run)) {
            for (FundSplit.Part part :
                    FundSplit.split(
                            shares, lines.ground(), lines.component(), lines.amountDong())) {
                needs.merge(
                        new Key(part.programme(), part.source()),
                        Math.multiplyExact(lines.movement().signed(part.dong()), lines.count()),
                        Math::addExact);
            }
        }
        return needs;
    }
}
