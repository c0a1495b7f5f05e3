package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.payment.api.CashSheets;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Cash by point and day over the port. */
final class CashBook implements CashSheets {
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage runs;
    private final CashStorage storage;
    private final OrderStorage orders;
    private final RunProgress progress;

    CashBook(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage runs,
            CashStorage storage,
            OrderStorage orders,
            RunProgress progress) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.runs = runs;
        this.storage = storage;
        this.orders = orders;
        this.progress = progress;
    }

    @Override
    public SheetView open(
            TenantId tenant, Actor actor, long runId, String unitCode, LocalDate payOn) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    StoredRun run =
                            runs.lock(
                                    runs.byId(runId)
                                            .orElseThrow(() -> missing("kỳ chi trả số " + runId)));
                    if (!EnumSet.of(RunState.SENT, RunState.SETTLING).contains(run.state())) {
                        throw conflict(
                                "Chỉ lập bảng chi tiền mặt khi kỳ chi trả đã chuyển chi và chưa"
                                        + " khóa.");
                    }
                    orders.stopChanged(run, OrderMaking.payeeDay(run, clock.today()), now());
                    long id =
                            storage.open(runId, unitCode, payOn, now())
                                    .orElseThrow(
                                            () ->
                                                    conflict(
                                                            "Đơn vị này không có lệnh chi tiền mặt"
                                                                    + " nào đang chờ."));
                    audit.record("cash-sheet.open", "cash-sheet", id, "run=" + runId);
                    return require(id);
                });
    }

    @Override
    public SheetView sheet(TenantId tenant, Actor actor, long sheetId) {
        return unitOfWork.inTenant(tenant, actor, () -> require(sheetId));
    }

    @Override
    public List<SheetView> sheets(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(tenant, actor, () -> storage.sheets(runId));
    }

    @Override
    public List<SheetRow> rows(TenantId tenant, Actor actor, long sheetId, long after, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    require(sheetId);
                    List<SheetRow> rows = storage.rows(sheetId, after, limit);
                    if (!rows.isEmpty()) {
                        audit.record(
                                "cash-sheet.read",
                                "beneficiary",
                                rows.get(0).personId(),
                                "sheet="
                                        + sheetId
                                        + " ids='"
                                        + rows.stream()
                                                .map(SheetRow::personId)
                                                .distinct()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(","))
                                        + "'");
                    }
                    return rows;
                });
    }

    @Override
    public SheetView record(TenantId tenant, Actor actor, long sheetId, List<Receipt> receipts) {
        SheetView done =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            requireOpen(sheetId);
                            refuse(faults(sheetId, receipts));
                            storage.record(sheetId, receipts, now());
                            audit.record(
                                    "cash-sheet.record",
                                    "cash-sheet",
                                    sheetId,
                                    "rows=" + receipts.size());
                            return require(sheetId);
                        });
        progress.follow(tenant, actor);
        return done;
    }

    private List<Fault> faults(long sheetId, List<Receipt> receipts) {
        Set<Long> open =
                new HashSet<>(
                        storage.unrecorded(
                                sheetId, receipts.stream().map(Receipt::orderId).toList()));
        List<Fault> faults = new ArrayList<>();
        int row = 0;
        for (Receipt receipt : receipts) {
            row++;
            if (!open.remove(receipt.orderId())) {
                faults.add(
                        new Fault(
                                row,
                                "orderId",
                                "Lệnh chi số "
                                        + receipt.orderId()
                                        + " không có trên bảng này hoặc đã ghi kết quả."));
            }
            if (receipt.outcome() == null) {
                faults.add(new Fault(row, "outcome", "Ghi COLLECTED hoặc RETURNED."));
            } else if (receipt.outcome() == Outcome.RETURNED) {
                need(faults, row, "note", receipt.note(), "Ghi vì sao chưa nhận.");
            } else {
                need(faults, row, "receivedBy", receipt.receivedBy(), "Ghi họ tên người nhận.");
                need(faults, row, "idShown", receipt.idShown(), "Ghi giấy tờ đã xuất trình.");
                if (receipt.proof() == null) {
                    faults.add(new Fault(row, "proof", "Ghi SIGNATURE hoặc FINGERPRINT."));
                } else if (receipt.proof() == Proof.FINGERPRINT) {
                    need(
                            faults,
                            row,
                            "witnesses",
                            receipt.witnesses(),
                            "Điểm chỉ phải có người làm chứng.");
                }
            }
        }
        return faults;
    }

    private static void need(
            List<Fault> faults, int row, String field, String value, String sentence) {
        if (value.isEmpty()) {
            faults.add(new Fault(row, field, sentence));
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Không ghi dòng nào: có " + faults.size() + " chỗ cần sửa.",
                    faults,
                    null);
        }
    }

    @Override
    public SheetView close(
            TenantId tenant, Actor actor, long sheetId, long paidDong, long returnedDong) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    SheetView sheet = requireOpen(sheetId);
                    if (paidDong != sheet.collectedDong()
                            || returnedDong != sheet.returnedDong()
                            || Math.addExact(paidDong, returnedDong) != sheet.handedDong()) {
                        throw new AnsinhException(
                                ErrorCode.NOT_RECONCILED,
                                "Không khớp: giao "
                                        + Texts.dong(sheet.handedDong())
                                        + ", ghi đã nhận "
                                        + Texts.dong(sheet.collectedDong())
                                        + ", ghi trả lại "
                                        + Texts.dong(sheet.returnedDong())
                                        + "; kiểm quỹ chi "
                                        + Texts.dong(paidDong)
                                        + ", nộp lại "
                                        + Texts.dong(returnedDong)
                                        + ".");
                    }
                    storage.close(sheetId, paidDong, returnedDong, now());
                    audit.record("cash-sheet.close", "cash-sheet", sheetId, "");
                    return require(sheetId);
                });
    }

    private SheetView requireOpen(long sheetId) {
        SheetView sheet =
                storage.lock(sheetId).orElseThrow(() -> missing("bảng chi tiền mặt số " + sheetId));
        if (!sheet.open()) {
            throw conflict("Bảng chi tiền mặt số " + sheetId + " đã khóa.");
        }
        return sheet;
    }

    private SheetView require(long sheetId) {
        return storage.byId(sheetId).orElseThrow(() -> missing("bảng chi tiền mặt số " + sheetId));
    }

    private static AnsinhException missing(String what) {
        return new AnsinhException(ErrorCode.NOT_FOUND, "Không có " + what + ".");
    }

    private static AnsinhException conflict(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
