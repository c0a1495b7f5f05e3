package vn.ansinh.identity.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;

/** Builds the room's inside and brings the administrator's secret from its file. */
public final class IdentityModule {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");

    private final StoredIdentity identity;
    private final Path secretFile;
    private boolean administratorThere;

    /**
     * From configuration.
     *
     * @param secretsDir folder with the file {@code admin-password}
     */
    public IdentityModule(Accounts accounts, SecretHasher hasher, String secretsDir) {
        this(accounts, hasher, secretsDir, System::nanoTime);
    }

    IdentityModule(
            Accounts accounts, SecretHasher hasher, String secretsDir, LongSupplier nanoTime) {
        this.identity = new StoredIdentity(accounts, hasher, nanoTime);
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

    /** The service. */
    public Identity identity() {
        return new Identity() {
            @Override
            public Optional<Account> authenticate(String login, char[] secret) {
                administrator();
                return identity.authenticate(login, secret);
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
