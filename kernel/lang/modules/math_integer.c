/* The functions of `math` on integers: exact for any size. */
#include "kernel/lang/modules/math.h"

#include <limits.h>

/* operator.index(v) as an initialised mpz. */
static bool to_mpz(gb_vm *vm, gb_value v, mpz_t out)
{
    gb_value index = gb_to_index(vm, v);
    if (gb_is_unset(index)) return false;
    gb_int_to_mpz(index, out);
    gb_unref(index);
    return true;
}

/* Folds all arguments by gcd or lcm. */
static gb_value fold(gb_vm *vm, gb_value args, unsigned long start,
                     void (*step)(mpz_t, const mpz_t, const mpz_t))
{
    const gb_tuple *tuple = gb_tuple_peek(args);
    mpz_t result;
    mpz_init_set_ui(result, start);
    for (size_t i = 0; i < tuple->count; i++) {
        mpz_t next;
        if (!to_mpz(vm, tuple->items[i], next)) {
            mpz_clear(result);
            return GB_UNSET_VALUE;
        }
        step(result, result, next);
        mpz_clear(next);
    }
    return gb_int_from_mpz_take(vm, result);
}

gb_value gb_math_gcd(gb_vm *vm, gb_value *args)
{
    return fold(vm, args[0], 0, mpz_gcd);
}

gb_value gb_math_lcm(gb_vm *vm, gb_value *args)
{
    return fold(vm, args[0], 1, mpz_lcm);
}

gb_value gb_math_isqrt(gb_vm *vm, gb_value *args)
{
    mpz_t n;
    if (!to_mpz(vm, args[0], n)) return GB_UNSET_VALUE;
    if (mpz_sgn(n) < 0) {
        mpz_clear(n);
        return gb_raise(vm, GB_EXC_ValueError, "isqrt() argument must be nonnegative");
    }
    mpz_sqrt(n, n);
    return gb_int_from_mpz_take(vm, n);
}

/* Results whose size grows with the argument: at most what one value may hold. */
static bool bits_allowed(gb_vm *vm, double bits)
{
    return gb_vm_allows(vm, bits / 8 > 1e18 ? SIZE_MAX : (size_t)(bits / 8) + 1);
}

/* n (n-1) … (n-k+1), halves multiplied apart so that the factors stay of equal size. */
static bool falling(gb_vm *vm, mpz_t out, const mpz_t n, uint64_t from, uint64_t count)
{
    enum { ONE_BY_ONE = 16 };
    if (count <= ONE_BY_ONE) {
        mpz_t factor;
        mpz_init(factor);
        mpz_set_ui(out, 1);
        for (uint64_t i = 0; i < count; i++) {
            mpz_sub_ui(factor, n, from + i);
            mpz_mul(out, out, factor);
        }
        mpz_clear(factor);
        return gb_vm_check(vm);
    }
    mpz_t right;
    mpz_init(right);
    bool ok = falling(vm, out, n, from, count / 2) &&
              falling(vm, right, n, from + count / 2, count - count / 2);
    if (ok) mpz_mul(out, out, right);
    mpz_clear(right);
    return ok;
}

gb_value gb_math_factorial(gb_vm *vm, gb_value *args)
{
    mpz_t n, product;
    if (!to_mpz(vm, args[0], n)) return GB_UNSET_VALUE;
    bool ok = true;
    if (mpz_sgn(n) < 0)
        ok = gb_raise_false(vm, GB_EXC_ValueError, "factorial() not defined for negative values");
    else if (!mpz_fits_slong_p(n))
        ok = gb_raise_false(vm, GB_EXC_OverflowError, "factorial() argument should not exceed %ld",
                            LONG_MAX);
    mpz_init(product);
    ok = ok && bits_allowed(vm, mpz_get_d(n) * (double)mpz_sizeinbase(n, 2)) &&
         falling(vm, product, n, 0, mpz_get_ui(n));
    mpz_clear(n);
    if (ok) return gb_int_from_mpz_take(vm, product);
    mpz_clear(product);
    return GB_UNSET_VALUE;
}

/* n and k of comb and perm, both checked. *small: k fits; *k is it then. */
static bool choice_arguments(gb_vm *vm, const gb_value *args, mpz_t n, mpz_t k)
{
    if (!to_mpz(vm, args[0], n)) return false;
    if (!to_mpz(vm, args[1], k)) {
        mpz_clear(n);
        return false;
    }
    const char *wrong = mpz_sgn(n) < 0 ? "n" : mpz_sgn(k) < 0 ? "k" : NULL;
    if (!wrong) return true;
    mpz_clear(n);
    mpz_clear(k);
    return gb_raise_false(vm, GB_EXC_ValueError, "%s must be a non-negative integer", wrong);
}

gb_value gb_math_comb(gb_vm *vm, gb_value *args)
{
    mpz_t n, k, other;
    if (!choice_arguments(vm, args, n, k)) return GB_UNSET_VALUE;
    mpz_init(other);
    mpz_sub(other, n, k);
    if (mpz_sgn(other) < 0) {
        mpz_set_ui(n, 0);
    } else {
        if (mpz_cmp(other, k) < 0) mpz_swap(other, k);
        bool small =
            mpz_fits_ulong_p(k) && bits_allowed(vm, (double)mpz_sizeinbase(n, 2) * mpz_get_d(k));
        if (!small) {
            if (gb_is_unset(gb_exception_peek(vm)))
                gb_raise(vm, GB_EXC_OverflowError,
                         "min(n - k, k) must not exceed 18446744073709551615");
            mpz_clears(n, k, other, NULL);
            return GB_UNSET_VALUE;
        }
        mpz_bin_ui(n, n, mpz_get_ui(k));
    }
    mpz_clear(k);
    mpz_clear(other);
    return gb_int_from_mpz_take(vm, n);
}

gb_value gb_math_perm(gb_vm *vm, gb_value *args)
{
    mpz_t n, k, result;
    if (gb_is_none(args[1])) return gb_math_factorial(vm, args);
    if (!choice_arguments(vm, args, n, k)) return GB_UNSET_VALUE;
    mpz_init(result);
    bool ok = true;
    if (mpz_cmp(n, k) >= 0) {
        ok = (mpz_fits_ulong_p(k) ||
              gb_raise_false(vm, GB_EXC_OverflowError, "k must not exceed 18446744073709551615")) &&
             bits_allowed(vm, (double)mpz_sizeinbase(n, 2) * mpz_get_d(k)) &&
             falling(vm, result, n, 0, mpz_get_ui(k));
    }
    mpz_clear(n);
    mpz_clear(k);
    if (ok) return gb_int_from_mpz_take(vm, result);
    mpz_clear(result);
    return GB_UNSET_VALUE;
}
