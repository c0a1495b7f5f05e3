package vn.ansinh.shell.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.LocalityFiles;
import vn.ansinh.platform.api.LocalityFiles.Summary;

/** {@code ansinh:locality}: one locality out to a file, back in beside the others, or away. */
@Service
@Command(
        scope = "ansinh",
        name = "locality",
        description =
                "Xuất một địa phương ra tệp (export MÃ TỆP), phục hồi bên cạnh (restore TỆP MÃ TÊN),"
                        + " gỡ (remove MÃ TỆP)")
public final class LocalityCommand implements Action {
    @Reference private Session session;
    @Reference private LocalityFiles files;

    @Argument(index = 0, name = "what", description = "export, restore, remove", required = true)
    private String what;

    @Argument(index = 1, name = "first", description = "Mã; với restore: tệp", required = true)
    private String first;

    @Argument(index = 2, name = "second", description = "Tệp; với restore: mã mới", required = true)
    private String second;

    @Argument(index = 3, name = "name", description = "Tên địa phương mới (restore)")
    private String name;

    /** Made by the shell. */
    public LocalityCommand() {}

    LocalityCommand(
            Session session,
            LocalityFiles files,
            String what,
            String first,
            String second,
            String name) {
        this.session = session;
        this.files = files;
        this.what = what;
        this.first = first;
        this.second = second;
        this.name = name;
    }

    @Override
    public Object execute() {
        Summary done =
                switch (what) {
                    case "export" -> files.export(Console.actor(session), first, Path.of(second));
                    case "restore" ->
                            files.restore(
                                    Console.actor(session), Path.of(first), second, required(name));
                    case "remove" -> files.remove(Console.actor(session), first, Path.of(second));
                    default -> throw refused("Không có «" + what + "»: export, restore, remove.");
                };
        Console.row(session, done.code(), done.takenAt(), done.tables(), done.rows());
        return null;
    }

    private static String required(String name) {
        if (name == null || name.isBlank()) {
            throw refused("Ghi tên địa phương mới: ansinh:locality restore TỆP MÃ TÊN.");
        }
        return name.strip();
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, sentence);
    }
}
