/* Added tokens: leftmost, longest, with the white space and word rules of the reference. See
 * added.h. */
#include "graph/tokenizer/added.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"

#include <string.h>

/* --- a trie of patterns
 * ---------------------------------------------------------------------------- */

typedef struct pattern_node {
    uint32_t child, sibling; /* 0: none */
    int32_t token;           /* index; -1: none ends here */
    unsigned char byte;
} pattern_node;

typedef struct gb_pattern_set {
    pattern_node *nodes; /* 0 is the root */
    size_t count, capacity;
    uint32_t first[256]; /* the root's children */
} gb_pattern_set;

static void free_set(gb_pattern_set *set)
{
    if (!set) return;
    gb_free(set->nodes);
    gb_free(set);
}

static gb_pattern_set *new_set(gb_error *err)
{
    gb_pattern_set *set = gb_calloc(1, sizeof *set, err);
    if (!set) return NULL;
    if (!gb_grow(&set->nodes, &set->capacity, 1, sizeof *set->nodes, err)) {
        free_set(set);
        return NULL;
    }
    set->nodes[set->count++] = (pattern_node){0, 0, -1, 0};
    return set;
}

static uint32_t child_of(const gb_pattern_set *set, uint32_t node, unsigned char byte)
{
    if (!node) return set->first[byte];
    uint32_t child = set->nodes[node].child;
    while (child && set->nodes[child].byte != byte)
        child = set->nodes[child].sibling;
    return child;
}

static bool set_add(gb_pattern_set *set, const char *text, size_t n, size_t token, gb_error *err)
{
    uint32_t node = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        uint32_t child = child_of(set, node, byte);
        if (!child) {
            if (!gb_grow(&set->nodes, &set->capacity, set->count + 1, sizeof *set->nodes, err))
                return false;
            child = (uint32_t)set->count++;
            set->nodes[child] = (pattern_node){0, node ? set->nodes[node].child : 0, -1, byte};
            if (node)
                set->nodes[node].child = child;
            else
                set->first[byte] = child;
        }
        node = child;
    }
    if (n && set->nodes[node].token < 0) set->nodes[node].token = (int32_t)token;
    return true;
}

/* The longest pattern that text[0..n) begins with: its token, or -1. */
static int32_t set_match(const gb_pattern_set *set, const char *text, size_t n, size_t *size)
{
    int32_t found = -1;
    uint32_t node = 0;
    for (size_t i = 0; i < n && (node = child_of(set, node, (unsigned char)text[i])); i++) {
        if (set->nodes[node].token < 0) continue;
        found = set->nodes[node].token;
        *size = i + 1;
    }
    return found;
}

/* --- the tokens
 * ------------------------------------------------------------------------------------ */

void gb_added_release(gb_added_tokens *a)
{
    for (size_t i = 0; i < a->count; i++)
        gb_free(a->tokens[i].content);
    gb_free(a->tokens);
    free_set(a->plain);
    free_set(a->normalized);
    *a = (gb_added_tokens){0};
}

gb_added_token *gb_added_find(const gb_added_tokens *a, const char *content, size_t n)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->tokens[i].size == n && memcmp(a->tokens[i].content, content, n) == 0)
            return &a->tokens[i];
    return NULL;
}

/* Where an id is, or would be. */
static size_t place_of(const gb_added_tokens *a, int32_t id)
{
    size_t low = 0, high = a->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (a->tokens[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const gb_added_token *gb_added_by_id(const gb_added_tokens *a, int32_t id)
{
    size_t i = place_of(a, id);
    return i < a->count && a->tokens[i].id == id ? &a->tokens[i] : NULL;
}

bool gb_added_put(gb_added_tokens *a, const gb_added_token *token, gb_error *err)
{
    gb_added_token *old = gb_added_find(a, token->content, token->size);
    if (old) {
        char *content = old->content;
        int32_t id = old->id;
        *old = *token;
        old->content = content;
        old->id = id;
        return true;
    }
    if (!gb_grow(&a->tokens, &a->capacity, a->count + 1, sizeof *a->tokens, err)) return false;
    char *content = gb_strndup(token->content, token->size, err);
    if (!content) return false;
    size_t i = place_of(a, token->id);
    memmove(&a->tokens[i + 1], &a->tokens[i], (a->count - i) * sizeof *a->tokens);
    a->tokens[i] = *token;
    a->tokens[i].content = content;
    a->count++;
    return true;
}

static bool index_normalized(gb_added_tokens *a, size_t i, const gb_stage *normalizer,
                             gb_error *err)
{
    gb_words w = {0};
    bool ok = gb_words_set(&w, a->tokens[i].content, a->tokens[i].size, 0, err) &&
              gb_stage_apply(normalizer, &w, err);
    if (ok && w.count == 1)
        ok = set_add(a->normalized, w.text + w.ranges[0].first,
                     w.ranges[0].last - w.ranges[0].first, i, err);
    gb_words_release(&w);
    return ok;
}

bool gb_added_index(gb_added_tokens *a, const gb_stage *normalizer, gb_error *err)
{
    free_set(a->plain);
    free_set(a->normalized);
    a->plain = new_set(err);
    a->normalized = new_set(err);
    bool ok = a->plain && a->normalized;
    for (size_t i = 0; ok && i < a->count; i++) {
        const gb_added_token *t = &a->tokens[i];
        ok = t->normalized ? index_normalized(a, i, normalizer, err)
                           : set_add(a->plain, t->content, t->size, i, err);
    }
    return ok;
}

bool gb_added_has_normalized(const gb_added_tokens *a)
{
    return a->normalized->count > 1;
}

/* --- cutting
 * ---------------------------------------------------------------------------------------- */

static bool is_inside_word(const char *text, size_t n, size_t first, size_t last)
{
    size_t size;
    return (first > 0 && gb_is_word(gb_character_before(text, first, &size))) ||
           (last < n && gb_is_word(gb_character_at(text + last, n - last, &size)));
}

static void widen(const gb_added_token *t, const char *text, size_t n, size_t done, gb_stretch *s)
{
    size_t size;
    while (t->strips_left && s->first > done &&
           gb_is_space(gb_character_before(text, s->first, &size)))
        s->first -= size;
    if (s->first < done) s->first = done;
    while (t->strips_right && s->last < n &&
           gb_is_space(gb_character_at(text + s->last, n - s->last, &size)))
        s->last += size;
}

static bool add_stretch(gb_stretch_list *out, gb_stretch s, gb_error *err)
{
    if (!gb_grow(&out->stretches, &out->capacity, out->count + 1, sizeof *out->stretches, err))
        return false;
    out->stretches[out->count++] = s;
    return true;
}

bool gb_added_split(const gb_added_tokens *a, bool normalized, bool skip_special, const char *text,
                    size_t n, gb_stretch_list *out, gb_error *err)
{
    const gb_pattern_set *set = normalized ? a->normalized : a->plain;
    size_t done = 0, size = 0;
    for (size_t at = 0; at < n;) {
        int32_t found =
            set->first[(unsigned char)text[at]] ? set_match(set, text + at, n - at, &size) : -1;
        if (at % 65536 == 0 && !gb_check_interrupt(err)) return false;
        if (found < 0) {
            at++;
            continue;
        }
        const gb_added_token *t = &a->tokens[found];
        gb_stretch s = {t, at, at + size};
        at += size;
        if ((skip_special && t->special) ||
            (t->single_word && is_inside_word(text, n, s.first, s.last)))
            continue;
        widen(t, text, n, done, &s);
        if (s.last < done) continue;
        if (done < s.first && !add_stretch(out, (gb_stretch){NULL, done, s.first}, err))
            return false;
        if (!add_stretch(out, s, err)) return false;
        done = s.last;
    }
    return done == n || add_stretch(out, (gb_stretch){NULL, done, n}, err);
}
