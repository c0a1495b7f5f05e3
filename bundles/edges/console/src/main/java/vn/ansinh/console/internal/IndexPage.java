package vn.ansinh.console.internal;

import java.util.List;
import vn.ansinh.payment.api.Payments.RunView;

/**
 * The localities of an account and their runs.
 *
 * @param localities localities the account may read
 */
public record IndexPage(List<Place> localities) {

    /**
     * A locality.
     *
     * @param active whether its law is in force here
     * @param runs newest month first
     */
    public record Place(String code, String name, boolean active, List<RunView> runs) {}
}
