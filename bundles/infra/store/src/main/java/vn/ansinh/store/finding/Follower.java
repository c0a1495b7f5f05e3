package vn.ansinh.store.finding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A cursor in the order of the person's key that keeps up with the people; rows of people who are
 * passed over are skipped. Merging cursors needs no statistics: right after an import a join may be
 * planned as a nested loop over everything.
 */
final class Follower implements AutoCloseable {

    private static final int FETCH = 5_000;

    private final ResultSet row;
    private boolean more;

    /** Over rows whose first column is the person. */
    Follower(ResultSet row) throws SQLException {
        this.row = row;
        more = row.next();
    }

    /** A statement whose rows come a few thousand at a time. */
    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        return statement;
    }

    /** The row the cursor stands on. */
    ResultSet row() {
        return row;
    }

    /** Whether the cursor stands on a row of the person. */
    boolean at(long person) throws SQLException {
        while (more && row.getLong(1) < person) {
            more = row.next();
        }
        return more && row.getLong(1) == person;
    }

    void next() throws SQLException {
        more = row.next();
    }

    /** The second column of every row of the person. */
    Set<String> texts(long person) throws SQLException {
        if (!at(person)) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        while (at(person)) {
            texts.add(row.getString(2));
            next();
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        row.close();
    }
}
