package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.NameCheck;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.internal.Steps.Span;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Payees as steps over days: a change cuts what was known, the rows cut are superseded. */
final class PayeeBook implements Payees {

    private static final String SUBJECT = "beneficiary";
    private static final int LARGEST_PAGE = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{4,30}");

    private final PayeeStore store;
    private final Register register;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final int sharedAccountPersons;

    /**
     * The book.
     *
     * @param sharedAccountPersons more people than this on one account are alarmed
     */
    PayeeBook(
            PayeeStore store,
            Register register,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            int sharedAccountPersons) {
        this.store = store;
        this.register = register;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.sharedAccountPersons = sharedAccountPersons;
    }

    /** Everything of a payee but its days and components. */
    private record Content(
            Kind kind,
            String name,
            String paper,
            Account account,
            NameCheck.Verdict nameCheck,
            String changePaper) {}

    @Override
    public List<PayeeView> name(TenantId tenant, Actor actor, long personId, NewPayee payee) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Person person = person(tenant, actor, personId);
                    List<Fault> faults = new ArrayList<>();
                    mandate(payee, person, faults);
                    boolean self = payee.kind() == Kind.SELF || payee.name().isBlank();
                    String name = self ? person.fullName() : Names.tidy(payee.name());
                    Account account = account(payee.account(), name, faults);
                    refuseIfAny(faults);
                    Content content =
                            new Content(
                                    payee.kind(),
                                    name,
                                    payee.paper(),
                                    account,
                                    verdict(account, name),
                                    payee.paper());
                    LocalDate until = payee.to() == null ? null : payee.to().plusDays(1);
                    change(
                            actor,
                            personId,
                            payee.components(),
                            payee.from(),
                            until,
                            before -> content,
                            faults);
                    audit.record("payee.name", SUBJECT, personId, "kind='" + payee.kind() + "'");
                    return store.live(List.of(personId));
                });
    }

    @Override
    public List<PayeeView> changeAccount(
            TenantId tenant, Actor actor, long personId, AccountChange change) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Person person = person(tenant, actor, personId);
                    List<Fault> faults = new ArrayList<>();
                    if (change.from() == null) {
                        fault(faults, "from", "Hãy ghi ngày bắt đầu.");
                    }
                    if (change.paper().isBlank()) {
                        fault(faults, "paper", "Hãy ghi giấy đề nghị thay đổi.");
                    }
                    if (change.account() == null || change.account().channel() == null) {
                        fault(faults, "account.channel", "Hãy chọn hình thức chi trả.");
                    }
                    refuseIfAny(faults);
                    change(
                            actor,
                            personId,
                            change.components(),
                            change.from(),
                            null,
                            before -> moved(before, person, change, faults),
                            faults);
                    audit.record(
                            "payee.account",
                            SUBJECT,
                            personId,
                            "channel='" + change.account().channel() + "'");
                    return store.live(List.of(personId));
                });
    }

    private static Content moved(
            Content before, Person person, AccountChange change, List<Fault> faults) {
        Kind kind = before == null ? Kind.SELF : before.kind();
        String name = before == null ? person.fullName() : before.name();
        Account account = account(change.account(), name, faults);
        return new Content(
                kind,
                name,
                before == null ? "" : before.paper(),
                account,
                verdict(account, name),
                change.paper());
    }

    @Override
    public Optional<PayeeView> payee(
            TenantId tenant,
            Actor actor,
            long personId,
            Component component,
            LocalDate day,
            Instant knownAt) {
        return read(tenant, actor, personId, () -> store.on(personId, day, knownAt)).stream()
                .filter(payee -> payee.component() == component)
                .findFirst();
    }

    @Override
    public List<PayeeView> history(TenantId tenant, Actor actor, long personId) {
        return read(tenant, actor, personId, () -> store.history(personId));
    }

    private List<PayeeView> read(
            TenantId tenant, Actor actor, long personId, Supplier<List<PayeeView>> query) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<PayeeView> found = query.get();
                    audit.record("payee.read", SUBJECT, personId, "count='" + found.size() + "'");
                    return found;
                });
    }

    @Override
    public List<SharedAccount> shared(TenantId tenant, Actor actor, LocalDate day, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Mỗi trang có từ 1 đến " + LARGEST_PAGE + " dòng.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<SharedAccount> found = store.shared(day, limit);
                    audit.record(
                            "payee.shared",
                            "tenant",
                            tenant.value(),
                            "count='" + found.size() + "'");
                    return found.stream()
                            .map(
                                    one ->
                                            new SharedAccount(
                                                    one.bank(),
                                                    one.account(),
                                                    one.persons(),
                                                    one.personIds(),
                                                    one.persons() > sharedAccountPersons))
                            .toList();
                });
    }

    private void change(
            Actor actor,
            long personId,
            List<Component> components,
            LocalDate from,
            LocalDate until,
            UnaryOperator<Content> how,
            List<Fault> faults) {
        List<Component> all = components.isEmpty() ? Component.everyMonth() : components;
        List<PayeeView> live = store.live(List.of(personId));
        List<Long> superseded = new ArrayList<>();
        List<PayeeView> added = new ArrayList<>();
        for (Component component : all.stream().distinct().toList()) {
            List<PayeeView> before =
                    live.stream().filter(one -> one.component() == component).toList();
            Steps<LocalDate, Content> steps = new Steps<>();
            before.forEach(one -> steps.change(one.from(), after(one.to()), none -> content(one)));
            steps.change(from, until, how);
            List<Span<LocalDate, Content>> wanted = new ArrayList<>(steps.spans());
            for (PayeeView one : before) {
                if (!wanted.remove(new Span<>(one.from(), after(one.to()), content(one)))) {
                    superseded.add(one.id());
                }
            }
            wanted.forEach(span -> added.add(view(actor, personId, component, span)));
        }
        refuseIfAny(faults);
        store.supersede(superseded, clock.now());
        store.add(added, clock.now());
    }

    private static PayeeView view(
            Actor actor, long personId, Component component, Span<LocalDate, Content> span) {
        Content content = span.value();
        return new PayeeView(
                0,
                personId,
                component,
                content.kind(),
                content.name(),
                content.paper(),
                span.from(),
                span.until() == null ? null : span.until().minusDays(1),
                content.account(),
                content.nameCheck(),
                content.changePaper(),
                actor.login(),
                null,
                null);
    }

    private static Content content(PayeeView view) {
        return new Content(
                view.kind(),
                view.name(),
                view.paper(),
                view.account(),
                view.nameCheck(),
                view.changePaper());
    }

    private static LocalDate after(LocalDate to) {
        return to == null ? null : to.plusDays(1);
    }

    private static void mandate(NewPayee payee, Person person, List<Fault> faults) {
        if (payee.kind() == null) {
            fault(faults, "kind", "Hãy chọn tư cách của người nhận.");
            return;
        }
        if (payee.kind() != Kind.SELF && payee.name().isBlank()) {
            fault(faults, "name", "Hãy ghi họ tên người nhận.");
        }
        if (payee.kind() != Kind.SELF
                && payee.kind() != Kind.HOUSEHOLD
                && payee.paper().isBlank()) {
            fault(faults, "paper", "Hãy ghi giấy tờ của người nhận thay.");
        }
        if (payee.kind() == Kind.HEIR && person.death() == null) {
            fault(faults, "kind", "Chỉ ghi người thừa kế khi người hưởng đã mất.");
        }
        if (payee.from() == null) {
            fault(faults, "from", "Hãy ghi ngày bắt đầu.");
        } else if (payee.to() != null && payee.to().isBefore(payee.from())) {
            fault(faults, "to", "Ngày cuối trước ngày đầu.");
        }
    }

    /** The account as it is kept, with faults by field. */
    private static Account account(Account given, String payee, List<Fault> faults) {
        if (given == null || given.channel() == null) {
            fault(faults, "account.channel", "Hãy chọn hình thức chi trả.");
            return null;
        }
        Channel channel = given.channel();
        if (!channel.toAccount()) {
            return new Account(channel, "", "", "", "");
        }
        String number = given.account().replace(" ", "");
        String holder = given.holder().isBlank() ? payee : Names.tidy(given.holder());
        if (!NUMBER.matcher(number).matches()) {
            fault(
                    faults,
                    "account.account",
                    "Số tài khoản chỉ gồm chữ số hoặc chữ cái không dấu, từ 4 đến 30 ký tự.");
        }
        if (channel != Channel.SOCIAL_ACCOUNT && given.bank().isBlank()) {
            fault(faults, "account.bank", "Hãy ghi ngân hàng hoặc nhà cung cấp ví điện tử.");
        }
        if (NameCheck.of(holder, payee) == NameCheck.Verdict.DIFFERENT
                && given.holderRelation().isBlank()) {
            fault(
                    faults,
                    "account.holderRelation",
                    "Chủ tài khoản không phải người nhận; hãy ghi quan hệ với người hưởng.");
        }
        return new Account(
                channel, Names.tidy(given.bank()), number, holder, given.holderRelation());
    }

    private static NameCheck.Verdict verdict(Account account, String name) {
        return account.channel().toAccount() ? NameCheck.of(account.holder(), name) : null;
    }

    private static void fault(List<Fault> faults, String field, String sentence) {
        faults.add(new Fault(0, field, sentence));
    }

    private static void refuseIfAny(List<Fault> faults) {
        List<Fault> distinct = faults.stream().distinct().toList();
        if (!distinct.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Thông tin người nhận có " + distinct.size() + " lỗi; hãy sửa rồi làm lại.",
                    distinct,
                    null);
        }
    }

    private Person person(TenantId tenant, Actor actor, long personId) {
        return register.person(tenant, actor, personId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có đối tượng số " + personId + "."));
    }
}
