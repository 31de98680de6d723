/* The parser: trees as ast.dump prints them, CPython's words for mistakes, completeness of cells.
 */
#include "kernel/lang/compile.h"
#include "kernel/lang/parser.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The tree on one line, blanks dropped. */
static char *tree(const char *text, bool cell)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    gb_arena arena = GB_ARENA_INIT;
    gb_buffer out = GB_BUFFER_INIT, flat = GB_BUFFER_INIT;
    assert_true(gb_source_init(&source, 1, "t", (gb_text){text, strlen(text)}, &err));
    gb_node *module = gb_parse(&source, (gb_parse_options){.cell = cell}, &arena, &err);
    if (!module) fail_msg("%s: %s", text, err.message);
    gb_ast_print(module, &out);
    for (size_t i = 0; i < out.size; i++)
        if (out.data[i] != '\n' && out.data[i] != ' ') gb_buffer_char(&flat, out.data[i]);
    gb_buffer_release(&out);
    gb_arena_release(&arena);
    gb_source_release(&source);
    return gb_buffer_take(&flat, NULL, &err);
}

static void check(const char *text, const char *wanted)
{
    char *got = tree(text, false);
    assert_string_equal(got, wanted);
    gb_free(got);
}

static void precedence(void **state)
{
    (void)state;
    check("-a**b",
          "Module(body=[Expr(value=UnaryOp(op=USub(),operand=BinOp(left=Name(id='a',ctx=Load())"
          ",op=Pow(),right=Name(id='b',ctx=Load()))))])");
    check("a<b in c",
          "Module(body=[Expr(value=Compare(left=Name(id='a',ctx=Load()),ops=[Lt(),In()],"
          "comparators=[Name(id='b',ctx=Load()),Name(id='c',ctx=Load())]))])");
}

static void literals(void **state)
{
    (void)state;
    check("'a' \"b\\n\\x41\"", "Module(body=[Expr(value=Constant(value='ab\\nA'))])");
    check("18446744073709551616", "Module(body=[Expr(value=Constant(value=0x10000000000000000))])");
    check("f'{a!r:>{w}}b'",
          "Module(body=[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a',ctx=Load()),"
          "conversion=114,format_spec=JoinedStr(values=[Constant(value='>'),FormattedValue(value="
          "Name("
          "id='w',ctx=Load()),conversion=-1)])),Constant(value='b')]))])");
    check("b'\\xff' ", "Module(body=[Expr(value=Constant(value=b'\\xff'))])");
    check("'\\N{greek small letter alpha}'",
          "Module(body=[Expr(value=Constant(value='\xCE\xB1'))])");
}

static void magics(void **state)
{
    (void)state;
    char *got = tree("%%time -n 1\nx = 1\n", true);
    assert_string_equal(
        got, "Module(body=[Expr(value=Magic(kind=1,name='time',args='-n1',body='x=1\\n'))])");
    gb_free(got);
    got = tree("y = !ls\nx.y??", true);
    assert_string_equal(got,
                        "Module(body=[Assign(targets=[Name(id='y',ctx=Store())],value=Magic(kind=2,"
                        "name='',args='ls',body='')),Expr(value=Magic(kind=4,name='',args='x.y',"
                        "body=''))])");
    gb_free(got);
}

/* One text of broken.txt: its class, line and message as broken.expect has them. */
static char *describe(const char *line, size_t n)
{
    gb_buffer text = GB_BUFFER_INIT, out = GB_BUFFER_INIT;
    gb_error err = GB_ERROR_INIT, ignored = GB_ERROR_INIT;
    gb_source source;
    bool plain = memmem(line, n, "\\N", 2);
    for (size_t i = 0; i < n; i++) {
        bool newline = !plain && line[i] == '\\' && i + 1 < n && line[i + 1] == 'n';
        gb_buffer_char(&text, newline ? '\n' : line[i]);
        i += newline;
    }
    assert_true(gb_source_init(&source, 1, "t", (gb_text){text.data, text.size}, &ignored));
    gb_code *code = gb_compile_text(&source, (gb_compile_options){.fuse = true}, &err);
    if (code)
        gb_buffer_text(&out, "ok");
    else
        gb_buffer_format(&out, "%s|%u|%s", gb_error_class_name(err.cls),
                         gb_source_line(&source, err.span.start), err.message);
    gb_code_unref(code);
    gb_source_release(&source);
    gb_buffer_release(&text);
    return gb_buffer_take(&out, NULL, &ignored);
}

/* Cuts the columns out of "class|line|column|end line|end column|message". */
static void wanted_of(const char *line, size_t n, gb_buffer *out)
{
    int bar = 0;
    gb_buffer_clear(out);
    for (size_t i = 0; i < n; i++) {
        if (bar < 2 || bar >= 5) gb_buffer_char(out, line[i]);
        if (line[i] == '|' && bar < 5) bar++;
    }
}

static void cpythons_words(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    size_t n, m;
    char *texts = gb_file_read("tests/golden/lang/broken.txt", 1 << 20, &n, &err);
    char *wanted = gb_file_read("tests/golden/lang/broken.expect", 1 << 20, &m, &err);
    assert_non_null(texts);
    assert_non_null(wanted);
    gb_buffer line = GB_BUFFER_INIT;
    int checked = 0;
    for (char *t = texts, *w = wanted; *t && *w; checked++) {
        size_t a = strcspn(t, "\n"), b = strcspn(w, "\n");
        wanted_of(w, b, &line);
        char *got = describe(t, a);
        bool out_of_the_language = strstr(got, "not part of the cell language");
        if (!out_of_the_language && strcmp(got, line.data) != 0)
            fail_msg("%.*s\n got    %s\n wanted %s", (int)a, t, got, line.data);
        gb_free(got);
        t += a + 1;
        w += b + 1;
    }
    assert_true(checked > 300);
    gb_buffer_release(&line);
    gb_free(texts);
    gb_free(wanted);
}

static void depth_is_bounded(void **state)
{
    (void)state;
    const char *const units[] = {
        "-", "not ", "(", "[", "{1:", "a.b+", "lambda: ", "f(", "a[", "x if y else "};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        gb_buffer b = GB_BUFFER_INIT;
        for (int k = 0; k < 20000; k++)
            gb_buffer_text(&b, units[i]);
        gb_buffer_text(&b, "1");
        gb_error err = GB_ERROR_INIT;
        gb_source source;
        assert_true(gb_source_init(&source, 1, "t", (gb_text){b.data, b.size}, &err));
        assert_null(gb_compile_text(&source, (gb_compile_options){0}, &err));
        assert_true(err.cls == GB_ERR_SYNTAX || err.cls == GB_ERR_RECURSION);
        gb_source_release(&source);
        gb_buffer_release(&b);
    }
}

static void completeness(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gb_completeness answer;
        int indent;
    } rows[] = {
        {"x = 1", GB_CELL_COMPLETE, 0},
        {"", GB_CELL_COMPLETE, 0},
        {"for i in x:", GB_CELL_INCOMPLETE, 4},
        {"for i in x:\n    print(i)", GB_CELL_INCOMPLETE, 4},
        {"for i in x:\n    print(i)\n", GB_CELL_COMPLETE, 0},
        {"def f():\n    return 1", GB_CELL_INCOMPLETE, 0},
        {"f(1,", GB_CELL_INCOMPLETE, 0},
        {"x = '''a", GB_CELL_INCOMPLETE, 0},
        {"x = 'a", GB_CELL_INVALID, 0},
        {"x = = 1", GB_CELL_INVALID, 0},
        {"x =", GB_CELL_INVALID, 0},
        {"try:\n    a\n", GB_CELL_INCOMPLETE, 4},
        {"@d\n", GB_CELL_INCOMPLETE, 0},
        {"a = \\", GB_CELL_INCOMPLETE, 0},
        {"%%time\nx", GB_CELL_INCOMPLETE, 0},
        {"%time x", GB_CELL_COMPLETE, 0},
        {"import 1", GB_CELL_INVALID, 0},
        {"  x", GB_CELL_INVALID, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int indent = -1;
        gb_completeness got = gb_cell_completeness(rows[i].text, strlen(rows[i].text), &indent);
        if (got != rows[i].answer || indent != rows[i].indent)
            fail_msg("%s: %d, indent %d", rows[i].text, got, indent);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(precedence),       cmocka_unit_test(literals),
        cmocka_unit_test(magics),           cmocka_unit_test(cpythons_words),
        cmocka_unit_test(depth_is_bounded), cmocka_unit_test(completeness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
