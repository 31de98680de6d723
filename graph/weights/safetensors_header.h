/* Inside graph/weights only: the header of a safetensors file, read strictly. */
#ifndef GB_WEIGHTS_SAFETENSORS_HEADER_H
#define GB_WEIGHTS_SAFETENSORS_HEADER_H

#include "graph/weights/checkpoint.h"

typedef struct gb_header_entry {
    const char *name; /* in the header's JSON */
    const gb_stored_type *type;
    int rank;
    int64_t shape[GB_WEIGHT_MAX_RANK];
    uint64_t begin, end; /* bytes, counted from the start of the file */
} gb_header_entry;

typedef struct gb_safetensors_header {
    json_t *json;
    json_t *metadata;         /* in `json`; NULL when there is none */
    gb_header_entry *entries; /* in the order of their data */
    size_t count;
} gb_safetensors_header;

/* Checks all of a file of `n` bytes but the numbers in it. ValueError names the tensor. */
bool gb_safetensors_header_parse(const void *bytes, size_t n, gb_safetensors_header *out,
                                 gb_error *err) GB_MUST_CHECK;

void gb_safetensors_header_release(gb_safetensors_header *header);

#endif
