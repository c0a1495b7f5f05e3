package vn.ansinh.identity.internal;

import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** What the room needs from outside. */
public record IdentityPorts(
        Accounts accounts,
        AuditEvents events,
        SecretHasher hasher,
        Localities localities,
        UnitOfWork unitOfWork,
        Audit audit,
        CivilClock clock) {}
