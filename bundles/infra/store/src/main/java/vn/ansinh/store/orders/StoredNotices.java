package vn.ansinh.store.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.payment.api.Notices.Entry;
import vn.ansinh.payment.api.Notices.NoticeFile;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.store.internal.Current;

/**
 * What banks sent. What an order has come to is the highest of all that was said of it – pending,
 * rejected, paid, reversed – so that order and repetition of files do not matter.
 */
final class StoredNotices implements NoticeStorage {
    private static final String RANK =
            "array_position(array['PENDING', 'REJECTED', 'PAID', 'REVERSED'], %s)";

    private final Sql sql;
    private final Moves moves;

    StoredNotices(Current current) {
        this.sql = new Sql(current);
        this.moves = new Moves(sql);
    }

    @Override
    public Optional<Incoming> bySha256(byte[] sha256) {
        return sql.first(
                "select notice_file_id, state from notice_file where sha256 = ?",
                row -> new Incoming(row.getLong(1), row.getString(2).equals("DONE")),
                (Object) sha256);
    }

    @Override
    public Incoming open(byte[] sha256, String name, byte[] content, int entries, Instant at) {
        sql.update(
                "insert into notice_file (sha256, name, content, entries, state, taken_at,"
                        + " taken_by) values (?, ?, ?, ?, 'READING', ?, ?)"
                        + " on conflict (tenant_id, sha256) do nothing",
                sha256,
                name,
                content,
                entries,
                at,
                sql.login());
        return bySha256(sha256).orElseThrow();
    }

    @Override
    public int add(long noticeFileId, List<BankNotice> notices, Instant at) {
        return sql.update(
                "insert into bank_notice (notice_file_id, statement_id, entry_id, message_id,"
                        + " end_to_end_id, amount_dong, outcome, reason_code, bank_reference,"
                        + " booked_on, recorded_at) select ?, x.s, x.e, x.m, x.o, x.d, x.t, x.r,"
                        + " x.b, nullif(x.k, '')::date, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " x (s, e, m, o, d, t, r, b, k)"
                        + " on conflict (tenant_id, statement_id, entry_id) do nothing",
                noticeFileId,
                at,
                column(notices, BankNotice::statementId),
                column(notices, BankNotice::entryId),
                column(notices, BankNotice::messageId),
                column(notices, BankNotice::endToEndId),
                column(notices, BankNotice::amountDong),
                column(notices, n -> n.outcome().name()),
                column(notices, BankNotice::reasonCode),
                column(notices, BankNotice::bankReference),
                column(notices, n -> text(n.bookedOn())));
    }

    private static <T> List<T> column(List<BankNotice> notices, Function<BankNotice, T> of) {
        return notices.stream().map(of).toList();
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    public List<Long> apply(List<BankNotice> notices, Instant at) {
        List<String> orders =
                notices.stream()
                        .filter(n -> !n.wholeFile())
                        .map(BankNotice::endToEndId)
                        .distinct()
                        .toList();
        List<String> messages =
                notices.stream()
                        .filter(n -> !n.messageId().isEmpty())
                        .map(BankNotice::messageId)
                        .distinct()
                        .toList();
        List<Long> files = lockFiles(orders, messages);
        if (files.isEmpty()) {
            return List.of();
        }
        List<Long> moved = new ArrayList<>();
        sql.list("select set_config('plan_cache_mode', 'force_custom_plan', true)", row -> "");
        String target = "(array['PENDING', 'REJECTED', 'PAID', 'REVERSED'])[s.rank]";
        // Whole-file words: only a refusal says something of each order.
        moved.addAll(
                sql.keys(
                        "insert into order_event (order_id, from_state, to_state, reason, actor,"
                                + " on_behalf_of, at) select s.order_id, s.state, "
                                + target
                                + ", s.reason, ?, ?, ? from (select o.order_id, o.state,"
                                + " max(n.rank) as rank, coalesce(max(n.reason_code) filter ("
                                + "  where n.rank = n.top), '') as reason"
                                + " from payment_order o join bank_file_order f"
                                + "  on f.tenant_id = o.tenant_id and f.order_id = o.order_id"
                                + " join bank_file b on b.tenant_id = f.tenant_id"
                                + "  and b.file_id = f.file_id"
                                + " cross join lateral (select "
                                + RANK.formatted("n.outcome")
                                + " as rank, n.reason_code, max("
                                + RANK.formatted("n.outcome")
                                + ") over () as top from bank_notice n"
                                + "  where n.tenant_id = o.tenant_id"
                                + "  and (n.end_to_end_id = o.end_to_end_id"
                                + "   and n.amount_dong in (0, o.amount_dong)"
                                + "   or n.end_to_end_id = '' and n.message_id = b.message_id"
                                + "   and n.outcome = 'REJECTED')) n"
                                + " where o.order_id in (select order_id from payment_order"
                                + "   where end_to_end_id = any (?)"
                                + "  union select x.order_id from bank_file_order x"
                                + "   join bank_file y on y.file_id = x.file_id"
                                + "   join bank_notice z on z.message_id = y.message_id"
                                + "    and z.end_to_end_id = '' and z.outcome = 'REJECTED'"
                                + "   where y.message_id = any (?))"
                                + " and o.state in ('FILED', 'UNKNOWN', 'SENT', 'PENDING',"
                                + "  'REJECTED', 'PAID') group by o.order_id, o.state) s"
                                + " where s.rank > coalesce("
                                + RANK.formatted("s.state")
                                + ", 0) returning order_id",
                        sql.login(),
                        sql.onBehalfOf(),
                        at,
                        texts(orders),
                        texts(messages)));
        filesSeen(files, at);
        moved.addAll(
                moves.some(
                        "SENT",
                        "",
                        at,
                        "o.state in ('FILED', 'UNKNOWN') and o.order_id in (select f.order_id"
                                + " from bank_file_order f join bank_file b"
                                + " on b.file_id = f.file_id where b.file_id = any (?)"
                                + " and b.state = 'ACCEPTED')",
                        files));
        return moved;
    }

    /** An empty list of texts has a type of its own. */
    private static List<String> texts(List<String> some) {
        return some.isEmpty() ? List.of("") : some;
    }

    /** Files before orders, as whoever sends does it: nobody waits for each other. */
    private List<Long> lockFiles(List<String> orders, List<String> messages) {
        return sql.keys(
                "select file_id from bank_file where file_id in (select f.file_id"
                        + " from bank_file_order f join payment_order o"
                        + "  on o.tenant_id = f.tenant_id and o.order_id = f.order_id"
                        + " where o.end_to_end_id = any (?))"
                        + " or message_id = any (?) order by file_id for update",
                texts(orders),
                texts(messages));
    }

    /** The bank speaks of a file: it has it. */
    private void filesSeen(List<Long> files, Instant at) {
        sql.update(
                "insert into file_event (file_id, from_state, to_state, reason, actor,"
                        + " on_behalf_of, at) select b.file_id, b.state, s.to_state, s.reason,"
                        + " ?, ?, ? from bank_file b cross join lateral (select"
                        + " case when bool_or(n.outcome = 'REJECTED') then 'REFUSED'"
                        + "  else 'ACCEPTED' end as to_state,"
                        + " coalesce(max(n.reason_code), '') as reason from bank_notice n"
                        + " where n.end_to_end_id = '' and n.message_id = b.message_id) s"
                        + " where b.file_id = any (?) and b.state <> s.to_state"
                        + " and b.state <> 'REFUSED'",
                sql.login(),
                sql.onBehalfOf(),
                at,
                files);
    }

    @Override
    public void done(long noticeFileId) {
        sql.update("update notice_file set state = 'DONE' where notice_file_id = ?", noticeFileId);
    }

    @Override
    public List<Incoming> halfRead() {
        return sql.list(
                "select notice_file_id from notice_file where state = 'READING'"
                        + " order by notice_file_id",
                row -> new Incoming(row.getLong(1), false));
    }

    @Override
    public byte[] content(long noticeFileId) {
        return sql.first(
                        "select content from notice_file where notice_file_id = ?",
                        row -> row.getBytes(1),
                        noticeFileId)
                .orElseThrow();
    }

    @Override
    public String lastNamed(String prefix) {
        return sql.first(
                        "select name from notice_file where starts_with(name, ?)"
                                + " order by notice_file_id desc limit 1",
                        row -> row.getString(1),
                        prefix)
                .orElse("");
    }

    @Override
    public List<NoticeFile> files(long before, int limit) {
        return sql.list(
                "select notice_file_id, name, sha256, entries, taken_at, taken_by from notice_file"
                        + " where ? = 0 or notice_file_id < ? order by notice_file_id desc limit ?",
                row ->
                        new NoticeFile(
                                row.getLong("notice_file_id"),
                                row.getString("name"),
                                HexFormat.of().formatHex(row.getBytes("sha256")),
                                row.getInt("entries"),
                                Sql.instant(row, "taken_at"),
                                row.getString("taken_by")),
                before,
                before,
                limit);
    }

    @Override
    public List<Entry> entries(String endToEndId) {
        return sql.list(
                "select * from bank_notice where end_to_end_id = ? order by notice_id",
                row ->
                        new Entry(
                                row.getString("statement_id"),
                                row.getString("entry_id"),
                                row.getString("outcome"),
                                row.getLong("amount_dong"),
                                row.getString("reason_code"),
                                row.getString("bank_reference"),
                                Sql.instant(row, "recorded_at")),
                endToEndId);
    }
}
