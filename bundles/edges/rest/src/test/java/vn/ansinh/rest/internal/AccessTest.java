package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.ws.rs.HttpMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;

/**
 * Every operation that the description names, whatever it is, with the credentials of another
 * locality, of an operator, of an account without rights and of nobody; and what the filter hands
 * to the cores.
 */
class AccessTest {
    private static final String HD = "localities/hung-dao";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer(fakes);
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    /** An operation of the description. */
    private record Operation(String id, String method, String path, String type, Permission needs) {
        HttpResponse<String> as(RestServer rest, String login) {
            return method.equals("GET")
                    ? rest.send(login, method, path, null, null)
                    : rest.send(login, method, path, type, BodyPublishers.ofString("{}"));
        }
    }

    /** What each operation needs, by its id, from the classes themselves. */
    private static Map<String, Permission> needs() {
        return needs(RestModule.resources());
    }

    private static Map<String, Permission> needs(Set<Class<?>> resources) {
        Map<String, Permission> needs = new HashMap<>();
        for (Class<?> resource : resources) {
            for (Method method : operations(resource)) {
                var operation = method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class);
                Needs permission = method.getAnnotation(Needs.class);
                assertThat(permission).as("@Needs on %s", method).isNotNull();
                assertThat(operation).as("@Operation on %s", method).isNotNull();
                needs.put(operation.operationId(), permission.value());
            }
        }
        return needs;
    }

    /** An operation that forgets to say what it needs. */
    private static final class Forgetful {
        @javax.ws.rs.GET
        @io.swagger.v3.oas.annotations.Operation(operationId = "forgotten")
        String get() {
            return "";
        }
    }

    @Test
    void anOperationThatNamesNoPermissionIsNoticed() {
        assertThatThrownBy(() -> needs(Set.of(Forgetful.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("@Needs on");
    }

    private static List<Method> operations(Class<?> resource) {
        List<Method> found = new ArrayList<>();
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
                    found.add(method);
                }
            }
        }
        assertThat(found).as("%s", resource).isNotEmpty();
        return found;
    }

    private List<Operation> described() {
        Map<String, Permission> needs = needs();
        JsonNode paths = RestServer.json(rest.get(null, "openapi.json")).get("paths");
        List<Operation> all = new ArrayList<>();
        paths.fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fields()
                                        .forEachRemaining(
                                                operation ->
                                                        all.add(
                                                                operation(
                                                                        path.getKey(),
                                                                        operation.getKey(),
                                                                        operation.getValue(),
                                                                        needs))));
        assertThat(all.stream().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(needs.keySet());
        return all;
    }

    private static Operation operation(
            String path, String method, JsonNode operation, Map<String, Permission> needs) {
        String filled =
                path.substring(1)
                        .replace("{code}", "hung-dao")
                        .replace("{sha}", Fakes.SHA)
                        .replace("{login}", "officer")
                        .replaceAll("\\{[^}]+}", "11");
        String id = operation.path("operationId").asText();
        var types = operation.at("/requestBody/content").fieldNames();
        return new Operation(
                id,
                method.toUpperCase(java.util.Locale.ROOT),
                filled,
                types.hasNext() ? types.next() : "application/json",
                needs.get(id));
    }

    @Test
    void nobodyAndWhoeverHasNoRightHereReachNothing() {
        List<Operation> all = described();
        assertThat(all).hasSizeGreaterThan(30);
        Set<Permission> operators =
                EnumSet.of(
                        Permission.RUN_SYSTEM, Permission.MANAGE_ACCOUNTS, Permission.SEE_LOCALITY);
        for (Operation operation : all) {
            fakes.calls.clear();
            assertThat(operation.as(rest, null).statusCode()).as("%s", operation).isEqualTo(401);
            assertThat(operation.as(rest, "ke-la").statusCode()).isEqualTo(401);
            if (operation.needs() == Permission.SIGNED_IN) {
                assertThat(operation.path()).doesNotContain("hung-dao");
                continue;
            }
            for (String login : List.of("other", "nobody", "operator")) {
                if (login.equals("operator") && operators.contains(operation.needs())) {
                    continue;
                }
                HttpResponse<String> answer = operation.as(rest, login);
                assertThat(answer.statusCode())
                        .as("%s as %s: %s", operation, login, answer.body())
                        .isIn(403, 404);
                assertThat(answer.body()).doesNotContain("Giả Lập").doesNotContain("0011480000");
            }
            assertThat(fakes.calls).as("no core is reached by %s", operation).isEmpty();
        }
    }

    /** No operation that an operator may call needs a permission that reaches persons. */
    @Test
    void operatorsReachNoPerson() {
        for (Operation operation : described()) {
            boolean refused = operation.as(rest, "operator").statusCode() == 403;
            assertThat(refused)
                    .as("%s", operation)
                    .isEqualTo(
                            operation.needs().personal()
                                    || operation.needs() == Permission.READ_TOTALS);
        }
        assertThat(Role.OPERATOR.permissions()).noneMatch(Permission::personal);
    }

    /** Negative control: the same calls of somebody who may are answered from the cores. */
    @Test
    void anOfficerOfTheLocalityReachesTheCores() {
        Set<String> reached = new TreeSet<>();
        for (Operation operation : described()) {
            if (operation.method().equals("GET")
                    && operation.as(rest, "officer").statusCode() == 200) {
                reached.add(operation.id());
            }
        }
        assertThat(reached).contains("getPerson", "listPeople", "listRuns");
        assertThat(rest.get("officer", HD + "/people").body()).contains("Giả Lập");
    }

    @Test
    void aCookieOfTheConsoleMeansNothingHere() {
        Map<String, String> headers = Map.of("Cookie", "ansinh=token; JSESSIONID=x");
        for (String method : List.of("GET", "POST")) {
            assertThat(
                            rest.sendWith(
                                            headers,
                                            method,
                                            HD + "/runs",
                                            "application/json",
                                            BodyPublishers.ofString("{\"month\":\"2026-03\"}"))
                                    .statusCode())
                    .isEqualTo(401);
        }
        assertThat(fakes.calls).isEmpty();
    }

    @Test
    void purposeAndProcedureReachTheCoreWithTheActor() {
        List<Actor> actors = new ArrayList<>();
        Function<Object[], Object> answer = fakes.answers.get("Register.person");
        fakes.answers.put(
                "Register.person",
                a -> {
                    actors.add((Actor) a[1]);
                    return answer.apply(a);
                });
        HttpResponse<String> read =
                person(Map.of("X-Purpose", "tr%E1%BA%A3%20l%E1%BB%9Di", "X-Procedure", "HS+12"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(actors)
                .containsExactly(
                        new Actor("officer", "", "trả lời", "HS+12", Set.of())
                                .reachingRestricted());
        for (String wrong : List.of("%zz", "a%0Ab", "x".repeat(301))) {
            HttpResponse<String> refused = person(Map.of("X-Purpose", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("X-Purpose");
        }
        assertThat(actors).hasSize(1);
    }

    private HttpResponse<String> person(Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Authorization", RestServer.basic("officer:mật khẩu: officer"));
        return rest.sendWith(headers, "GET", HD + "/people/11/decisions", null, null);
    }

    @Test
    void tooManyFailuresAre429WithTheTimeToWait() {
        fakes.signInFailure = AnsinhException.tooMany("Sai mật khẩu quá nhiều lần.", 42);
        HttpResponse<String> answer = rest.get("officer", HD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("42");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("AS-0006");
    }

    @Test
    void theTrailIsSearchedByPersonActorAndDays() {
        List<Object> queries = new ArrayList<>();
        fakes.answers.put(
                "AuditTrail.search",
                a -> {
                    queries.add(a[2]);
                    return List.of();
                });
        assertThat(
                        rest.get("auditor", HD + "/audit?person=11&from=2026-03-01&to=2026-03-01")
                                .statusCode())
                .isEqualTo(200);
        assertThat(queries.toString())
                .contains("subjectKind=beneficiary, subjectId=11")
                .contains("from=2026-02-28T17:00:00Z")
                .contains("until=2026-03-01T17:00:00Z");
        assertThat(rest.get("auditor", HD + "/people/11").statusCode()).isEqualTo(403);
        assertThat(rest.get("auditor", HD + "/audit?person=x").statusCode()).isEqualTo(422);
    }
}
