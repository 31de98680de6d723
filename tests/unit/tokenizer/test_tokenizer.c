/* Encoding and decoding against the goldens of tests/oracle/small_tokenizers.py; settings and bad
 * input. */
#include "graph/tokenizer/tokenizer.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define GOLDEN "tests/golden/tokenizer/"

static json_t *read_json(const char *folder, const char *name)
{
    gb_error err = GB_ERROR_INIT;
    size_t n;
    char *path = gb_path_join(folder, name, &err);
    char *text = gb_file_read(path, 1 << 24, &n, &err);
    assert_string_equal(err.message, "");
    json_t *json = gb_json_parse(text, n, name, &err);
    assert_string_equal(err.message, "");
    gb_free(text);
    gb_free(path);
    return json;
}

static void check_ids(const gb_encoding *e, const json_t *want, const char *what)
{
    if (e->count != json_array_size(want))
        fail_msg("'%s': %zu tokens, %zu wanted", what, e->count, json_array_size(want));
    for (size_t i = 0; i < e->count; i++)
        assert_int_equal(e->ids[i], json_integer_value(json_array_get(want, i)));
}

static void check_decoded(const gb_tokenizer *t, const gb_encoding *e, const json_t *row,
                          const char *key, bool skip)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    gb_decode_options options = {.skip_special = skip};
    assert_true(gb_tokenizer_decode(t, e->ids, e->count, &options, &b, &err));
    assert_string_equal(b.data ? b.data : "", json_string_value(json_object_get(row, key)));
    gb_buffer_release(&b);
}

static void check_row(gb_tokenizer *t, const json_t *row)
{
    gb_error err = GB_ERROR_INIT;
    gb_encoding e;
    const json_t *text = json_object_get(row, "text");
    const char *s = json_string_value(text);
    size_t n = json_string_length(text);
    const json_t *offsets = json_object_get(row, "offsets"), *types = json_object_get(row, "types");
    assert_true(gb_tokenizer_encode(t, s, n, NULL, &e, &err));
    check_ids(&e, json_object_get(row, "ids"), s);
    for (size_t i = 0; i < e.count; i++) {
        const json_t *span = json_array_get(offsets, i);
        assert_int_equal(e.starts[i], json_integer_value(json_array_get(span, 0)));
        assert_int_equal(e.ends[i], json_integer_value(json_array_get(span, 1)));
        assert_int_equal(e.types[i], json_integer_value(json_array_get(types, i)));
    }
    check_decoded(t, &e, row, "decoded", false);
    check_decoded(t, &e, row, "skipped", true);
    gb_encoding_release(&e);
    assert_true(gb_tokenizer_encode_pair(t, (gb_tokenizer_text){s, n},
                                         (gb_tokenizer_text){"the mill", 8}, NULL, &e, &err));
    check_ids(&e, json_object_get(row, "pair"), s);
    gb_encoding_release(&e);
}

static void check_golden(const char *name)
{
    gb_error err = GB_ERROR_INIT;
    char *folder = gb_path_join(GOLDEN, name, &err);
    json_t *rows = read_json(folder, "expected.json");
    gb_tokenizer *t = gb_tokenizer_open(folder, &err);
    assert_string_equal(err.message, "");
    for (size_t i = 0; i < json_array_size(rows); i++)
        check_row(t, json_array_get(rows, i));
    gb_tokenizer_unref(t);
    json_decref(rows);
    gb_free(folder);
}

static void test_goldens(void **state)
{
    (void)state;
    static const char *const names[] = {"bert",       "clip",      "gemma",         "llama2",
                                        "llama3",     "unigram",   "metaspace",     "roberta",
                                        "nfc-digits", "wordlevel", "wordpiece-nfkd"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_golden(names[i]);
}

/* One allocation after the other fails: an error each time, nothing lost. */
static void test_failing_memory(void **state)
{
    (void)state;
    json_t *json = read_json(GOLDEN "metaspace", "tokenizer.json");
    bool done = false;
    for (long after = 0; !done; after += 1 + after / 50) {
        gb_error err = GB_ERROR_INIT;
        gb_encoding e = {0};
        gb_alloc_fail_after(after);
        gb_tokenizer *t = gb_tokenizer_from_json(json, NULL, &err);
        bool ok = t && gb_tokenizer_encode(t, "the river", 9, NULL, &e, &err);
        gb_alloc_fail_after(-1);
        assert_true(ok || err.cls == GB_ERR_MEMORY);
        done = ok && e.count > 0;
        gb_encoding_release(&e);
        gb_tokenizer_unref(t);
        if (after > 100000) break;
    }
    assert_true(done);
    json_decref(json);
}

static gb_tokenizer *from_text(const char *text, const char *settings, gb_error *err)
{
    json_t *json = gb_json_parse(text, strlen(text), "test", err);
    json_t *more = settings ? gb_json_parse(settings, strlen(settings), "test", err) : NULL;
    gb_tokenizer *t = json ? gb_tokenizer_from_json(json, more, err) : NULL;
    json_decref(json);
    json_decref(more);
    return t;
}

#define TINY                                                                                       \
    "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1,\"ab\":2,\"aba\":3},"                 \
    "\"merges\":[\"a b\",[\"ab\",\"a\"]]},\"added_tokens\":[{\"id\":4,\"content\":\"<s>\","        \
    "\"special\":true,\"normalized\":false}]}"

static void test_settings(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_encoding e;
    gb_tokenizer *t = from_text(TINY,
                                "{\"bos_token\":\"<s>\",\"pad_token\":{\"content\":\"<p>\"},"
                                "\"add_bos_token\":true,\"padding_side\":\"left\","
                                "\"model_max_length\":1000000000000000019884624838656,"
                                "\"chat_template\":\"{{ bos_token }}\"}",
                                &err);
    assert_string_equal(err.message, "");
    assert_int_equal(gb_tokenizer_vocab_size(t), 4);
    assert_int_equal(gb_tokenizer_size(t), 6);
    assert_int_equal(gb_tokenizer_role_id(t, GB_TOKEN_BOS), 4);
    assert_int_equal(gb_tokenizer_role_id(t, GB_TOKEN_PAD), 5);
    assert_int_equal(gb_tokenizer_role_id(t, GB_TOKEN_EOS), -1);
    assert_true(gb_tokenizer_pads_left(t));
    assert_true(gb_tokenizer_max_length(t) > 1e29);
    assert_string_equal(gb_tokenizer_chat_template(t, NULL), "{{ bos_token }}");
    assert_true(gb_tokenizer_encode(t, "abab", 4, NULL, &e, &err));
    assert_int_equal(e.count, 3); /* <s> ab ab: "a b" was learned before "ab a" */
    assert_int_equal(e.ids[0], 4);
    assert_int_equal(e.ids[1], 2);
    assert_int_equal(e.special[0], 1);
    gb_encoding_release(&e);
    gb_encode_options options = {.max_length = 2, .truncate_left = true};
    assert_true(gb_tokenizer_encode(t, "ababb", 5, &options, &e, &err));
    assert_int_equal(e.count, 2);
    assert_int_equal(e.ids[1], 1);
    assert_true(e.truncated);
    gb_encoding_release(&e);
    assert_true(gb_tokenizer_set_role(t, GB_TOKEN_EOS, "ab", &err));
    assert_int_equal(gb_tokenizer_role_id(t, GB_TOKEN_EOS), 2);
    assert_false(gb_tokenizer_set_role(t, GB_TOKEN_EOS, "zz", &err));
    gb_tokenizer_unref(t);
}

static void expect_error(const char *text, gb_error_class cls, const char *part)
{
    gb_error err = GB_ERROR_INIT;
    gb_tokenizer *t = from_text(text, NULL, &err);
    assert_null(t);
    assert_int_equal(err.cls, cls);
    if (!strstr(err.message, part)) fail_msg("'%s' lacks '%s'", err.message, part);
}

static void test_bad_files(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    expect_error("{}", GB_ERR_VALUE, "model");
    expect_error("{\"model\":{\"type\":\"Magic\",\"vocab\":{}}}", GB_ERR_NOT_IMPLEMENTED, "Magic");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"a b\"]}}",
                 GB_ERR_VALUE, "merge 0");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":0},\"merges\":[]}}",
                 GB_ERR_VALUE, "two tokens");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1},\"merges\":[]}}", GB_ERR_VALUE,
                 "-1");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":99999999999},\"merges\":[]}}",
                 GB_ERR_VALUE, "99999999999");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]},"
                 "\"normalizer\":{\"type\":\"Nmt\"}}",
                 GB_ERR_NOT_IMPLEMENTED, "Nmt");
    expect_error("{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]},\"pre_tokenizer\":"
                 "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(\"},\"behavior\":\"Isolated\"}}",
                 GB_ERR_VALUE, "pattern");
    assert_null(gb_tokenizer_open("/nowhere/at/all", &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
}

static void test_bad_text(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_encoding e;
    gb_buffer b = GB_BUFFER_INIT;
    int32_t ids[] = {2, 77, -5, 1 << 30, 0};
    gb_tokenizer *t = from_text(TINY, NULL, &err);
    assert_false(gb_tokenizer_encode(t, "a\xFF", 2, NULL, &e, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    assert_true(gb_tokenizer_decode(t, ids, 5, NULL, &b, NULL));
    assert_string_equal(b.data, "ab a"); /* ids that are not there are left out */
    gb_buffer_release(&b);
    gb_tokenizer_unref(t);
}

/* A long text of one word must not take quadratic time: this would run for minutes. */
static void test_long_word(void **state)
{
    (void)state;
    enum { N = 400000 };
    gb_error err = GB_ERROR_INIT;
    gb_encoding e;
    gb_tokenizer *t = from_text(TINY, NULL, &err);
    char *text = gb_alloc(N, &err);
    for (int i = 0; i < N; i++)
        text[i] = i % 2 ? 'b' : 'a';
    assert_true(gb_tokenizer_encode(t, text, N, NULL, &e, &err));
    assert_int_equal(e.count, N / 2);
    assert_int_equal(e.ends[e.count - 1], N);
    gb_encoding_release(&e);
    gb_free(text);
    gb_tokenizer_unref(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),   cmocka_unit_test(test_settings),
        cmocka_unit_test(test_bad_files), cmocka_unit_test(test_bad_text),
        cmocka_unit_test(test_long_word), cmocka_unit_test(test_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
