package vn.ansinh.reporting.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Calls a locality's form on a thread of its own with a time limit, so that a form that loops costs
 * its caller the limit and no more. Java cannot stop such a thread; while one lives, the same form
 * is not called again, so at most one thread per form is lost.
 */
final class TimedFormats {

    private static final Logger LOG = LoggerFactory.getLogger(TimedFormats.class);

    private final Duration limit;
    private final Map<ReportFormat, Thread> overdue = new ConcurrentHashMap<>();

    TimedFormats(Duration limit) {
        this.limit = limit;
    }

    ReportTable compute(ReportFormat format, ReportInput input) {
        Thread stuck = overdue.get(format);
        if (stuck != null && stuck.isAlive()) {
            throw tooLong(format);
        }
        overdue.remove(format);
        FutureTask<ReportTable> task = new FutureTask<>(() -> format.compute(input));
        Thread thread = new Thread(task, "ansinh-report-" + format.code());
        thread.setDaemon(true);
        thread.start();
        try {
            ReportTable table = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (table == null) {
                throw faulty(format, new NullPointerException("compute returned null"));
            }
            return table;
        } catch (TimeoutException e) {
            overdue.put(format, thread);
            task.cancel(true);
            LOG.error("report form over its time limit form='{}' limit='{}'", format.code(), limit);
            throw tooLong(format);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AnsinhException known) {
                throw known;
            }
            throw faulty(format, e.getCause());
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

    private static AnsinhException faulty(ReportFormat format, Throwable cause) {
        LOG.error("report form failed form='{}'", format.code(), cause);
        return new AnsinhException(
                ErrorCode.INTERNAL,
                "Mẫu báo cáo "
                        + format.code()
                        + " bị lỗi khi tính; hãy báo người phụ trách gói của địa phương.",
                cause);
    }
}
