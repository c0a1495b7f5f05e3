package vn.ansinh.store.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.store.internal.Current;

/** Decisions and grants in tables {@code decision} and {@code entitlement}. */
final class StoredDecisions implements Decisions {

    private final Current current;

    StoredDecisions(Current current) {
        this.current = current;
    }

    @Override
    public Map<Key, DecisionView> byNumbers(Collection<String> numbers) {
        return Batches.read(
                        numbers,
                        some ->
                                Batches.query(
                                                current.em(),
                                                "select d from DecisionEntity d"
                                                        + " where d.number in :numbers",
                                                DecisionEntity.class)
                                        .setParameter("numbers", some)
                                        .getResultList())
                .stream()
                .map(decision -> decision.view(0))
                .collect(
                        Collectors.toMap(
                                view -> new Key(view.number(), view.signedOn()), view -> view));
    }

    @Override
    public List<Long> add(List<NewDecision> decisions, Instant at) {
        List<DecisionEntity> entities =
                decisions.stream().map(decision -> new DecisionEntity(decision, at)).toList();
        Batches.insert(current.em(), entities);
        return entities.stream().map(DecisionEntity::id).toList();
    }

    @Override
    public void grant(List<Grant> grants, Instant at) {
        Batches.insert(
                current.em(),
                grants.stream().map(grant -> new EntitlementEntity(grant, at)).toList());
    }

    @Override
    public List<Grant> grantsOf(Collection<Long> personIds) {
        return Batches.read(
                        personIds,
                        some ->
                                Batches.query(
                                                current.em(),
                                                "select e, d from EntitlementEntity e,"
                                                        + " DecisionEntity d"
                                                        + " where d.id = e.decisionId"
                                                        + " and e.personId in :persons"
                                                        + " and e.endedAt is null"
                                                        + " order by e.personId, e.id",
                                                Object[].class)
                                        .setParameter("persons", some)
                                        .getResultList())
                .stream()
                .map(row -> ((EntitlementEntity) row[0]).grant((DecisionEntity) row[1]))
                .toList();
    }

    @Override
    public List<DecisionView> page(long afterId, int limit) {
        return Batches.query(
                        current.em(),
                        "select d, (select count(distinct e.personId) from EntitlementEntity e"
                                + " where e.decisionId = d.id and e.endedAt is null)"
                                + " from DecisionEntity d where d.id > :after order by d.id",
                        Object[].class)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> ((DecisionEntity) row[0]).view((Long) row[1]))
                .toList();
    }
}
