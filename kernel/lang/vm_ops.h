/* Instructions that are not worth a place in the loop itself: called from vm_loop.c. Every function
 * borrows its operands. */
#ifndef GB_LANG_VM_OPS_H
#define GB_LANG_VM_OPS_H

#include "kernel/lang/frame.h"

/* --- names --- */
gb_value gb_op_load_global(gb_vm *vm, gb_frame *frame, uint32_t name, gb_cache *cache);
bool gb_op_store_global(gb_vm *vm, gb_frame *frame, uint32_t name, gb_value v, gb_cache *cache);
bool gb_op_delete_global(gb_vm *vm, gb_frame *frame, gb_value name);
gb_value gb_op_load_name(gb_vm *vm, gb_frame *frame, gb_value name);
bool gb_op_store_name(gb_vm *vm, gb_frame *frame, gb_value name, gb_value v);
gb_value gb_op_load_classderef(gb_vm *vm, gb_frame *frame, const gb_instr *ip);
gb_value gb_op_unbound_local(gb_vm *vm, const gb_frame *frame, uint32_t slot);
gb_value gb_op_empty_cell(gb_vm *vm, const gb_frame *frame, uint32_t slot);
bool gb_op_annotations(gb_vm *vm, gb_frame *frame, gb_value name, gb_value v, bool setup);

/* --- attributes; caches are filled for the next time --- */
gb_value gb_op_load_attr(gb_vm *vm, gb_value self, gb_value name, gb_cache *cache);
bool gb_op_store_attr(gb_vm *vm, gb_value self, gb_value name, gb_value v, gb_cache *cache);
/* Pushes two values at out[0], out[1]; takes self over. */
bool gb_op_load_method(gb_vm *vm, gb_value self, gb_value name, gb_cache *cache, gb_value *out);

/* --- operators --- */
gb_value gb_op_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool inplace);
/* 1, 0, -1: the truth of an ordering given by its mask. */
int gb_op_test(gb_vm *vm, unsigned mask, gb_value a, gb_value b);
gb_value gb_op_subscript(gb_vm *vm, gb_value container, gb_value key);
/* str, list, tuple, bytes, bytearray: + joins and * repeats. */
bool gb_is_concatenable(gb_value v);
/* Did the program define this operator in v's class: for the left side; from either side? */
bool gb_defines_method(gb_vm *vm, gb_value v, gb_binary op);
bool gb_defines_operator(gb_vm *vm, gb_value v, gb_binary op);
bool gb_defines_unary(gb_vm *vm, gb_value v, gb_unary op);
/* a op b, by the one operand alone; NotImplemented where it does not know. */
gb_value gb_ask_operand(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool right);
/* TypeError for operands that an operator does not know; returns unset. */
gb_value gb_raise_operands(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool inplace);

/* --- containers --- */
/* A tuple, also of a class of the program that does not say how it is walked. */
static inline bool gb_walks_as_tuple(const gb_vm *vm, gb_value v)
{
    return v.tag == GB_TUPLE && v.o->type->slots.iter == vm->types.tuple->slots.iter;
}
gb_value gb_op_build_map(gb_vm *vm, const gb_value *pairs, uint32_t count);
gb_value gb_op_build_set(gb_vm *vm, const gb_value *items, uint32_t count);
gb_value gb_op_build_string(gb_vm *vm, const gb_value *parts, uint32_t count);
gb_value gb_op_format_value(gb_vm *vm, gb_value v, gb_value spec, unsigned conversion);
bool gb_op_dict_merge(gb_vm *vm, gb_value dict, gb_value mapping, gb_value callee);
bool gb_op_dict_update(gb_vm *vm, gb_value dict, gb_value mapping);
bool gb_op_list_extend(gb_vm *vm, gb_value list, gb_value iterable);
/* Fills out[0 .. count) with the first on top: out[count - 1] is item 0. */
bool gb_op_unpack(gb_vm *vm, gb_value v, uint32_t count, gb_value *out);
bool gb_op_unpack_star(gb_vm *vm, gb_value v, uint32_t before, uint32_t after, gb_value *out);

/* --- functions, classes, calls --- */
gb_value gb_op_make_function(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value **sp);
gb_value gb_op_make_class(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value **sp);
/* What error texts call a callee: "print()", "__main__.f()". */
const char *gb_callee_text(gb_vm *vm, gb_value callee, char *buffer, size_t size);
gb_value gb_op_call_ex(gb_vm *vm, gb_value callee, gb_value args, gb_value kwargs);

/* --- exceptions and context managers --- */
void gb_op_raise(gb_vm *vm, const gb_value *values, uint32_t count);
/* Exit and the value of the first round at out[0], out[1]: 1; 0: there is no round; -1. */
int gb_op_with_enter(gb_vm *vm, gb_value manager, gb_value *out);
/* After a round: 1 and the value of another one; 0: that was the last; -1. */
int gb_op_with_again(gb_vm *vm, gb_value exit, gb_value *out);
gb_value gb_op_with_except(gb_vm *vm, gb_value exit, gb_value exception);

/* --- imports --- */
gb_value gb_op_import_name(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value from_list);
gb_value gb_op_import_from(gb_vm *vm, gb_value module, gb_value name);
bool gb_op_import_star(gb_vm *vm, gb_frame *frame, gb_value module);

/* --- match --- */
bool gb_op_is_sequence_pattern(gb_vm *vm, gb_value v);
bool gb_op_is_mapping(gb_vm *vm, gb_value v);
gb_value gb_op_match_keys(gb_vm *vm, gb_value v, gb_value keys);
gb_value gb_op_match_class(gb_vm *vm, const gb_value operands[3], uint32_t positional);
gb_value gb_op_dict_rest(gb_vm *vm, gb_value v, const gb_value *keys, uint32_t count);

/* yield from: one step. 1: *out is yielded; 0: *out is the result; -1. */
int gb_op_yield_from(gb_vm *vm, gb_value iterator, gb_value sent, gb_value *out);

#endif
