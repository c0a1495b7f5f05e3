package vn.ansinh.payment.port;

/**
 * A row of law a run was computed with.
 *
 * @param number place in the snapshot's rows
 * @param key key
 * @param value value
 * @param unit unit of the value
 * @param citation the clause as Vietnamese readers write it
 * @param uncertain whether the row is open
 */
public record StoredRow(
        int number, String key, String value, String unit, String citation, boolean uncertain) {}
