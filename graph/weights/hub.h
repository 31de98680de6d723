/* Where a model is: turns an id such as "HuggingFaceTB/SmolLM2-135M-Instruct" into a folder or
 * file.
 *
 * Looked for in this order:
 *   1. a path: a folder, or a .gguf or .safetensors file, relative to `base` or absolute;
 *   2. the folders of GLASSBOX_MODELS (separated by ':'; when unset, `models` in `base` and
 *      ~/.cache/glassbox/models): FOLDER/owner/name, FOLDER/name, FOLDER/name.gguf, or one file
 *      FOLDER/name.*.gguf;
 *   3. the Hugging Face cache (HF_HUB_CACHE, else HF_HOME/hub, else ~/.cache/huggingface/hub), in
 *      its refs/snapshots layout;
 *   4. the hub itself (HF_ENDPOINT, HF_TOKEN or the token file that Hugging Face's tools keep),
 *      unless HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE is set. What is fetched is put into the cache
 *      of 3 in the same layout, so Hugging Face's tools find it too. A broken transfer is resumed;
 *      sizes and SHA-256 sums are checked.
 * Nothing that is found or fetched is executed. */
#ifndef GB_WEIGHTS_HUB_H
#define GB_WEIGHTS_HUB_H

#include "graph/base/error.h"

/* Which files of a model must be there when gb_hub_find returns. */
typedef enum gb_hub_files {
    GB_HUB_CONFIG = 1,    /* config.json, generation_config.json (or a GGUF file) */
    GB_HUB_TOKENIZER = 2, /* tokenizer.json, tokenizer_config.json, chat template, … */
    GB_HUB_WEIGHTS = 4,   /* safetensors with all shards (or a GGUF file) */
    GB_HUB_ALL = 7,
} gb_hub_files;

/* Told now and then how far a download is. `total` is 0 while unknown. On the caller's thread. */
typedef void gb_hub_progress(void *context, const char *file, uint64_t done, uint64_t total);

typedef struct gb_hub_options {
    const char *base;     /* what relative paths start from: the notebook's folder; NULL: "." */
    const char *revision; /* branch, tag or commit; NULL: "main" */
    const char *token;    /* NULL: from the environment */
    int files;            /* gb_hub_files; 0: GB_HUB_ALL */
    bool offline;         /* never ask the hub (the environment can say so too) */
    gb_hub_progress *progress; /* NULL: nobody is told */
    void *context;
} gb_hub_options;

/* The folder that holds the model (config.json, …), or its GGUF file: owned, gb_free; what
 * gb_weights_open takes. `options` may be NULL. FileNotFoundError lists every place that was looked
 * at; ConnectionError when the hub cannot be reached or refuses (with its reason: no such model,
 * gated, token missing); ValueError for an id that is none; KeyboardInterrupt. */
char *gb_hub_find(const char *id, const gb_hub_options *options, gb_error *err) GB_MUST_CHECK;

/* A model that is on this machine. */
typedef struct gb_hub_entry {
    char *id;   /* what gb_hub_find takes */
    char *path; /* what it returns */
} gb_hub_entry;

typedef struct gb_hub_list {
    gb_hub_entry *entries;
    size_t count;
} gb_hub_list;

/* Every model that places 2 and 3 hold, sorted by id; released with gb_hub_list_release. */
bool gb_hub_local(const char *base, gb_hub_list *out, gb_error *err) GB_MUST_CHECK;
void gb_hub_list_release(gb_hub_list *list);

#endif
