package vn.ansinh.platform.api;

/**
 * Key of a tenant, that is of a locality whose data are its own.
 *
 * @param value positive number given when the locality was created
 */
public record TenantId(int value) {
    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("a tenant id is positive");
        }
    }
}
