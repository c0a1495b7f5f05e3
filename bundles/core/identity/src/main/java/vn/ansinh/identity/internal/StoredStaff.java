package vn.ansinh.identity.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/** Accounts, rights and delegations over the port {@link Accounts}. */
final class StoredStaff implements Staff {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final SecretHasher hasher;
    private final StoredIdentity identity;
    private final GrantRules rules;
    private final CivilClock clock;

    StoredStaff(
            Accounts accounts,
            SecretHasher hasher,
            StoredIdentity identity,
            GrantRules rules,
            CivilClock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.identity = identity;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public long grant(Actor actor, String login, Right right, String paper) {
        Stored account = require(login);
        rules.check(actor, login, right, account.rights());
        if (account.rights().contains(right)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Tài khoản «" + login + "» đã có đúng quyền này.");
        }
        long id =
                rules.recorded(
                        actor,
                        right.localityCode(),
                        "account.grant",
                        () -> accounts.addRight(login, right, paper, actor.login()),
                        "login='" + login + "' role='" + right.role() + "'");
        LOG.info("Right given id='{}' login='{}' by='{}'", id, login, actor.login());
        return id;
    }

    @Override
    public void withdraw(Actor actor, String localityCode, long rightId) {
        accounts.rights(localityCode).stream()
                .filter(held -> held.id() == rightId && held.endedAt() == null)
                .findFirst()
                .ifPresent(held -> rules.mayChange(actor, held.login()));
        rules.recorded(
                actor,
                localityCode,
                "account.withdraw",
                () -> {
                    if (!accounts.endRight(localityCode, rightId, actor.login())) {
                        throw missing("quyền số " + rightId + " còn hiệu lực");
                    }
                    return rightId;
                },
                "");
        LOG.info("Right taken away id='{}' by='{}'", rightId, actor.login());
    }

    @Override
    public List<Held> rights(String localityCode) {
        return accounts.rights(localityCode);
    }

    @Override
    public void close(Actor actor, String localityCode, String login) {
        Stored account = require(login);
        if (account.rights().stream().noneMatch(r -> r.localityCode().equals(localityCode))) {
            throw missing("tài khoản «" + login + "» ở địa phương này");
        }
        rules.mayChange(actor, login);
        // One locality cannot end what somebody does for another.
        if (account.rights().stream().anyMatch(r -> !r.localityCode().equals(localityCode))) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tài khoản «"
                            + login
                            + "» còn quyền ở địa phương khác. Hãy thu hồi từng quyền.");
        }
        rules.recorded(
                actor,
                localityCode,
                "account.close",
                () -> {
                    accounts.close(login, actor.login());
                    return 0;
                },
                "login='" + login + "'");
        LOG.info("Account closed login='{}' by='{}'", login, actor.login());
    }

    @Override
    public void changeSecret(String login, char[] old, char[] fresh) {
        if (login.equals(Identity.ADMINISTRATOR)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Mật khẩu quản trị nằm ở tệp admin-password; hãy thay tệp đó rồi khởi động lại.");
        }
        Stored account =
                identity.signIn(login, old)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.UNAUTHENTICATED,
                                                "Mật khẩu hiện tại không đúng."));
        Secrets.check(login, fresh);
        if (new String(old).equals(new String(fresh))) {
            throw refused("secret", "Mật khẩu mới phải khác mật khẩu cũ.");
        }
        rules.recorded(
                new Actor(login, ""),
                account.rights(),
                "account.secret",
                () -> {
                    accounts.save(login, hasher.hash(fresh), login);
                    return 0;
                },
                "login='" + login + "'");
        LOG.info("Secret changed login='{}'", login);
    }

    @Override
    public long delegate(Actor actor, Delegation wanted) {
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Giấy ủy quyền có lỗi.", faults, null);
        }
        Stored from = require(wanted.from());
        Stored to = require(wanted.to());
        // An account manager cannot lend others' rights to himself.
        rules.mayChange(actor, wanted.to());
        if (to.rights().stream().anyMatch(r -> r.role() == Role.OPERATOR)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Tài khoản vận hành không nhận ủy quyền của địa phương.");
        }
        Set<Role> has = new HashSet<>();
        from.rights().stream()
                .filter(r -> r.localityCode().equals(wanted.localityCode()))
                .forEach(r -> has.add(r.role()));
        if (has.isEmpty() || !has.containsAll(wanted.roles())) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "«" + wanted.from() + "» không có quyền được ủy quyền ở địa phương này.");
        }
        long id =
                rules.recorded(
                        actor,
                        wanted.localityCode(),
                        "account.delegate",
                        () -> accounts.addDelegation(wanted, actor.login()),
                        "from='" + wanted.from() + "' to='" + wanted.to() + "'");
        LOG.info("Delegation made id='{}' by='{}'", id, actor.login());
        return id;
    }

    private List<Fault> faults(Delegation wanted) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.from().equals(wanted.to())) {
            faults.add(new Fault(0, "to", "Người nhận ủy quyền phải khác người ủy quyền."));
        }
        if (wanted.paper().isBlank() || wanted.paper().length() > LONGEST) {
            faults.add(new Fault(0, "paper", "Phải nêu số giấy ủy quyền, dài tối đa 200 ký tự."));
        }
        if (wanted.lastDay().isBefore(wanted.firstDay())) {
            faults.add(new Fault(0, "lastDay", "Ngày cuối đứng trước ngày đầu."));
        } else if (wanted.lastDay().isBefore(clock.today())) {
            faults.add(new Fault(0, "lastDay", "Thời hạn ủy quyền đã qua."));
        }
        return faults;
    }

    @Override
    public void endDelegation(Actor actor, String localityCode, long delegationId) {
        rules.recorded(
                actor,
                localityCode,
                "account.undelegate",
                () -> {
                    if (!accounts.endDelegation(localityCode, delegationId, actor.login())) {
                        throw missing("ủy quyền số " + delegationId + " còn hiệu lực");
                    }
                    return delegationId;
                },
                "");
    }

    @Override
    public List<StoredDelegation> delegations(String localityCode) {
        return accounts.delegations(localityCode);
    }

    @Override
    public List<Title> titles(String localityCode) {
        return accounts.titles(localityCode);
    }

    @Override
    public void setTitles(Actor actor, String localityCode, List<Title> titles) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Title title = titles.get(i);
            if (title.title().isBlank() || title.title().length() > LONGEST) {
                faults.add(new Fault(i + 1, "title", "Chức danh dài từ 1 đến 200 ký tự."));
            } else if (!seen.add(title.title())) {
                faults.add(new Fault(i + 1, "title", "Chức danh này đã có ở dòng trên."));
            }
            if (title.role() == Role.OPERATOR) {
                faults.add(new Fault(i + 1, "role", "Vai trò OPERATOR không thuộc địa phương."));
            }
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Bảng chức danh có lỗi.", faults, null);
        }
        rules.recorded(
                actor,
                localityCode,
                "account.titles",
                () -> {
                    accounts.saveTitles(localityCode, titles);
                    return 0;
                },
                "rows='" + titles.size() + "'");
    }

    @Override
    public List<UnitBelow> units(String localityCode) {
        return accounts.units(localityCode);
    }

    @Override
    public void setUnits(Actor actor, String localityCode, List<UnitBelow> units) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            UnitBelow row = units.get(i);
            if (!row.unit().matches(GrantRules.UNIT) || !row.above().matches(GrantRules.UNIT)) {
                faults.add(new Fault(i + 1, "unit", "Mã đơn vị không đúng dạng."));
            } else if (row.unit().equals(row.above()) || !seen.add(row.unit())) {
                faults.add(new Fault(i + 1, "unit", "Mỗi đơn vị có đúng một đơn vị cấp trên."));
            }
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "Bảng đơn vị có lỗi.", faults, null);
        }
        rules.recorded(
                actor,
                localityCode,
                "account.units",
                () -> {
                    accounts.saveUnits(localityCode, units);
                    return 0;
                },
                "rows='" + units.size() + "'");
    }

    private Stored require(String login) {
        return accounts.byLogin(login)
                .filter(account -> !account.closed())
                .orElseThrow(() -> missing("tài khoản «" + login + "» đang mở"));
    }

    private static AnsinhException missing(String what) {
        return new AnsinhException(ErrorCode.NOT_FOUND, "Không có " + what + ".");
    }

    private static AnsinhException refused(String field, String sentence) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT, sentence, List.of(new Fault(0, field, sentence)), null);
    }
}
