/* The functions of `math` that have files of their own; math.c lists them all. */
#ifndef GB_LANG_MODULES_MATH_H
#define GB_LANG_MODULES_MATH_H

#include "kernel/lang/vm.h"

/* math_integer.c */
gb_value gb_math_comb(gb_vm *vm, gb_value *args);
gb_value gb_math_factorial(gb_vm *vm, gb_value *args);
gb_value gb_math_gcd(gb_vm *vm, gb_value *args);
gb_value gb_math_isqrt(gb_vm *vm, gb_value *args);
gb_value gb_math_lcm(gb_vm *vm, gb_value *args);
gb_value gb_math_perm(gb_vm *vm, gb_value *args);

/* math_sum.c */
gb_value gb_math_dist(gb_vm *vm, gb_value *args);
gb_value gb_math_fsum(gb_vm *vm, gb_value *args);
gb_value gb_math_hypot(gb_vm *vm, gb_value *args);
gb_value gb_math_prod(gb_vm *vm, gb_value *args);

/* math_gamma.c: errno tells EDOM and ERANGE, as libm's functions do. */
double gb_gamma(double x);
double gb_log_gamma(double x);

#endif
