/* What the models have in common, and the simplest of them. See model.h. */
#include "graph/tokenizer/model.h"

#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

bool gb_token_list_add(gb_token_list *list, int32_t id, size_t first, size_t last, gb_error *err)
{
    if (!gb_grow(&list->tokens, &list->capacity, list->count + 1, sizeof *list->tokens, err))
        return false;
    list->tokens[list->count++] = (gb_token){id, (uint32_t)first, (uint32_t)last};
    return true;
}

/* --- the table ----------------------------------------------------------------------------------
 */

typedef struct model_row {
    const char *type;
    gb_model_run *run;
    gb_model_read *read;
} model_row;

static const model_row rows[] = {
#define GB_MODEL(type, run, read) {type, run, read},
#include "graph/tokenizer/model.def"
#undef GB_MODEL
};

/* Old files have no type. */
static const char *guess_type(const json_t *json)
{
    if (json_object_get(json, "merges")) return "BPE";
    if (json_object_get(json, "max_input_chars_per_word")) return "WordPiece";
    if (json_is_array(json_object_get(json, "vocab"))) return "Unigram";
    return "WordLevel";
}

bool gb_model_parse(gb_model *m, const json_t *json, gb_error *err)
{
    const char *type = gb_json_string_or(json, "type", guess_type(json));
    *m = (gb_model){.unknown = -1};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].type, type) != 0) continue;
        m->run = rows[i].run;
        m->type = rows[i].type;
        bool ok = gb_vocabulary_read(&m->vocabulary, json_object_get(json, "vocab"), err) &&
                  rows[i].read(m, json, err);
        if (!ok) gb_model_release(m);
        return ok;
    }
    return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "the tokenizer model '%s' is not supported", type);
}

void gb_model_release(gb_model *m)
{
    gb_vocabulary_release(&m->vocabulary);
    gb_merges_free(m->merges);
    gb_cache_free(m->cache);
    gb_trie_free(m->trie);
    gb_free(m->scores);
    gb_free(m->prefix);
    gb_free(m->suffix);
    *m = (gb_model){.unknown = -1};
}

bool gb_model_tokenize(gb_model *m, const char *word, size_t n, gb_token_list *out, gb_error *err)
{
    return m->run(m, word, n, out, err);
}

bool gb_model_read_unknown(gb_model *m, const json_t *json, const char *key, gb_error *err)
{
    const json_t *value = json_object_get(json, key);
    m->unknown = -1;
    if (!json_is_string(value)) return true;
    m->unknown =
        gb_vocabulary_id(&m->vocabulary, json_string_value(value), json_string_length(value));
    return m->unknown >= 0 ||
           gb_fail(err, GB_ERR_VALUE, "'%s' is '%s', which is not in the vocabulary", key,
                   json_string_value(value));
}

void gb_model_find_bytes(gb_model *m)
{
    for (int i = 0; i < 256; i++) {
        char name[8];
        snprintf(name, sizeof name, "<0x%02X>", (unsigned)i);
        m->bytes[i] = gb_vocabulary_id(&m->vocabulary, name, 6);
    }
}

bool gb_model_put_bytes(const gb_model *m, const char *text, size_t first, size_t last,
                        gb_token_list *out, bool *done, gb_error *err)
{
    *done = true;
    for (size_t i = first; i < last; i++)
        *done = *done && m->bytes[(unsigned char)text[i]] >= 0;
    if (!*done) return true;
    for (size_t i = first; i < last; i++)
        if (!gb_token_list_add(out, m->bytes[(unsigned char)text[i]], i, i + 1, err)) return false;
    return true;
}

/* --- words seen before
 * ---------------------------------------------------------------------------- */

enum { CACHE_PLACES = 1 << 14, CACHE_WORD = 64, CACHE_TOKENS = 16 };

typedef struct cached_word {
    uint64_t hash;
    uint32_t size, count;
    gb_token *tokens;
    char *word;
} cached_word;

struct gb_cache {
    pthread_mutex_t lock;
    cached_word places[CACHE_PLACES];
};

struct gb_cache *gb_cache_new(gb_error *err)
{
    struct gb_cache *cache = gb_calloc(1, sizeof *cache, err);
    if (cache) pthread_mutex_init(&cache->lock, NULL);
    return cache;
}

void gb_cache_free(struct gb_cache *cache)
{
    if (!cache) return;
    for (size_t i = 0; i < CACHE_PLACES; i++)
        gb_free(cache->places[i].tokens);
    pthread_mutex_destroy(&cache->lock);
    gb_free(cache);
}

bool gb_cache_get(struct gb_cache *cache, const char *word, size_t n, gb_token_list *out,
                  bool *failed, gb_error *err)
{
    if (n > CACHE_WORD) return false;
    uint64_t hash = gb_hash_bytes(word, n);
    bool found = false, ok = true;
    pthread_mutex_lock(&cache->lock);
    const cached_word *c = &cache->places[hash % CACHE_PLACES];
    if (c->tokens && c->hash == hash && c->size == n && memcmp(c->word, word, n) == 0) {
        found = true;
        for (size_t i = 0; ok && i < c->count; i++)
            ok =
                gb_token_list_add(out, c->tokens[i].id, c->tokens[i].first, c->tokens[i].last, err);
    }
    pthread_mutex_unlock(&cache->lock);
    *failed = !ok;
    return found;
}

void gb_cache_put(struct gb_cache *cache, const char *word, size_t n, const gb_token *tokens,
                  size_t count)
{
    if (n > CACHE_WORD || count > CACHE_TOKENS) return;
    gb_token *copy = gb_alloc(count * sizeof *copy + n, NULL); /* tokens, then the word */
    if (!copy) return;
    char *text = (char *)(copy + count);
    if (count) memcpy(copy, tokens, count * sizeof *copy);
    memcpy(text, word, n);
    uint64_t hash = gb_hash_bytes(word, n);
    pthread_mutex_lock(&cache->lock);
    cached_word *c = &cache->places[hash % CACHE_PLACES];
    gb_free(c->tokens);
    *c = (cached_word){hash, (uint32_t)n, (uint32_t)count, copy, text};
    pthread_mutex_unlock(&cache->lock);
}

/* --- whole words
 * ---------------------------------------------------------------------------------- */

bool gb_read_word_level(gb_model *m, const json_t *json, gb_error *err)
{
    return gb_model_read_unknown(m, json, "unk_token", err);
}

bool gb_run_word_level(gb_model *m, const char *word, size_t n, gb_token_list *out, gb_error *err)
{
    int32_t id = gb_vocabulary_id(&m->vocabulary, word, n);
    if (id < 0) id = m->unknown;
    if (id < 0)
        return gb_fail(err, GB_ERR_VALUE,
                       "'%.*s' is not in the vocabulary, and it has no unknown token",
                       (int)(n < 60 ? n : 60), word);
    return gb_token_list_add(out, id, 0, n, err);
}

/* --- WordPiece
 * ------------------------------------------------------------------------------------ */

bool gb_read_word_piece(gb_model *m, const json_t *json, gb_error *err)
{
    m->prefix = gb_strdup(gb_json_string_or(json, "continuing_subword_prefix", "##"), err);
    int64_t longest = gb_json_int_or(json, "max_input_chars_per_word", 100);
    m->longest_word = longest > 0 && longest < 100000 ? (size_t)longest : 100;
    return m->prefix && gb_model_read_unknown(m, json, "unk_token", err);
}

/* The longest token that word[first..] begins with, and where it ends; -1 when there is none.
 * `text` has room for the prefix and the word. */
static int32_t longest_piece(const gb_model *m, const char *word, size_t n, size_t first,
                             size_t *last, char *text)
{
    size_t prefix = first ? strlen(m->prefix) : 0, size;
    memcpy(text, m->prefix, prefix);
    for (*last = n; *last > first; *last -= size) {
        memcpy(text + prefix, word + first, *last - first);
        int32_t id = gb_vocabulary_id(&m->vocabulary, text, prefix + *last - first);
        if (id >= 0) return id;
        gb_character_before(word, *last, &size);
    }
    return -1;
}

bool gb_run_word_piece(gb_model *m, const char *word, size_t n, gb_token_list *out, gb_error *err)
{
    size_t before = out->count, first = 0, last;
    bool ok = true, known = gb_utf8_count(word, n) <= m->longest_word;
    char *text = known ? gb_alloc(strlen(m->prefix) + n, err) : NULL;
    if (known && !text) return false;
    for (; ok && known && first < n; first = last) {
        int32_t id = longest_piece(m, word, n, first, &last, text);
        known = id >= 0;
        ok = !known || gb_token_list_add(out, id, first, last, err);
    }
    gb_free(text);
    if (!ok || known) return ok;
    out->count = before;
    if (m->unknown < 0)
        return gb_fail(err, GB_ERR_VALUE,
                       "the vocabulary has no unknown token, and '%.*s' needs one",
                       (int)(n < 60 ? n : 60), word);
    return gb_token_list_add(out, m->unknown, 0, n, err);
}
