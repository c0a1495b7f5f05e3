package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** How the product says no. */
final class Refusals {

    private Refusals() {}

    static void assertFaults(ThrowingCallable call, Tuple... faults) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(Fault::row, Fault::field)
                                        .containsExactlyInAnyOrder(faults));
    }

    static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
