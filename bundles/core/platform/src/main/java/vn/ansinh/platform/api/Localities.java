package vn.ansinh.platform.api;

import java.util.List;
import java.util.Optional;

/** The tenants of this platform (địa phương). Rows, not bundles: they stay when a bundle goes. */
public interface Localities {

    /** All tenants, by code. */
    List<TenantInfo> all();

    /** The tenant of a code. */
    Optional<TenantInfo> byCode(String code);

    /** The tenant of a key. */
    default Optional<TenantInfo> byId(TenantId id) {
        return all().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
    }

    /** Creates the tenant of a code, or returns the one there is. */
    TenantInfo create(String code, String name);

    /** The tenant of a code, or {@link ErrorCode#NOT_FOUND}. */
    default TenantInfo require(String code) {
        return byCode(code)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có địa phương «" + code + "» trong hệ thống."));
    }

    /**
     * A tenant.
     *
     * @param id key
     * @param code code of the locality
     * @param name full name
     */
    record TenantInfo(TenantId id, String code, String name) {}
}
