/* Sessions through session.h: outcomes, results, errors, magics, completion, inspection. */
#include "kernel/recorder.h"

#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef struct bench {
    gb_recorder *recorder;
    gb_session *session;
} bench;

static int set_up(void **state)
{
    gb_error err = GB_ERROR_INIT;
    bench *b = calloc(1, sizeof *b);
    b->recorder = gb_recorder_new(NULL, &err);
    gb_session_options options = {.front = gb_recorder_front(b->recorder), .folder = "tests"};
    b->session = gb_session_new(&options, &err);
    if (!b->session) fail_msg("%s", err.message);
    *state = b;
    return 0;
}

static int tear_down(void **state)
{
    bench *b = *state;
    gb_session_free(b->session);
    gb_recorder_free(b->recorder);
    free(b);
    return 0;
}

/* Runs a cell; its outputs as nbformat has them, owned. */
static json_t *run(bench *b, const char *text)
{
    gb_cell cell = {.text = text, .size = strlen(text), .store_history = true};
    gb_outcome outcome;
    gb_session_execute(b->session, &cell, &outcome);
    json_t *outputs = gb_recorder_take(b->recorder, &outcome);
    gb_outcome_release(&outcome);
    return outputs;
}

/* The outputs' JSON text holds this. */
static void shows(bench *b, const char *cell, const char *wanted)
{
    json_t *outputs = run(b, cell);
    char *text = json_dumps(outputs, JSON_COMPACT);
    if (!strstr(text, wanted)) fail_msg("%s\nshows %s\nnot %s", cell, text, wanted);
    free(text);
    json_decref(outputs);
}

static void results(void **state)
{
    bench *b = *state;
    shows(b, "6 * 7", "\"text/plain\":\"42\"");
    shows(b, "_ + 1", "43");
    shows(b, "__", "42");
    shows(b, "print('a'); print('b')", "\"text\":\"a\\nb\\n\"");
    json_t *none = run(b, "None");
    assert_int_equal(json_array_size(none), 0);
    json_decref(none);
    shows(b,
          "class C:\n    def _repr_html_(self): return '<b onclick=1>x</b><script>1</script>'\nC()",
          "<b>x</b>");
    shows(b, "class D:\n    def _repr_png_(self): return b'hi'\nD()", "\"image/png\":\"aGk=\"");
    shows(b,
          "class E:\n    def _repr_html_(self): 1/0\n    def __repr__(self): return 'plain'\nE()",
          "plain");
}

static void errors(void **state)
{
    bench *b = *state;
    shows(b, "1/0", "\"ename\":\"ZeroDivisionError\"");
    shows(b, "x = = 1", "\"ename\":\"SyntaxError\"");
    shows(b, "\xff", "\"ename\":\"SyntaxError\"");
    shows(b, "class S(Exception):\n    def __str__(self): 1/0\nraise S", "\"ename\":\"S\"");
    static const char text[] = "def f():\n    return (1) + None\nf()";
    gb_cell cell = {.text = text, .size = strlen(text), .name = "a.py"};
    gb_outcome outcome;
    gb_session_execute(b->session, &cell, &outcome);
    assert_string_equal(gb_json_string_or(outcome.error, "text", ""),
                        "Traceback (most recent call last):\n"
                        "  File \"a.py\", line 3, in <module>\n    f()\n"
                        "  File \"a.py\", line 2, in f\n    return (1) + None\n"
                        "           ~~~~^~~~~~\n"
                        "TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'\n");
    gb_outcome_release(&outcome);
}

static void exits(void **state)
{
    bench *b = *state;
    gb_cell cell = {.text = "import sys; sys.exit(3)", .size = 23};
    gb_outcome outcome;
    gb_session_execute(b->session, &cell, &outcome);
    assert_true(outcome.exits);
    assert_int_equal(outcome.exit_status, 3);
    gb_outcome_release(&outcome);
}

static void magics(void **state)
{
    bench *b = *state;
    shows(b, "%time 1 + 1", "Wall time");
    shows(b, "%timeit -n 3 -r 2 pass", "3 loops each");
    shows(b, "%%timeit -n 1 -r 1 y = 2\nz = '''a\nb''' * y", "per loop");
    shows(b, "q = 1\n%who", "q\\t");
    shows(b, "%whos int", "q          int    1");
    shows(b, "%who_ls", "'q'");
    shows(b, "%%capture c\nprint('kept')\n5", "[]");
    shows(b, "c.stdout", "kept");
    shows(b, "%pip install x", "nothing to install");
    shows(b, "!pip install x", "nothing to install");
    shows(b, "!rm -rf /", "PermissionError");
    shows(b, "%nothing", "there are %time");
    shows(b, "%tme 1", "did you mean '%time'");
    shows(b, "%matplotlib inline", "[]");
    shows(b, "%%time\nraise ValueError('v')", "\"ename\":\"ValueError\"");
    shows(b, "q?", "Type:");
    shows(b, "def g():\n    return 'source'\ng??", "return 'source'");
    shows(b, "%reset -f\n'q' in dir()", "False");
    shows(b, "%display text\n%display", "text");
}

static void display_module(void **state)
{
    bench *b = *state;
    shows(b, "from IPython.display import *\ndisplay(HTML('<i>a</i>'), 5)", "<i>a</i>");
    shows(b, "h = display('old', display_id=True)\nh.update('new')", "'new'");
    shows(b, "print('gone')\nclear_output(wait=True)\nprint('stays')", "\"text\":\"stays\\n\"");
    shows(b, "JSON({'a': [1]})", "\\\"a\\\": [");
    shows(b, "Javascript('alert(1)')", "JavaScript is left out");
    shows(b, "Image(data=b'\\x89PNG\\r\\n\\x1a\\n', width=3)", "\"image/png\":\"iVBORw0KGgo=\"");
    shows(b, "Image('/etc/passwd')", "PermissionError");
}

static json_t *complete(bench *b, const char *text)
{
    gb_error err = GB_ERROR_INIT;
    json_t *found = gb_session_complete(b->session, text, strlen(text), SIZE_MAX, &err);
    assert_non_null(found);
    return found;
}

static void offers(bench *b, const char *text, const char *wanted)
{
    json_t *found = complete(b, text), *matches = json_object_get(found, "matches");
    bool any = false;
    for (size_t i = 0; i < json_array_size(matches); i++)
        any = any || strcmp(json_string_value(json_array_get(matches, i)), wanted) == 0;
    if (!any) fail_msg("%s does not offer %s", text, wanted);
    json_decref(found);
}

static void completion(void **state)
{
    bench *b = *state;
    json_decref(
        run(b, "class K:\n    def go(self, far, *, fast=1): pass\nk = K(); d = {'key': k}"));
    offers(b, "k.g", "go");
    offers(b, "d['ke", "key");
    offers(b, "d['key'].g", "go");
    offers(b, "k.go(fa", "far=");
    offers(b, "k.go(1, fas", "fast=");
    offers(b, "with open('x') as f:\n    whi", "while");
    offers(b, "new_name = 1\nnew_", "new_name");
    offers(b, "import ma", "math");
    offers(b, "from math import sq", "sqrt");
    offers(b, "import math as m\nm.sq", "sqrt");
    offers(b, "''.upp", "upper");
    offers(b, "%%ti", "time");
    offers(b, "open('unit/ker", "unit/kernel/");
    json_t *found = complete(b, "é = 1; k.");
    assert_int_equal(gb_json_int_or(found, "start", 0), 9);
    json_decref(found);
}

static void inspection(void **state)
{
    bench *b = *state;
    gb_error err = GB_ERROR_INIT;
    json_decref(run(b, "def f(a, b=2):\n    'Adds.'"));
    json_t *bundle = gb_session_inspect(b->session, "f(1, ", 5, SIZE_MAX, 0, &err);
    const char *text = gb_json_string_or(json_object_get(bundle, "data"), "text/plain", "");
    assert_non_null(strstr(text, "f(a, b=2)"));
    assert_non_null(strstr(text, "Adds."));
    json_decref(bundle);
    assert_null(gb_session_inspect(b->session, "nowhere", 7, 3, 0, &err));
    shows(b, "help(f)", "Help on function f");
}

static void expressions(void **state)
{
    bench *b = *state;
    json_t *asked = json_pack("{s:s, s:s}", "good", "1 + 1", "bad", "1/0");
    json_t *answers = gb_session_evaluate_all(b->session, asked);
    char *text = json_dumps(answers, JSON_COMPACT);
    assert_non_null(strstr(text, "\"text/plain\":\"2\""));
    assert_non_null(strstr(text, "ZeroDivisionError"));
    free(text);
    json_decref(answers);
    json_decref(asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(results, set_up, tear_down),
        cmocka_unit_test_setup_teardown(errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(exits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(magics, set_up, tear_down),
        cmocka_unit_test_setup_teardown(display_module, set_up, tear_down),
        cmocka_unit_test_setup_teardown(completion, set_up, tear_down),
        cmocka_unit_test_setup_teardown(inspection, set_up, tear_down),
        cmocka_unit_test_setup_teardown(expressions, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
