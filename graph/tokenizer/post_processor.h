/* Inside graph/tokenizer only: what is put around the tokens of a text or pair. */
#ifndef GB_TOKENIZER_POST_PROCESSOR_H
#define GB_TOKENIZER_POST_PROCESSOR_H

#include "graph/base/json.h"
#include "graph/tokenizer/tokenizer.h"

/* One place of a template: the tokens of a text, or a special token. */
typedef struct gb_template_piece {
    int sequence; /* 0 or 1; -1 for special tokens */
    int32_t type;
    size_t first, count; /* of the template's ids, for special tokens */
} gb_template_piece;

typedef struct gb_template_side {
    gb_template_piece *pieces;
    size_t count, capacity;
} gb_template_side;

typedef struct gb_post_processor {
    gb_template_side single, pair; /* used when has_template */
    int32_t *ids;                  /* of special tokens */
    size_t id_count, id_capacity;
    bool has_template;
    bool trims_offsets; /* leading and trailing spaces of a token are not its own */
    bool prefix_space;  /* … but the one that was put in front of the text */
} gb_post_processor;

/* From tokenizer.json; null gives one that adds nothing. */
bool gb_post_processor_parse(gb_post_processor *p, const json_t *json, gb_error *err) GB_MUST_CHECK;
void gb_post_processor_release(gb_post_processor *p);

/* A template that puts `before` and `after` (ids, -1: none) around every text. */
bool gb_post_processor_around(gb_post_processor *p, int32_t before, int32_t after,
                              gb_error *err) GB_MUST_CHECK;

/* How many special tokens it adds to a text or pair. */
size_t gb_post_processor_added(const gb_post_processor *p, bool pair);

/* Joins one or two encodings (the second may be NULL) into `out`. Without `special` nothing is
 * added. */
bool gb_post_processor_apply(const gb_post_processor *p, const gb_encoding *first,
                             const gb_encoding *second, bool special, gb_encoding *out,
                             gb_error *err) GB_MUST_CHECK;

#endif
