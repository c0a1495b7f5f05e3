package vn.ansinh.store.payment;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, kept in memory until sent: a connection that reads a
 * cursor cannot take a COPY at the same time, and a chunk is small.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** PostgreSQL counts days from here. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] bytes;
    private int size;

    CopyRows(int expectedBytes) {
        bytes = Arrays.copyOf(SIGNATURE, Math.max(expectedBytes, 64));
        size = SIGNATURE.length;
    }

    /** Begins a row of so many columns. */
    CopyRows row(int columns) {
        return raw2(columns);
    }

    CopyRows int2(int value) {
        return raw4(2).raw2(value);
    }

    CopyRows int4(int value) {
        return raw4(4).raw4(value);
    }

    CopyRows int8(long value) {
        return raw4(8).raw4((int) (value >>> 32)).raw4((int) value);
    }

    CopyRows bool(boolean value) {
        raw4(1);
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** A date. */
    CopyRows day(LocalDate date) {
        return int4((int) (date.toEpochDay() - FIRST_DAY));
    }

    /** Null. */
    CopyRows nothing() {
        return raw4(-1);
    }

    CopyRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows bytes(byte[] value) {
        raw4(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Ends the rows and sends them into a table. */
    long sendTo(Connection connection, String table) throws SQLException {
        raw2(-1);
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin (format binary)");
        try {
            copy.writeToCopy(bytes, 0, size);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private CopyRows raw2(int value) {
        room(2);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private CopyRows raw4(int value) {
        room(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
