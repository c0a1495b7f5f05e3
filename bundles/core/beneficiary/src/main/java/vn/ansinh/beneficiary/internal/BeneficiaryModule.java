package vn.ansinh.beneficiary.internal;

import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the inside of the bundle. */
public final class BeneficiaryModule {

    private final Register register;

    public BeneficiaryModule(
            Persons persons, UnitOfWork unitOfWork, Audit audit, CivilClock clock) {
        register = new AuditedRegister(persons, unitOfWork, audit, clock);
    }

    /** The register. */
    public Register register() {
        return register;
    }
}
