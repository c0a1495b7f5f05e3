package vn.ansinh.store.identity;

import java.util.List;
import java.util.Optional;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Stored accounts; every call is a unit of work, or joins the one there is. */
final class StoredAccounts implements Accounts {

    private static final Actor SELF = Actor.system("accounts");

    private final Current current;
    private final UnitOfWork unitOfWork;

    StoredAccounts(Current current, UnitOfWork unitOfWork) {
        this.current = current;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Stored> byLogin(String login) {
        return unitOfWork.common(SELF, () -> find(login).map(AccountEntity::stored));
    }

    @Override
    public List<Stored> ofLocality(String localityCode) {
        return unitOfWork.common(
                SELF,
                () ->
                        current.em()
                                .createQuery(
                                        "select distinct a from AccountEntity a join a.rights r"
                                                + " where r.localityCode = :code order by a.login",
                                        AccountEntity.class)
                                .setParameter("code", localityCode)
                                .getResultStream()
                                .map(AccountEntity::stored)
                                .toList());
    }

    @Override
    public void save(Stored account) {
        unitOfWork.common(
                SELF,
                () -> {
                    AccountEntity entity =
                            find(account.login())
                                    .orElseGet(() -> new AccountEntity(account.login()));
                    entity.take(account);
                    current.em().persist(entity);
                    return entity;
                });
    }

    private Optional<AccountEntity> find(String login) {
        return Optional.ofNullable(current.em().find(AccountEntity.class, login));
    }
}
