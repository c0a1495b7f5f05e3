package vn.ansinh.store.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Many rows at a time without a growing persistence context or endless parameter lists. */
final class Batches {

    private static final int SIZE = 500;
    private static final String READ_ONLY = "org.hibernate.readOnly";

    private Batches() {}

    /**
     * Inserts in JDBC batches and lets go of each, so that later flushes of the unit of work have
     * nothing to compare.
     */
    static void insert(EntityManager em, List<?> entities) {
        for (List<?> some : slices(entities)) {
            some.forEach(em::persist);
            em.flush();
            some.forEach(em::detach);
        }
    }

    /** Asks once per slice of the values and puts the answers together. */
    static <V, R> List<R> read(Collection<V> values, Function<List<V>, List<R>> query) {
        List<R> all = new ArrayList<>();
        slices(List.copyOf(values)).forEach(some -> all.addAll(query.apply(some)));
        return all;
    }

    /** A query whose entities are not watched for changes. */
    static <T> TypedQuery<T> query(EntityManager em, String jpql, Class<T> type) {
        return em.createQuery(jpql, type).setHint(READ_ONLY, true);
    }

    private static <V> List<List<V>> slices(List<V> values) {
        List<List<V>> slices = new ArrayList<>();
        for (int from = 0; from < values.size(); from += SIZE) {
            slices.add(values.subList(from, Math.min(from + SIZE, values.size())));
        }
        return slices;
    }
}
