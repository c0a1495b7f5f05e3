package vn.ansinh.itests.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.ansinh.itests.container.Client.Answer;
import vn.ansinh.itests.container.Client.Login;
import vn.ansinh.itests.container.Description.Operation;

/**
 * Calls every operation of the container with the rights of one locality and looks in every answer,
 * refusals too, for what another locality planted, and for what is restricted in the own one.
 */
final class IsolationWalk {

    /** Operations that are not called, with the reason. */
    static final Map<String, String> LEFT_OUT =
            Map.of("changeSecret", "ends the secret with which the walk itself signs in");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVER_ERROR = 500;

    private final Client client;
    private final Description description;

    IsolationWalk(Client client) {
        this.client = client;
        description = new Description(client.get(null, "openapi.json").ok("openapi").json());
    }

    /** An answer to one call. */
    record Visit(String id, String address, int status, String text) {

        /** Whether any of the words stands in the answer, as a word of its own. */
        boolean shows(List<String> marks) {
            return marks.stream().anyMatch(this::shows);
        }

        private boolean shows(String mark) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.contains(mark)
                    && (!mark.matches("[a-z]{3}|[0-9]\\.[0-9]")
                            || Pattern.compile(
                                            "(?<![a-z0-9.,])"
                                                    + Pattern.quote(mark)
                                                    + "(?![a-z0-9])")
                                    .matcher(lower)
                                    .find());
        }

        @Override
        public String toString() {
            return id + " " + address + " " + status;
        }
    }

    /** Every operation that is walked. */
    List<Operation> operations() {
        return description.operations().stream()
                .filter(o -> !LEFT_OUT.containsKey(o.id()))
                .toList();
    }

    int described() {
        return description.operations().size();
    }

    /** Reads of an office's own things at its own door, the one with HIV among them. */
    List<Visit> reads(Login login, Office own) {
        List<Visit> visits = visit(login, own.code(), own, own, Operation::reads);
        Office hidden = own.hidden();
        visits.addAll(visit(login, own.code(), hidden, hidden, Operation::reads));
        return visits;
    }

    /**
     * Everything, as one who may do everything at the own locality: reads of the own and of the
     * others' things at the own door, every call at the others' door, writes about the others'
     * things and at last writes of the own with the others' numbers in the body.
     */
    Map<String, List<Visit>> everything(Office own, Office other) {
        Login login = own.everybody();
        Map<String, List<Visit>> all = new LinkedHashMap<>();
        all.put("own reads", reads(login, own));
        all.put("reads about others", visit(login, own.code(), other, other, Operation::reads));
        all.put("at the others' door", visit(login, other.code(), other, other, o -> true));
        Predicate<Operation> writes = o -> !o.reads();
        all.put("writes about others", visit(login, own.code(), other, other, writes));
        all.put("own writes", visit(login, own.code(), own, other, writes));
        all.put("writes about the hidden", visit(login, own.code(), own.hidden(), other, writes));
        return all;
    }

    private List<Visit> visit(
            Login login, String door, Office about, Office named, Predicate<Operation> which) {
        List<Visit> visits = new ArrayList<>();
        for (Operation operation : operations()) {
            if (which.test(operation)) {
                visits.add(visit(operation, login, door, about, named));
            }
        }
        return visits;
    }

    private Visit visit(Operation operation, Login login, String door, Office about, Office named) {
        String address = description.address(operation, door, about);
        String type = Description.type(operation);
        Map<String, String> headers =
                operation.reads() ? Map.of("X-Purpose", "thu") : Map.of("If-Match", "\"1\"");
        Answer answer =
                client.call(
                        login,
                        operation.method(),
                        Client.API + address,
                        type,
                        operation.reads() ? null : bytes(description.body(operation, named)),
                        headers);
        if (answer.status() >= SERVER_ERROR) {
            throw new AssertionError(operation.id() + " " + address + ": " + answer.text());
        }
        return new Visit(operation.id(), address, answer.status(), answer.text());
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every form of the own catalogue, issued in every format that can be read, and the others'.
     */
    List<Visit> reports(Login login, Office own, List<String> forms) {
        List<Visit> visits = new ArrayList<>();
        for (String form : forms) {
            for (String format : List.of("CSV", "XLSX")) {
                String at = "localities/" + own.code() + "/reports";
                Answer issued = client.json(login, "POST", at, own.report(form, format), Map.of());
                visits.add(new Visit(form, format, issued.status(), issued.text()));
                if (issued.status() == 201) {
                    at += "/" + issued.json().path("id").asText();
                    Answer file = client.get(login, at);
                    visits.add(new Visit(form, at, file.status(), file.text()));
                }
            }
        }
        return visits;
    }

    /** Which operations of those visits show a mark. */
    static Set<String> showing(List<Visit> visits, List<String> marks) {
        Set<String> showing = new TreeSet<>();
        visits.stream().filter(v -> v.shows(marks)).forEach(v -> showing.add(v.id()));
        return showing;
    }

    /** Which operations of those visits were answered. */
    static Set<String> answered(List<Visit> visits) {
        Set<String> answered = new TreeSet<>();
        visits.stream().filter(v -> v.status() == 200).forEach(v -> answered.add(v.id()));
        return answered;
    }
}
