/* Inside graph/weights only: what the readers of the formats fill and weights.c serves. */
#ifndef GB_WEIGHTS_CHECKPOINT_H
#define GB_WEIGHTS_CHECKPOINT_H

#include "graph/base/arena.h"
#include "graph/base/file.h"
#include "graph/base/map.h"
#include "graph/weights/expand.h"
#include "graph/weights/weights.h"

typedef enum gb_weights_format_id { GB_FORMAT_SAFETENSORS, GB_FORMAT_GGUF } gb_weights_format_id;

/* A row of types.def. */
typedef struct gb_stored_type {
    gb_weights_format_id format;
    const char *name;
    int id;
    gb_dtype dtype; /* what reading gives */
    uint32_t block; /* elements of a block */
    uint32_t bytes; /* bytes of a block */
    gb_expand *expand;
} gb_stored_type;

/* NULL for a type that is not in the table. */
const gb_stored_type *gb_stored_type_named(const char *name);
const gb_stored_type *gb_stored_type_of_dtype(gb_dtype dtype); /* of safetensors */
const gb_stored_type *gb_stored_type_numbered(uint32_t gguf_id);

/* The bytes that a tensor of this type and shape takes; false when the product overflows or the
 * innermost size is not a whole number of blocks. */
bool gb_stored_bytes(const gb_stored_type *type, int rank, const int64_t *shape, uint64_t *bytes);

/* How the tensor that Hugging Face means is made from the stored one. */
typedef enum gb_weight_edit {
    GB_EDIT_NONE,
    GB_EDIT_HEADS,     /* rows of each head interleaved [pair, half]: back to [half, pair] */
    GB_EDIT_QKV,       /* rows [part, head, d]: back to [head, part, d] */
    GB_EDIT_TRANSPOSE, /* a matrix the other way round */
    GB_EDIT_MINUS_ONE, /* a norm's weight kept plus one */
    GB_EDIT_LOG,       /* -exp(x) kept: back to x */
    GB_EDIT_ROW,       /* a vector [D] that is a matrix [1, D] */
    GB_EDIT_CHANNEL,   /* a matrix [D, K] that is a kernel [D, 1, K] */
    GB_EDIT_EXPERTS,   /* a stack [E, ...] that is E tensors */
} gb_weight_edit;

/* A tensor: what users see, and where its bytes are. */
typedef struct gb_weight_entry {
    gb_weight info;
    const gb_stored_type *type;
    gb_mapping *mapping; /* held by the gb_weights */
    uint64_t offset;     /* of the first byte in the mapping */
    gb_weight_edit edit;
    int64_t heads; /* for GB_EDIT_HEADS and GB_EDIT_QKV */
} gb_weight_entry;

struct gb_weights {
    int references; /* atomic */
    gb_weights_format_id format;
    char *path;
    gb_arena arena; /* names */
    gb_weight_entry *entries;
    size_t count, capacity;
    gb_map names; /* Hugging Face name -> entry, filled when all entries are there */
    gb_mapping **mappings;
    size_t mapping_count, mapping_capacity;
    json_t *config;   /* NULL when there is none */
    json_t *metadata; /* GGUF's arrays of the vocabulary are their lengths here */
};

/* Appends an entry; the name is copied. Rank, shape, type, bytes and place must be set and checked.
 */
bool gb_weights_add(gb_weights *w, const char *name, const gb_weight_entry *entry, gb_error *err);

/* Maps a file that lives as long as `w`. */
gb_mapping *gb_weights_map(gb_weights *w, const char *path, gb_error *err);

/* The readers: fill `w` from one file. */
bool gb_safetensors_open(gb_weights *w, const char *path, gb_error *err);
bool gb_gguf_open(gb_weights *w, const char *path, gb_error *err);

/* All key-value pairs, from the file anew: owned. */
json_t *gb_gguf_metadata(gb_weights *w, gb_error *err);

/* The configuration in Hugging Face's form: owned. gguf_config.c. */
json_t *gb_gguf_config(const json_t *metadata, const gb_weights *w, gb_error *err);

/* transformers' model type and class for GGUF's architecture; NULL when it is not supported. */
const char *gb_gguf_model_type(const char *arch, const char **class);

/* Gives every entry its Hugging Face name and edit. gguf_names.c. */
bool gb_gguf_rename(gb_weights *w, gb_error *err);

#endif
