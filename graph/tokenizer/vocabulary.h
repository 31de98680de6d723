/* Inside graph/tokenizer only: tokens and their ids, both ways. */
#ifndef GB_TOKENIZER_VOCABULARY_H
#define GB_TOKENIZER_VOCABULARY_H

#include "graph/base/json.h"
#include "graph/base/map.h"

enum { GB_VOCABULARY_MAX_ID = 1 << 24 };

typedef struct gb_vocabulary {
    gb_map ids;       /* token -> id + 1 as a pointer */
    uint32_t *places; /* id -> index into ids.entries + 1; 0: no such id */
    size_t place_count, place_capacity;
} gb_vocabulary;

void gb_vocabulary_release(gb_vocabulary *v);

/* Binds a token to an id, ValueError for an id that is negative, absurd or taken. A token that is
 * there already keeps its first id. */
bool gb_vocabulary_add(gb_vocabulary *v, const char *token, size_t n, int64_t id,
                       gb_error *err) GB_MUST_CHECK;

/* From {"token": id, …} of a tokenizer.json, or ["token", …] where the index is the id. */
bool gb_vocabulary_read(gb_vocabulary *v, const json_t *tokens, gb_error *err) GB_MUST_CHECK;

/* -1 when it is not there. */
int32_t gb_vocabulary_id(const gb_vocabulary *v, const char *token, size_t n);

/* NULL when it is not there. */
const char *gb_vocabulary_token(const gb_vocabulary *v, int32_t id, size_t *n);

#endif
