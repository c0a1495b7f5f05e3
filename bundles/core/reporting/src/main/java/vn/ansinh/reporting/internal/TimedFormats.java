package vn.ansinh.reporting.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Calls a locality's form on a thread of its own with a time limit, so that a form that loops costs
 * its caller the limit and no more. Java cannot stop such a thread: the form is held, and so is one
 * that keeps failing, until somebody lifts it.
 */
final class TimedFormats {

    private static final Logger LOG = LoggerFactory.getLogger(TimedFormats.class);
    private static final int SHORT = 12;

    private final Duration limit;
    private final Quarantine quarantine;

    TimedFormats(Duration limit, Quarantine quarantine) {
        this.limit = limit;
        this.quarantine = quarantine;
    }

    /** Name of a form of one version, for those who hold it and lift it. */
    private static String part(ActiveLaw.Active law, ReportFormat format) {
        String sha = law.sha256();
        return "report:%s/%s@%s"
                .formatted(
                        law.profile().code(),
                        format.code(),
                        sha.substring(0, Math.min(SHORT, sha.length())));
    }

    ReportTable compute(ActiveLaw.Active law, ReportFormat format, ReportInput input) {
        String part = part(law, format);
        quarantine.require(part);
        FutureTask<ReportTable> task = new FutureTask<>(() -> format.compute(input));
        Thread thread = new Thread(task, "ansinh-report-" + format.code());
        thread.setDaemon(true);
        thread.start();
        try {
            ReportTable table = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (table == null) {
                throw faulty(part, format, new NullPointerException("compute returned null"));
            }
            return table;
        } catch (TimeoutException e) {
            task.cancel(true);
            LOG.error("report form over its time limit form='{}' limit='{}'", format.code(), limit);
            quarantine.overTime(part, thread);
            throw tooLong(format);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AnsinhException known) {
                throw known;
            }
            throw faulty(part, format, e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new AnsinhException(
                    ErrorCode.INTERNAL, "Việc lập báo cáo bị ngắt giữa chừng; hãy lập lại.", e);
        }
    }

    private AnsinhException tooLong(ReportFormat format) {
        return new AnsinhException(
                ErrorCode.INTERNAL,
                "Mẫu báo cáo "
                        + format.code()
                        + " tính quá "
                        + limit.toSeconds()
                        + " giây nên bị dừng; hãy báo người phụ trách gói của địa phương.");
    }

    private AnsinhException faulty(String part, ReportFormat format, Throwable cause) {
        quarantine.failed(part, cause);
        LOG.error("report form failed form='{}'", format.code(), cause);
        return new AnsinhException(
                ErrorCode.INTERNAL,
                "Mẫu báo cáo "
                        + format.code()
                        + " bị lỗi khi tính; hãy báo người phụ trách gói của địa phương.",
                cause);
    }
}
