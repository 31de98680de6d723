/* A GGUF vocabulary in the form of tokenizer.json: the pipeline that transformers builds around it.
 * See tokenizer.h. */
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/pipeline.h"

#include <stdlib.h>
#include <string.h>

enum { TYPE_CONTROL = 3, TYPE_USER_DEFINED = 4 };

#define LLAMA3                                                                                     \
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"                       \
    "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define QWEN2                                                                                      \
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"                            \
    "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define UPPER "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]"
#define LOWER "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]"
#define TEKKEN                                                                                     \
    "[^\\r\\n\\p{L}\\p{N}]?" UPPER "*" LOWER "+|[^\\r\\n\\p{L}\\p{N}]?" UPPER "+" LOWER "*"        \
    "|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define GPT4O                                                                                      \
    "[^\\r\\n\\p{L}\\p{N}]?" UPPER "*" LOWER "+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"                      \
    "|[^\\r\\n\\p{L}\\p{N}]?" UPPER "+" LOWER "*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"                     \
    "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"

/* tokenizer.ggml.pre and the words it was learned with; others are GPT-2's. */
static const char *const patterns[][2] = {
    {"llama3", LLAMA3},          {"llama-v3", LLAMA3},  {"llama-bpe", LLAMA3},
    {"falcon3", LLAMA3},         {"falcon-h1", LLAMA3}, {"pixtral", LLAMA3},
    {"midm-2.0", LLAMA3},        {"lfm2", LLAMA3},      {"dbrx", LLAMA3},
    {"smaug-bpe", LLAMA3},       {"tekken", TEKKEN},    {"qwen2", QWEN2},
    {"deepseek-r1-qwen", QWEN2}, {"kormo", QWEN2},      {"megrez", QWEN2},
    {"gpt-4o", GPT4O},           {"llama4", GPT4O},     {"kanana2", GPT4O},
    {"minimax-m2", GPT4O},
};

static const char *key(const json_t *metadata, const char *name)
{
    return gb_json_string_or(metadata, name, "");
}

/* --- byte-level
 * -------------------------------------------------------------------------------------- */

/* True if every character stands for a byte. */
static bool is_spelled(const char *token, size_t n)
{
    size_t size;
    for (size_t at = 0; at < n; at += size)
        if (gb_character_byte(gb_character_at(token + at, n - at, &size)) < 0) return false;
    return true;
}

static json_t *spell(const char *token, size_t n)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (size_t i = 0; i < n; i++)
        gb_buffer_codepoint(&b, gb_byte_character((unsigned char)token[i]));
    json_t *text = b.failed ? NULL : json_stringn(b.data, b.size);
    gb_buffer_release(&b);
    return text;
}

/* The tokens; those written as plain text are written byte by byte instead. Owned. */
static json_t *byte_level_tokens(const json_t *tokens)
{
    json_t *out = json_array();
    for (size_t i = 0; out && i < json_array_size(tokens); i++) {
        json_t *token = json_array_get(tokens, i);
        const char *text = json_string_value(token);
        size_t n = json_string_length(token);
        bool plain = text && !is_spelled(text, n);
        if (json_array_append_new(out, plain ? spell(text, n) : json_incref(token))) {
            json_decref(out);
            out = NULL;
        }
    }
    return out;
}

static json_t *byte_level(const json_t *metadata)
{
    const char *pre = key(metadata, "tokenizer.ggml.pre"), *pattern = NULL;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(patterns[i][0], pre) == 0) pattern = patterns[i][1];
    json_t *words = pattern
                        ? json_pack("{s:s, s:[{s:s, s:{s:s}, s:s, s:b}, {s:s, s:b, s:b}]}", "type",
                                    "Sequence", "pretokenizers", "type", "Split", "pattern",
                                    "Regex", pattern, "behavior", "Isolated", "invert", 0, "type",
                                    "ByteLevel", "add_prefix_space", 0, "use_regex", 0)
                        : json_pack("{s:s, s:b}", "type", "ByteLevel", "add_prefix_space", 0);
    return json_pack("{s:{s:s, s:o, s:O}, s:o, s:{s:s}}", "model", "type", "BPE", "vocab",
                     byte_level_tokens(json_object_get(metadata, "tokenizer.ggml.tokens")),
                     "merges", json_object_get(metadata, "tokenizer.ggml.merges"), "pre_tokenizer",
                     words, "decoder", "type", "ByteLevel");
}

/* --- SentencePiece: merges recovered from the scores
 * --------------------------------------------------- */

typedef struct derived_merge {
    const char *left, *right;
    uint32_t left_size, right_size;     /* bytes */
    uint32_t left_length, right_length; /* characters */
    int32_t left_id, right_id;
    double score;
    size_t token; /* order of equals */
} derived_merge;

static int best_first(const void *a, const void *b)
{
    const derived_merge *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    if (x->left_length != y->left_length) return x->left_length > y->left_length ? -1 : 1;
    if (x->right_length != y->right_length) return x->right_length > y->right_length ? -1 : 1;
    if (x->token != y->token) return x->token < y->token ? -1 : 1;
    if (x->left_id != y->left_id) return x->left_id < y->left_id ? -1 : 1;
    return (x->right_id > y->right_id) - (x->right_id < y->right_id);
}

typedef struct merge_list {
    derived_merge *merges;
    size_t count, capacity;
} merge_list;

/* Every way to cut token i into two tokens. */
static bool add_cuts(merge_list *list, const gb_vocabulary *v, const json_t *tokens, size_t i,
                     double score, gb_error *err)
{
    const char *text = json_string_value(json_array_get(tokens, i));
    size_t n = json_string_length(json_array_get(tokens, i)), size;
    if (!text || !n) return true;
    gb_character_at(text, n, &size);
    for (size_t at = size; at < n; at += size) {
        int32_t left = gb_vocabulary_id(v, text, at);
        int32_t right = gb_vocabulary_id(v, text + at, n - at);
        if (left >= 0 && right >= 0) {
            if (!gb_grow(&list->merges, &list->capacity, list->count + 1, sizeof *list->merges,
                         err))
                return false;
            list->merges[list->count++] =
                (derived_merge){text,
                                text + at,
                                (uint32_t)at,
                                (uint32_t)(n - at),
                                (uint32_t)gb_utf8_count(text, at),
                                (uint32_t)gb_utf8_count(text + at, n - at),
                                left,
                                right,
                                score,
                                i};
        }
        gb_character_at(text + at, n - at, &size);
    }
    return true;
}

static json_t *merges_json(const merge_list *list)
{
    json_t *out = json_array();
    for (size_t i = 0; out && i < list->count; i++) {
        const derived_merge *m = &list->merges[i];
        json_t *pair =
            json_pack("[s%, s%]", m->left, (size_t)m->left_size, m->right, (size_t)m->right_size);
        if (json_array_append_new(out, pair)) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

/* Owned; NULL with an error. */
static json_t *derive_merges(const json_t *tokens, const json_t *scores, bool by_place,
                             gb_error *err)
{
    gb_vocabulary v = {0};
    merge_list list = {0};
    json_t *out = NULL;
    bool ok = gb_vocabulary_read(&v, tokens, err);
    for (size_t i = 0; ok && i < json_array_size(tokens); i++) {
        double score = by_place ? -(double)i : json_number_value(json_array_get(scores, i));
        ok = add_cuts(&list, &v, tokens, i, score, err);
    }
    if (ok) {
        if (list.count) qsort(list.merges, list.count, sizeof *list.merges, best_first);
        out = merges_json(&list);
        if (!out) gb_fail(err, GB_ERR_MEMORY, "out of memory while reading a vocabulary");
    }
    gb_free(list.merges);
    gb_vocabulary_release(&v);
    return out;
}

/* A token of spaces, which Gemma's files keep as they are, in SentencePiece's marks. Owned. */
static json_t *marked_spaces(const json_t *tokens)
{
    json_t *out = json_array();
    for (size_t i = 0; out && i < json_array_size(tokens); i++) {
        json_t *token = json_array_get(tokens, i);
        const char *text = json_string_value(token);
        size_t n = json_string_length(token);
        bool blank = text && n && strspn(text, " ") == n;
        gb_buffer b = GB_BUFFER_INIT;
        for (size_t j = 0; blank && j < n; j++)
            gb_buffer_text(&b, "\xE2\x96\x81");
        json_t *item = blank && !b.failed ? json_stringn(b.data, b.size) : json_incref(token);
        gb_buffer_release(&b);
        if (json_array_append_new(out, item)) {
            json_decref(out);
            out = NULL;
        }
    }
    return out;
}

static json_t *sentence_piece_decoder(bool strips)
{
    const char *mark = "\xE2\x96\x81";
    if (!strips)
        return json_pack("{s:s, s:[{s:s, s:{s:s}, s:s}, {s:s}, {s:s}]}", "type", "Sequence",
                         "decoders", "type", "Replace", "pattern", "String", mark, "content", " ",
                         "type", "ByteFallback", "type", "Fuse");
    return json_pack("{s:s, s:[{s:s, s:{s:s}, s:s}, {s:s}, {s:s}, {s:s, s:s, s:i, s:i}]}", "type",
                     "Sequence", "decoders", "type", "Replace", "pattern", "String", mark,
                     "content", " ", "type", "ByteFallback", "type", "Fuse", "type", "Strip",
                     "content", " ", "start", 1, "stop", 0);
}

static json_t *sentence_piece_stages(const char *arch, json_t *model)
{
    const char *mark = "\xE2\x96\x81";
    if (strncmp(arch, "gemma", 5) == 0)
        return json_pack("{s:o, s:{s:s, s:{s:s}, s:s}, s:{s:s, s:{s:s}, s:s, s:b}, s:o}", "model",
                         model, "normalizer", "type", "Replace", "pattern", "String", " ",
                         "content", mark, "pre_tokenizer", "type", "Split", "pattern", "String",
                         " ", "behavior", "MergedWithPrevious", "invert", 0, "decoder",
                         sentence_piece_decoder(false));
    if (strcmp(arch, "phi3") == 0)
        return json_pack("{s:o, s:{s:s, s:[{s:s, s:s}, {s:s, s:{s:s}, s:s}]}, s:o}", "model", model,
                         "normalizer", "type", "Sequence", "normalizers", "type", "Prepend",
                         "prepend", mark, "type", "Replace", "pattern", "String", " ", "content",
                         mark, "decoder", sentence_piece_decoder(true));
    return json_pack("{s:o, s:{s:s, s:s, s:s, s:b}, s:o}", "model", model, "pre_tokenizer", "type",
                     "Metaspace", "replacement", mark, "prepend_scheme", "first", "split", 0,
                     "decoder", sentence_piece_decoder(true));
}

static json_t *sentence_piece(const json_t *metadata, gb_error *err)
{
    const char *arch = key(metadata, "general.architecture");
    bool gemma = strncmp(arch, "gemma", 5) == 0;
    json_t *tokens = json_object_get(metadata, "tokenizer.ggml.tokens");
    json_t *merges = json_incref(json_object_get(metadata, "tokenizer.ggml.merges"));
    tokens = gemma ? marked_spaces(tokens) : json_incref(tokens);
    if (tokens && !merges)
        merges =
            derive_merges(tokens, json_object_get(metadata, "tokenizer.ggml.scores"), gemma, err);
    if (!merges) {
        json_decref(tokens);
        return NULL;
    }
    json_t *model = json_pack("{s:s, s:o, s:o, s:b, s:b}", "type", "BPE", "vocab", tokens, "merges",
                              merges, "fuse_unk", 1, "byte_fallback", 1);
    return model ? sentence_piece_stages(arch, model) : NULL;
}

/* --- special tokens
 * ---------------------------------------------------------------------------------------- */

/* Tokens that the file marks as control or user-defined, as tokenizer.json lists them. Owned. */
static json_t *added_tokens(const json_t *metadata, const json_t *vocabulary, bool byte_level_only)
{
    const json_t *types = json_object_get(metadata, "tokenizer.ggml.token_type");
    json_t *out = json_array();
    for (size_t i = 0; out && i < json_array_size(types); i++) {
        json_int_t type = json_integer_value(json_array_get(types, i));
        json_t *token = json_array_get(vocabulary, i);
        bool control = type == TYPE_CONTROL;
        if (!json_is_string(token) || !json_string_length(token) ||
            (!control && type != TYPE_USER_DEFINED))
            continue;
        if (control && byte_level_only &&
            !is_spelled(json_string_value(token), json_string_length(token)))
            continue;
        json_t *added = json_pack("{s:I, s:O, s:b, s:b}", "id", (json_int_t)i, "content", token,
                                  "special", control, "normalized", 0);
        if (json_array_append_new(out, added)) {
            json_decref(out);
            out = NULL;
        }
    }
    return out;
}

static json_t *settings_of(const json_t *metadata, bool adds_bos)
{
    static const char *const roles[][2] = {
        {"bos_token", "tokenizer.ggml.bos_token_id"},
        {"eos_token", "tokenizer.ggml.eos_token_id"},
        {"unk_token", "tokenizer.ggml.unknown_token_id"},
        {"pad_token", "tokenizer.ggml.padding_token_id"},
    };
    static const char *const copied[][2] = {
        {"chat_template", "tokenizer.chat_template"},
        {"add_bos_token", "tokenizer.ggml.add_bos_token"},
        {"add_eos_token", "tokenizer.ggml.add_eos_token"},
    };
    const json_t *tokens = json_object_get(metadata, "tokenizer.ggml.tokens");
    json_t *out = json_object();
    bool ok = out != NULL;
    for (size_t i = 0; ok && i < 4; i++) {
        int64_t id = gb_json_int_or(metadata, roles[i][1], -1);
        json_t *token = id >= 0 ? json_array_get(tokens, (size_t)id) : NULL;
        if (json_is_string(token)) ok = json_object_set(out, roles[i][0], token) == 0;
    }
    for (size_t i = 0; ok && i < 3; i++) {
        json_t *value = json_object_get(metadata, copied[i][1]);
        if (value) ok = json_object_set(out, copied[i][0], value) == 0;
    }
    if (ok && adds_bos && !json_object_get(out, "add_bos_token"))
        ok = json_object_set_new(out, "add_bos_token", json_true()) == 0;
    if (ok) return out;
    json_decref(out);
    return NULL;
}

bool gb_tokenizer_json_of_gguf(const json_t *metadata, json_t **tokenizer, json_t **settings,
                               gb_error *err)
{
    const char *model = key(metadata, "tokenizer.ggml.model");
    bool bytes = strcmp(model, "gpt2") == 0, pieces = strcmp(model, "llama") == 0;
    if (!json_is_array(json_object_get(metadata, "tokenizer.ggml.tokens")))
        return gb_fail(err, GB_ERR_VALUE, "the GGUF file has no vocabulary");
    if (!bytes && !pieces)
        return gb_fail(err, GB_ERR_NOT_IMPLEMENTED,
                       "the GGUF tokenizer '%s' is not supported; 'gpt2' and 'llama' are", model);
    if (bytes && !json_is_array(json_object_get(metadata, "tokenizer.ggml.merges")))
        return gb_fail(err, GB_ERR_VALUE, "the GGUF file has no merges");
    *tokenizer = bytes ? byte_level(metadata) : sentence_piece(metadata, err);
    *settings = settings_of(metadata, pieces);
    const json_t *vocabulary = json_object_get(json_object_get(*tokenizer, "model"), "vocab");
    json_t *added = added_tokens(metadata, vocabulary, bytes);
    if (*tokenizer && *settings && !json_object_set_new(*tokenizer, "added_tokens", added))
        return true;
    return gb_fail(err, GB_ERR_MEMORY, "out of memory while reading a vocabulary");
}
