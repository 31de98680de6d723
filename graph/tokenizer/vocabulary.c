/* Tokens and their ids. See vocabulary.h. */
#include "graph/tokenizer/vocabulary.h"

#include "graph/base/memory.h"

#include <inttypes.h>
#include <string.h>

void gb_vocabulary_release(gb_vocabulary *v)
{
    gb_map_release(&v->ids);
    gb_free(v->places);
    *v = (gb_vocabulary){0};
}

static bool reserve_place(gb_vocabulary *v, size_t id, gb_error *err)
{
    if (!gb_grow(&v->places, &v->place_capacity, id + 1, sizeof *v->places, err)) return false;
    while (v->place_count <= id)
        v->places[v->place_count++] = 0;
    return true;
}

bool gb_vocabulary_add(gb_vocabulary *v, const char *token, size_t n, int64_t id, gb_error *err)
{
    if (id < 0 || id > GB_VOCABULARY_MAX_ID)
        return gb_fail(err, GB_ERR_VALUE, "token '%.*s' has the id %" PRId64,
                       (int)(n < 60 ? n : 60), token, id);
    if (!reserve_place(v, (size_t)id, err)) return false;
    gb_map_entry *old = gb_map_find(&v->ids, token, n);
    if (old) {
        v->places[id] = (uint32_t)(old - v->ids.entries) + 1;
        return true;
    }
    if (v->places[id])
        return gb_fail(err, GB_ERR_VALUE, "two tokens have the id %" PRId64 ": '%s' and '%.*s'", id,
                       v->ids.entries[v->places[id] - 1].key, (int)(n < 60 ? n : 60), token);
    if (!gb_map_put_n(&v->ids, token, n, (void *)(uintptr_t)(id + 1), err)) return false;
    v->places[id] = (uint32_t)v->ids.used; /* nothing is ever removed: the last entry */
    return true;
}

bool gb_vocabulary_read(gb_vocabulary *v, const json_t *tokens, gb_error *err)
{
    const char *token;
    json_t *id;
    if (json_is_object(tokens)) {
        json_object_foreach((json_t *)tokens, token, id)
        {
            if (!json_is_integer(id))
                return gb_fail(err, GB_ERR_VALUE, "the id of token '%s' is not an integer", token);
            if (!gb_vocabulary_add(v, token, strlen(token), json_integer_value(id), err))
                return false;
        }
        return true;
    }
    if (!json_is_array(tokens))
        return gb_fail(err, GB_ERR_VALUE, "'vocab' is neither an object nor a list");
    for (size_t i = 0; i < json_array_size(tokens); i++) {
        const json_t *item = json_array_get(tokens, i);
        if (json_is_array(item)) item = json_array_get(item, 0);
        if (!json_is_string(item))
            return gb_fail(err, GB_ERR_VALUE, "token %zu of the vocabulary is not text", i);
        if (!gb_vocabulary_add(v, json_string_value(item), json_string_length(item), (int64_t)i,
                               err))
            return false;
    }
    return true;
}

int32_t gb_vocabulary_id(const gb_vocabulary *v, const char *token, size_t n)
{
    return (int32_t)(uintptr_t)gb_map_get_n(&v->ids, token, n) - 1;
}

const char *gb_vocabulary_token(const gb_vocabulary *v, int32_t id, size_t *n)
{
    if (id < 0 || (size_t)id >= v->place_count || !v->places[id]) return NULL;
    const gb_map_entry *e = &v->ids.entries[v->places[id] - 1];
    if (n) *n = e->key_size;
    return e->key;
}
