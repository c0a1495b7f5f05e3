package vn.ansinh.entitlement.internal;

import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** The locality behind a tenant. */
final class Tenants {

    private Tenants() {}

    static String code(Localities localities, TenantId tenant) {
        return localities.all().stream()
                .filter(locality -> locality.id().equals(tenant))
                .map(Localities.TenantInfo::code)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có địa phương số " + tenant.value() + "."));
    }
}
