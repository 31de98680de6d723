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
extern const gb_module_spec gb_source_module; /* functions of `nnsight._source` */

/* Facts of the tree for the cell language, second names, the text that print() shows, and
 * `.source` (envoy_tree.c). */
gb_value gb_envoy_facts(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_path(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_aliases(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_text(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_root(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_parameter_names(gb_vm *vm, gb_value self) GB_MUST_CHECK;
gb_value gb_envoy_source(gb_vm *vm, gb_value self) GB_MUST_CHECK;
/* Natives: _child(name), _has_parameter(name), _run_order(entered). */
gb_value gb_envoy_child(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_envoy_has_parameter(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_envoy_run_order(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
/* What a module of PyTorch has besides, by name (modules/nnsight/_module.py); unset without an
 * exception when it is nothing. */
gb_value gb_envoy_more(gb_vm *vm, gb_value self, gb_value name);
/* The module that a second name means; unset without an exception when it is none. */
gb_value gb_envoy_renamed(gb_vm *vm, gb_value self, gb_value name);

extern const gb_native gb_model_methods[]; /* trace, generate, session, … (model_method.c) */
extern const gb_attribute gb_model_attributes[];

/* LanguageModel(id, …). */
gb_value gb_model_make(gb_vm *vm, gb_type *cls, const gb_arguments *args);

/* A module applied to values or graph values: `model.lm_head(h)`. */
gb_value gb_envoy_apply(gb_vm *vm, gb_value self, const gb_arguments *args) GB_MUST_CHECK;

#endif
