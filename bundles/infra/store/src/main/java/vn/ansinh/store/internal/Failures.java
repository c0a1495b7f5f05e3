package vn.ansinh.store.internal;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Turns failures of the database into the platform's exception. */
final class Failures {

    private Failures() {}

    /**
     * What the callers of the store shall see; anything that is not the database's stays itself.
     */
    static RuntimeException translate(Exception failure) {
        SQLException sql = sqlCause(failure);
        if (sql != null && unavailable(sql)) {
            return unavailable(failure);
        }
        if (sql != null && state(sql).equals("53100")) {
            return new AnsinhException(
                    ErrorCode.STORE_FULL,
                    "Đĩa của cơ sở dữ liệu đã đầy: việc đang làm được hủy trọn vẹn, dữ liệu đã ghi"
                            + " vẫn nguyên. Xin báo người vận hành giải phóng đĩa rồi làm lại.",
                    failure);
        }
        if (failure instanceof AnsinhException known) {
            return known;
        }
        if (concurrent(failure, sql)) {
            return new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Dữ liệu vừa được thay đổi ở nơi khác. Xin tải lại và làm lại.",
                    failure);
        }
        if (sql != null && state(sql).equals("42501")) {
            // The policies: a row of a unit that the actor does not work for.
            return new AnsinhException(
                    ErrorCode.FORBIDDEN,
                    "Tài khoản không làm việc cho đơn vị này nên không ghi được.",
                    failure);
        }
        if (sql != null && state(sql).equals("AS103")) {
            return new AnsinhException(
                    ErrorCode.LOCALITY_SUSPENDED,
                    "Địa phương này đang tạm dừng: xem được dữ liệu, không thay đổi được."
                            + " Xin hỏi người vận hành hệ thống.",
                    failure);
        }
        if (sql != null && state(sql).equals("AS105")) {
            return new AnsinhException(
                    ErrorCode.HANDED_OVER,
                    "Địa phương này nghỉ vì kế thừa đơn vị hành chính: chỉ việc kế thừa mới cho chạy"
                            + " lại, và nơi đã bàn giao thì chỉ còn xem.",
                    failure);
        }
        if (failure instanceof SQLException || failure instanceof PersistenceException) {
            return new AnsinhException(
                    ErrorCode.INTERNAL, "Cơ sở dữ liệu báo lỗi ngoài dự kiến.", failure);
        }
        return failure instanceof RuntimeException other
                ? other
                : new IllegalStateException(failure);
    }

    /** The database cannot be reached. */
    static AnsinhException unavailable(Exception cause) {
        return new AnsinhException(
                ErrorCode.STORE_UNAVAILABLE,
                "Chưa kết nối được cơ sở dữ liệu. Xin thử lại sau ít phút.",
                cause);
    }

    private static SQLException sqlCause(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static boolean unavailable(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = state(sql);
        // 08: no connection; 57P: shut down or starting; 53300: no connection slot left.
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    private static boolean concurrent(Exception failure, SQLException sql) {
        if (failure instanceof OptimisticLockException) {
            return true;
        }
        // Unique key, serialisation, deadlock, lock not to be had.
        return sql != null
                && switch (state(sql)) {
                    case "23505", "40001", "40P01", "55P03" -> true;
                    default -> false;
                };
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}
