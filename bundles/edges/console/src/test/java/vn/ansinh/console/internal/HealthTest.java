package vn.ansinh.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

class HealthTest {
    private final List<UnitOfWork> stores = new ArrayList<>(List.of(answering(UnitOfWork.class)));
    private final List<ActiveLaw> laws = new ArrayList<>(List.of(answering(ActiveLaw.class)));
    private final List<Payments> payments = new ArrayList<>(List.of(answering(Payments.class)));
    private final List<Identity> identities = new ArrayList<>(List.of(answering(Identity.class)));
    private final List<CivilClock> clocks = new ArrayList<>(List.of(answering(CivilClock.class)));
    private final HealthServlet servlet =
            new ConsoleModule(stores, laws, payments, identities, clocks).health();

    @Test
    void saysUpWhenEveryPartIsThere() throws Exception {
        Exchange exchange = Exchange.get(servlet, null, Map.of(), null);
        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.headers).containsEntry("Cache-Control", "no-store");
        JsonNode body = new ObjectMapper().readTree(exchange.body());
        assertThat(body.get("status").asText()).isEqualTo("UP");
        assertThat(body.get("reasons")).isEmpty();
        assertThat(body.get("clockAdjusted").asBoolean()).isTrue();
        assertThat(body.get("localities").isArray()).isTrue();
        assertThat(body.fieldNames()).toIterable().hasSize(4);
    }

    @Test
    void saysDownWithAReasonForEachMissingPart() throws Exception {
        for (List<?> part : List.of(stores, laws, payments, identities)) {
            List<Object> kept = new ArrayList<>(part);
            part.clear();
            Exchange exchange = Exchange.get(servlet, null, Map.of(), null);
            assertThat(exchange.status).isEqualTo(503);
            assertThat(new ObjectMapper().readTree(exchange.body()).get("reasons")).hasSize(1);
            restore(part, kept);
        }
        assertThat(Exchange.get(servlet, null, Map.of(), null).status).isEqualTo(200);
    }

    @Test
    void saysDownWhenAPartGoesDuringTheCall() throws Exception {
        laws.set(
                0,
                (ActiveLaw)
                        Proxy.newProxyInstance(
                                HealthTest.class.getClassLoader(),
                                new Class<?>[] {ActiveLaw.class},
                                (proxy, method, arguments) -> {
                                    throw new IllegalStateException("gone");
                                }));
        assertThat(Exchange.get(servlet, null, Map.of(), null).status).isEqualTo(503);
    }

    @SuppressWarnings("unchecked")
    private static void restore(List<?> part, List<Object> kept) {
        ((List<Object>) part).addAll(kept);
    }

    /** A service that says yes and nothing else. */
    private static <T> T answering(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        HealthTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.getReturnType() == boolean.class ? true : List.of()));
    }
}
