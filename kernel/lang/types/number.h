/* What the number types share inside the VM. */
#ifndef GB_LANG_TYPES_NUMBER_H
#define GB_LANG_TYPES_NUMBER_H

#include "kernel/lang/vm_state.h"

#include <stdio.h>
#include <stdlib.h>

extern const gb_native gb_int_methods[];
extern const gb_attribute gb_int_attributes[];
extern const gb_native gb_float_methods[];

gb_value gb_int_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_int_unary(gb_vm *vm, gb_unary op, gb_value a) GB_MUST_CHECK;
gb_value gb_int_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b) GB_MUST_CHECK;
int64_t gb_int_hash(gb_vm *vm, gb_value v);
/* -1, 0, 1 for ints of any size. */
int gb_int_order(gb_value a, gb_value b);
gb_value gb_order_result(gb_compare op, int order);
/* Digits without prefix, '-' first; base 2 to 36. */
gb_value gb_int_digits(gb_vm *vm, gb_value v, int base) GB_MUST_CHECK;
/* Decimal digits written before `end` (at most 20 bytes); where they start. */
char *gb_int64_write(int64_t i, char *end);
gb_value gb_int_plain(gb_vm *vm, gb_value v) GB_MUST_CHECK;
gb_value gb_int_instance_take(gb_vm *vm, gb_type *cls, gb_value number) GB_MUST_CHECK;

/* A number's text with the digits and blanks of all scripts as ASCII, for int(text) and the like;
 * what is neither stays as it is. The buffer is the caller's. */
void gb_number_text_ascii(gb_buffer *out, const char *text, size_t n);

/* float(text); blanks and underscores as Python allows. ValueError. */
gb_value gb_float_parse(gb_vm *vm, gb_value text) GB_MUST_CHECK;
/* Reads one number of [sign] digits, nan, inf at the start; bytes used, 0: none. */
size_t gb_double_scan(const char *text, size_t n, double *out);
/* round(x, digits) for a double. */
gb_value gb_float_round(gb_vm *vm, double x, gb_value digits) GB_MUST_CHECK;
gb_value gb_int_round(gb_vm *vm, gb_value v, gb_value digits) GB_MUST_CHECK;
/* x compared with an int of any size, exactly: -1, 0, 1; 2 for NaN. */
int gb_double_int_order(double x, gb_value v);

/* Python's % and // for doubles. */
double gb_double_mod(double a, double b);
double gb_double_floordiv(double a, double b);
/* a ** b with Python's errors; a negative base with a broken exponent gives a complex. */
gb_value gb_double_power(gb_vm *vm, double a, double b) GB_MUST_CHECK;

/* What float(v) and complex(v) see: as gb_to_double, but a class of float is asked its own
 * __float__. */
bool gb_number_to_double(gb_vm *vm, gb_value v, double *out) GB_MUST_CHECK;

#endif
