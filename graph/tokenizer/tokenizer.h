/* Text to token ids and back, with the ids that Hugging Face's tokenizers give.
 *
 * A tokenizer is read from tokenizer.json (and tokenizer_config.json, special_tokens_map.json
 * beside it), or made from the vocabulary in a GGUF file's metadata. Encoding is a pipeline, every
 * stage of which is a row of a table: added tokens are cut out of the text; the normalizer rewrites
 * the rest; the pre-tokenizer splits it into words; the model (byte-level or SentencePiece BPE,
 * WordPiece, Unigram, WordLevel) turns words into tokens; the post-processor puts special tokens
 * around them.
 *
 * A tokenizer is immutable once made (its word cache is locked), so threads may share one.
 * Not here: padding into tensors (graph/model), chat templates (template.h).
 *
 * Format: https://huggingface.co/docs/tokenizers (the reference implementation). */
#ifndef GB_TOKENIZER_TOKENIZER_H
#define GB_TOKENIZER_TOKENIZER_H

#include "graph/base/buffer.h"
#include "graph/base/error.h"
#include "graph/base/json.h"

typedef struct gb_tokenizer gb_tokenizer;

/* Opens the tokenizer of a model folder: tokenizer.json, with the settings in
 * tokenizer_config.json, special_tokens_map.json and chat_template.jinja when they are there.
 * FileNotFoundError when there is no tokenizer.json; ValueError for one that is wrong;
 * NotImplementedError naming the stage for one that uses what Glassbox does not have. */
gb_tokenizer *gb_tokenizer_open(const char *folder, gb_error *err) GB_MUST_CHECK;

/* From parsed files; `settings` (tokenizer_config.json) may be NULL. All borrowed. */
gb_tokenizer *gb_tokenizer_from_json(const json_t *tokenizer, const json_t *settings,
                                     gb_error *err) GB_MUST_CHECK;

/* From a GGUF file's metadata (gb_weights_metadata): the tokenizer that transformers makes of it.
 */
gb_tokenizer *gb_tokenizer_from_gguf(const json_t *metadata, gb_error *err) GB_MUST_CHECK;

gb_tokenizer *gb_tokenizer_ref(gb_tokenizer *t);
void gb_tokenizer_unref(gb_tokenizer *t);

/* --- encoding ----------------------------------------------------------------------------------
 */

/* The tokens of one text or pair, parallel arrays of `count`. */
typedef struct gb_encoding {
    size_t count;
    int32_t *ids;
    int32_t *types;   /* 0 for the first text, 1 for the second (as the post-processor says) */
    uint32_t *starts; /* offsets in characters (code points) of the text the token came from; */
    uint32_t *ends;   /* 0, 0 for a token that the post-processor added */
    int32_t *words;   /* number of the word in its text; -1 for added tokens of the template */
    uint8_t *special; /* 1 for tokens that the post-processor added */
    bool truncated;   /* tokens were left out to keep to max_length */
} gb_encoding;

void gb_encoding_release(gb_encoding *e);

typedef struct gb_encode_options {
    bool no_special;    /* leave out what the post-processor adds (add_special_tokens=False) */
    size_t max_length;  /* 0: no limit; else tokens beyond it are dropped, special ones counted */
    bool truncate_left; /* drop from the start instead of the end */
    bool split_special; /* read special tokens in the text as plain text (split_special_tokens) */
} gb_encode_options;

/* Encodes `n` bytes of UTF-8 (ValueError if they are not). `options` may be NULL. `out` is filled
 * only on success. Time grows about linearly with n; KeyboardInterrupt is honoured. */
bool gb_tokenizer_encode(gb_tokenizer *t, const char *text, size_t n,
                         const gb_encode_options *options, gb_encoding *out,
                         gb_error *err) GB_MUST_CHECK;

/* A text and its pair (question and context, premise and hypothesis). */
typedef struct gb_tokenizer_text {
    const char *bytes;
    size_t size;
} gb_tokenizer_text;
bool gb_tokenizer_encode_pair(gb_tokenizer *t, gb_tokenizer_text first, gb_tokenizer_text second,
                              const gb_encode_options *options, gb_encoding *out,
                              gb_error *err) GB_MUST_CHECK;

/* --- decoding ----------------------------------------------------------------------------------
 */

typedef struct gb_decode_options {
    bool skip_special; /* leave special tokens out */
    int clean_up;      /* clean_up_tokenization_spaces: 0 as the model's settings, 1 yes, -1 no */
} gb_decode_options;

/* Appends the text of `count` ids; bytes that are no UTF-8 become U+FFFD. Ids that are not in the
 * vocabulary are left out, as the reference does. `options` may be NULL. */
bool gb_tokenizer_decode(const gb_tokenizer *t, const int32_t *ids, size_t count,
                         const gb_decode_options *options, gb_buffer *out,
                         gb_error *err) GB_MUST_CHECK;

/* --- vocabulary --------------------------------------------------------------------------------
 */

/* Tokens of the model alone (`vocab_size`), and with the added ones (`len(tokenizer)`). */
size_t gb_tokenizer_vocab_size(const gb_tokenizer *t);
size_t gb_tokenizer_size(const gb_tokenizer *t);

/* One more than the highest id. */
int32_t gb_tokenizer_id_end(const gb_tokenizer *t);

/* The token as it is kept (" the" is "Ġthe" in byte-level vocabularies): borrowed; NULL for an id
 * that is not there. `size` may be NULL. */
const char *gb_tokenizer_token(const gb_tokenizer *t, int32_t id, size_t *size);

/* The id of a kept token; -1 when it is not there. */
int32_t gb_tokenizer_id(const gb_tokenizer *t, const char *token, size_t n);

/* The same with the unknown token's id (or -1) for what is not there: convert_tokens_to_ids. */
int32_t gb_tokenizer_id_or_unknown(const gb_tokenizer *t, const char *token, size_t n);

/* Text of kept tokens joined: convert_tokens_to_string. */
bool gb_tokenizer_join(const gb_tokenizer *t, const gb_tokenizer_text *tokens, size_t count,
                       gb_buffer *out, gb_error *err) GB_MUST_CHECK;

/* A token that is cut out of texts before anything else sees them. The text is borrowed. */
typedef struct gb_tokenizer_added {
    int32_t id;
    gb_tokenizer_text text;
    bool special, normalized, single_word, strips_left, strips_right;
} gb_tokenizer_added;

/* The i-th added token, by id; false past the last. */
bool gb_tokenizer_added_at(const gb_tokenizer *t, size_t i, gb_tokenizer_added *out);

/* Adds a token, under the next free id where it is new to the vocabulary (*is_new). ValueError for
 * an empty one. Not while another thread uses `t`. */
bool gb_tokenizer_add(gb_tokenizer *t, gb_tokenizer_text token, bool special, bool *is_new,
                      gb_error *err) GB_MUST_CHECK;

/* True if `id` is a special token (skip_special leaves it out). */
bool gb_tokenizer_is_special(const gb_tokenizer *t, int32_t id);

/* The roles a special token can have. */
typedef enum gb_token_role {
    GB_TOKEN_BOS,
    GB_TOKEN_EOS,
    GB_TOKEN_UNK,
    GB_TOKEN_SEP,
    GB_TOKEN_PAD,
    GB_TOKEN_CLS,
    GB_TOKEN_MASK,
    GB_TOKEN_ROLES,
} gb_token_role;

/* The token of a role and its id; NULL and -1 when the tokenizer has none. */
const char *gb_tokenizer_role_token(const gb_tokenizer *t, gb_token_role role);
int32_t gb_tokenizer_role_id(const gb_tokenizer *t, gb_token_role role);

/* Gives a role to a token that is in the vocabulary (`tokenizer.pad_token = tokenizer.eos_token`);
 * NULL takes it away. ValueError when it is not there. Not while another thread uses `t`. */
bool gb_tokenizer_set_role(gb_tokenizer *t, gb_token_role role, const char *token,
                           gb_error *err) GB_MUST_CHECK;

/* All special tokens: the i-th, or NULL past the last (`all_special_tokens`: roles first, then
 * others, without repeats). */
const char *gb_tokenizer_special_at(const gb_tokenizer *t, size_t i);

/* --- settings of tokenizer_config.json
 * ------------------------------------------------------------ */

bool gb_tokenizer_pads_left(const gb_tokenizer *t);      /* padding_side == "left" */
bool gb_tokenizer_truncates_left(const gb_tokenizer *t); /* truncation_side == "left" */
double gb_tokenizer_max_length(const gb_tokenizer *t);   /* model_max_length; 1e30 when unlimited */

/* The Jinja text of the chat template called `name` (NULL: the default one), borrowed; NULL when
 * there is none. */
const char *gb_tokenizer_chat_template(const gb_tokenizer *t, const char *name);

/* All of tokenizer_config.json, borrowed; an object, perhaps empty. */
const json_t *gb_tokenizer_settings(const gb_tokenizer *t);

#endif
