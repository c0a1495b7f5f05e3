package vn.ansinh.payment.internal;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Job;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/**
 * Recurring work in each locality, one after another. One's failure keeps no other waiting; one at
 * rest is left out until it works again.
 *
 * @param name the job's name
 * @param pause between two rounds; zero for none
 * @param localities which
 * @param work what is done in each
 */
record EveryLocality(String name, Duration pause, Localities localities, Consumer<TenantId> work)
        implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(EveryLocality.class);

    @Override
    public void run() {
        localities.all().forEach(tenant -> in(tenant.id()));
    }

    private void in(TenantId tenant) {
        try {
            work.accept(tenant);
        } catch (AnsinhException e) {
            if (e.code() == ErrorCode.LOCALITY_SUSPENDED) {
                LOG.debug("locality at rest left out job='{}' tenant='{}'", name, tenant.value());
            } else {
                failed(tenant, e);
            }
        } catch (RuntimeException e) {
            failed(tenant, e);
        }
    }

    private void failed(TenantId tenant, RuntimeException e) {
        LOG.warn("not done; tried again later: job='{}' tenant='{}'", name, tenant.value(), e);
    }
}
