package vn.ansinh.benchmarks.assessment;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import vn.ansinh.assessment.api.PolicySnapshot.Outcome;
import vn.ansinh.locality.api.Facts;

/** The same decision by Drools in one stateful session: insert, fire, delete. */
final class Drools implements AutoCloseable {
    private final KieSession session;
    private final MethodHandle newCase;

    Drools(String rules, Class<?> caseClass) throws ReflectiveOperationException {
        newCase =
                MethodHandles.lookup()
                        .findConstructor(
                                caseClass,
                                MethodType.methodType(void.class, Facts.class, YearMonth.class))
                        .asType(MethodType.methodType(Offers.class, Facts.class, YearMonth.class));
        Thread.currentThread().setContextClassLoader(caseClass.getClassLoader());
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/vn/ansinh/benchmarks/assessment/generated/law.drl", rules);
        KieBuilder builder = services.newKieBuilder(files, caseClass.getClassLoader()).buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        session =
                services.newKieContainer(
                                builder.getKieModule().getReleaseId(), caseClass.getClassLoader())
                        .newKieSession();
    }

    /** The fact of a person in a month. */
    Offers fact(Facts facts, YearMonth month) {
        try {
            return (Offers) newCase.invokeExact(facts, month);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Outcome decide(Offers fact) {
        fact.clear();
        FactHandle handle = session.insert(fact);
        session.fireAllRules();
        session.delete(handle);
        return fact.outcome();
    }

    /** The same from what is stored: the rules find what holds on the days that matter. */
    Outcome decide(StoredPerson person, StoredFact[] facts) {
        List<FactHandle> handles = new ArrayList<>(facts.length + 1);
        handles.add(session.insert(person));
        for (StoredFact fact : facts) {
            handles.add(session.insert(fact));
        }
        session.fireAllRules();
        Outcome outcome = decide(person.flat());
        handles.forEach(session::delete);
        return outcome;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
