/* Notebooks and scripts: read, and written in every form. */
#include "kernel/document.h"

#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void scripts(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_document d;
    static const char text[] =
        "x = 1\n# %% [markdown]\n# # Title\n#\n# words\n# %% name\ny = 2\n\n# %%\n";
    assert_true(gb_document_parse_script(text, strlen(text), &d, &err));
    assert_int_equal(d.count, 4);
    assert_string_equal(d.cells[0].source, "x = 1");
    assert_int_equal(d.cells[1].kind, GB_CELL_MARKDOWN);
    assert_string_equal(d.cells[1].source, "# Title\n\nwords");
    assert_string_equal(d.cells[2].source, "y = 2");
    assert_int_equal(d.cells[2].line, 7);
    gb_document_release(&d);
}

static void notebook(const char *text, const char *wrong)
{
    gb_error err = GB_ERROR_INIT;
    gb_document d;
    bool ok = gb_document_parse_notebook(text, strlen(text), "n.ipynb", &d, &err);
    assert_int_equal(ok, wrong == NULL);
    if (wrong && !strstr(err.message, wrong)) fail_msg("%s: %s", text, err.message);
    gb_document_release(&d);
}

static void notebooks_that_cannot_be(void **state)
{
    (void)state;
    notebook("{\"nbformat\":4,\"cells\":[]}", NULL);
    notebook("{\"nbformat\":3,\"cells\":[]}", "format 4");
    notebook("{\"nbformat\":4}", "no list of 'cells'");
    notebook("{\"nbformat\":4,\"cells\":[1]}", "cell 1");
    notebook("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"strange\"}]}", "strange");
    notebook("[", "n.ipynb");
}

static const char sample[] =
    "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{\"title\":\"kept\"},\"cells\":["
    "{\"cell_type\":\"markdown\",\"id\":\"m\",\"source\":[\"# H\\n\",\"a <b>\"]},"
    "{\"cell_type\":\"code\",\"id\":\"c\",\"execution_count\":3,\"source\":\"f(1) < "
    "2\",\"metadata\":{\"tag\":1},"
    "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"one\\n\",\"two\"]},"
    "{\"output_type\":\"error\",\"ename\":\"E\",\"evalue\":\"v\",\"traceback\":[\"\\u001b[1;"
    "31mE\\u001b[0m: <v>\"]},"
    "{\"output_type\":\"display_data\",\"metadata\":{\"image/png\":{\"width\":7,\"alt\":\"a "
    "\\\"b\\\"\"}},"
    "\"data\":{\"image/png\":\"aGk=\"}},"
    "{\"output_type\":\"display_data\",\"metadata\":{},\"data\":{\"image/"
    "png\":\"\\\"><script>\"}}]}]}";

static void writing(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_document d;
    size_t n;
    assert_true(gb_document_parse_notebook(sample, strlen(sample), "s", &d, &err));
    char *again = gb_document_notebook(&d, &n, &err);
    assert_non_null(strstr(again, "\"title\": \"kept\""));
    assert_non_null(strstr(again, "\"execution_count\": 3"));
    gb_document second;
    assert_true(gb_document_parse_notebook(again, n, "again", &second, &err));
    char *same = gb_document_notebook(&second, &n, &err);
    assert_string_equal(again, same);
    char *page = gb_document_page(&d, "A <title>", &n, &err);
    assert_non_null(strstr(page, "<title>A &lt;title&gt;</title>"));
    assert_non_null(strstr(page, "f(1) &lt; 2"));
    assert_non_null(strstr(page, "width=\"7\""));
    assert_non_null(strstr(page, "alt=\"a &quot;b&quot;\""));
    assert_null(strstr(page, "<script>"));
    assert_null(strstr(page, "\x1b"));
    char *text = gb_document_text(&d, &n, &err);
    assert_string_equal(text, "# H\na <b>\n\none\ntwo\nE: v\n");
    gb_free(text);
    gb_free(page);
    gb_free(same);
    gb_free(again);
    gb_document_release(&second);
    gb_document_release(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(scripts),
                                       cmocka_unit_test(notebooks_that_cannot_be),
                                       cmocka_unit_test(writing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
