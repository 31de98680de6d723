/* Inside graph/tokenizer only: the stages that rewrite a text or cut it into words.
 *
 * Normalizers and pre-tokenizers are the same kind of thing here: a row of stage.def, with the
 * parameters that tokenizer.json gives, that changes a gb_words. */
#ifndef GB_TOKENIZER_STAGE_H
#define GB_TOKENIZER_STAGE_H

#include "graph/base/json.h"
#include "graph/tokenizer/regex.h"

typedef struct gb_stage gb_stage;

typedef bool gb_stage_run(const gb_stage *stage, gb_words *w, gb_error *err);

/* Reads the parameters of a stage. */
typedef bool gb_stage_read(gb_stage *stage, const json_t *json, gb_error *err);

typedef enum gb_prepend_scheme {
    GB_PREPEND_NEVER,
    GB_PREPEND_FIRST,
    GB_PREPEND_ALWAYS
} gb_prepend_scheme;

struct gb_stage {
    gb_stage_run *run;
    gb_stage *steps; /* of a Sequence */
    size_t count;
    gb_regex *regex; /* Split, Replace, ByteLevel, … */
    char *text;      /* what is put in, or the replacement; owned */
    size_t text_size;
    gb_split_behavior behavior; /* Split, Punctuation, Digits */
    gb_prepend_scheme prepend;
    int form;                     /* NFC …: utf8proc's options */
    bool flags[4];                /* by the stage's own enumeration */
    struct gb_charsmap *charsmap; /* Precompiled */
};

/* Which table a stage is looked up in. */
typedef enum gb_stage_kind { GB_STAGE_NORMALIZER, GB_STAGE_PRE_TOKENIZER } gb_stage_kind;

/* From {"type": …}; null gives a stage that does nothing. NotImplementedError names a type that is
 * not in the table. */
bool gb_stage_parse(gb_stage *stage, gb_stage_kind kind, const json_t *json,
                    gb_error *err) GB_MUST_CHECK;
void gb_stage_release(gb_stage *stage);

/* Runs a stage; a zeroed one does nothing. */
bool gb_stage_apply(const gb_stage *stage, gb_words *w, gb_error *err) GB_MUST_CHECK;

/* Keeps a copy of a member as the stage's text. */
bool gb_stage_keep_text(gb_stage *stage, const json_t *json, const char *key,
                        gb_error *err) GB_MUST_CHECK;

/* Cuts every word where `matches` is true for a character: each such character is a piece. */
bool gb_stage_split_characters(gb_words *w, bool matches(uint32_t c), gb_split_behavior behavior,
                               gb_error *err) GB_MUST_CHECK;

/* Byte-level text: every byte becomes the character that stands for it. */
bool gb_stage_bytes_to_characters(gb_words *w, gb_error *err) GB_MUST_CHECK;

/* The character that stands for a byte, and back (-1 for one that stands for none). */
uint32_t gb_byte_character(unsigned char byte);
int gb_character_byte(uint32_t c);

#define GB_STAGE(kind, type, run, read) gb_stage_run run;
#include "graph/tokenizer/stage.def"
#undef GB_STAGE

#endif
