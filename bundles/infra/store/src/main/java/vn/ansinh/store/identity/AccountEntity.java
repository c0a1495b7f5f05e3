package vn.ansinh.store.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Embeddable;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.port.Accounts.Stored;

/** An account in tables {@code account} and {@code account_right}. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id private String login;

    @Column(name = "secret_hash", nullable = false)
    private String secretHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_right", joinColumns = @JoinColumn(name = "login"))
    private Set<HeldRight> rights = new HashSet<>();

    protected AccountEntity() {}

    AccountEntity(String login) {
        this.login = login;
    }

    void take(Stored account) {
        secretHash = account.secretHash();
        Set<HeldRight> wanted =
                account.rights().stream().map(HeldRight::of).collect(Collectors.toSet());
        rights.retainAll(wanted);
        rights.addAll(wanted);
    }

    Stored stored() {
        return new Stored(
                login,
                secretHash,
                rights.stream().map(HeldRight::right).collect(Collectors.toUnmodifiableSet()));
    }

    /** One right; equal by value, so that a save writes only what changed. */
    @Embeddable
    static class HeldRight {

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        private Role role;

        @Column(name = "locality_code", nullable = false)
        private String localityCode;

        protected HeldRight() {}

        private static HeldRight of(Right right) {
            HeldRight held = new HeldRight();
            held.role = right.role();
            held.localityCode = right.localityCode();
            return held;
        }

        private Right right() {
            return new Right(role, localityCode);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof HeldRight held && right().equals(held.right());
        }

        @Override
        public int hashCode() {
            return right().hashCode();
        }
    }
}
