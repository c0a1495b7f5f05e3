package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Duplicates.Scan;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:duplicates}: counts only; whoever runs the container cannot read people. */
@Service
@Command(
        scope = "ansinh",
        name = "duplicates",
        description = "Rà hồ sơ nghi trùng của một địa phương: chỉ in số lượng")
public final class DuplicatesCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Duplicates duplicates;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    /** Made by the shell. */
    public DuplicatesCommand() {}

    DuplicatesCommand(
            Session session, Localities localities, Duplicates duplicates, String locality) {
        this.session = session;
        this.localities = localities;
        this.duplicates = duplicates;
        this.locality = locality;
    }

    @Override
    public Object execute() {
        Scan scan = duplicates.scan(localities.require(locality).id(), Console.actor(session));
        Console.row(session, "số người", scan.people());
        Console.row(session, "cặp nghi trùng", scan.pairs());
        Console.row(session, "mới chờ kết luận", scan.added());
        Console.row(session, "rút khỏi danh sách", scan.withdrawn());
        Console.row(session, "nhóm quá lớn bỏ qua", scan.skippedGroups());
        return null;
    }
}
