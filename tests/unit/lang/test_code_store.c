/* Code objects as bytes and back: what is read prints the same and has the same facts. */
#include "graph/base/memory.h"
#include "kernel/lang/code_store.h"
#include "kernel/lang/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char program[] =
    "\"\"\"The module.\"\"\"\n"
    "import os.path as p\n"
    "BIG = 123456789012345678901234567890\n"
    "def f(a, /, b=1.5, *args, c: int = -7, **kw):\n"
    "    'doc of f'\n"
    "    def inner(x):\n"
    "        return x + a if x in {1, 'two', (3, None)} else b'bytes\\0'\n"
    "    try:\n"
    "        return [inner(i) for i in args if i is not ...]\n"
    "    except (ValueError, KeyError) as e:\n"
    "        raise RuntimeError(f'{e!r:>10}') from e\n"
    "class C(dict):\n"
    "    x = 2j\n"
    "    def m(self):\n"
    "        yield super().get('k')\n";

static gb_code *compile(void)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    assert_true(gb_source_init(&source, 1, "test", (gb_text){program, strlen(program)}, &err));
    gb_code *code = gb_compile_text(&source, (gb_compile_options){.fuse = true}, &err);
    gb_source_release(&source);
    assert_non_null(code);
    return code;
}

static void same_code(const gb_code *a, const gb_code *b, uint32_t source)
{
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->qualname, b->qualname);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->stack_size, b->stack_size);
    assert_int_equal(a->cache_count, b->cache_count);
    assert_int_equal(a->class_cell, b->class_cell);
    assert_int_equal(a->doc_size, b->doc_size);
    assert_true(!a->doc == !b->doc && (!a->doc || strcmp(a->doc, b->doc) == 0));
    assert_int_equal(b->source, source);
    assert_memory_equal(a->lines, b->lines, a->instruction_count * sizeof *a->lines);
    assert_memory_equal(a->ranges, b->ranges, a->instruction_count * sizeof *a->ranges);
    assert_int_equal(a->code_count, b->code_count);
    for (uint32_t i = 0; i < a->code_count; i++)
        same_code(a->codes[i], b->codes[i], source);
}

static void comes_back(void **state)
{
    (void)state;
    enum { SOURCE = 42 };
    gb_error err = GB_ERROR_INIT;
    gb_buffer stored = GB_BUFFER_INIT, before = GB_BUFFER_INIT, after = GB_BUFFER_INIT;
    gb_code *code = compile();
    gb_code_store(code, &stored);
    assert_true(gb_buffer_ok(&stored, &err));
    assert_int_equal(stored.size % 8, 0);
    gb_code *loaded = gb_code_load(stored.data, SOURCE, &err);
    assert_non_null(loaded);
    same_code(code, loaded, SOURCE);
    gb_code_print(code, &before);
    gb_code_print(loaded, &after);
    assert_int_equal(before.size, after.size);
    assert_memory_equal(before.data, after.data, before.size);
    gb_code_unref(code);
    gb_code_unref(loaded);
    gb_buffer_release(&stored);
    gb_buffer_release(&before);
    gb_buffer_release(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(comes_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
