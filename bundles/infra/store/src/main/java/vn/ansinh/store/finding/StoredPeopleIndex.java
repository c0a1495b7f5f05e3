package vn.ansinh.store.finding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.beneficiary.api.PeopleFinder.By;
import vn.ansinh.beneficiary.api.PeopleFinder.Hit;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.store.internal.Current;

/**
 * Search by index conditions only: equality and ranges in C order. Everything else of the question
 * is a filter on what the index gives.
 */
final class StoredPeopleIndex implements PeopleIndex {

    /** Behind every letter: from w up to w and this is everything that begins with w. */
    static final String LAST = "\uDBFF\uDFFF";

    /** Counting further does not change which word is the rarer one worth beginning with. */
    private static final int COUNT_UP_TO = 1_000;

    private static final String PERSON =
            "select p.person_id, p.full_name, p.sex, p.birth_text, p.unit_code,"
                    + " p.death_on is not null, p.merged_into from person p where p.person_id > ?"
                    + " and (? = '' or p.unit_code = ?)";

    /**
     * The same of the keys found before, each once. Offset 0 keeps the planner from reading all
     * people in the order of the key beside the few that were found.
     */
    private static final String FOUND =
            PERSON.replace(
                    " from person p",
                    " from (select distinct person_id from found) f cross join lateral"
                            + " (select * from person one where one.person_id = f.person_id"
                            + " offset 0) p");

    private static final String OF_THESE = " and p.person_id = any (?)";
    private static final String IN_ORDER = " order by p.person_id limit ?";

    static final String NUMBER_HELD =
            "select i.person_id from personal_id i where i.number = ? and i.kind = ?"
                    + " and i.superseded_at is null";
    static final String ACCOUNT_PAID =
            "select y.person_id from payee y where y.account = ? and y.account <> ''"
                    + " and y.superseded_at is null";
    static final String DECISION_NAMES =
            "select e.person_id from decision d cross join lateral"
                    + " (select one.person_id from entitlement one"
                    + " where one.decision_id = d.decision_id offset 0) e"
                    + " where d.number collate \"C\" >= ? and d.number collate \"C\" < ?";

    private final Current current;

    StoredPeopleIndex(Current current) {
        this.current = current;
    }

    @Override
    public List<Hit> byPersonalId(String number, Page page) {
        return byNumber("PERSONAL", By.PERSONAL_ID, number, page);
    }

    @Override
    public List<Hit> byAlias(String number, Page page) {
        return byNumber("CMND", By.ALIAS, number, page);
    }

    private List<Hit> byNumber(String kind, By by, String number, Page page) {
        return people(NUMBER_HELD, by, page, number, kind);
    }

    @Override
    public List<Hit> byAccount(String account, Page page) {
        return people(ACCOUNT_PAID, By.ACCOUNT, page, account);
    }

    @Override
    public List<Hit> byDecision(String number, Page page) {
        return people(DECISION_NAMES, By.DECISION, page, number, number + LAST);
    }

    @Override
    public List<Hit> inUnit(Page page) {
        List<Object> parameters = new ArrayList<>();
        addPage(page, parameters);
        parameters.add(page.limit());
        return current.sql(connection -> read(connection, PERSON + IN_ORDER, By.UNIT, parameters));
    }

    /** Begins with the rarest word, which the index gives in one range. */
    @Override
    public List<Hit> byWords(List<String> words, Page page) {
        return current.sql(
                connection -> {
                    Rarest rarest = rarest(connection, words);
                    // Every word is frequent: the people of one unit are fewer than those so named.
                    if (!page.unitCode().isEmpty() && rarest.count() >= COUNT_UP_TO) {
                        List<Object> parameters = new ArrayList<>();
                        String sql = inUnitSql(words, page, parameters);
                        return read(connection, sql, By.NAME, parameters);
                    }
                    boolean last = rarest.index() == words.size() - 1;
                    List<Hit> found = named(connection, words, rarest.index(), false, page);
                    // The last word leads: it is whole, or else the beginning of one.
                    return found.isEmpty() && last
                            ? named(connection, words, rarest.index(), true, page)
                            : found;
                });
    }

    private static List<Hit> named(
            Connection connection, List<String> words, int first, boolean open, Page page)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String sql = wordsSql(words, first, open, page, parameters);
        return read(connection, sql, By.NAME, parameters);
    }

    /** The statement, for the test of its plan too. */
    static String wordsSql(
            List<String> words, int first, boolean open, Page page, List<Object> parameters) {
        StringBuilder sql =
                new StringBuilder(
                        "with found as materialized (select "
                                + (open ? "distinct " : "")
                                + "t.person_id from person_token t where t.person_id > ? and ");
        parameters.add(page.afterId());
        parameters.add(words.get(first));
        if (open) {
            sql.append("t.token >= ? and t.token < ?");
            parameters.add(words.get(first) + LAST);
        } else {
            sql.append("t.token = ?");
        }
        for (int i = 0; i < words.size(); i++) {
            if (i != first) {
                sql.append(" and position(? in t.name) > 0");
                parameters.add(inName(words, i));
            }
        }
        sql.append(" order by t.person_id");
        if (page.unitCode().isEmpty()) {
            sql.append(" limit ?");
            parameters.add(page.limit());
        }
        sql.append(") ").append(FOUND).append(IN_ORDER);
        addPage(page, parameters);
        parameters.add(page.limit());
        return sql.toString();
    }

    private static String inUnitSql(List<String> words, Page page, List<Object> parameters) {
        StringBuilder sql = new StringBuilder(PERSON);
        addPage(page, parameters);
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and position(? in ' ' || p.folded_name || ' ') > 0");
            parameters.add(inName(words, i));
        }
        parameters.add(page.limit());
        return sql.append(IN_ORDER).toString();
    }

    /** A word as it stands in a name with a space around; the last may be a beginning. */
    private static String inName(List<String> words, int index) {
        return " " + words.get(index) + (index == words.size() - 1 ? "" : " ");
    }

    private record Rarest(int index, long count) {}

    private static Rarest rarest(Connection connection, List<String> words) throws SQLException {
        if (words.size() == 1) {
            return new Rarest(0, COUNT_UP_TO);
        }
        String count =
                "(select count(*) from (select from person_token t where t.token >= ?"
                        + " and t.token < ? limit "
                        + COUNT_UP_TO
                        + ") counted)";
        String sql = "select " + String.join(", ", Collections.nCopies(words.size(), count));
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < words.size(); i++) {
                query.setString(2 * i + 1, words.get(i));
                // A space never stands in a word and comes before every letter.
                query.setString(2 * i + 2, words.get(i) + " ");
            }
            Rarest rarest = new Rarest(0, Long.MAX_VALUE);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                for (int i = 0; i < words.size(); i++) {
                    if (row.getLong(i + 1) < rarest.count()) {
                        rarest = new Rarest(i, row.getLong(i + 1));
                    }
                }
            }
            return rarest;
        }
    }

    private static void addPage(Page page, List<Object> parameters) {
        parameters.add(page.afterId());
        parameters.add(page.unitCode());
        parameters.add(page.unitCode());
    }

    /** The people of a question about another table, which is asked first and by itself. */
    private List<Hit> people(String keys, By by, Page page, Object... asked) {
        return current.sql(
                connection -> {
                    Set<Long> found = new TreeSet<>();
                    try (PreparedStatement query = connection.prepareStatement(keys)) {
                        for (int i = 0; i < asked.length; i++) {
                            query.setObject(i + 1, asked[i]);
                        }
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                found.add(row.getLong(1));
                            }
                        }
                    }
                    if (found.isEmpty()) {
                        return List.of();
                    }
                    List<Object> parameters = new ArrayList<>();
                    addPage(page, parameters);
                    parameters.add(connection.createArrayOf("bigint", found.toArray()));
                    parameters.add(page.limit());
                    return read(connection, PERSON + OF_THESE + IN_ORDER, by, parameters);
                });
    }

    private static List<Hit> read(Connection connection, String sql, By by, List<Object> parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(i + 1, parameters.get(i));
            }
            List<Hit> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Hit(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getBoolean(6),
                                    row.getLong(7),
                                    by));
                }
            }
            return found;
        }
    }
}
