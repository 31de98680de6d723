/* transformers in the cell language: tokenizers and configs as values. */
#ifndef GB_LANG_HF_TOKENIZER_H
#define GB_LANG_HF_TOKENIZER_H

#include "kernel/lang/vm.h"

#include "graph/tokenizer/tokenizer.h"

/* A tokenizer as transformers' users know it: callable, encode, decode, … (one more reference). */
gb_value gb_tokenizer_value(gb_vm *vm, gb_tokenizer *tokenizer) GB_MUST_CHECK;
/* The tokenizer of a value, borrowed; NULL if it is none. */
gb_tokenizer *gb_tokenizer_value_peek(gb_value v);

/* A config: attributes for the keys of config.json (nested ones too), to_dict(), and its text. */
gb_value gb_config_value(gb_vm *vm, const json_t *config) GB_MUST_CHECK;
/* Any JSON as plain values. */
gb_value gb_json_value(gb_vm *vm, const json_t *json) GB_MUST_CHECK;

/* Makes `transformers` importable: AutoTokenizer, AutoConfig. */
bool gb_transformers_install(gb_vm *vm) GB_MUST_CHECK;

#endif
