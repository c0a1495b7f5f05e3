package vn.ansinh.payment.port;

import java.util.List;

/**
 * What a chunk gave. Read back it has no lines and no differences, only their counts.
 *
 * @param number chunk
 * @param done whether it is done
 * @param persons people with a line
 * @param lineCount lines
 * @param totalDong sum
 * @param differenceCount differences
 * @param root Merkle root over the leaves, in the order of the lines; null while not done
 * @param totals totals
 * @param lines lines in the order of their key
 * @param differences differences
 */
public record ChunkResult(
        int number,
        boolean done,
        int persons,
        int lineCount,
        long totalDong,
        int differenceCount,
        byte[] root,
        List<TotalRow> totals,
        List<Line> lines,
        List<StoredDifference> differences) {}
