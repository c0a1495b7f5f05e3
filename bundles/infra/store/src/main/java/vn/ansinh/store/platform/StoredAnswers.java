package vn.ansinh.store.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Answers in table {@code request_answer}. Two requests at once: the key's index stops one. */
final class StoredAnswers implements OnceOnly {

    private static final int LONGEST_KEY = 200;

    private final Current current;
    private final UnitOfWork unitOfWork;
    private final CivilClock clock;

    StoredAnswers(Current current, UnitOfWork unitOfWork, CivilClock clock) {
        this.current = current;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    private record Kept(String operation, byte[] request, String answer, byte[] answerDigest) {}

    @Override
    public String answer(
            TenantId tenant,
            Actor actor,
            String key,
            String operation,
            String request,
            Supplier<String> work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Idempotency-Key dài từ 1 đến 200 ký tự.");
        }
        byte[] digest = sha256(request);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Optional<Kept> kept = current.sql(c -> find(c, actor, key));
                    if (kept.isPresent()) {
                        return again(kept.get(), operation, digest);
                    }
                    String answer = work.get();
                    current.sql(c -> keep(c, actor, key, operation, digest, answer));
                    return answer;
                });
    }

    private static String again(Kept kept, String operation, byte[] digest) {
        if (!kept.operation().equals(operation) || !MessageDigest.isEqual(kept.request(), digest)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Idempotency-Key này đã dùng cho một yêu cầu khác; mỗi yêu cầu cần khóa riêng.");
        }
        if (!MessageDigest.isEqual(kept.answerDigest(), sha256(kept.answer()))) {
            throw new IllegalStateException("kept answer does not match its digest");
        }
        return kept.answer();
    }

    private static Optional<Kept> find(Connection connection, Actor actor, String key)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select operation, request_digest, answer, answer_digest"
                                + " from request_answer where actor = ? and request_key = ?")) {
            query.setString(1, actor.login());
            query.setString(2, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Kept(
                                        row.getString(1),
                                        row.getBytes(2),
                                        row.getString(3),
                                        row.getBytes(4)))
                        : Optional.empty();
            }
        }
    }

    private int keep(
            Connection connection,
            Actor actor,
            String key,
            String operation,
            byte[] digest,
            String answer)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into request_answer (actor, request_key, operation, request_digest,"
                                + " answer, answer_digest, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, actor.login());
            insert.setString(2, key);
            insert.setString(3, operation);
            insert.setBytes(4, digest);
            insert.setString(5, answer);
            insert.setBytes(6, sha256(answer));
            insert.setObject(7, clock.now().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
