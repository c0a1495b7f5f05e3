package vn.ansinh.documents.internal;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the layout library logs to our log: warnings as they are, the rest as debug. */
final class LayoutLog implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(LayoutLog.class);

    @Override
    public void log(String where, Level level, String message) {
        log(where, level, message, null);
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (level.intValue() >= Level.WARNING.intValue()) {
            LOG.warn("layout where='{}' message='{}'", where, message, cause);
        } else {
            LOG.debug("layout where='{}' message='{}'", where, message, cause);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // Levels are set where every other log level is set.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue() || LOG.isDebugEnabled();
    }
}
