package vn.ansinh.payment.internal;

import java.util.HexFormat;
import vn.ansinh.payment.port.LedgerLine;
import vn.ansinh.payment.port.LedgerStorage.Span;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.StoredRun;

/** The lines of an export as JSON; docs/reference/ledger.md describes them for other programs. */
final class LedgerText {
    private static final HexFormat HEX = HexFormat.of();

    private LedgerText() {}

    static String head(int tenant, String locality) {
        return "{\"type\":\"export\",\"version\":1,\"tenant\":"
                + tenant
                + ",\"locality\":"
                + quoted(locality)
                + "}";
    }

    static String link(Link link) {
        return "{\"type\":\"link\",\"seq\":"
                + link.sequence()
                + ",\"kind\":"
                + quoted(link.kind())
                + ",\"subject\":"
                + link.subjectId()
                + ",\"at\":"
                + quoted(link.at().toString())
                + ",\"digest\":"
                + hex(link.digest())
                + ",\"event\":"
                + quoted(link.event())
                + ",\"prev\":"
                + hex(link.previousHash())
                + ",\"hash\":"
                + hex(link.hash())
                + "}";
    }

    static String run(StoredRun run) {
        return "{\"type\":\"run\",\"run\":"
                + run.id()
                + ",\"state\":"
                + quoted(run.state().name())
                + ",\"month\":"
                + quoted(run.month().toString())
                + ",\"last\":"
                + quoted(run.lastMonth().toString())
                + ",\"lines\":"
                + run.lines()
                + ",\"dong\":"
                + run.totalDong()
                + ",\"root\":"
                + hex(run.digest())
                + "}";
    }

    static String chunk(long runId, Span chunk) {
        return "{\"type\":\"chunk\",\"run\":"
                + runId
                + ",\"no\":"
                + chunk.number()
                + ",\"lines\":"
                + chunk.lines()
                + ",\"dong\":"
                + chunk.totalDong()
                + ",\"root\":"
                + hex(chunk.root())
                + "}";
    }

    static String line(int tenant, LedgerLine line, boolean open) {
        String payload;
        if (line.salt() == null) {
            payload = ",\"erased\":true";
        } else if (line.restricted() && !open) {
            payload = ",\"sealed\":true";
        } else {
            payload = ",\"salt\":" + hex(line.salt()) + ",\"text\":" + quoted(line.text(tenant));
        }
        return "{\"type\":\"line\",\"key\":"
                + quoted(line.key())
                + ",\"dong\":"
                + line.movement().signed(line.amountDong())
                + payload
                + ",\"leaf\":"
                + hex(line.leaf())
                + "}";
    }

    /** A JSON string. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String hex(byte[] bytes) {
        return quoted(HEX.formatHex(bytes));
    }
}
