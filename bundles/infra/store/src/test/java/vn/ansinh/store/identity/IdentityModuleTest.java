package vn.ansinh.store.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.store.TestStore;

class IdentityModuleTest {

    @Test
    void accountIsAddedAndReplaced() throws Exception {
        try (TestStore store = TestStore.fresh()) {
            Accounts accounts = store.service(Accounts.class);
            Right operator = new Right(Role.OPERATOR, "");
            Right officer = new Right(Role.OFFICER, "xa-gia-lap");
            Stored first = new Stored("nguoi-gia-lap", "$x$1", Set.of(operator, officer));
            accounts.save(first);
            assertThat(accounts.byLogin("nguoi-gia-lap")).contains(first);

            Stored second = new Stored("nguoi-gia-lap", "$x$2", Set.of(officer));
            accounts.save(second);
            assertThat(accounts.byLogin("nguoi-gia-lap")).contains(second);
            assertThat(accounts.byLogin("khong-co")).isEmpty();
        }
    }
}
