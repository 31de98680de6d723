/* Byte-pair encoding: a word's characters are joined pair by pair, the pair that was learned first
 * before others. A heap of pairs keeps long words at n log n. See model.h.
 *
 * Source: Sennrich, Haddow, Birch 2016, as the reference implementation has it. */
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/model.h"

#include <inttypes.h>
#include <string.h>

enum { MAX_WORD = 1 << 30 };

/* --- merges
 * --------------------------------------------------------------------------------------- */

typedef struct merge {
    uint64_t pair; /* left id << 32 | right id */
    uint32_t rank;
    int32_t result; /* -1 in an empty slot */
} merge;

struct gb_merges {
    merge *slots;
    size_t mask; /* slots - 1; a power of two of them, at most half full */
};

static uint64_t pair_of(int32_t left, int32_t right)
{
    return (uint64_t)(uint32_t)left << 32 | (uint32_t)right;
}

static size_t slot_of(const struct gb_merges *merges, uint64_t pair)
{
    uint64_t h = pair * 0x9E3779B97F4A7C15u;
    return (size_t)(h >> 32) & merges->mask;
}

static struct gb_merges *new_merges(size_t count, gb_error *err)
{
    size_t slots = 16;
    while (slots < count * 2)
        slots *= 2;
    struct gb_merges *merges = gb_calloc(1, sizeof *merges, err);
    if (!merges) return NULL;
    merges->mask = slots - 1;
    if (!(merges->slots = gb_alloc(slots * sizeof *merges->slots, err))) {
        gb_free(merges);
        return NULL;
    }
    for (size_t i = 0; i < slots; i++)
        merges->slots[i] = (merge){0, 0, -1};
    return merges;
}

/* A pair that is there already is learned anew: the later rank wins, as in the reference. */
static void put_merge(struct gb_merges *merges, merge m)
{
    size_t i = slot_of(merges, m.pair);
    while (merges->slots[i].result >= 0 && merges->slots[i].pair != m.pair)
        i = (i + 1) & merges->mask;
    merges->slots[i] = m;
}

static const merge *find_merge(const struct gb_merges *merges, int32_t left, int32_t right)
{
    uint64_t pair = pair_of(left, right);
    for (size_t i = slot_of(merges, pair); merges->slots[i].result >= 0; i = (i + 1) & merges->mask)
        if (merges->slots[i].pair == pair) return &merges->slots[i];
    return NULL;
}

void gb_merges_free(struct gb_merges *merges)
{
    if (!merges) return;
    gb_free(merges->slots);
    gb_free(merges);
}

/* The two halves of a merge: ["a", "b"] or "a b". */
static bool split_merge(const json_t *json, const char *half[2], size_t size[2])
{
    if (json_is_string(json)) {
        const char *text = json_string_value(json), *space = strchr(text, ' ');
        if (!space || strchr(space + 1, ' ')) return false;
        half[0] = text;
        size[0] = (size_t)(space - text);
        half[1] = space + 1;
        size[1] = json_string_length(json) - size[0] - 1;
        return true;
    }
    for (size_t i = 0; i < 2; i++) {
        const json_t *text = json_array_get(json, i);
        if (!json_is_string(text)) return false;
        half[i] = json_string_value(text);
        size[i] = json_string_length(text);
    }
    return json_array_size(json) == 2;
}

static bool read_merge(gb_model *m, const json_t *json, size_t rank, gb_buffer *joined,
                       gb_error *err)
{
    const char *half[2];
    size_t size[2], prefix = strlen(m->prefix);
    if (!split_merge(json, half, size))
        return gb_fail(err, GB_ERR_VALUE, "merge %zu is not a pair of tokens", rank);
    gb_buffer_clear(joined);
    gb_buffer_put(joined, half[0], size[0]);
    bool continued = prefix && size[1] >= prefix && memcmp(half[1], m->prefix, prefix) == 0;
    gb_buffer_put(joined, half[1] + (continued ? prefix : 0), size[1] - (continued ? prefix : 0));
    if (!gb_buffer_ok(joined, err)) return false;
    int32_t left = gb_vocabulary_id(&m->vocabulary, half[0], size[0]);
    int32_t right = gb_vocabulary_id(&m->vocabulary, half[1], size[1]);
    int32_t result = gb_vocabulary_id(&m->vocabulary, joined->data, joined->size);
    if (left < 0 || right < 0 || result < 0)
        return gb_fail(err, GB_ERR_VALUE,
                       "merge %zu ('%.*s' and '%.*s') names tokens that are not "
                       "in the vocabulary",
                       rank, (int)size[0], half[0], (int)size[1], half[1]);
    put_merge(m->merges, (merge){pair_of(left, right), (uint32_t)rank, result});
    return true;
}

static bool read_merges(gb_model *m, const json_t *merges, gb_error *err)
{
    gb_buffer joined = GB_BUFFER_INIT;
    size_t count = json_array_size(merges);
    bool ok = (m->merges = new_merges(count, err)) != NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = read_merge(m, json_array_get(merges, i), i, &joined, err);
    gb_buffer_release(&joined);
    return ok;
}

bool gb_read_bpe(gb_model *m, const json_t *json, gb_error *err)
{
    m->byte_fallback = gb_json_bool_or(json, "byte_fallback", false);
    m->fuse_unknown = gb_json_bool_or(json, "fuse_unk", false);
    m->ignore_merges = gb_json_bool_or(json, "ignore_merges", false);
    m->prefix = gb_strdup(gb_json_string_or(json, "continuing_subword_prefix", ""), err);
    m->suffix = gb_strdup(gb_json_string_or(json, "end_of_word_suffix", ""), err);
    m->cache = gb_cache_new(err);
    gb_model_find_bytes(m);
    return m->prefix && m->suffix && m->cache && gb_model_read_unknown(m, json, "unk_token", err) &&
           read_merges(m, json_object_get(json, "merges"), err);
}

/* --- a word as a chain of symbols
 * ------------------------------------------------------------------- */

typedef struct symbol {
    int32_t id;
    int32_t before, after; /* neighbours; -1 at the ends */
    uint32_t size;         /* bytes; 0 once it was joined to the one before */
} symbol;

typedef struct candidate {
    uint32_t rank;
    int32_t place; /* of the left symbol */
    int32_t result;
} candidate;

typedef struct chain {
    symbol *symbols;
    size_t count, capacity;
    candidate *heap;
    size_t heap_count, heap_capacity;
} chain;

static void chain_release(chain *c)
{
    gb_free(c->symbols);
    gb_free(c->heap);
}

static bool comes_first(const candidate *a, const candidate *b)
{
    return a->rank != b->rank ? a->rank < b->rank : a->place < b->place;
}

static bool heap_push(chain *c, candidate x, gb_error *err)
{
    if (!gb_grow(&c->heap, &c->heap_capacity, c->heap_count + 1, sizeof *c->heap, err))
        return false;
    size_t i = c->heap_count++;
    for (; i && comes_first(&x, &c->heap[(i - 1) / 2]); i = (i - 1) / 2)
        c->heap[i] = c->heap[(i - 1) / 2];
    c->heap[i] = x;
    return true;
}

static candidate heap_pop(chain *c)
{
    candidate top = c->heap[0], x = c->heap[--c->heap_count];
    size_t i = 0, child;
    for (; (child = 2 * i + 1) < c->heap_count; i = child) {
        if (child + 1 < c->heap_count && comes_first(&c->heap[child + 1], &c->heap[child])) child++;
        if (!comes_first(&c->heap[child], &x)) break;
        c->heap[i] = c->heap[child];
    }
    c->heap[i] = x;
    return top;
}

static bool add_symbol(chain *c, int32_t id, size_t size, gb_error *err)
{
    if (!gb_grow(&c->symbols, &c->capacity, c->count + 1, sizeof *c->symbols, err)) return false;
    c->symbols[c->count] =
        (symbol){id, (int32_t)c->count - 1, (int32_t)c->count + 1, (uint32_t)size};
    c->count++;
    return true;
}

/* The token of one character, with the prefix or suffix that its place asks for. */
static int32_t character_id(const gb_model *m, const char *word, size_t n, size_t at, size_t size)
{
    if (!m->prefix[0] && !m->suffix[0]) return gb_vocabulary_id(&m->vocabulary, word + at, size);
    gb_buffer b = GB_BUFFER_INIT;
    if (at) gb_buffer_text(&b, m->prefix);
    gb_buffer_put(&b, word + at, size);
    if (at + size == n) gb_buffer_text(&b, m->suffix);
    int32_t id = b.failed ? -1 : gb_vocabulary_id(&m->vocabulary, b.data, b.size);
    gb_buffer_release(&b);
    return id;
}

/* A character that the vocabulary lacks: its bytes, or the unknown token (perhaps joined to the one
 * before), or nothing. */
static bool add_unknown(const gb_model *m, chain *c, const char *text, size_t size, gb_error *err)
{
    bool all = m->byte_fallback;
    for (size_t i = 0; all && i < size; i++)
        all = m->bytes[(unsigned char)text[i]] >= 0;
    if (all) {
        for (size_t i = 0; i < size; i++)
            if (!add_symbol(c, m->bytes[(unsigned char)text[i]], 1, err)) return false;
        return true;
    }
    if (m->unknown < 0) return true;
    symbol *last = c->count ? &c->symbols[c->count - 1] : NULL;
    if (m->fuse_unknown && last && last->id == m->unknown) {
        last->size += (uint32_t)size;
        return true;
    }
    return add_symbol(c, m->unknown, size, err);
}

static bool add_characters(const gb_model *m, chain *c, const char *word, size_t n, gb_error *err)
{
    for (size_t at = 0, size; at < n; at += size) {
        gb_character_at(word + at, n - at, &size);
        int32_t id = character_id(m, word, n, at, size);
        bool ok = id >= 0 ? add_symbol(c, id, size, err) : add_unknown(m, c, word + at, size, err);
        if (!ok) return false;
    }
    if (c->count) c->symbols[c->count - 1].after = -1;
    return true;
}

/* Enters the pair that begins at `place` into the heap if it can be joined. */
static bool consider(const gb_model *m, chain *c, int32_t place, gb_error *err)
{
    if (place < 0 || c->symbols[place].after < 0) return true;
    const merge *found =
        find_merge(m->merges, c->symbols[place].id, c->symbols[c->symbols[place].after].id);
    return !found || heap_push(c, (candidate){found->rank, place, found->result}, err);
}

/* True if the pair is still what it was when it was entered. */
static bool still_holds(const gb_model *m, const chain *c, const candidate *x)
{
    const symbol *left = &c->symbols[x->place];
    if (!left->size || left->after < 0) return false;
    const merge *found = find_merge(m->merges, left->id, c->symbols[left->after].id);
    return found && found->result == x->result;
}

static bool join_pairs(const gb_model *m, chain *c, gb_error *err)
{
    for (size_t i = 0; i < c->count; i++)
        if (!consider(m, c, (int32_t)i, err)) return false;
    for (size_t steps = 1; c->heap_count; steps++) {
        candidate x = heap_pop(c);
        if (steps % 4096 == 0 && !gb_check_interrupt(err)) return false;
        if (!still_holds(m, c, &x)) continue;
        symbol *left = &c->symbols[x.place], *right = &c->symbols[left->after];
        left->id = x.result;
        left->size += right->size;
        left->after = right->after;
        right->size = 0;
        if (left->after >= 0) c->symbols[left->after].before = x.place;
        if (!consider(m, c, left->before, err) || !consider(m, c, x.place, err)) return false;
    }
    return true;
}

static bool put_symbols(const chain *c, gb_token_list *out, gb_error *err)
{
    size_t at = 0;
    for (int32_t i = c->count ? 0 : -1; i >= 0; i = c->symbols[i].after) {
        size_t size = c->symbols[i].size;
        if (!gb_token_list_add(out, c->symbols[i].id, at, at + size, err)) return false;
        at += size;
    }
    return true;
}

bool gb_run_bpe(gb_model *m, const char *word, size_t n, gb_token_list *out, gb_error *err)
{
    if (n > MAX_WORD) return gb_fail(err, GB_ERR_VALUE, "a word of %zu bytes is too long", n);
    if (m->ignore_merges) {
        int32_t id = gb_vocabulary_id(&m->vocabulary, word, n);
        if (id >= 0) return gb_token_list_add(out, id, 0, n, err);
    }
    size_t before = out->count;
    bool failed = false;
    if (gb_cache_get(m->cache, word, n, out, &failed, err)) return !failed;
    chain c = {0};
    bool ok =
        add_characters(m, &c, word, n, err) && join_pairs(m, &c, err) && put_symbols(&c, out, err);
    chain_release(&c);
    if (ok) gb_cache_put(m->cache, word, n, out->tokens + before, out->count - before);
    return ok;
}
