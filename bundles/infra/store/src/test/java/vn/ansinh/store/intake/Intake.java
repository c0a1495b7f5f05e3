package vn.ansinh.store.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.internal.BeneficiaryModule;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.documents.internal.SheetFiles;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.internal.EntitlementModule;
import vn.ansinh.entitlement.internal.GrantedPayees;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.payment.internal.ParallelService;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;

/** The import and the parallel run over an open store, for one tenant of a test. */
final class Intake {

    static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử nghiệm");

    final TenantId tenant;
    final Register register;
    final RunningDecisions running;
    final Imports imports;
    final ParallelRun parallel;

    Intake(Store store, TenantId tenant) {
        this(store, tenant, new IntakeLaw());
    }

    Intake(Store store, TenantId tenant, ActiveLaw law) {
        this.tenant = tenant;
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        Audit audit = store.service(Audit.class);
        Localities localities = store.service(Localities.class);
        SheetFiles sheets = new SheetFiles();
        register =
                new BeneficiaryModule(
                                store.service(Persons.class),
                                store.service(PersonFiles.class),
                                store.service(FactRows.class),
                                store.service(HouseholdRows.class),
                                store.service(ReviewRows.class),
                                unitOfWork,
                                audit,
                                TestStore.clock())
                        .register();
        EntitlementModule module =
                new EntitlementModule(
                        new GrantedPayees(
                                store.service(Decisions.class), store.service(PayeeStore.class)),
                        register,
                        law,
                        localities,
                        unitOfWork,
                        audit,
                        TestStore.clock());
        running = module.runningDecisions();
        imports = module.imports(sheets, store.service(Staging.class));
        parallel =
                new ParallelService(
                        localities,
                        law,
                        Engines.standard(),
                        unitOfWork,
                        audit,
                        TestStore.clock(),
                        store.service(PaymentStorage.class),
                        store.service(ParallelStorage.class),
                        sheets);
    }

    UploadView upload(FileKind kind, String name, byte[] bytes) {
        return imports.upload(tenant, OFFICER, kind, null, name, new ByteArrayInputStream(bytes));
    }

    UploadView paid(YearMonth month, byte[] bytes) {
        return imports.upload(
                tenant,
                OFFICER,
                FileKind.PAID,
                month,
                "da-chi-" + month + ".xlsx",
                new ByteArrayInputStream(bytes));
    }

    UploadView confirm(UploadView upload) {
        return imports.confirm(tenant, OFFICER, upload.id(), true);
    }

    /** A workbook of one sheet; text is text, numbers are numbers, null is nothing. */
    static byte[] book(Object[]... rows) {
        return book(List.of("Danh sách"), List.of(rows));
    }

    /** A workbook with these rows in each of its sheets. */
    @SafeVarargs
    static byte[] book(List<String> names, List<Object[]>... sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (int s = 0; s < names.size(); s++) {
                Sheet sheet = book.createSheet(names.get(s));
                for (int r = 0; r < sheets[s].size(); r++) {
                    row(sheet.createRow(r), sheets[s].get(r));
                }
            }
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Row row, Object[] cells) {
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] instanceof Number number) {
                row.createCell(c).setCellValue(number.doubleValue());
            } else if (cells[c] != null) {
                Cell cell = row.createCell(c);
                String text = cells[c].toString();
                if (text.startsWith("=")) {
                    cell.setCellFormula(text.substring(1));
                } else {
                    cell.setCellValue(text);
                }
            }
        }
    }

    static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    static Object[] cells(Object... cells) {
        return cells;
    }
}
