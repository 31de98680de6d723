/* A model: config, tree and plan at once; weights and tokenizer when they are first needed.
 *
 * Opening reads config.json (or a GGUF header) and nothing else, so names resolve, complete, print
 * and shape-check immediately. A model is reference-counted and may be shared by several runs; the
 * plan never changes, weights are loaded once under a lock. */
#ifndef GB_MODEL_MODEL_H
#define GB_MODEL_MODEL_H

#include "graph/base/json.h"
#include "graph/base/progress.h"
#include "graph/model/plan.h"
#include "graph/tokenizer/tokenizer.h"
#include "graph/weights/weights.h"

typedef struct gb_model gb_model;

typedef struct gb_model_options {
    const char *base;      /* folder that relative ids start from; NULL: "." */
    const char *revision;  /* NULL: "main" */
    const char *token;     /* for the hub; NULL: from the environment */
    const char *dtype;     /* "float32", "bfloat16", …; NULL or "auto": as the checkpoint says */
    const char *device;    /* "cpu", "cuda:0"; NULL: cpu */
    const char *attention; /* "eager": pattern in every attention's output; NULL or "sdpa" */
    const char *task; /* "text-generation", "fill-mask", …; NULL: as config.json's architecture */
    bool offline;
    const gb_progress *progress; /* borrowed for the model's whole life; NULL: nobody listens */
} gb_model_options;

/* Opens by id or path (graph/weights/hub.h says where it looks). `options` may be NULL.
 * FileNotFoundError; NotImplementedError for a family that is not there, naming those that are;
 * ValueError for a config that contradicts itself. NULL on failure. */
gb_model *gb_model_open(const char *id, const gb_model_options *options,
                        gb_error *err) GB_MUST_CHECK;

/* From a config alone (a server's model, a test): there are no weights and no tokenizer unless the
 * caller gives them; both borrowed, both may be NULL. `id` names it in messages. */
gb_model *gb_model_from_config(const char *id, const json_t *config, gb_weights *weights,
                               const gb_model_options *options, gb_error *err) GB_MUST_CHECK;

/* All that another process needs for the tree, the plan and the tokenizer, as JSON (describe.c has
 * the form); owned. No weights are read. And a model made of it, which has no weights. */
json_t *gb_model_describe(gb_model *model, gb_error *err) GB_MUST_CHECK;
gb_model *gb_model_from_description(const char *id, const json_t *description,
                                    const gb_model_options *options, gb_error *err) GB_MUST_CHECK;

/* A model without modules: for graphs that compute with values alone. */
gb_model *gb_model_empty(const char *id, gb_error *err) GB_MUST_CHECK;

gb_model *gb_model_ref(gb_model *model);
void gb_model_unref(gb_model *model);

/* Borrowed, never NULL. The config is the checkpoint's with transformers' defaults filled in. */
const gb_plan *gb_model_plan(const gb_model *model);
const gb_tree *gb_model_tree(const gb_model *model);
const json_t *gb_model_config(const gb_model *model);
const char *gb_model_id(const gb_model *model);

/* Generation defaults (generation_config.json over the config's own); borrowed, an object. */
const json_t *gb_model_generation_config(const gb_model *model);

/* The folder or file it was found in; NULL for one made from a config. */
const char *gb_model_path(const gb_model *model);

/* True if every attention gives its pattern (attn_implementation="eager"). */
bool gb_model_is_eager(const gb_model *model);

/* "cpu" or "cuda:0". */
const char *gb_model_device(const gb_model *model);

/* The largest number of positions; 0 when there is no limit. */
int64_t gb_model_max_positions(const gb_model *model);

/* The tokenizer, read at the first call: borrowed. FileNotFoundError when the model has none. */
gb_tokenizer *gb_model_tokenizer(gb_model *model, gb_error *err) GB_MUST_CHECK;

/* Reads every weight that is not there yet (progress is reported); what `dispatch=True` asks for.
 */
bool gb_model_load(gb_model *model, gb_error *err) GB_MUST_CHECK;

/* True once all weights are in memory; their bytes. */
bool gb_model_is_loaded(const gb_model *model);
uint64_t gb_model_weight_bytes(const gb_model *model);

/* The tensor of a weight slot, borrowed; loads the model at the first call. KeyError for a tensor
 * that the checkpoint lacks, ValueError for one of another shape. */
gb_tensor *gb_model_weight(gb_model *model, int32_t slot, gb_error *err) GB_MUST_CHECK;

/* A parameter by module and name ("weight"), borrowed. AttributeError when there is none. It has
 * requires_grad off; whoever trains it sets it. Writing in place changes this model and no file. */
gb_tensor *gb_model_param(gb_model *model, int32_t module, const char *name,
                          gb_error *err) GB_MUST_CHECK;

/* True if any weight that steps use requires a gradient. */
bool gb_model_is_trained(const gb_model *model);

/* Replaces a parameter for all later runs; the tensor is borrowed (a reference is kept). Shape and
 * name are checked. Tied parameters change together. */
bool gb_model_set_param(gb_model *model, int32_t module, const char *name, gb_tensor *value,
                        gb_error *err) GB_MUST_CHECK;

/* The families that gb_model_open knows: name i (config's model_type), NULL past the last. */
const char *gb_model_family_at(size_t i);

#endif
