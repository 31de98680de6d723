/* Numbers as Python writes them, UTF-8, near names, errors, JSON, hashes. */
#include "graph/base/hash.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void doubles_read_as_in_python(void **state)
{
    (void)state;
    /* expectations: python3 -c "print(repr(X))" */
    static const struct {
        double x;
        const char *text;
    } cases[] = {
        {0.1, "0.1"},
        {1.0, "1.0"},
        {-0.0, "-0.0"},
        {1e16, "1e+16"},
        {1e15, "1000000000000000.0"},
        {123456.789, "123456.789"},
        {1e-4, "0.0001"},
        {1e-5, "1e-05"},
        {2.0 / 3, "0.6666666666666666"},
        {5e-324, "5e-324"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {9007199254740993.0, "9007199254740992.0"},
        {0.30000000000000004, "0.30000000000000004"},
        {1.0 / 0.0, "inf"},
        {-1.0 / 0.0, "-inf"},
        {100.0, "100.0"},
        {1.5e300, "1.5e+300"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gb_buffer b = GB_BUFFER_INIT;
        gb_buffer_double(&b, cases[i].x);
        assert_string_equal(b.data, cases[i].text);
        gb_buffer_release(&b);
    }
}

static void utf8_is_checked(void **state)
{
    (void)state;
    uint32_t c = 0;
    assert_int_equal(gb_utf8_decode("é", 2, &c), 2);
    assert_int_equal(c, 0xE9);
    assert_false(gb_utf8_valid("\xC0\xAF", 2));     /* overlong */
    assert_false(gb_utf8_valid("\xED\xA0\x80", 3)); /* surrogate */
    assert_false(gb_utf8_valid("\xE2\x82", 2));     /* cut short */
    assert_int_equal(gb_utf8_count("a東京", 7), 3);
    assert_int_equal(gb_text_width("a東京", 7), 5);
}

static void near_names_are_found(void **state)
{
    (void)state;
    static const char *const names[] = {"transformer", "lm_head", "layers"};
    assert_string_equal(gb_nearest("transfomer", names, 3), "transformer");
    assert_string_equal(gb_nearest("layer", names, 3), "layers");
    assert_null(gb_nearest("zebra", names, 3));
}

static void the_first_error_wins(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    assert_false(gb_fail(&err, GB_ERR_VALUE, "first %d", 1));
    gb_fail(&err, GB_ERR_TYPE, "second");
    gb_error_context(&err, "reading '%s'", "x");
    assert_string_equal(err.message, "reading 'x': first 1");
    assert_string_equal(gb_error_class_name(err.cls), "ValueError");
    assert_int_equal(gb_error_class_find("KeyError"), GB_ERR_KEY);
}

static void long_messages_end_at_a_character(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    for (int i = 0; i < 1000; i++)
        gb_buffer_text(&b, "é");
    gb_fail(&err, GB_ERR_VALUE, "x%s", b.data);
    gb_buffer_release(&b);
    assert_true(gb_utf8_valid(err.message, strlen(err.message)));
    assert_true(strlen(err.message) > 1000);
}

static void json_is_bounded(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    char deep[100000];
    memset(deep, '[', sizeof deep);
    assert_null(gb_json_parse(deep, sizeof deep, "message", &err));
    assert_non_null(strstr(err.message, "deeper"));
    err = (gb_error)GB_ERROR_INIT;
    json_t *value = gb_json_parse("{\"a\": [1, 2.5, \"]]\"]}", 21, "text", &err);
    assert_non_null(value);
    int64_t out;
    assert_false(gb_json_int(value, "b", &out, &err));
    assert_non_null(strstr(err.message, "'b' is missing"));
    json_decref(value);
}

static void hashes_are_those_of_the_standard(void **state)
{
    (void)state;
    char text[GB_SHA256_TEXT];
    assert_true(gb_sha256_hex("abc", 3, text, NULL)); /* FIPS 180-4, example */
    assert_string_equal(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    gb_piece pieces[] = {{"what do ya want ", 16}, {"for nothing?", 12}};
    assert_true(gb_hmac_sha256_hex("Jefe", 4, pieces, 2, text, NULL)); /* RFC 4231, case 2 */
    assert_string_equal(text, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_true(gb_equal_secret("ab", 2, "ab", 2));
    assert_false(gb_equal_secret("ab", 2, "abc", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubles_read_as_in_python),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(near_names_are_found),
        cmocka_unit_test(the_first_error_wins),
        cmocka_unit_test(long_messages_end_at_a_character),
        cmocka_unit_test(json_is_bounded),
        cmocka_unit_test(hashes_are_those_of_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
