/* Inside graph/tokenizer only: tokens that are cut out of the text before anything else sees it. */
#ifndef GB_TOKENIZER_ADDED_H
#define GB_TOKENIZER_ADDED_H

#include "graph/base/json.h"
#include "graph/tokenizer/stage.h"

typedef struct gb_added_token {
    char *content;
    size_t size;
    int32_t id;
    bool special, normalized, single_word, strips_left, strips_right;
} gb_added_token;

typedef struct gb_added_tokens {
    gb_added_token *tokens; /* by id */
    size_t count, capacity;
    struct gb_pattern_set *plain;      /* looked for in the text as it is */
    struct gb_pattern_set *normalized; /* looked for after normalizing, normalized themselves */
} gb_added_tokens;

void gb_added_release(gb_added_tokens *a);

/* Adds one, or changes the one of the same content. */
bool gb_added_put(gb_added_tokens *a, const gb_added_token *token, gb_error *err) GB_MUST_CHECK;

gb_added_token *gb_added_find(const gb_added_tokens *a, const char *content, size_t n);
const gb_added_token *gb_added_by_id(const gb_added_tokens *a, int32_t id);

/* Builds what gb_added_split needs; again after every change. */
bool gb_added_index(gb_added_tokens *a, const gb_stage *normalizer, gb_error *err) GB_MUST_CHECK;

/* True if any token is looked for after normalizing. */
bool gb_added_has_normalized(const gb_added_tokens *a);

/* A stretch of text: an added token, or text between them (token NULL). Bytes. */
typedef struct gb_stretch {
    const gb_added_token *token;
    size_t first, last;
} gb_stretch;

typedef struct gb_stretch_list {
    gb_stretch *stretches;
    size_t count, capacity;
} gb_stretch_list;

/* Appends the stretches of text[0..n). `skip_special`: special tokens are plain text. */
bool gb_added_split(const gb_added_tokens *a, bool normalized, bool skip_special, const char *text,
                    size_t n, gb_stretch_list *out, gb_error *err) GB_MUST_CHECK;

#endif
