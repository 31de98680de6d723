/* Checkpoints that are right, made here byte by byte, and those that lie. */
#include "graph/weights/weights.h"

#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/weights/safetensors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/gb-weights-XXXXXX";

static char *place(const char *name)
{
    return gb_path_join(folder, name, NULL);
}

static void write_file(const char *name, const void *bytes, size_t n)
{
    char *path = place(name);
    FILE *file = fopen(path, "wb"); /* gb_file_write waits for the disk, thousands of times here */
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
    gb_free(path);
}

static gb_weights *open_at(const char *name, gb_error *err)
{
    char *path = place(name);
    gb_weights *w = gb_weights_open(path, err);
    gb_free(path);
    return w;
}

/* --- building files ----------------------------------------------------------------------------
 */

static void put_number(gb_buffer *b, uint64_t x, int bytes)
{
    for (int i = 0; i < bytes; i++)
        gb_buffer_char(b, (char)(x >> (8 * i) & 0xFF));
}

static void put_text(gb_buffer *b, const char *text)
{
    put_number(b, strlen(text), 8);
    gb_buffer_text(b, text);
}

static void put_pair_text(gb_buffer *b, const char *key, const char *value)
{
    put_text(b, key);
    put_number(b, 8, 4);
    put_text(b, value);
}

static void put_pair_u32(gb_buffer *b, const char *key, uint32_t value)
{
    put_text(b, key);
    put_number(b, 4, 4);
    put_number(b, value, 4);
}

static void put_tensor(gb_buffer *b, const char *name, uint64_t rows, uint64_t columns,
                       uint32_t type, uint64_t offset)
{
    put_text(b, name);
    put_number(b, rows ? 2 : 1, 4);
    put_number(b, columns, 8);
    if (rows) put_number(b, rows, 8);
    put_number(b, type, 4);
    put_number(b, offset, 8);
}

static void put_vocabulary(gb_buffer *b)
{
    put_text(b, "tokenizer.ggml.tokens");
    put_number(b, 9, 4); /* an array */
    put_number(b, 8, 4); /* of texts */
    put_number(b, 2, 8);
    put_text(b, "river");
    put_text(b, "mill");
    put_text(b, "tokenizer.ggml.token_type");
    put_number(b, 9, 4);
    put_number(b, 5, 4); /* of int32 */
    put_number(b, 2, 8);
    put_number(b, 1, 4);
    put_number(b, 3, 4);
}

/* A llama of one block and two tokens: an F32 norm, a Q8_0 projection whose rows are interleaved by
 * heads, an F16 embedding. Row r of attn_q holds the number r everywhere. */
static void build_gguf(gb_buffer *b)
{
    gb_buffer_put(b, "GGUF", 4);
    put_number(b, 3, 4);
    put_number(b, 3, 8);
    put_number(b, 7, 8);
    put_pair_text(b, "general.architecture", "llama");
    put_vocabulary(b);
    put_pair_u32(b, "llama.block_count", 1);
    put_pair_u32(b, "llama.embedding_length", 32);
    put_pair_u32(b, "llama.attention.head_count", 2);
    put_pair_u32(b, "llama.attention.head_count_kv", 1);
    put_tensor(b, "output_norm.weight", 0, 32, 0, 0);
    put_tensor(b, "blk.0.attn_q.weight", 8, 32, 8, 128);
    put_tensor(b, "token_embd.weight", 2, 32, 1, 416);
    while (b->size % 32)
        gb_buffer_char(b, '\0');
    for (int i = 0; i < 32; i++) {
        float x = (float)i / 2;
        gb_buffer_put(b, &x, sizeof x);
    }
    for (int row = 0; row < 8; row++) {
        put_number(b, 0x3C00, 2); /* a scale of 1 */
        gb_buffer_repeat(b, (char)row, 32);
    }
    gb_buffer_repeat(b, '\0', 416 - 128 - 8 * 34);
    for (int i = 0; i < 64; i++)
        put_number(b, 0xC000, 2); /* -2 */
}

static double read_one(gb_tensor *t, int64_t i)
{
    double x = 0;
    gb_error err = GB_ERROR_INIT;
    assert_true(gb_tensor_read(t, i, 1, &x, &err));
    return x;
}

static void test_gguf(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    build_gguf(&b);
    write_file("model.gguf", b.data, b.size);
    gb_weights *w = open_at("model.gguf", &err);
    assert_string_equal(err.message, "");
    assert_int_equal(gb_weights_count(w), 3);
    const gb_weight *q = gb_weights_find(w, "model.layers.0.self_attn.q_proj.weight");
    assert_non_null(q);
    assert_string_equal(q->stored, "blk.0.attn_q.weight");
    assert_string_equal(q->type, "Q8_0");
    assert_int_equal(q->shape[0], 8);
    const json_t *config = gb_weights_config(w);
    assert_int_equal(gb_json_int_or(config, "num_key_value_heads", 0), 1);
    assert_true(gb_json_bool_or(config, "tie_word_embeddings", false));
    assert_string_equal(gb_json_string_or(config, "model_type", ""), "llama");
    assert_int_equal(gb_json_int_or(config, "vocab_size", 0), 2);
    json_t *metadata = gb_weights_metadata(w, &err);
    const json_t *tokens = json_object_get(metadata, "tokenizer.ggml.tokens");
    const json_t *types = json_object_get(metadata, "tokenizer.ggml.token_type");
    assert_string_equal(json_string_value(json_array_get(tokens, 1)), "mill");
    assert_int_equal(json_integer_value(json_array_get(types, 1)), 3);
    json_decref(metadata);
    gb_tensor *t = gb_weights_read(w, q->name, &err);
    static const int rows[] = {0, 2, 1, 3, 4, 6, 5, 7}; /* two heads of four: pairs to halves */
    for (int row = 0; row < 8; row++)
        assert_true(read_one(t, row * 32 + 5) == rows[row]);
    gb_tensor_unref(t);
    t = gb_weights_read(w, "model.norm.weight", &err);
    assert_true(read_one(t, 31) == 15.5);
    gb_tensor_unref(t);
    t = gb_weights_read(w, "model.embed_tokens.weight", &err);
    assert_true(read_one(t, 63) == -2);
    assert_int_equal(gb_tensor_dtype(t), GB_F32);
    gb_tensor_unref(t);
    assert_null(gb_weights_read(w, "model.norm.weigh", &err));
    assert_int_equal(err.cls, GB_ERR_KEY);
    assert_non_null(strstr(err.message, "model.norm.weight"));
    gb_weights_unref(w);
    gb_buffer_release(&b);
}

/* Every file cut short, and every byte of the header changed: an error or a checkpoint, no crash.
 */
static void test_hurt_gguf(void **state)
{
    (void)state;
    gb_buffer b = GB_BUFFER_INIT;
    build_gguf(&b);
    for (size_t n = 0; n < b.size; n += n < 400 ? 1 : 37) {
        gb_error err = GB_ERROR_INIT;
        write_file("cut.gguf", b.data, n);
        assert_null(open_at("cut.gguf", &err));
        assert_int_not_equal(err.cls, GB_ERR_NONE);
    }
    for (size_t i = 0; i < 400; i++) {
        gb_error err = GB_ERROR_INIT;
        char old = b.data[i];
        b.data[i] = (char)(old ^ (i % 2 ? 0xFF : 0x10));
        write_file("hurt.gguf", b.data, b.size);
        gb_weights *w = open_at("hurt.gguf", &err);
        for (size_t j = 0; w && j < gb_weights_count(w); j++)
            gb_tensor_unref(gb_weights_read(w, gb_weights_at(w, j)->name, NULL));
        if (w) json_decref(gb_weights_metadata(w, NULL));
        gb_weights_unref(w);
        b.data[i] = old;
    }
    gb_buffer_release(&b);
}

/* --- safetensors ---------------------------------------------------------------------------------
 */

static void put_safetensors(gb_buffer *b, const char *header, const void *data, size_t n)
{
    put_number(b, strlen(header), 8);
    gb_buffer_text(b, header);
    gb_buffer_put(b, data, n);
}

static void test_round_trip(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const float numbers[] = {1, 2, 3, 4, 5, 6};
    const int64_t shape[] = {2, 3}, ids[] = {-7};
    gb_tensor *a = gb_tensor_from_data(numbers, GB_F32, shape, 2, &err);
    gb_tensor *b = gb_tensor_from_data(ids, GB_I64, NULL, 0, &err);
    gb_named_tensor list[] = {{"a", a}, {"b.c", b}};
    gb_buffer out = GB_BUFFER_INIT;
    json_t *metadata = json_pack("{s:s}", "format", "pt");
    assert_true(gb_safetensors_write(list, 2, metadata, &out, &err));
    gb_safetensors *s = gb_safetensors_parse(out.data, out.size, &err);
    assert_string_equal(err.message, "");
    assert_int_equal(gb_safetensors_count(s), 2);
    gb_tensor *back = gb_safetensors_tensor(s, 0, &err);
    assert_true(gb_tensor_same_bits(back, a));
    gb_tensor_unref(back);
    assert_string_equal(gb_json_string_or(gb_safetensors_metadata(s), "format", ""), "pt");
    gb_safetensors_free(s);
    write_file("model.safetensors", out.data, out.size);
    gb_weights *w = open_at("model.safetensors", &err);
    back = gb_weights_read(w, "b.c", &err);
    assert_true(gb_tensor_same_bits(back, b));
    gb_weights_unref(w); /* the tensor keeps the mapping */
    assert_true(read_one(back, 0) == -7);
    gb_tensor_unref(back);
    list[1].name = "a";
    assert_false(gb_safetensors_write(list, 2, NULL, &out, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    gb_buffer_release(&out);
    json_decref(metadata);
    gb_tensor_unref(a);
    gb_tensor_unref(b);
}

static const struct {
    const char *header;
    size_t data;
    const char *part; /* of the message */
} bad_headers[] = {
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "only 4 bytes"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8, "take 12 bytes"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8, "range"},
    {"{\"x\":{\"dtype\":\"F99\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "F99"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "size"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}", 8,
     "memory"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
     "\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}",
     6, "another tensor"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "gap"},
    {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 9, "follow"},
    {"{\"x\":1}", 0, "'x'"},
    {"[]", 0, "object"},
    {"{\"__metadata__\":{\"a\":1}}", 0, "__metadata__"},
    {"nonsense", 0, "JSON"},
};

static void test_bad_safetensors(void **state)
{
    (void)state;
    const char zeros[16] = {0};
    for (size_t i = 0; i < sizeof bad_headers / sizeof *bad_headers; i++) {
        gb_error err = GB_ERROR_INIT;
        gb_buffer b = GB_BUFFER_INIT;
        put_safetensors(&b, bad_headers[i].header, zeros, bad_headers[i].data);
        assert_null(gb_safetensors_parse(b.data, b.size, &err));
        assert_int_equal(err.cls, GB_ERR_VALUE);
        if (!strstr(err.message, bad_headers[i].part))
            fail_msg("'%s' lacks '%s'", err.message, bad_headers[i].part);
        gb_buffer_release(&b);
    }
    gb_error err = GB_ERROR_INIT;
    assert_null(gb_safetensors_parse("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{}", 10, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
}

static void test_shards(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    const float one = 1;
    char *sharded = place("sharded"), *path;
    static const char index[] =
        "{\"weight_map\":{\"x\":\"m-1.safetensors\",\"y\":\"m-2.safetensors\"}}";
    assert_true(gb_make_directories(sharded, &err));
    put_safetensors(&b, "{\"x\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", &one, 4);
    write_file("sharded/m-1.safetensors", b.data, b.size);
    write_file("sharded/model.safetensors.index.json", index, strlen(index));
    write_file("sharded/config.json", "{\"model_type\":\"llama\"}", 22);
    assert_null(open_at("sharded", &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    err = (gb_error)GB_ERROR_INIT;
    b.data[8 + 2] = 'z';
    write_file("sharded/m-2.safetensors", b.data, b.size);
    assert_null(open_at("sharded", &err));
    assert_non_null(strstr(err.message, "'y' is in the index"));
    err = (gb_error)GB_ERROR_INIT;
    b.data[8 + 2] = 'y';
    write_file("sharded/m-2.safetensors", b.data, b.size);
    gb_weights *w = open_at("sharded", &err);
    assert_string_equal(err.message, "");
    assert_int_equal(gb_weights_count(w), 2);
    assert_string_equal(gb_json_string_or(gb_weights_config(w), "model_type", ""), "llama");
    gb_weights_unref(w);
    static const char outside[] = "{\"weight_map\":{\"x\":\"../model.safetensors\"}}";
    write_file("sharded/model.safetensors.index.json", outside, strlen(outside));
    assert_null(open_at("sharded", &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    path = place("nothing-here");
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_weights_open(path, &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    gb_free(path);
    gb_free(sharded);
    gb_buffer_release(&b);
}

static void count_progress(void *context, uint64_t done, uint64_t total, const char *name)
{
    (void)name;
    assert_true(done <= total);
    ++*(int *)context;
}

static void test_interrupt_and_progress(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    int told = 0;
    const char *names[] = {"model.layers.0.self_attn.q_proj.weight", "model.norm.weight"};
    gb_tensor *out[2] = {0};
    gb_weights_read_options options = {.progress = count_progress, .context = &told};
    gb_weights *w = open_at("model.gguf", &err);
    assert_non_null(w);
    assert_true(gb_weights_read_many(w, names, 2, out, &options, &err));
    assert_true(told > 0);
    gb_tensor_unref(out[0]);
    gb_tensor_unref(out[1]);
    gb_interrupt_set();
    assert_false(gb_weights_read_many(w, names, 2, out, &options, &err));
    gb_interrupt_clear();
    assert_int_equal(err.cls, GB_ERR_INTERRUPT);
    assert_null(out[0]);
    gb_weights_unref(w);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gguf),       cmocka_unit_test(test_hurt_gguf),
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_bad_safetensors),
        cmocka_unit_test(test_shards),     cmocka_unit_test(test_interrupt_and_progress),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
