package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A page of a list.
 *
 * @param items what there is
 * @param next give it as {@code after} for the next page; null at the end
 */
record Page<T>(
        List<T> items,
        @Schema(nullable = true, description = "Đưa vào after để lấy trang sau; null là hết")
                Long next) {

    static <T> Page<T> of(List<T> items, int limit, ToLongFunction<T> key) {
        boolean more = items.size() == limit;
        return new Page<>(items, more ? key.applyAsLong(items.get(items.size() - 1)) : null);
    }
}
