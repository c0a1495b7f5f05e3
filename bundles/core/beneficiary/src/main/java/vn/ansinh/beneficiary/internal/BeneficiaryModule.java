package vn.ansinh.beneficiary.internal;

import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.api.ReviewCases;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the inside of the bundle. */
public final class BeneficiaryModule {

    private final Register register;
    private final PersonChanges changes;
    private final FactRecords facts;
    private final Merges merges;
    private final Households households;
    private final ReviewCases reviews;

    public BeneficiaryModule(
            Persons persons,
            PersonFiles files,
            FactRows factRows,
            HouseholdRows householdRows,
            ReviewRows reviewRows,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        Desk desk = new Desk(files, reviewRows, unitOfWork, audit, clock);
        register = new AuditedRegister(persons, unitOfWork, audit, clock);
        changes = new FileChanges(desk, register, files);
        facts = new FactDesk(desk, files, factRows);
        merges = new MergeDesk(desk, files, factRows);
        households =
                new HouseholdDesk(
                        desk, householdRows, files, new Recognising(desk, householdRows, factRows));
        reviews = new ReviewDesk(desk, reviewRows);
    }

    /** The register. */
    public Register register() {
        return register;
    }

    /** Files of people and their changes. */
    public PersonChanges changes() {
        return changes;
    }

    /** Facts. */
    public FactRecords facts() {
        return facts;
    }

    /** Merges. */
    public Merges merges() {
        return merges;
    }

    /** Households. */
    public Households households() {
        return households;
    }

    /** Cases to review. */
    public ReviewCases reviews() {
        return reviews;
    }
}
