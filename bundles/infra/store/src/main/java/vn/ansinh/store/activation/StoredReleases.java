package vn.ansinh.store.activation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.Releases.Approval;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.store.internal.Current;

/** Jars in table {@code bundle_archive}, what is in force in table {@code activation}. */
final class StoredReleases implements ReleaseArchive {

    private static final String ARCHIVED =
            "select kind, code, parent, symbolic_name, version, sha256, state, findings, since"
                    + " from bundle_archive";
    private static final String IN_FORCE =
            "select kind, code, symbolic_name, version, sha256, snapshot_hash, in_force_from"
                    + " from activation order by kind <> 'law', code";

    private final Current current;

    StoredReleases(Current current) {
        this.current = current;
    }

    @Override
    public boolean add(Archived release, byte[] bytes) {
        // Two nodes may be offered the same jar at once: the second finds the first's row.
        return update(
                        "insert into bundle_archive (kind, code, parent, symbolic_name, version,"
                                + " sha256, state, findings, since, bytes)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (sha256) do nothing",
                        release.kind(),
                        release.code(),
                        release.parent(),
                        release.symbolicName(),
                        release.version(),
                        release.sha256(),
                        release.state().name(),
                        release.findings().toArray(String[]::new),
                        release.since().atOffset(ZoneOffset.UTC),
                        bytes)
                == 1;
    }

    @Override
    public Optional<Archived> find(String sha256) {
        return query(ARCHIVED + " where sha256 = ?", StoredReleases::archived, sha256).stream()
                .findFirst();
    }

    @Override
    public List<Archived> all() {
        return query(ARCHIVED + " order by since desc, sha256", StoredReleases::archived);
    }

    @Override
    public byte[] bytes(String sha256) {
        return query(
                        "select bytes from bundle_archive where sha256 = ?",
                        row -> row.getBytes(1),
                        sha256)
                .stream()
                .findFirst()
                .orElseThrow(() -> unknown(sha256));
    }

    @Override
    public void state(String sha256, State state, List<String> findings, Instant since) {
        int changed =
                update(
                        "update bundle_archive set state = ?, findings = ?, since = ?"
                                + " where sha256 = ?",
                        state.name(),
                        findings.toArray(String[]::new),
                        since.atOffset(ZoneOffset.UTC),
                        sha256);
        if (changed == 0) {
            throw unknown(sha256);
        }
    }

    @Override
    public List<InForce> inForce() {
        return query(
                IN_FORCE,
                row ->
                        new InForce(
                                row.getString("kind"),
                                row.getString("code"),
                                row.getString("symbolic_name"),
                                row.getString("version"),
                                row.getString("sha256"),
                                row.getString("snapshot_hash"),
                                instant(row, "in_force_from")));
    }

    @Override
    public void putInForce(InForce version) {
        update(
                "insert into activation (kind, code, symbolic_name, version, sha256,"
                        + " snapshot_hash, in_force_from) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (kind, code) do update set"
                        + " symbolic_name = excluded.symbolic_name, version = excluded.version,"
                        + " sha256 = excluded.sha256, snapshot_hash = excluded.snapshot_hash,"
                        + " in_force_from = excluded.in_force_from",
                version.kind(),
                version.code(),
                version.symbolicName(),
                version.version(),
                version.sha256(),
                version.snapshotHash(),
                version.from().atOffset(ZoneOffset.UTC));
    }

    @Override
    public void takeOutOfForce(String kind, String code) {
        update("delete from activation where kind = ? and code = ?", kind, code);
    }

    @Override
    public void addApproval(Approval approval) {
        update(
                "insert into release_approval (sha256, code, from_hash, to_hash, digest, made_by,"
                        + " approved_by, approved_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (sha256, code, from_hash, to_hash) do nothing",
                approval.sha256(),
                approval.code(),
                approval.fromHash(),
                approval.toHash(),
                approval.digest(),
                approval.madeBy(),
                approval.approvedBy(),
                approval.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<Approval> approvals(String sha256) {
        return query(
                "select sha256, code, from_hash, to_hash, digest, made_by, approved_by,"
                        + " approved_at from release_approval where sha256 = ? order by code",
                row ->
                        new Approval(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                instant(row, "approved_at")),
                sha256);
    }

    private static IllegalArgumentException unknown(String sha256) {
        return new IllegalArgumentException("no archived jar sha256='" + sha256 + "'");
    }

    private static Archived archived(ResultSet row) throws SQLException {
        return new Archived(
                row.getString("kind"),
                row.getString("code"),
                row.getString("parent"),
                row.getString("symbolic_name"),
                row.getString("version"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("findings").getArray()),
                instant(row, "since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private int update(String sql, Object... parameters) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        set(statement, parameters);
                        return statement.executeUpdate();
                    }
                });
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... parameters) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        set(statement, parameters);
                        try (ResultSet row = statement.executeQuery()) {
                            List<T> found = new ArrayList<>();
                            while (row.next()) {
                                found.add(reader.read(row));
                            }
                            return found;
                        }
                    }
                });
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
