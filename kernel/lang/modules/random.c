/* `_random`: the Mersenne Twister (MT19937, Matsumoto and Nishimura 1998), seeded and read as
 * CPython does, so that equal seeds give equal streams. The distributions are in random.py. */
#include "kernel/lang/modules/modules.h"

#include "graph/base/hash.h"
#include "graph/base/memory.h"

enum { WORDS = 624, SHIFTED = 397, WORD_BITS = 32 };

typedef struct gb_random {
    gb_object head;
    uint32_t state[WORDS];
    uint32_t next; /* index of the next word; WORDS: all are used up */
} gb_random;

static gb_random *random_of(gb_value v)
{
    return (gb_random *)(void *)v.o;
}

/* --- the generator ------------------------------------------------------------------------------
 */

static uint32_t mix(uint32_t high, uint32_t low)
{
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void renew(gb_random *r)
{
    uint32_t *s = r->state;
    for (int i = 0; i < WORDS; i++)
        s[i] = s[(i + SHIFTED) % WORDS] ^ mix(s[i], s[(i + 1) % WORDS]);
    r->next = 0;
}

static uint32_t next_word(gb_random *r)
{
    if (r->next >= WORDS) renew(r);
    uint32_t y = r->state[r->next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ y >> 18;
}

/* 53 bits in [0, 1). */
static double next_double(gb_random *r)
{
    uint32_t a = next_word(r) >> 5, b = next_word(r) >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

static void seed_by_word(gb_random *r, uint32_t seed)
{
    r->state[0] = seed;
    for (uint32_t i = 1; i < WORDS; i++)
        r->state[i] = 1812433253u * (r->state[i - 1] ^ r->state[i - 1] >> 30) + i;
    r->next = WORDS;
}

static void seed_by_words(gb_random *r, const uint32_t *key, size_t count)
{
    uint32_t *s = r->state;
    size_t i = 1, j = 0;
    seed_by_word(r, 19650218u);
    for (size_t k = count > WORDS ? count : WORDS; k > 0; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
        if (++j >= count) j = 0;
    }
    for (size_t k = WORDS - 1; k > 0; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000u;
}

/* --- seeding ------------------------------------------------------------------------------------
 */

static bool seed_by_system(gb_vm *vm, gb_random *r)
{
    uint32_t key[WORDS];
    gb_error err = GB_ERROR_INIT;
    if (!gb_random_bytes(key, sizeof key, &err)) return gb_raise_error_false(vm, &err);
    seed_by_words(r, key, WORDS);
    return true;
}

/* By the size of an int; of other values by their hash. */
static bool seed_by_value(gb_vm *vm, gb_random *r, gb_value seed)
{
    mpz_t z;
    if (gb_is_int(seed)) {
        gb_int_to_mpz(seed, z);
        mpz_abs(z, z);
    } else {
        int64_t hash = gb_hash(vm, seed);
        if (hash == -1) return false;
        mpz_init_set_ui(z, (uint64_t)hash);
    }
    size_t count = mpz_sgn(z) ? (mpz_sizeinbase(z, 2) + WORD_BITS - 1) / WORD_BITS : 1;
    gb_error err = GB_ERROR_INIT;
    uint32_t *key = gb_calloc(count, sizeof *key, &err);
    if (key) {
        mpz_export(key, NULL, -1, sizeof *key, 0, 0, z);
        seed_by_words(r, key, count);
    }
    mpz_clear(z);
    gb_free(key);
    return key || gb_raise_error_false(vm, &err);
}

static gb_value method_seed(gb_vm *vm, gb_value *args)
{
    gb_random *r = random_of(args[0]);
    bool ok = gb_is_none(args[1]) ? seed_by_system(vm, r) : seed_by_value(vm, r, args[1]);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) return v;
    bool given = args->count > 0 && !gb_is_none(args->values[0]);
    if (given ? seed_by_value(vm, random_of(v), args->values[0]) : seed_by_system(vm, random_of(v)))
        return v;
    gb_unref(v);
    return GB_UNSET_VALUE;
}

/* --- reading ------------------------------------------------------------------------------------
 */

static gb_value method_random(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_float(next_double(random_of(args[0])));
}

/* `bits` bits as an initialised mpz; words from the lowest up, the last one cut at its low end. */
static bool read_bits(gb_vm *vm, gb_random *r, uint64_t bits, mpz_t out)
{
    size_t count = (size_t)((bits + WORD_BITS - 1) / WORD_BITS);
    gb_error err = GB_ERROR_INIT;
    if (!gb_vm_allows(vm, count * sizeof(uint32_t))) return false;
    uint32_t *words = gb_alloc(count * sizeof *words, &err);
    if (!words) return gb_raise_error_false(vm, &err);
    for (size_t i = 0; i < count; i++) {
        uint64_t left = bits - i * WORD_BITS;
        words[i] = next_word(r) >> (left < WORD_BITS ? WORD_BITS - left : 0);
    }
    mpz_init(out);
    mpz_import(out, count, -1, sizeof *words, 0, 0, words);
    gb_free(words);
    return true;
}

static uint32_t few_bits(gb_random *r, int bits)
{
    return next_word(r) >> (WORD_BITS - bits);
}

static gb_value method_getrandbits(gb_vm *vm, gb_value *args)
{
    int64_t bits;
    mpz_t z;
    if (!gb_to_int64(vm, args[1], &bits)) return GB_UNSET_VALUE;
    if (bits < 0) return gb_raise(vm, GB_EXC_ValueError, "number of bits must be non-negative");
    if (bits == 0) return gb_int(0);
    if (bits <= WORD_BITS) return gb_int(few_bits(random_of(args[0]), (int)bits));
    return read_bits(vm, random_of(args[0]), (uint64_t)bits, z) ? gb_int_from_mpz_take(vm, z)
                                                                : GB_UNSET_VALUE;
}

/* An int in [0, n): as many bits as n has, again until they are less. */
static gb_value method_randbelow(gb_vm *vm, gb_value *args)
{
    gb_random *r = random_of(args[0]);
    gb_value n = gb_to_index(vm, args[1]);
    if (gb_is_unset(n)) return n;
    if (n.tag != GB_BIGINT && n.i > 0 && n.i <= UINT32_MAX) {
        int bits = WORD_BITS - __builtin_clz((unsigned)n.i);
        uint32_t x = few_bits(r, bits);
        while (x >= n.i)
            x = few_bits(r, bits);
        return gb_int(x);
    }
    mpz_t below, x;
    gb_int_to_mpz(n, below);
    gb_unref(n);
    gb_value result = GB_UNSET_VALUE;
    if (mpz_sgn(below) <= 0) {
        result = gb_int(0);
    } else {
        size_t bits = mpz_sizeinbase(below, 2);
        bool ok = read_bits(vm, r, bits, x);
        while (ok && mpz_cmp(x, below) >= 0) {
            mpz_clear(x);
            ok = read_bits(vm, r, bits, x);
        }
        if (ok) result = gb_int_from_mpz_take(vm, x);
    }
    mpz_clear(below);
    return result;
}

/* --- state --------------------------------------------------------------------------------------
 */

static gb_value method_getstate(gb_vm *vm, gb_value *args)
{
    const gb_random *r = random_of(args[0]);
    gb_value state = gb_tuple_new(vm, WORDS + 1);
    if (gb_is_unset(state)) return state;
    for (int i = 0; i < WORDS; i++)
        gb_tuple_peek(state)->items[i] = gb_int(r->state[i]);
    gb_tuple_peek(state)->items[WORDS] = gb_int(r->next);
    return state;
}

static gb_value method_setstate(gb_vm *vm, gb_value *args)
{
    gb_random *r = random_of(args[0]);
    uint32_t words[WORDS];
    if (!gb_is_tuple(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "state vector must be a tuple");
    const gb_tuple *state = gb_tuple_peek(args[1]);
    if (state->count != WORDS + 1)
        return gb_raise(vm, GB_EXC_ValueError, "state vector is the wrong size");
    for (int i = 0; i <= WORDS; i++) {
        int64_t word;
        if (!gb_to_int64(vm, state->items[i], &word)) return GB_UNSET_VALUE;
        if (word < 0 || word > (i < WORDS ? UINT32_MAX : WORDS))
            return gb_raise(vm, GB_EXC_ValueError, "invalid state");
        if (i < WORDS)
            words[i] = (uint32_t)word;
        else
            r->next = (uint32_t)word;
    }
    for (int i = 0; i < WORDS; i++)
        r->state[i] = words[i];
    return GB_NONE_VALUE;
}

/* --- functions of the module --------------------------------------------------------------------
 */

static gb_value sha512(gb_vm *vm, gb_value *args)
{
    unsigned char digest[GB_SHA512_BYTES];
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_bytes(args[0]))
        return gb_raise(vm, GB_EXC_TypeError, "a bytes-like object is required, not '%s'",
                        gb_type_name(vm, args[0]));
    const gb_bytes *bytes = gb_bytes_peek(args[0]);
    if (!gb_sha512(bytes->data, bytes->size, digest, &err)) return gb_raise_error(vm, &err);
    return gb_bytes_new(vm, digest, sizeof digest);
}

static gb_value system_bytes(gb_vm *vm, gb_value *args)
{
    int64_t n;
    gb_error err = GB_ERROR_INIT;
    if (!gb_to_int64(vm, args[0], &n)) return GB_UNSET_VALUE;
    if (n < 0) return gb_raise(vm, GB_EXC_ValueError, "negative argument not allowed");
    if (!gb_vm_allows(vm, (size_t)n)) return GB_UNSET_VALUE;
    gb_value bytes = gb_bytes_new(vm, NULL, (size_t)n);
    if (gb_is_unset(bytes) || gb_random_bytes(gb_bytes_peek(bytes)->data, (size_t)n, &err))
        return bytes;
    gb_unref(bytes);
    return gb_raise_error(vm, &err);
}

static const gb_native functions[] = {
    {"sha512", sha512, "data, /", 0, "The SHA-512 digest."},
    {"urandom", system_bytes, "size, /", 0, "Unguessable bytes of the system."},
    {0}};

static const gb_native methods[] = {
    {"random", method_random, "", 0, "A float in [0, 1)."},
    {"getrandbits", method_getrandbits, "k, /", 0, "An int with k random bits."},
    {"_randbelow", method_randbelow, "n, /", 0, "An int in [0, n)."},
    {"seed", method_seed, "a=None, /", 0, "Starts the stream of a seed."},
    {"getstate", method_getstate, "", 0, "What setstate takes."},
    {"setstate", method_setstate, "state, /", 0, "Continues where getstate was."},
    {0}};

static const gb_type_spec random_spec = {
    .name = "Random",
    .module = "_random",
    .shown = "_random.Random",
    .doc = "Random(seed=None)\n\nA Mersenne Twister.",
    .size = sizeof(gb_random),
    .methods = methods,
    .slots = {.make = make},
};

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *type = gb_type_make(vm, &random_spec);
    return type && gb_module_set(vm, module, "Random", gb_type_value(type));
}

const gb_module_spec gb_module_random = {
    .name = "_random",
    .doc = "The generator behind `random`.",
    .functions = functions,
    .init = init,
};
