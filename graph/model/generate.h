/* Generation: which token comes next, and when it ends. transformers' numbers: the same processors
 * in the same order, the same random stream for a seed. Running the model between two tokens is the
 * engine's business.
 *
 *     gb_generation g; gb_generation_defaults(&g, model);      what the checkpoint says
 *     gb_generation_set(&g, "max_new_tokens", value, &err);    what the user says
 *     gb_sampler *s = gb_sampler_new(&g, model, prompts, lengths, rows, &err);
 *     loop: logits [R, V] of the last position of each row -> gb_sampler_next -> tokens[R]
 *
 * References: transformers/generation/logits_process.py, stopping_criteria.py, utils.py. */
#ifndef GB_MODEL_GENERATE_H
#define GB_MODEL_GENERATE_H

#include "graph/model/model.h"

enum { GB_GENERATION_MAX_EOS = 16, GB_GENERATION_MAX_STOPS = 16 };

/* Token ids; owned. */
typedef struct gb_token_list {
    int64_t *ids;
    size_t count;
} gb_token_list;

/* Settings; the names are transformers'. Plain data but for the stop strings: release. */
typedef struct gb_generation {
    int64_t max_new_tokens; /* -1: by max_length */
    int64_t max_length;     /* prompt included; -1: 20 new ones, as in transformers */
    int64_t min_new_tokens; /* 0: none */
    int64_t min_length;
    bool do_sample;
    double temperature;           /* 1: unchanged */
    int64_t top_k;                /* 0: off */
    double top_p;                 /* 1: off */
    double min_p;                 /* 0: off */
    double typical_p;             /* 1: off */
    double epsilon_cutoff;        /* 0: off */
    double eta_cutoff;            /* 0: off */
    double repetition_penalty;    /* 1: off */
    int64_t no_repeat_ngram_size; /* 0: off */
    gb_token_list suppress;       /* tokens that never come */
    gb_token_list begin_suppress; /* tokens that do not come first */
    gb_token_list bad_words; /* sequences that never come: each behind its length, one after the
                                other */
    int64_t num_return_sequences; /* rows per prompt; more than 1 only with do_sample */
    int64_t eos[GB_GENERATION_MAX_EOS];
    int32_t eos_count;                    /* 0: never ends by a token */
    int64_t pad;                          /* what ended rows go on with; -1: the first eos */
    int64_t seed;                         /* -1: go on with the default generator's stream */
    char *stops[GB_GENERATION_MAX_STOPS]; /* stop strings; owned */
    int32_t stop_count;
} gb_generation;

/* Transformers' defaults, over them the checkpoint's generation_config.json (or config.json). */
void gb_generation_defaults(gb_generation *g, const gb_model *model);
void gb_generation_release(gb_generation *g);
/* A copy of all settings, to be released. */
bool gb_generation_copy(gb_generation *to, const gb_generation *from, gb_error *err) GB_MUST_CHECK;

/* One setting by its name in transformers; ints, floats, bools, text and lists of them. True with
 * *known false for a name that is no setting of generation; TypeError or ValueError for a value
 * that cannot be; NotImplementedError for a setting of transformers that is not there (num_beams,
 * ...). */
bool gb_generation_set(gb_generation *g, const char *name, const gb_arg *value, bool *known,
                       gb_error *err) GB_MUST_CHECK;

/* Name i of the settings, for completion; NULL past the last. */
const char *gb_generation_setting_at(size_t i);

/* Longest sequence that a prompt of `length` may grow to. */
int64_t gb_generation_limit(const gb_generation *g, int64_t length);

/* Chooses tokens for a batch of rows and remembers which of them ended. */
typedef struct gb_sampler gb_sampler;

/* One row a prompt; `prompts[r]` has lengths[r] ids (borrowed only now). The model is needed for
 * stop strings (its tokenizer). Rows with num_return_sequences > 1 are the caller's to repeat. */
gb_sampler *gb_sampler_new(const gb_generation *g, gb_model *model, const int64_t *const *prompts,
                           const int64_t *lengths, int32_t rows, gb_error *err) GB_MUST_CHECK;
void gb_sampler_free(gb_sampler *s);

/* The next token of every row from its logits [R, V] (any floating dtype; left alone). Rows that
 * have ended get the pad token. */
bool gb_sampler_next(gb_sampler *s, const gb_tensor *logits, int64_t *tokens,
                     gb_error *err) GB_MUST_CHECK;

/* True when the row has ended (its last token was an end token, a stop string came, or it is as
 * long as it may be); true when all have. */
bool gb_sampler_ended(const gb_sampler *s, int32_t row);
bool gb_sampler_done(const gb_sampler *s);

/* The row's tokens so far, prompt included; borrowed until the next call. */
const int64_t *gb_sampler_tokens(const gb_sampler *s, int32_t row, int64_t *count);

#endif
