/* Unigram: the way through a word whose tokens are likeliest together. See model.h.
 *
 * Source: Kudo 2018; ties and unknown characters as in the reference implementation. */
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/model.h"

#include <float.h>
#include <string.h>

#define UNKNOWN_PENALTY 10.0

/* --- all tokens, byte by byte
 * ------------------------------------------------------------------------ */

typedef struct trie_node {
    uint32_t child, sibling; /* 0: none */
    int32_t id;              /* -1: no token ends here */
    unsigned char byte;
} trie_node;

struct gb_trie {
    trie_node *nodes; /* 0 is the root */
    size_t count, capacity;
};

void gb_trie_free(struct gb_trie *trie)
{
    if (!trie) return;
    gb_free(trie->nodes);
    gb_free(trie);
}

static uint32_t find_child(const struct gb_trie *trie, uint32_t node, unsigned char byte)
{
    uint32_t child = trie->nodes[node].child;
    while (child && trie->nodes[child].byte != byte)
        child = trie->nodes[child].sibling;
    return child;
}

static bool trie_add(struct gb_trie *trie, const char *token, size_t n, int32_t id, gb_error *err)
{
    uint32_t node = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t child = find_child(trie, node, (unsigned char)token[i]);
        if (!child) {
            if (!gb_grow(&trie->nodes, &trie->capacity, trie->count + 1, sizeof *trie->nodes, err))
                return false;
            child = (uint32_t)trie->count++;
            trie->nodes[child] =
                (trie_node){0, trie->nodes[node].child, -1, (unsigned char)token[i]};
            trie->nodes[node].child = child;
        }
        node = child;
    }
    trie->nodes[node].id = id;
    return true;
}

static bool build_trie(gb_model *m, gb_error *err)
{
    if (!(m->trie = gb_calloc(1, sizeof *m->trie, err)) ||
        !gb_grow(&m->trie->nodes, &m->trie->capacity, 1, sizeof *m->trie->nodes, err))
        return false;
    m->trie->nodes[0] = (trie_node){0, 0, -1, 0};
    m->trie->count = 1;
    for (size_t i = 0; i < m->vocabulary.place_count; i++) {
        size_t n;
        const char *token = gb_vocabulary_token(&m->vocabulary, (int32_t)i, &n);
        if (token && n && !trie_add(m->trie, token, n, (int32_t)i, err)) return false;
    }
    return true;
}

bool gb_read_unigram(gb_model *m, const json_t *json, gb_error *err)
{
    const json_t *vocabulary = json_object_get(json, "vocab");
    size_t count = json_array_size(vocabulary);
    int64_t unknown = gb_json_int_or(json, "unk_id", -1);
    if (unknown >= (int64_t)count)
        return gb_fail(err, GB_ERR_VALUE, "'unk_id' is outside the vocabulary");
    m->unknown = (int32_t)(unknown < 0 ? -1 : unknown);
    m->byte_fallback = gb_json_bool_or(json, "byte_fallback", false);
    m->fuse_unknown = true;
    gb_model_find_bytes(m);
    if (!(m->scores = gb_calloc(count, sizeof *m->scores, err)) || !(m->cache = gb_cache_new(err)))
        return false;
    m->lowest_score = DBL_MAX;
    for (size_t i = 0; i < count; i++) {
        const json_t *score = json_array_get(json_array_get(vocabulary, i), 1);
        if (!json_is_number(score))
            return gb_fail(err, GB_ERR_VALUE, "token %zu of the vocabulary has no score", i);
        m->scores[i] = json_number_value(score);
        if (m->scores[i] < m->lowest_score) m->lowest_score = m->scores[i];
    }
    return build_trie(m, err);
}

/* --- the best way
 * ------------------------------------------------------------------------------------ */

/* The best way that ends at a byte. */
typedef struct arrival {
    double score;
    uint32_t first; /* where its last token begins */
    int32_t id;     /* -1: no way ends here */
} arrival;

static void arrive(arrival *a, double score, size_t first, int32_t id)
{
    if (a->id >= 0 && score <= a->score) return;
    *a = (arrival){score, (uint32_t)first, id};
}

/* Goes on from `at` with every token; a character that is no token of its own may be unknown. */
static void leave(const gb_model *m, const char *word, size_t n, size_t at, arrival *best)
{
    size_t size;
    bool single = false;
    double here = best[at].score;
    gb_character_at(word + at, n - at, &size);
    uint32_t node = 0;
    for (size_t i = at; i < n && (node = find_child(m->trie, node, (unsigned char)word[i])); i++) {
        int32_t id = m->trie->nodes[node].id;
        if (id < 0) continue;
        arrive(&best[i + 1], here + m->scores[id], at, id);
        single = single || i + 1 == at + size;
    }
    if (!single && m->unknown >= 0)
        arrive(&best[at + size], here + m->lowest_score - UNKNOWN_PENALTY, at, m->unknown);
}

static bool find_best(const gb_model *m, const char *word, size_t n, arrival *best, gb_error *err)
{
    for (size_t i = 1; i <= n; i++)
        best[i] = (arrival){0, 0, -1};
    best[0] = (arrival){0, 0, 0};
    for (size_t at = 0, size; at < n; at += size) {
        gb_character_at(word + at, n - at, &size);
        if (at % 4096 < 4 && !gb_check_interrupt(err)) return false;
        if (best[at].id >= 0) leave(m, word, n, at, best);
    }
    return best[n].id >= 0 ||
           gb_fail(err, GB_ERR_VALUE,
                   "'%.*s' is not in the vocabulary, and it has no unknown token",
                   (int)(n < 60 ? n : 60), word);
}

/* Writes the way from its end: tokens in reverse, unknown neighbours joined. */
static bool put_way(const gb_model *m, size_t n, const arrival *best, gb_token_list *way,
                    gb_error *err)
{
    for (size_t at = n; at > 0; at = best[at].first) {
        gb_token *next = way->count ? &way->tokens[way->count - 1] : NULL;
        if (best[at].id == m->unknown && m->fuse_unknown && next && next->id == m->unknown)
            next->first = best[at].first;
        else if (!gb_token_list_add(way, best[at].id, best[at].first, at, err))
            return false;
    }
    return true;
}

static bool put_tokens(const gb_model *m, const char *word, const gb_token_list *way,
                       gb_token_list *out, gb_error *err)
{
    for (size_t i = way->count; i-- > 0;) {
        const gb_token *t = &way->tokens[i];
        bool done = false;
        if (t->id == m->unknown && m->byte_fallback) {
            size_t before = out->count;
            if (!gb_model_put_bytes(m, word, t->first, t->last, out, &done, err)) return false;
            /* The reference gives every byte the place of the whole piece. */
            for (size_t j = before; j < out->count; j++) {
                out->tokens[j].first = t->first;
                out->tokens[j].last = t->last;
            }
        }
        if (!done && !gb_token_list_add(out, t->id, t->first, t->last, err)) return false;
    }
    return true;
}

bool gb_run_unigram(gb_model *m, const char *word, size_t n, gb_token_list *out, gb_error *err)
{
    size_t before = out->count;
    bool failed = false;
    if (gb_cache_get(m->cache, word, n, out, &failed, err)) return !failed;
    gb_token_list way = {0};
    arrival *best = gb_alloc((n + 1) * sizeof *best, err);
    bool ok = best && find_best(m, word, n, best, err) && put_way(m, n, best, &way, err) &&
              put_tokens(m, word, &way, out, err);
    gb_free(best);
    gb_free(way.tokens);
    if (ok) gb_cache_put(m->cache, word, n, out->tokens + before, out->count - before);
    return ok;
}
