package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.platform.api.Actor;

/** Who sits at the shell, for the audit trail. */
final class Operator {
    private Operator() {}

    static Actor of(Session session) {
        Object user = session.get("USER");
        return new Actor("shell:" + (user == null ? "local" : user), "");
    }
}
