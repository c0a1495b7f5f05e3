package vn.ansinh.identity.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.platform.api.Actor;

/** Builds the room's inside and brings the administrator's secret from its file. */
public final class IdentityModule {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");

    private final StoredIdentity identity;
    private final Staff staff;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Path secretFile;
    private boolean administratorThere;

    /**
     * From configuration.
     *
     * @param ports what the room needs from outside
     * @param secretsDir folder with the file {@code admin-password}
     * @param limits of sign-ins and sessions
     */
    public IdentityModule(IdentityPorts ports, String secretsDir, SignInLimits limits) {
        this(ports, secretsDir, limits, System::nanoTime);
    }

    IdentityModule(
            IdentityPorts ports, String secretsDir, SignInLimits limits, LongSupplier nanoTime) {
        GrantRules rules = new GrantRules(ports.localities(), ports.unitOfWork(), ports.audit());
        SignIns signIns =
                new SignIns(
                        nanoTime,
                        limits.lockoutFailures(),
                        Duration.ofMinutes(limits.lockoutMinutes()));
        this.identity =
                new StoredIdentity(ports.accounts(), ports.hasher(), signIns, rules, ports.clock());
        this.staff =
                new StoredStaff(ports.accounts(), ports.hasher(), identity, rules, ports.clock());
        this.sessions =
                new MemorySessions(
                        ports.accounts(),
                        identity,
                        ports.clock(),
                        Duration.ofMinutes(limits.sessionIdleMinutes()),
                        Duration.ofHours(limits.sessionHours()),
                        nanoTime);
        this.trail =
                new RecordedTrail(ports.events(), ports.unitOfWork(), ports.audit(), ports.clock());
        this.secretFile = Path.of(secretsDir).resolve("admin-password");
    }

    /** Tries now; a database that is away at this moment is tried again at every sign-in. */
    public void start() {
        try {
            administrator();
        } catch (RuntimeException e) {
            LOG.warn("Administrator not made yet cause='{}'", e.toString());
        }
    }

    /** Accounts. */
    public Identity identity() {
        return new Identity() {
            @Override
            public Optional<Account> authenticate(String login, char[] secret) {
                administrator();
                return identity.authenticate(login, secret);
            }

            @Override
            public Optional<Account> account(String login) {
                return identity.account(login);
            }

            @Override
            public char[] issue(Actor actor, String login, Set<Right> rights) {
                return identity.issue(actor, login, rights);
            }

            @Override
            public List<Account> accounts(String localityCode) {
                return identity.accounts(localityCode);
            }
        };
    }

    /** Changes of accounts, rights, delegations. */
    public Staff staff() {
        return staff;
    }

    /** Sessions of browsers. */
    public Sessions sessions() {
        return sessions;
    }

    /** Who looked at whom. */
    public AuditTrail trail() {
        return trail;
    }

    private synchronized void administrator() {
        if (administratorThere) {
            return;
        }
        if (!Files.exists(secretFile)) {
            LOG.warn("Administrator's secret is missing file='{}'", secretFile);
            return;
        }
        try {
            identity.administrator(Files.readString(secretFile).strip().toCharArray());
        } catch (IOException e) {
            LOG.error("Administrator's secret cannot be read file='{}'", secretFile, e);
            return;
        }
        administratorThere = true;
    }
}
