/* The lexer: kinds, levels, indentation, and the mistakes it reports. */
#include "kernel/lang/lexer.h"

#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* The tokens' kinds and texts, blank-separated, names and literals in full. */
static char *lex(const char *text, bool cell)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    gb_tokens tokens;
    gb_buffer out = GB_BUFFER_INIT;
    assert_true(gb_source_init(&source, 1, "t", (gb_text){text, strlen(text)}, &err));
    assert_true(gb_lex(&source, (gb_lex_options){.cell = cell}, &tokens, &err));
    for (size_t i = 0; i < tokens.count; i++) {
        gb_token t = tokens.items[i];
        bool shown = t.kind >= GB_TOKEN_NAME && t.kind <= GB_TOKEN_MAGIC;
        if (i) gb_buffer_char(&out, ' ');
        if (shown)
            gb_buffer_put(&out, source.text + t.start, t.end - t.start);
        else
            gb_buffer_text(&out, gb_token_kind_text((gb_token_kind)t.kind));
    }
    if (tokens.error.cls)
        gb_buffer_format(&out, " %s: %s", gb_error_class_name(tokens.error.cls),
                         tokens.error.message);
    gb_tokens_release(&tokens);
    gb_source_release(&source);
    return gb_buffer_take(&out, NULL, &err);
}

static void check(const char *text, const char *wanted)
{
    char *got = lex(text, false);
    assert_string_equal(got, wanted);
    gb_free(got);
}

static void check_cell(const char *text, const char *wanted)
{
    char *got = lex(text, true);
    assert_string_equal(got, wanted);
    gb_free(got);
}

static void signs_and_names(void **state)
{
    (void)state;
    check("a **= b // c -> d := ...", "a **= b // c -> d := ... NEWLINE END");
    check("x if not y else lambda: z", "x if not y else lambda : z NEWLINE END");
    check("\xC3\xA9t\xC3\xA9 = 1", "\xC3\xA9t\xC3\xA9 = 1 NEWLINE END");
    check("match = case", "match = case NEWLINE END");
}

static void literals(void **state)
{
    (void)state;
    check("1_000 0x_ff 0b1 0o17 1.5e-3 .5j 5. 1E5",
          "1_000 0x_ff 0b1 0o17 1.5e-3 .5j 5. 1E5 NEWLINE END");
    check("1if x else 2", "1 if x else 2 NEWLINE END");
    check("'a' rb\"\\\"\" f'{x!r:>{w}}' '''a\nb'''",
          "'a' rb\"\\\"\" f'{x!r:>{w}}' '''a\nb''' NEWLINE END");
    check("rx 'a'", "rx 'a' NEWLINE END");
}

static void indentation(void **state)
{
    (void)state;
    check("if a:\n  b\n\n  # c\n  c\nd\n",
          "if a : NEWLINE INDENT b NEWLINE c NEWLINE DEDENT d NEWLINE END");
    check("f(a,\n  b)\nc", "f ( a , b ) NEWLINE c NEWLINE END");
    check("a = \\\n  1", "a = 1 NEWLINE END");
    check("if a:\n  if b:\n    c",
          "if a : NEWLINE INDENT if b : NEWLINE INDENT c NEWLINE DEDENT DEDENT END");
}

static void mistakes(void **state)
{
    (void)state;
    check("'abc", "ERROR SyntaxError: unterminated string literal (detected at line 1)");
    check("(1]",
          "( 1 ERROR SyntaxError: closing parenthesis ']' does not match opening parenthesis '('");
    check("if a:\n    b\n  c",
          "if a : NEWLINE INDENT b NEWLINE DEDENT ERROR IndentationError: unindent "
          "does not match any outer indentation level");
    check("if a:\n        b\n\tc",
          "if a : NEWLINE INDENT b NEWLINE ERROR TabError: inconsistent use of "
          "tabs and spaces in indentation");
    check("089",
          "ERROR SyntaxError: leading zeros in decimal integer literals are not permitted; use an "
          "0o prefix for octal integers");
    check("x = \xC2\xA0", "x = ERROR SyntaxError: invalid non-printable character U+00A0");
}

static void notebook_forms(void **state)
{
    (void)state;
    check_cell("%time f(x)\ny", "%time f(x) NEWLINE y NEWLINE END");
    check_cell("%%time\na\nb\n", "%%time\na\nb\n NEWLINE END");
    check_cell("x = !ls -l\nx = %who", "x = !ls -l NEWLINE x = %who NEWLINE END");
    check_cell("a.b?\n", "a.b? NEWLINE END");
    check_cell("a %b", "a % b NEWLINE END");
    check_cell("f(a\n%b)", "f ( a % b ) NEWLINE END");
    check_cell("if a:\n  !ls\n", "if a : NEWLINE INDENT !ls NEWLINE DEDENT END");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_and_names), cmocka_unit_test(literals),
        cmocka_unit_test(indentation),     cmocka_unit_test(mistakes),
        cmocka_unit_test(notebook_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
