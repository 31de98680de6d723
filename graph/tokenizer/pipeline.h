/* Inside graph/tokenizer only: the parts of a tokenizer. */
#ifndef GB_TOKENIZER_PIPELINE_H
#define GB_TOKENIZER_PIPELINE_H

#include "graph/tokenizer/added.h"
#include "graph/tokenizer/decoder.h"
#include "graph/tokenizer/model.h"
#include "graph/tokenizer/post_processor.h"
#include "graph/tokenizer/stage.h"
#include "graph/tokenizer/tokenizer.h"

struct gb_tokenizer {
    int references; /* atomic */
    gb_added_tokens added;
    gb_stage normalizer, pre_tokenizer;
    gb_model model;
    gb_post_processor post_processor;
    gb_decoder decoder;
    char *roles[GB_TOKEN_ROLES]; /* tokens; NULL */
    char **special;              /* all special tokens, roles first */
    size_t special_count, special_capacity;
    json_t *settings;
    json_t *templates; /* name -> Jinja text */
    bool pads_left, truncates_left, cleans_up;
    double max_length;
};

/* Reads tokenizer_config.json's part: roles, sides, templates, tokens that it adds. settings.c. */
bool gb_tokenizer_read_settings(gb_tokenizer *t, const json_t *settings,
                                gb_error *err) GB_MUST_CHECK;

/* A GGUF vocabulary as tokenizer.json and tokenizer_config.json, owned. gguf.c. */
bool gb_tokenizer_json_of_gguf(const json_t *metadata, json_t **tokenizer, json_t **settings,
                               gb_error *err) GB_MUST_CHECK;

#endif
