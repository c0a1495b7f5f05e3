package vn.ansinh.console.internal;

import java.time.YearMonth;
import java.util.List;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;

/**
 * The wall.
 *
 * @param month benefit month
 * @param rows localities, by code
 * @param next code after which the next page begins, or empty
 * @param still whether the page stays as it is instead of loading itself again
 * @param reasons why the container is down; for operators
 * @param warnings what to look at; for operators
 */
public record WallPage(
        YearMonth month,
        List<Row> rows,
        String next,
        boolean still,
        List<String> reasons,
        List<String> warnings) {

    /**
     * A locality.
     *
     * @param active whether its law is in force here
     * @param run the list of the month, or null
     * @param amounts whether sums of đồng may be shown
     * @param overdue clocks of the run that are over and not done
     */
    public record Row(
            String code, String name, boolean active, RunView run, boolean amounts, long overdue) {

        /** The list is computed, or further. */
        public boolean computed() {
            return run != null && run.state().hasList();
        }

        /** Approved, or further. */
        public boolean approved() {
            return run != null && run.state().settles();
        }

        /** Orders have left, or further. */
        public boolean sent() {
            return approved() && run.state() != RunState.APPROVED;
        }

        /** Everything is known. */
        public boolean settled() {
            return run != null && run.state() == RunState.CLOSED;
        }
    }
}
