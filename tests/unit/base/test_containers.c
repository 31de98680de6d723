/* Buffer, arena and map: contents, growth, and every allocation refused once. */
#include "graph/base/arena.h"
#include "graph/base/buffer.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void buffer_puts_texts_together(void **state)
{
    (void)state;
    gb_buffer b = GB_BUFFER_INIT;
    size_t n = 0;
    gb_buffer_format(&b, "%d-%s", 42, "x");
    gb_buffer_repeat(&b, '.', 3);
    gb_buffer_codepoint(&b, 0xE9);
    gb_buffer_codepoint(&b, 0x1F642);
    char *text = gb_buffer_take(&b, &n, NULL);
    assert_string_equal(text, "42-x...é🙂");
    assert_int_equal(n, 13);
    assert_null(b.data);
    gb_free(text);
}

static void buffer_keeps_zero_bytes(void **state)
{
    (void)state;
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_put(&b, "a\0b", 3);
    assert_int_equal(b.size, 3);
    assert_memory_equal(b.data, "a\0b", 4);
    gb_buffer_release(&b);
}

static void arena_is_aligned_and_zeroed(void **state)
{
    (void)state;
    gb_arena arena = GB_ARENA_INIT;
    for (size_t n = 1; n < 20000; n = n * 3 + 1) {
        char *p = gb_arena_alloc(&arena, n, NULL);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, n);
    }
    assert_null(gb_arena_array(&arena, SIZE_MAX / 2, 4, NULL));
    gb_arena_release(&arena);
}

static void map_finds_what_was_put(void **state)
{
    (void)state;
    gb_map map = GB_MAP_INIT;
    static int values[1000];
    char key[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(key, sizeof key, "key%d", i);
        assert_true(gb_map_put(&map, key, &values[i], NULL));
    }
    for (int i = 0; i < 1000; i += 2) {
        snprintf(key, sizeof key, "key%d", i);
        assert_ptr_equal(gb_map_remove(&map, key), &values[i]);
    }
    assert_int_equal(map.count, 500);
    assert_null(gb_map_get(&map, "key0"));
    assert_ptr_equal(gb_map_get(&map, "key999"), &values[999]);
    assert_true(gb_map_put(&map, "key0", &values[7], NULL));
    size_t i = 0;
    assert_string_equal(gb_map_next(&map, &i)->key, "key1");
    gb_map_release(&map);
}

/* Runs `work` with the first, second, … allocation refused until it goes through; it must report
 * each time. */
static void survive_refusals(bool work(gb_error *err))
{
    for (long n = 0; n < 1000; n++) {
        gb_error err = GB_ERROR_INIT;
        gb_alloc_fail_after(n);
        bool ok = work(&err);
        gb_alloc_fail_after(-1);
        if (ok) {
            assert_int_equal(err.cls, GB_ERR_NONE);
            assert_true(n > 0);
            return;
        }
        assert_int_equal(err.cls, GB_ERR_MEMORY);
    }
    fail_msg("never succeeded");
}

static bool fill_buffer(gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (int i = 0; i < 200; i++)
        gb_buffer_format(&b, "%d ", i);
    char *text = gb_buffer_take(&b, NULL, err);
    gb_free(text);
    return text != NULL;
}

static bool fill_map(gb_error *err)
{
    gb_map map = GB_MAP_INIT;
    char key[16];
    bool ok = true;
    for (int i = 0; ok && i < 100; i++) {
        snprintf(key, sizeof key, "%d", i);
        ok = gb_map_put(&map, key, NULL, err);
    }
    gb_map_release(&map);
    return ok;
}

static bool fill_arena(gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    bool ok = true;
    for (int i = 0; ok && i < 100; i++)
        ok = gb_arena_alloc(&arena, 1000, err) != NULL;
    gb_arena_release(&arena);
    return ok;
}

static void every_refused_allocation_is_reported(void **state)
{
    (void)state;
    survive_refusals(fill_buffer);
    survive_refusals(fill_map);
    survive_refusals(fill_arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buffer_puts_texts_together),
        cmocka_unit_test(buffer_keeps_zero_bytes),
        cmocka_unit_test(arena_is_aligned_and_zeroed),
        cmocka_unit_test(map_finds_what_was_put),
        cmocka_unit_test(every_refused_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
