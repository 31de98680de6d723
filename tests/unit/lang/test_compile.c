/* The compiler: what it emits, and that every path through it keeps the stack in balance. */
#include "kernel/lang/compile.h"

#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static gb_code *compile(const char *text, gb_compile_options options)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    assert_true(gb_source_init(&source, 1, "t", (gb_text){text, strlen(text)}, &err));
    gb_code *code = gb_compile_text(&source, options, &err);
    if (!code) fail_msg("%s: %s", text, err.message);
    gb_source_release(&source);
    return code;
}

/* --- the depth of the stack on every path --------------------------------------------------- */

typedef struct walk {
    const gb_code *code;
    int *depths;
    uint32_t *todo;
    size_t count;
} walk;

static void reach(walk *w, uint32_t at, int depth)
{
    if (at >= w->code->instruction_count || depth < 0 || depth > (int)w->code->stack_size)
        fail_msg("%s: depth %d at %u", w->code->qualname, depth, at);
    if (w->depths[at] < 0) {
        w->depths[at] = depth;
        w->todo[w->count++] = at;
    } else if (w->depths[at] != depth) {
        fail_msg("%s: depths %d and %d at %u", w->code->qualname, w->depths[at], depth, at);
    }
}

static void step(walk *w, uint32_t at)
{
    gb_instr i = w->code->instructions[at];
    int depth = w->depths[at], after = depth + gb_instr_effect(i);
    for (uint32_t k = 0; k < w->code->handler_count; k++) {
        gb_handler h = w->code->handlers[k];
        if (at < h.start || at >= h.end) continue;
        assert_true((int)h.depth <= depth);
        reach(w, h.handler, (int)h.depth + 1);
        break;
    }
    switch (i.op) {
    case GB_OP_RETURN: assert_int_equal(depth, 1); return;
    case GB_OP_RETURN_CONST:
    case GB_OP_RETURN_FAST: assert_int_equal(depth, 0); return;
    case GB_OP_RAISE:
    case GB_OP_RERAISE: return;
    case GB_OP_JUMP:
    case GB_OP_JUMP_BACK: reach(w, i.a, depth); return;
    case GB_OP_JUMP_IF_FALSE_OR_POP:
    case GB_OP_JUMP_IF_TRUE_OR_POP: reach(w, i.a, depth); break;
    case GB_OP_FOR_ITER:
    case GB_OP_FOR_ITER_FAST: reach(w, i.a, depth - 1); break;
    case GB_OP_POP_JUMP_IF_FALSE:
    case GB_OP_POP_JUMP_IF_TRUE:
    case GB_OP_POP_JUMP_IF_NONE:
    case GB_OP_POP_JUMP_IF_NOT_NONE:
    case GB_OP_COMPARE_JUMP:
    case GB_OP_COMPARE_JUMP_LL:
    case GB_OP_COMPARE_JUMP_LC:
    case GB_OP_COMPARE_JUMP_SL:
    case GB_OP_COMPARE_JUMP_SC:
    case GB_OP_JUMP_IF_NOT_MATCH: reach(w, i.a, after); break;
    default: break;
    }
    reach(w, at + 1, after);
}

static void check_balance(const gb_code *code)
{
    uint32_t n = code->instruction_count;
    walk w = {code, malloc(n * sizeof(int)), malloc(n * sizeof(uint32_t)), 0};
    for (uint32_t i = 0; i < n; i++)
        w.depths[i] = -1;
    reach(&w, 0, 0);
    while (w.count)
        step(&w, w.todo[--w.count]);
    free(w.depths);
    free(w.todo);
    for (uint32_t i = 0; i < code->code_count; i++)
        check_balance(code->codes[i]);
}

static void balance(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "def f(x):\n for i in x:\n  try:\n   if i: return i\n   continue\n  except A as e:\n   "
        "break\n"
        "  except B:\n   return [i for i in x if i]\n  else:\n   pass\n  finally:\n   g()\n "
        "else:\n  h()\n",
        "def f():\n while a:\n  with b as c, d:\n   try:\n    return 1\n   finally:\n    if e: "
        "break\n",
        "def f():\n try:\n  try: a\n  finally:\n   return b\n except C as d:\n  try: return d\n  "
        "finally: e\n",
        "match a:\n case {'k': [x, *y], **z} if w: pass\n case A(b=1) | B([_, 2]) as c: pass\n "
        "case _: d\n",
        "x = [(a, b) for a in c if a for b in d(lambda: a)]\ny = {k: v for k, v in z}\nw = (i for "
        "i in x)",
        "a < b < c and (d or not e) if f else g\nx, (y, *z) = w\na.b[c] += d\nf(*a, b=1, **c)",
        "def g():\n x = yield a\n y = yield from b\n try: yield\n finally: yield x\n",
        "class A(B, metaclass=C):\n 'doc'\n x: int = 1\n def f(self): return super().f()\n",
        "async_ = 1\nfor x in y:\n for z in w:\n  if z: break\n  continue\n else: continue\n "
        "break\n",
        "while 1:\n try:\n  continue\n finally:\n  for i in j:\n   break\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int fuse = 0; fuse < 2; fuse++) {
            gb_code *code = compile(texts[i], (gb_compile_options){.fuse = fuse});
            check_balance(code);
            gb_code_unref(code);
        }
}

/* --- what is emitted ------------------------------------------------------------------------ */

/* Names of the opcodes, blank-separated, of the code's first function (or itself). */
static void check_ops(const char *text, bool inner, gb_compile_options options, const char *wanted)
{
    gb_error err = GB_ERROR_INIT;
    gb_code *code = compile(text, options);
    const gb_code *shown = inner ? code->codes[0] : code;
    gb_buffer b = GB_BUFFER_INIT;
    for (uint32_t i = 0; i < shown->instruction_count; i++)
        gb_buffer_format(&b, "%s%s", i ? " " : "",
                         gb_opcode_name((gb_opcode)shown->instructions[i].op));
    char *got = gb_buffer_take(&b, NULL, &err);
    assert_string_equal(got, wanted);
    gb_free(got);
    gb_code_unref(code);
}

static void fused_forms(void **state)
{
    (void)state;
    gb_compile_options fuse = {.fuse = true};
    check_ops("def f(n):\n s = 0\n for i in range(n):\n  if i % 3 < 2: s += i\n return s", true,
              fuse,
              "LOAD_CONST STORE_FAST LOAD_GLOBAL LOAD_FAST CALL GET_ITER FOR_ITER_FAST MOD_LC "
              "COMPARE_JUMP_SC ADD_LL STORE_FAST JUMP_BACK RETURN_FAST");
    check_ops("def f(a, b):\n while a < b: a = a + 1", true, fuse,
              "COMPARE_JUMP_LL ADD_LC STORE_FAST JUMP_BACK RETURN_CONST");
    check_ops(
        "def f(x):\n for i, v in x: x.g(v)", true, fuse,
        "LOAD_FAST GET_ITER FOR_ITER UNPACK_FAST2 LOAD_FAST LOAD_METHOD LOAD_FAST CALL_METHOD "
        "POP JUMP_BACK RETURN_CONST");
}

static void folding(void **state)
{
    (void)state;
    gb_compile_options plain = {0};
    check_ops("x = (2 ** 10 - 1, -3 // 2, 'a' 'b' + 'c')", false, plain,
              "LOAD_CONST STORE_GLOBAL RETURN_CONST");
    check_ops("if 0: a\nx in {1, 2}", false, plain,
              "LOAD_GLOBAL LOAD_CONST CONTAINS POP RETURN_CONST");
    gb_code *code = compile("x = (7 // -2, -7 % 3, 1 / 4, 1e400, 2 ** 200)", plain);
    gb_buffer b = GB_BUFFER_INIT;
    gb_code_print(code, &b);
    assert_non_null(strstr(b.data, "LOAD_CONST -4\n"));
    assert_non_null(strstr(b.data, "LOAD_CONST 2\n"));
    assert_non_null(strstr(b.data, "LOAD_CONST 0.25\n"));
    assert_non_null(strstr(b.data, "BINARY_OP **"));
    gb_buffer_release(&b);
    gb_code_unref(code);
}

static void display(void **state)
{
    (void)state;
    gb_compile_options cell = {.cell = true, .display = true};
    check_ops("a\nb", false, cell, "LOAD_GLOBAL POP LOAD_GLOBAL DISPLAY RETURN_CONST");
    check_ops("a;", false, cell, "LOAD_GLOBAL POP RETURN_CONST");
    check_ops("'text'", false, cell, "LOAD_CONST DISPLAY RETURN_CONST");
    check_ops("%time f()", false, cell, "MAGIC DISPLAY RETURN_CONST");
}

static void scopes(void **state)
{
    (void)state;
    gb_code *code = compile("def f(a, b, /, c, *d, e=1, **g):\n"
                            " def h():\n  nonlocal c\n  c = a\n return [b for i in d]\n",
                            (gb_compile_options){0});
    const gb_code *f = code->codes[0], *h = f->codes[0];
    assert_int_equal(f->arg_count, 3);
    assert_int_equal(f->posonly_count, 2);
    assert_int_equal(f->kwonly_count, 1);
    assert_int_equal(f->flags & (GB_CODE_VARARGS | GB_CODE_VARKEYWORDS),
                     GB_CODE_VARARGS | GB_CODE_VARKEYWORDS);
    assert_string_equal(f->local_names[3], "e");
    assert_string_equal(f->local_names[4], "d");
    assert_string_equal(f->local_names[5], "g");
    assert_int_equal(f->cell_count,
                     2); /* a and c; b is used by a comprehension of the same frame */
    assert_int_equal(h->free_count, 2);
    for (uint32_t i = 0; i < h->free_count; i++)
        assert_string_equal(h->free_names[i], f->cell_names[h->captured[i] - f->local_count]);
    assert_string_equal(h->qualname, "f.<locals>.h");
    gb_code_unref(code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(balance), cmocka_unit_test(fused_forms), cmocka_unit_test(folding),
        cmocka_unit_test(display), cmocka_unit_test(scopes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
