/* Inside graph/tokenizer only: tokens back to text. */
#ifndef GB_TOKENIZER_DECODER_H
#define GB_TOKENIZER_DECODER_H

#include "graph/tokenizer/regex.h"
#include "graph/tokenizer/tokenizer.h"

/* Pieces of text on their way back: each stage rewrites the list. */
typedef struct gb_piece_list {
    gb_buffer bytes;
    size_t *ends; /* where each piece ends in `bytes` */
    size_t count, capacity;
} gb_piece_list;

bool gb_piece_list_add(gb_piece_list *list, const char *bytes, size_t n,
                       gb_error *err) GB_MUST_CHECK;
void gb_piece_list_release(gb_piece_list *list);

typedef struct gb_decoder gb_decoder;
typedef bool gb_decoder_run(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                            gb_error *err);

struct gb_decoder {
    gb_decoder_run *run;
    gb_decoder *steps; /* of a Sequence */
    size_t count;
    gb_regex *regex;
    char *text; /* prefix, suffix, replacement or content */
    size_t text_size;
    size_t start, stop; /* Strip */
    bool flag;          /* cleanup, add_prefix_space */
};

/* From tokenizer.json; null gives one that does nothing but put spaces between tokens. */
bool gb_decoder_parse(gb_decoder *d, const json_t *json, gb_error *err) GB_MUST_CHECK;
void gb_decoder_release(gb_decoder *d);

/* Appends the text of the pieces. */
bool gb_decoder_apply(const gb_decoder *d, const gb_piece_list *pieces, gb_buffer *out,
                      gb_error *err) GB_MUST_CHECK;

/* Appends bytes as UTF-8, U+FFFD for each longest part of a character that is cut short. */
void gb_put_lossy(gb_buffer *out, const char *bytes, size_t n);

#endif
