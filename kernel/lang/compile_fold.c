/* Constant folding: only what gives the very value that running would. */
#include "kernel/lang/compile_state.h"

#include <gmp.h>
#include <math.h>
#include <string.h>

static const gb_const *make_int(gb_compiler *c, int64_t value)
{
    gb_const *k = gb_arena_alloc(&c->scope_arena, sizeof *k, c->err);
    if (!k) return NULL;
    k->kind = GB_CONST_INT;
    k->as.integer = value;
    return k;
}

static const gb_const *make_real(gb_compiler *c, gb_const_kind kind, double value)
{
    gb_const *k = gb_arena_alloc(&c->scope_arena, sizeof *k, c->err);
    if (!k) return NULL;
    k->kind = kind;
    k->as.real = value;
    return k;
}

static const gb_const *negative_big(gb_compiler *c, const gb_const *k)
{
    if (strcmp(k->as.text, "8000000000000000") == 0) return make_int(c, INT64_MIN);
    if (k->as.text[0] == '-') return NULL;
    gb_const *out = gb_arena_copy(&c->scope_arena, k, sizeof *k, c->err);
    char *text = gb_arena_alloc(&c->scope_arena, k->size + 2, c->err);
    if (!out || !text) return NULL;
    text[0] = '-';
    memcpy(text + 1, k->as.text, k->size + 1);
    out->as.text = text;
    out->size = k->size + 1;
    return out;
}

static const gb_const *fold_unary(gb_compiler *c, const gb_node *node)
{
    const gb_const *k = gb_fold(c, node->as.unary_op.operand);
    if (!k) return NULL;
    gb_unary op = node->as.unary_op.op;
    bool integer = k->kind == GB_CONST_INT;
    if (op == GB_UNARY_NEG) {
        if (integer && k->as.integer != INT64_MIN) return make_int(c, -k->as.integer);
        if (k->kind == GB_CONST_FLOAT) return make_real(c, GB_CONST_FLOAT, -k->as.real);
        if (k->kind == GB_CONST_BIGINT) return negative_big(c, k);
    }
    if (op == GB_UNARY_INVERT && integer) return make_int(c, ~k->as.integer);
    if (op == GB_UNARY_POS && (integer || k->kind == GB_CONST_FLOAT)) return k;
    return NULL;
}

static bool as_double(const gb_const *k, double *x)
{
    int64_t exact = (int64_t)1 << 53;
    if (k->kind == GB_CONST_FLOAT) {
        *x = k->as.real;
        return true;
    }
    if (k->kind != GB_CONST_INT || k->as.integer > exact || k->as.integer < -exact) return false;
    *x = (double)k->as.integer;
    return true;
}

static const gb_const *fold_float(gb_compiler *c, gb_binary op, double l, double r)
{
    switch (op) {
    case GB_BINARY_ADD: return make_real(c, GB_CONST_FLOAT, l + r);
    case GB_BINARY_SUB: return make_real(c, GB_CONST_FLOAT, l - r);
    case GB_BINARY_MUL: return make_real(c, GB_CONST_FLOAT, l * r);
    case GB_BINARY_TRUEDIV: return r == 0 ? NULL : make_real(c, GB_CONST_FLOAT, l / r);
    default: return NULL;
    }
}

/* Integer power within 64 bits. */
static bool power(int64_t base, int64_t exponent, int64_t *out)
{
    if (exponent < 0 || exponent > 64) return false;
    *out = 1;
    for (int64_t i = 0; i < exponent; i++)
        if (__builtin_mul_overflow(*out, base, out)) return false;
    return true;
}

/* base ** exponent beyond 64 bits, up to the length that CPython folds; NULL for others. */
static const gb_const *big_power(gb_compiler *c, int64_t base, int64_t exponent)
{
    enum { LONGEST_BITS = 128, HEX_DIGITS = LONGEST_BITS / 4 + 2 };
    if (base < 2 || exponent < 0 || exponent > LONGEST_BITS) return NULL;
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, (unsigned long)base, (unsigned long)exponent);
    gb_const *k = NULL;
    char *text = NULL;
    if (mpz_sizeinbase(power, 2) <= LONGEST_BITS) {
        k = gb_arena_alloc(&c->scope_arena, sizeof *k, c->err);
        text = gb_arena_alloc(&c->scope_arena, HEX_DIGITS, c->err);
    }
    if (k && text) {
        mpz_get_str(text, 16, power);
        *k = (gb_const){.kind = GB_CONST_BIGINT, .size = (uint32_t)strlen(text), .as.text = text};
    }
    mpz_clear(power);
    return text ? k : NULL;
}

static const gb_const *fold_int(gb_compiler *c, gb_binary op, int64_t l, int64_t r)
{
    int64_t out;
    switch (op) {
    case GB_BINARY_ADD: return __builtin_add_overflow(l, r, &out) ? NULL : make_int(c, out);
    case GB_BINARY_SUB: return __builtin_sub_overflow(l, r, &out) ? NULL : make_int(c, out);
    case GB_BINARY_MUL: return __builtin_mul_overflow(l, r, &out) ? NULL : make_int(c, out);
    case GB_BINARY_POW: return power(l, r, &out) ? make_int(c, out) : big_power(c, l, r);
    case GB_BINARY_FLOORDIV:
        if (r == 0 || l == INT64_MIN) return NULL;
        return make_int(c, l / r - (l % r != 0 && (l < 0) != (r < 0)));
    case GB_BINARY_MOD:
        if (r == 0 || l == INT64_MIN) return NULL;
        out = l % r;
        return make_int(c, out && (out < 0) != (r < 0) ? out + r : out);
    case GB_BINARY_LSHIFT:
        if (l < 0 || r < 0 || r > 62 || l >> (62 - r)) return NULL;
        return make_int(c, l << r);
    case GB_BINARY_RSHIFT: return r < 0 || r > 63 ? NULL : make_int(c, l >> r);
    case GB_BINARY_AND: return make_int(c, l & r);
    case GB_BINARY_OR: return make_int(c, l | r);
    case GB_BINARY_XOR: return make_int(c, l ^ r);
    default: return NULL;
    }
}

static const gb_const *fold_text(gb_compiler *c, const gb_const *l, const gb_const *r)
{
    if (l->size + r->size > 4096) return NULL;
    char *text = gb_arena_alloc(&c->scope_arena, l->size + r->size + 1, c->err);
    if (!text) return NULL;
    memcpy(text, l->as.text, l->size);
    memcpy(text + l->size, r->as.text, r->size);
    gb_const *k = gb_arena_copy(&c->scope_arena, l, sizeof *l, c->err);
    if (!k) return NULL;
    k->size = l->size + r->size;
    k->as.text = text;
    return k;
}

static const gb_const *fold_binary(gb_compiler *c, const gb_node *node)
{
    gb_binary op = node->as.bin_op.op;
    const gb_const *l = gb_fold(c, node->as.bin_op.left);
    const gb_const *r = l ? gb_fold(c, node->as.bin_op.right) : NULL;
    if (!r) return NULL;
    if (l->kind == GB_CONST_INT && r->kind == GB_CONST_INT && op != GB_BINARY_TRUEDIV)
        return fold_int(c, op, l->as.integer, r->as.integer);
    bool text = l->kind == GB_CONST_STR || l->kind == GB_CONST_BYTES;
    if (op == GB_BINARY_ADD && text && l->kind == r->kind) return fold_text(c, l, r);
    double x, y;
    return as_double(l, &x) && as_double(r, &y) ? fold_float(c, op, x, y) : NULL;
}

static const gb_const *fold_tuple(gb_compiler *c, const gb_node_list *elements)
{
    const gb_const **items =
        gb_arena_array(&c->scope_arena, elements->count, sizeof *items, c->err);
    for (size_t i = 0; items && i < elements->count; i++)
        if (!(items[i] = gb_fold(c, elements->items[i]))) return NULL;
    return items ? gb_constant_tuple(c, items, elements->count, GB_CONST_TUPLE) : NULL;
}

const gb_const *gb_fold(gb_compiler *c, const gb_node *node)
{
    switch (node->kind) {
    case GB_NODE_CONSTANT: return node->as.constant.value;
    case GB_NODE_UNARY_OP: return fold_unary(c, node);
    case GB_NODE_BIN_OP: return fold_binary(c, node);
    case GB_NODE_TUPLE:
        return node->as.tuple.ctx == GB_CTX_LOAD ? fold_tuple(c, &node->as.tuple.elts) : NULL;
    default: return NULL;
    }
}

int gb_fold_truth(gb_compiler *c, const gb_node *node)
{
    if (node->kind == GB_NODE_NAME && strcmp(node->as.name.id, "__debug__") == 0) return 1;
    const gb_const *k = node->kind == GB_NODE_CONSTANT ? gb_fold(c, node) : NULL;
    if (!k) return -1;
    switch (k->kind) {
    case GB_CONST_NONE:
    case GB_CONST_FALSE: return 0;
    case GB_CONST_INT: return k->as.integer != 0;
    case GB_CONST_FLOAT: return k->as.real != 0;
    case GB_CONST_STR:
    case GB_CONST_BYTES: return k->size != 0;
    default: return 1;
    }
}
