package vn.ansinh.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Query;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:decisions}: ids, kinds, states and counts; nobody's name. */
@Service
@Command(
        scope = "ansinh",
        name = "decisions",
        description = "Các quyết định của địa phương: số hiệu, loại, tình trạng, ngày ký, số người")
public final class DecisionsCommand implements Action {
    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Option(name = "--after", description = "Lấy tiếp sau số hiệu này")
    private long after;

    @Option(name = "--limit", description = "Số dòng, 1–500; mặc định 100")
    private int limit = 100;

    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private DecisionBook book;

    /** Made by the shell. */
    public DecisionsCommand() {}

    DecisionsCommand(Session session, Localities localities, DecisionBook book, String locality) {
        this.session = session;
        this.localities = localities;
        this.book = book;
        this.locality = locality;
    }

    @Override
    public Object execute() {
        List<DecisionDoc> page =
                book.find(
                        localities.require(locality).id(),
                        Console.actor(session),
                        new Query(null, null, null, null, null),
                        after,
                        limit);
        for (DecisionDoc doc : page) {
            Console.row(
                    session,
                    doc.id(),
                    doc.draft().kind(),
                    doc.state(),
                    doc.signature().signedOn() == null ? "-" : doc.signature().signedOn(),
                    doc.persons());
        }
        return null;
    }
}
