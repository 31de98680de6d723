/* Inside graph/tokenizer only: the models that turn a word into tokens. */
#ifndef GB_TOKENIZER_MODEL_H
#define GB_TOKENIZER_MODEL_H

#include "graph/tokenizer/vocabulary.h"

/* A token and the bytes of the word that it stands for. */
typedef struct gb_token {
    int32_t id;
    uint32_t first, last;
} gb_token;

typedef struct gb_token_list {
    gb_token *tokens;
    size_t count, capacity;
} gb_token_list;

bool gb_token_list_add(gb_token_list *list, int32_t id, size_t first, size_t last,
                       gb_error *err) GB_MUST_CHECK;

/* A model: one row of model.def with what tokenizer.json says. */
typedef struct gb_model gb_model;
typedef bool gb_model_run(gb_model *m, const char *word, size_t n, gb_token_list *out,
                          gb_error *err);
typedef bool gb_model_read(gb_model *m, const json_t *json, gb_error *err);

struct gb_merges;
struct gb_cache;
struct gb_trie;

struct gb_model {
    gb_model_run *run;
    const char *type; /* "BPE", … */
    gb_vocabulary vocabulary;
    struct gb_merges *merges; /* BPE: pair -> rank and result */
    struct gb_cache *cache;   /* BPE, Unigram: words seen before */
    struct gb_trie *trie;     /* Unigram: all tokens */
    double *scores;           /* Unigram: by id */
    double lowest_score;
    char *prefix;       /* continuing_subword_prefix; "" when there is none */
    char *suffix;       /* BPE: end_of_word_suffix */
    int32_t unknown;    /* id of the unknown token; -1 */
    int32_t bytes[256]; /* ids of <0x00> … <0xFF>; -1 */
    bool byte_fallback, fuse_unknown, ignore_merges;
    size_t longest_word; /* WordPiece: characters */
};

/* From the member "model" of tokenizer.json; a missing type is guessed as the reference does. */
bool gb_model_parse(gb_model *m, const json_t *json, gb_error *err) GB_MUST_CHECK;
void gb_model_release(gb_model *m);

/* Appends the tokens of a word (n > 0 bytes of UTF-8). */
bool gb_model_tokenize(gb_model *m, const char *word, size_t n, gb_token_list *out,
                       gb_error *err) GB_MUST_CHECK;

#define GB_MODEL(type, run, read)                                                                  \
    gb_model_run run;                                                                              \
    gb_model_read read;
#include "graph/tokenizer/model.def"
#undef GB_MODEL

/* --- inside the models
 * ---------------------------------------------------------------------------- */

/* Remembers how a word was tokenized; of fixed size, the newest word of a place wins. Locked. */
struct gb_cache *gb_cache_new(gb_error *err) GB_MUST_CHECK;
void gb_cache_free(struct gb_cache *cache);
/* True if the word was found and its tokens appended, or could not be appended (*failed). */
bool gb_cache_get(struct gb_cache *cache, const char *word, size_t n, gb_token_list *out,
                  bool *failed, gb_error *err);
void gb_cache_put(struct gb_cache *cache, const char *word, size_t n, const gb_token *tokens,
                  size_t count);

void gb_merges_free(struct gb_merges *merges);
void gb_trie_free(struct gb_trie *trie);

/* The id of the token named by `key` (unk_token); -1 when the key is null or missing. */
bool gb_model_read_unknown(gb_model *m, const json_t *json, const char *key,
                           gb_error *err) GB_MUST_CHECK;

/* Fills m->bytes from the vocabulary. */
void gb_model_find_bytes(gb_model *m);

/* Appends the byte tokens of text[first..last) if all are in the vocabulary; else *done is false.
 */
bool gb_model_put_bytes(const gb_model *m, const char *text, size_t first, size_t last,
                        gb_token_list *out, bool *done, gb_error *err) GB_MUST_CHECK;

#endif
