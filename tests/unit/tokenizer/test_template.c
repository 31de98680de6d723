/* Chat templates: text to text. Against Jinja itself: tests/oracle/template_check.py. */
#include "graph/tokenizer/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const variables =
    "{\"messages\":[{\"role\":\"user\",\"content\":\" Hi \"},{\"role\":\"assistant\","
    "\"content\":\"Yes\"}],\"add_generation_prompt\":true,\"n\":3}";

static bool render(const char *text, gb_buffer *out, gb_error *err)
{
    json_t *v = gb_json_parse(variables, strlen(variables), "test", err);
    gb_template *t = gb_template_parse(text, strlen(text), err);
    bool ok = t && gb_template_render(t, v, out, err);
    gb_template_free(t);
    json_decref(v);
    return ok;
}

static const char *const cases[][2] = {
    {"{% for m in messages %}<{{ m.role }}>{{ m['content'] | trim }}{% endfor %}",
     "<user>Hi<assistant>Yes"},
    {"{{ n * 2 + 1 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 1 / 2 }}", "7 -4 2 0.5"},
    {"{{ missing is defined }}|{{ missing }}|{{ missing | default('d') }}", "False||d"},
    {"  {% if n > 2 %}\n yes\n  {% endif %}\nend\n", " yes\nend"},
    {"a {%- set ns = namespace(x=0) %}{% for i in range(4) %}{% set ns.x = ns.x + i %}{% endfor %}"
     "{{ ns.x }}",
     "a6"},
    {"{% macro f(a, b='z') %}[{{ a }}{{ b }}]{% endmacro %}{{ f(1) }}{{ f(1, b=2) }}", "[1z][12]"},
    {"{{ {'a': [1, none, true, 'é\"']} | tojson }}", "{\"a\": [1, null, true, \"é\\\"\"]}"},
    {"{{ ['it\\'s', 'x'] }} {{ {'k': {'a': 1.0}} }}", "[\"it's\", 'x'] {'k': {'a': 1.0}}"},
    {"{{ messages[::-1] | map(attribute='role') | join('+') }}", "assistant+user"},
    {"{% for i in [1, 2, 3] if i != 2 %}{{ loop.index }}:{{ i }}{{ ',' if not loop.last }}{% "
     "endfor %}",
     "1:1,2:3"},
};

static void test_renderings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gb_error err = GB_ERROR_INIT;
        gb_buffer b = GB_BUFFER_INIT;
        if (!render(cases[i][0], &b, &err)) fail_msg("%s: %s", cases[i][0], err.message);
        assert_string_equal(b.data, cases[i][1]);
        gb_buffer_release(&b);
    }
}

static void expect_error(const char *text, gb_error_class cls, const char *part)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    assert_false(render(text, &b, &err));
    assert_int_equal(err.cls, cls);
    if (!strstr(err.message, part)) fail_msg("'%s' lacks '%s'", err.message, part);
    gb_buffer_release(&b);
}

static void test_errors(void **state)
{
    (void)state;
    expect_error("\n\n{{ 1 + }}", GB_ERR_SYNTAX, "line 3");
    expect_error("{% if n %}", GB_ERR_SYNTAX, "missing");
    expect_error("{% include 'x' %}", GB_ERR_NOT_IMPLEMENTED, "include");
    expect_error("{{ n | magic }}", GB_ERR_NOT_IMPLEMENTED, "magic");
    expect_error("{{ nothing.at }}", GB_ERR_NAME, "nothing");
    expect_error("{{ raise_exception('no ' ~ n) }}", GB_ERR_VALUE, "no 3");
    expect_error("{{ 1 // 0 }}", GB_ERR_ZERO_DIVISION, "zero");
    expect_error("{{ 'x' * 999999999 }}", GB_ERR_MEMORY, "large");
    expect_error("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", GB_ERR_RECURSION, "deep");
    expect_error("{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}"
                 "{% endfor %}",
                 GB_ERR_RUNTIME, "steps");
}

/* Nesting without end is an error, not a crash. */
static void test_depth(void **state)
{
    (void)state;
    char text[4000];
    memset(text, '(', sizeof text);
    memcpy(text, "{{", 2);
    text[sizeof text - 1] = '\0';
    expect_error(text, GB_ERR_SYNTAX, "deep");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_renderings),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
