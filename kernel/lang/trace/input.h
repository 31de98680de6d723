/* What a model is given: text, token ids in any of the forms people write, dicts and encodings. */
#ifndef GB_LANG_TRACE_INPUT_H
#define GB_LANG_TRACE_INPUT_H

#include "kernel/lang/trace/model_object.h"

#include "graph/base/arena.h"
#include "graph/ir/graph.h"

/* The rows and further inputs of one invoke, ready for the graph. Release after use. */
typedef struct gb_prompts {
    gb_arena arena;
    gb_invoke invoke;
    gb_value held; /* list of values that `invoke` borrows from, or unset */
} gb_prompts;

/* Reads `input` (a str, list of str, ids as list, nested list, 1-D or 2-D tensor, a dict or
 * encoding with input_ids, chat messages; unset: none) and `keywords` (a dict or unset; input_ids=,
 * attention_mask=, labels= … are taken out of it). Padding that the attention mask says is dropped.
 * TypeError for other forms, IndexError for ids outside the vocabulary, ValueError for a prompt
 * longer than the model's context. False with nothing to release on failure. */
bool gb_prompts_read(gb_vm *vm, gb_model_state *model, gb_value input, gb_value keywords,
                     gb_prompts *out);
void gb_prompts_release(gb_prompts *prompts);

/* An argument of the model's forward pass that only says what happens anyway (logits_to_keep=0,
 * return_dict=True, past_key_values=None, ...): *known is true. NotImplementedError that says what
 * to do instead for another value of it. */
bool gb_forward_argument_read(gb_vm *vm, const char *name, gb_value value, bool *known);

/* True if keywords alone give an input (input_ids=). */
bool gb_prompts_in(gb_vm *vm, gb_value keywords);

#endif
