/* The inside of an envoy, and the tables of its methods; for the files of kernel/lang/trace alone.
 */
#ifndef GB_LANG_TRACE_ENVOY_H
#define GB_LANG_TRACE_ENVOY_H

#include "kernel/lang/trace/model_object.h"

typedef struct gb_envoy {
    gb_object head;
    gb_model_state *state; /* owned */
    int32_t module;        /* index into the tree; 0: the model itself */
} gb_envoy;

static inline gb_envoy *gb_envoy_peek(gb_value v)
{
    return (gb_envoy *)(void *)v.o;
}

extern const gb_native gb_envoy_methods[]; /* skip, named_modules, parameters, … (envoy_method.c) */
extern const gb_native gb_model_methods[]; /* trace, generate, session, … (model_method.c) */
extern const gb_attribute gb_model_attributes[];

/* LanguageModel(id, …). */
gb_value gb_model_make(gb_vm *vm, gb_type *cls, const gb_arguments *args);

/* A module applied to values or graph values: `model.lm_head(h)`. */
gb_value gb_envoy_apply(gb_vm *vm, gb_value self, const gb_arguments *args) GB_MUST_CHECK;

#endif
