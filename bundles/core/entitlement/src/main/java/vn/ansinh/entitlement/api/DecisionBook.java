package vn.ansinh.entitlement.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.TenantId;

/**
 * The decisions of a tenant (sổ quyết định): drafted, edited, signed. What is signed never changes;
 * a later decision revokes, repeals or corrects it. Every read or change of an annex leaves an
 * audit record.
 *
 * <p>Throws {@code AnsinhException}: INVALID_INPUT with every fault by annex row and field (row 0:
 * the decision itself); CONFLICT when the version is not the one the caller read, or the decision
 * is signed; LAW_NOT_ACTIVE; NOT_FOUND.
 */
public interface DecisionBook {

    /** Stores a draft (dự thảo). Its number and day stay blank until it is signed. */
    DecisionDoc draft(TenantId tenant, Actor actor, Draft draft);

    /** Replaces a draft. */
    DecisionDoc edit(TenantId tenant, Actor actor, long decisionId, int version, Draft draft);

    /** Gives a draft up; it stays readable. */
    DecisionDoc discard(TenantId tenant, Actor actor, long decisionId, int version);

    /**
     * What signing would say: faults that prevent it and warnings the signer must confirm. Changes
     * nothing.
     */
    Check check(TenantId tenant, Actor actor, long decisionId, Signature signature);

    /**
     * Signs a draft: from now on its effects are what people get.
     *
     * @param confirmed keys ({@link Warning#key}) of the warnings the signer has seen; one missing
     *     refuses the signature with the warnings as faults
     */
    DecisionDoc sign(
            TenantId tenant,
            Actor actor,
            long decisionId,
            int version,
            Signature signature,
            Set<String> confirmed);

    /** One decision without its annex. */
    Optional<DecisionDoc> decision(TenantId tenant, Actor actor, long decisionId);

    /** A page of decisions by key. */
    List<DecisionDoc> find(TenantId tenant, Actor actor, Query query, long afterId, int limit);

    /**
     * A page of annex rows by key. Restricted grounds are empty unless the actor says a purpose
     * (audited).
     */
    List<AnnexRow> annex(TenantId tenant, Actor actor, long decisionId, long afterId, int limit);

    /** State of a decision. */
    enum State {
        /** Being written. */
        DRAFT,
        /** Signed; never changes. */
        SIGNED,
        /** Given up before it was signed. */
        DISCARDED
    }

    /** In what capacity somebody signs (thể thức ký, NĐ 30/2020). */
    enum Capacity {
        /** The chair himself. */
        CHAIR,
        /** Ký thay (KT.): a deputy for the chair. */
        DEPUTY,
        /** Thừa ủy quyền (TUQ.): by a written mandate with its validity. */
        DELEGATED,
        /** Thừa lệnh (TL.): by order. */
        BY_ORDER
    }

    /**
     * What an officer writes.
     *
     * @param kind kind
     * @param authority who decides, e.g. {@code Chủ tịch UBND xã Hưng Đạo}
     * @param about trích yếu
     * @param targetDecisionId decision it revokes, repeals or corrects; else 0
     * @param effectiveOn of a repeal: first day the repealed decision has no effect; else null
     * @param effects annex; empty for REVOKE and REPEAL means everybody of the target
     */
    record Draft(
            DecisionKind kind,
            String authority,
            String about,
            long targetDecisionId,
            LocalDate effectiveOn,
            List<Effect> effects) {
        public Draft {
            authority = Objects.requireNonNullElse(authority, "");
            about = Objects.requireNonNullElse(about, "");
            effects = effects == null ? List.of() : List.copyOf(effects);
        }
    }

    /**
     * Number, day and signer.
     *
     * @param number number, unique per authority and year
     * @param signedOn day of signature, not after today
     * @param receivedOn day the locality received the paper, or null
     * @param signer name of the signer
     * @param signerTitle office, e.g. {@code Phó Chủ tịch}
     * @param capacity capacity
     * @param mandatePaper paper of the mandate; needed for DELEGATED
     * @param mandateFrom first day of the mandate; needed for DELEGATED
     * @param mandateTo last day, or null
     */
    record Signature(
            String number,
            LocalDate signedOn,
            LocalDate receivedOn,
            String signer,
            String signerTitle,
            Capacity capacity,
            String mandatePaper,
            LocalDate mandateFrom,
            LocalDate mandateTo) {
        public Signature {
            number = Objects.requireNonNullElse(number, "");
            signer = Objects.requireNonNullElse(signer, "");
            signerTitle = Objects.requireNonNullElse(signerTitle, "");
            mandatePaper = Objects.requireNonNullElse(mandatePaper, "");
        }
    }

    /**
     * A decision.
     *
     * @param id key
     * @param version for {@code If-Match}
     * @param state state
     * @param imported whether it came with an import of running decisions
     * @param draft what was written, without the annex
     * @param signature number, day and signer; of a draft with blanks
     * @param knownAt instant from which it is known (signature or import); of a draft, when drafted
     * @param persons how many people it concerns
     * @param warnings what differed and was confirmed when it was signed
     */
    record DecisionDoc(
            long id,
            int version,
            State state,
            boolean imported,
            Draft draft,
            Signature signature,
            Instant knownAt,
            int persons,
            List<Warning> warnings) {
        public DecisionDoc {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What to look for; null or empty does not narrow.
     *
     * @param number exact number
     * @param kind kind
     * @param state state
     * @param signedFrom first day of signature
     * @param signedTo last day of signature
     */
    record Query(
            String number,
            DecisionKind kind,
            State state,
            LocalDate signedFrom,
            LocalDate signedTo) {}

    /**
     * A row of an annex with the person's name.
     *
     * @param effect the row; its ground is empty when it is restricted and no purpose was said
     * @param fullName name, empty when nobody is named
     * @param unitCode unit of residence
     * @param restricted whether the ground is a restricted one
     */
    record AnnexRow(Effect effect, String fullName, String unitCode, boolean restricted) {}

    /**
     * Something that differs from what the law of the time proposes.
     *
     * @param row annex row, 0 for the decision itself
     * @param field field
     * @param sentence what differs, in Vietnamese
     */
    record Warning(int row, String field, String sentence) {
        /** What the signer confirms. */
        public String key() {
            return row + "/" + field;
        }
    }

    /** Result of a check. */
    record Check(List<Fault> faults, List<Warning> warnings) {
        public Check {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }
}
