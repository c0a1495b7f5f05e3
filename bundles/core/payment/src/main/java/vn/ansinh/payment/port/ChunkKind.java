package vn.ansinh.payment.port;

/** What a chunk of a run holds. */
public enum ChunkKind {
    /** Lines of the list of a month, sequence 0. */
    LIST,
    /** Lines from due items, sequence above 0. */
    ITEMS
}
