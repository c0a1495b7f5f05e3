package vn.ansinh.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Holds what does not come back, and remembers what failed. */
final class Holding implements Quarantine {

    final List<String> overTime = new ArrayList<>();
    final List<String> failed = new ArrayList<>();

    @Override
    public void require(String part) {
        if (overTime.contains(part)) {
            throw new AnsinhException(ErrorCode.QUARANTINED, part + " đang bị cách ly");
        }
    }

    @Override
    public void failed(String part, Throwable cause) {
        failed.add(part + " " + cause.getClass().getSimpleName());
    }

    @Override
    public void overTime(String part, Thread thread) {
        overTime.add(part);
    }

    @Override
    public void lift(Actor actor, String part) {
        overTime.remove(part);
    }

    @Override
    public List<Held> held() {
        throw new UnsupportedOperationException("nobody asks here");
    }
}
