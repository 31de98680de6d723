/* Checkpoints: a named set of tensors, whatever file format holds them.
 *
 * One type, `gb_weights`, for safetensors (one file, or sharded by model.safetensors.index.json)
 * and GGUF version 3. Opening reads headers only and checks every size, range and name in them
 * against the bytes that are there; tensors are made when they are asked for. Names, shapes and the
 * configuration are Hugging Face's for every format: a GGUF file's `blk.0.attn_q.weight` is called
 * `model.layers.0.self_attn.q_proj.weight` here, and its metadata is given as the config.json that
 * transformers would make of it, so graph/model knows one form.
 *
 * Not here: where a checkpoint is found (hub.h), what its tensors mean (graph/model), how results
 * are written (safetensors.h).
 *
 * Formats: https://github.com/huggingface/safetensors,
 * https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
#ifndef GB_WEIGHTS_WEIGHTS_H
#define GB_WEIGHTS_WEIGHTS_H

#include "graph/base/error.h"
#include "graph/base/json.h"
#include "graph/tensor/tensor.h"

enum { GB_WEIGHT_MAX_RANK = 8 };

/* What is known about a stored tensor without reading it. */
typedef struct gb_weight {
    const char *name;                  /* the Hugging Face name; owned by the gb_weights */
    const char *stored;                /* the name in the file: differs from `name` for GGUF */
    const char *type;                  /* how it is stored: "F32", "BF16", "I64", "Q4_1", … */
    gb_dtype dtype;                    /* what gb_weights_read gives */
    int rank;                          /* 0 for a scalar */
    int64_t shape[GB_WEIGHT_MAX_RANK]; /* outermost first, as PyTorch says it */
    uint64_t bytes;                    /* in the file */
} gb_weight;

/* An open checkpoint. Reference-counted; reading from several threads is allowed. */
typedef struct gb_weights gb_weights;

/* Opens `path`: a folder (model.safetensors, else model.safetensors.index.json and its shards, else
 * the one *.safetensors or *.gguf file in it), or a .safetensors or .gguf file. FileNotFoundError
 * names what was looked for; ValueError says which tensor or field is wrong, with what was found
 * and what was wanted. NULL on failure. */
gb_weights *gb_weights_open(const char *path, gb_error *err) GB_MUST_CHECK;

gb_weights *gb_weights_ref(gb_weights *w);
void gb_weights_unref(gb_weights *w);

/* The configuration in the form of config.json, borrowed: the file beside safetensors, or made from
 * GGUF metadata with the fields that transformers' AutoConfig.from_pretrained(…, gguf_file=) gives.
 * NULL if the folder has none. */
const json_t *gb_weights_config(const gb_weights *w);

/* Everything else that the file says of itself, owned: GGUF's key-value pairs under their own names
 * (`tokenizer.ggml.tokens`, `general.architecture`, …; the input of gb_tokenizer_from_gguf),
 * safetensors' `__metadata__`. An object, perhaps empty. A vocabulary is many times its bytes as
 * JSON, so GGUF's pairs are read from the file when they are asked for. NULL with ValueError for a
 * vocabulary that is not text. */
json_t *gb_weights_metadata(gb_weights *w, gb_error *err) GB_MUST_CHECK;

/* "safetensors" or "gguf"; and the path that was opened. */
const char *gb_weights_format(const gb_weights *w);
const char *gb_weights_path(const gb_weights *w);

/* All tensors in the order of the file(s), and one by its name (NULL when it is not there). */
size_t gb_weights_count(const gb_weights *w);
const gb_weight *gb_weights_at(const gb_weights *w, size_t i);
const gb_weight *gb_weights_find(const gb_weights *w, const char *name);

/* The name nearest to one that is not there, for messages; NULL when none is near. */
const char *gb_weights_nearest(const gb_weights *w, const char *name);

/* Reads one tensor: owned, on the CPU, contiguous, of `shape` and `dtype` above. Floating types and
 * integers of safetensors, and F32 of GGUF, share the file's mapped pages (nothing but small ones
 * is copied, and nobody may write into them: clone first); every other type of GGUF becomes
 * float32, by several threads. KeyError with the nearest name when it is not there;
 * KeyboardInterrupt. */
gb_tensor *gb_weights_read(gb_weights *w, const char *name, gb_error *err) GB_MUST_CHECK;

/* For after a tensor that shares the file's pages was copied and released: they need no memory any
 * more. Nobody may hold another tensor of that name that was written to. */
void gb_weights_forget(const gb_weights *w, const char *name);

/* Told now and then how far a long reading is: `done` of `total` bytes as they are in the file, and
 * the tensor at hand. Called on the reader's own thread. */
typedef void gb_weights_progress(void *context, uint64_t done, uint64_t total, const char *name);

typedef struct gb_weights_read_options {
    int threads;                   /* 0: one per core, at most 16 */
    gb_weights_progress *progress; /* NULL: nobody is told */
    void *context;
} gb_weights_read_options;

/* Reads `count` tensors into out[0..count), with all threads at once: the quick way to load a whole
 * model. On failure nothing is left in `out`. `options` may be NULL. */
bool gb_weights_read_many(gb_weights *w, const char *const *names, size_t count, gb_tensor **out,
                          const gb_weights_read_options *options, gb_error *err) GB_MUST_CHECK;

#endif
