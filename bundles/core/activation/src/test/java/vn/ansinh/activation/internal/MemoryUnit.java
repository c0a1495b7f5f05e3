package vn.ansinh.activation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Units of work, tenants and audit trail in memory; it can be made to fail like a lost database.
 */
final class MemoryUnit implements UnitOfWork, Localities, Audit {

    final List<String> trail = new ArrayList<>();
    final List<TenantInfo> tenants = new ArrayList<>();
    boolean down;
    private int depth;
    private TenantId tenant;

    void needed() {
        if (depth == 0) {
            throw new IllegalStateException("outside of a unit of work");
        }
    }

    private <T> T run(Supplier<T> work) {
        if (down) {
            throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "Chưa kết nối được.");
        }
        depth++;
        try {
            return work.get();
        } finally {
            depth--;
        }
    }

    @Override
    public <T> T inTenant(TenantId id, Actor actor, Supplier<T> work) {
        if (depth > 0 && !id.equals(tenant)) {
            throw new IllegalStateException("a unit of work cannot hold one of another tenant");
        }
        tenant = id;
        try {
            return run(work);
        } finally {
            tenant = null;
        }
    }

    @Override
    public <T> T common(Actor actor, Supplier<T> work) {
        return run(work);
    }

    @Override
    public List<TenantInfo> all() {
        return tenants;
    }

    @Override
    public Optional<TenantInfo> byCode(String code) {
        return tenants.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    @Override
    public TenantInfo create(String code, String name) {
        if (byCode(code).isEmpty()) {
            tenants.add(new TenantInfo(new TenantId(tenants.size() + 1), code, name));
        }
        return require(code);
    }

    @Override
    public void record(String action, String subjectKind, long subjectId, String detail) {
        if (tenant == null) {
            throw new IllegalStateException("no tenant");
        }
        trail.add(action + " " + subjectId);
    }
}
