/* Emission: instructions, labels, the depth of the stack, and fusing neighbours. */
#include "kernel/lang/compile_state.h"

#include "graph/base/memory.h"

static void note_depth(gb_unit *u, int depth)
{
    u->depth = depth;
    if (depth > u->deepest) u->deepest = depth;
}

static void append(gb_compiler *c, gb_instr instr)
{
    gb_unit *u = c->unit;
    if (gb_compiler_failed(c)) return;
    if (!gb_grow(&u->instrs, &u->instr_capacity, u->count + 1, sizeof *u->instrs, c->err)) return;
    if (!gb_grow(&u->ranges, &u->range_capacity, u->count + 1, sizeof *u->ranges, c->err)) return;
    u->instrs[u->count] = instr;
    u->ranges[u->count++] = u->at;
}

static bool ends_flow(gb_opcode op)
{
    return op == GB_OP_JUMP || op == GB_OP_JUMP_BACK || op == GB_OP_RETURN ||
           op == GB_OP_RETURN_CONST || op == GB_OP_RAISE || op == GB_OP_RERAISE;
}

/* --- fusing -------------------------------------------------------------------------------- */

/* The n-th last instruction, when it may still be changed. */
static gb_instr *recent(gb_unit *u, size_t n)
{
    if (u->count < n || u->count - n < u->barrier) return NULL;
    return &u->instrs[u->count - n];
}

static bool is_op(const gb_instr *i, gb_opcode op)
{
    return i && i->op == op;
}

enum { FITS_B = 0xFFFF, FITS_BYTE = 0xFF };

/* ADD … MOD with operands from locals and constants. The families lie in the same order. */
static bool fuse_arithmetic(gb_unit *u, gb_instr *instr)
{
    static const struct {
        uint8_t op, ll, lc, sl, sc;
    } rows[] = {
        {GB_OP_ADD, GB_OP_ADD_LL, GB_OP_ADD_LC, GB_OP_ADD_SL, GB_OP_ADD_SC},
        {GB_OP_SUB, GB_OP_SUB_LL, GB_OP_SUB_LC, GB_OP_SUB_SL, GB_OP_SUB_SC},
        {GB_OP_MUL, GB_OP_MUL_LL, GB_OP_MUL_LC, GB_OP_MUL_SL, GB_OP_MUL_SC},
        {GB_OP_FLOORDIV, GB_OP_FLOORDIV_LL, GB_OP_FLOORDIV_LC, GB_OP_FLOORDIV_SL,
         GB_OP_FLOORDIV_SC},
        {GB_OP_MOD, GB_OP_MOD_LL, GB_OP_MOD_LC, GB_OP_MOD_SL, GB_OP_MOD_SC},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].op != instr->op) continue;
        gb_instr *last = recent(u, 1);
        if (is_op(last, GB_OP_LOAD_FAST2) || is_op(last, GB_OP_LOAD_FAST_CONST)) {
            uint8_t op = last->op == GB_OP_LOAD_FAST2 ? rows[i].ll : rows[i].lc;
            *instr = (gb_instr){op, instr->x, last->b, last->a};
        } else if (is_op(last, GB_OP_LOAD_FAST) || is_op(last, GB_OP_LOAD_CONST)) {
            uint8_t op = last->op == GB_OP_LOAD_FAST ? rows[i].sl : rows[i].sc;
            *instr = (gb_instr){op, instr->x, 0, last->a};
        } else {
            return false;
        }
        u->count--;
        return true;
    }
    return false;
}

static bool fuse_compare_jump(gb_unit *u, gb_instr *instr)
{
    gb_instr *last = recent(u, 1);
    bool two = is_op(last, GB_OP_LOAD_FAST2) || is_op(last, GB_OP_LOAD_FAST_CONST);
    if (two && last->a <= FITS_BYTE && last->b <= FITS_BYTE) {
        bool locals = last->op == GB_OP_LOAD_FAST2;
        instr->op = locals ? GB_OP_COMPARE_JUMP_LL : GB_OP_COMPARE_JUMP_LC;
        instr->b = (uint16_t)(last->a | (uint32_t)last->b << 8);
        u->count--;
        return true;
    }
    bool one = is_op(last, GB_OP_LOAD_FAST) || is_op(last, GB_OP_LOAD_CONST);
    if (!one || last->a > FITS_B) return false;
    instr->op = last->op == GB_OP_LOAD_FAST ? GB_OP_COMPARE_JUMP_SL : GB_OP_COMPARE_JUMP_SC;
    instr->b = (uint16_t)last->a;
    u->count--;
    return true;
}

static bool fuse_load(gb_unit *u, gb_instr *instr)
{
    gb_instr *last = recent(u, 1);
    if (instr->a > FITS_B) return false;
    if (is_op(last, GB_OP_LOAD_FAST)) {
        uint8_t op = instr->op == GB_OP_LOAD_FAST ? GB_OP_LOAD_FAST2 : GB_OP_LOAD_FAST_CONST;
        *instr = (gb_instr){op, 0, (uint16_t)instr->a, last->a};
    } else if (is_op(last, GB_OP_STORE_FAST) && instr->op == GB_OP_LOAD_FAST) {
        *instr = (gb_instr){GB_OP_STORE_LOAD_FAST, 0, (uint16_t)instr->a, last->a};
    } else {
        return false;
    }
    u->count--;
    return true;
}

static bool fuse_store(gb_unit *u, gb_instr *instr)
{
    gb_instr *last = recent(u, 1);
    if (instr->a > FITS_B) return false;
    if (is_op(last, GB_OP_UNPACK_SEQUENCE)) return false;
    if (is_op(last, GB_OP_STORE_FAST)) {
        gb_instr *before = recent(u, 2);
        if (is_op(before, GB_OP_UNPACK_SEQUENCE) && before->a == 2) {
            *instr = (gb_instr){GB_OP_UNPACK_FAST2, 0, (uint16_t)instr->a, last->a};
            u->count -= 2;
        } else {
            *instr = (gb_instr){GB_OP_STORE_FAST2, 0, (uint16_t)instr->a, last->a};
            u->count--;
        }
    } else if (is_op(last, GB_OP_LOAD_FAST)) {
        *instr = (gb_instr){GB_OP_MOVE_FAST, 0, (uint16_t)instr->a, last->a};
        u->count--;
    } else if (is_op(last, GB_OP_FOR_ITER)) {
        *instr = (gb_instr){GB_OP_FOR_ITER_FAST, 0, (uint16_t)instr->a, last->a};
        u->count--;
    } else {
        return false;
    }
    return true;
}

static bool fuse_subscript(gb_unit *u, gb_instr *instr)
{
    gb_instr *last = recent(u, 1);
    if (is_op(last, GB_OP_LOAD_FAST2))
        *instr = (gb_instr){GB_OP_LOAD_SUBSCR_LL, 0, last->b, last->a};
    else if (is_op(last, GB_OP_LOAD_FAST))
        *instr = (gb_instr){GB_OP_LOAD_SUBSCR_SL, 0, 0, last->a};
    else if (is_op(last, GB_OP_LOAD_CONST))
        *instr = (gb_instr){GB_OP_LOAD_SUBSCR_SC, 0, 0, last->a};
    else
        return false;
    u->count--;
    return true;
}

/* Merges `instr` with what was emitted last; the merged one stays to be appended. */
static bool fuse(gb_unit *u, gb_instr *instr)
{
    gb_instr *last = recent(u, 1);
    switch (instr->op) {
    case GB_OP_ADD:
    case GB_OP_SUB:
    case GB_OP_MUL:
    case GB_OP_FLOORDIV:
    case GB_OP_MOD: return fuse_arithmetic(u, instr);
    case GB_OP_COMPARE_JUMP: return fuse_compare_jump(u, instr);
    case GB_OP_LOAD_FAST:
    case GB_OP_LOAD_CONST: return fuse_load(u, instr);
    case GB_OP_STORE_FAST: return fuse_store(u, instr);
    case GB_OP_LOAD_SUBSCR: return fuse_subscript(u, instr);
    case GB_OP_LOAD_ATTR:
        if (!is_op(last, GB_OP_LOAD_FAST) || last->a > FITS_BYTE) return false;
        instr->op = GB_OP_LOAD_FAST_ATTR;
        instr->x = (uint8_t)last->a;
        u->count--;
        return true;
    case GB_OP_RETURN:
        if (!is_op(last, GB_OP_LOAD_FAST)) return false;
        *instr = (gb_instr){GB_OP_RETURN_FAST, 0, 0, last->a};
        u->count--;
        return true;
    default: return false;
    }
}

/* --- emission ------------------------------------------------------------------------------ */

void gb_emit_full(gb_compiler *c, gb_opcode op, uint32_t a, uint32_t b, uint32_t x)
{
    gb_unit *u = c->unit;
    if (u->dead || gb_compiler_failed(c)) return;
    gb_instr instr = {(uint8_t)op, (uint8_t)x, (uint16_t)b, a};
    note_depth(u, u->depth + gb_instr_effect(instr));
    bool ends = ends_flow(op);
    if (op == GB_OP_RETURN && is_op(recent(u, 1), GB_OP_LOAD_CONST)) {
        instr = (gb_instr){GB_OP_RETURN_CONST, 0, 0, recent(u, 1)->a};
        u->count--;
    } else if (c->options.fuse) {
        fuse(u, &instr);
    }
    append(c, instr);
    if (ends) u->dead = true;
}

void gb_emit(gb_compiler *c, gb_opcode op, uint32_t a)
{
    gb_emit_full(c, op, a, 0, 0);
}

static int taken_depth(const gb_unit *u, gb_opcode op)
{
    switch (op) {
    case GB_OP_FOR_ITER:
    case GB_OP_WITH_ENTER: return u->depth - 2;
    case GB_OP_WITH_AGAIN:
    case GB_OP_JUMP_IF_FALSE_OR_POP:
    case GB_OP_JUMP_IF_TRUE_OR_POP: return u->depth + 1;
    default: return u->depth;
    }
}

static void jump(gb_compiler *c, gb_opcode op, gb_label to, unsigned x)
{
    gb_unit *u = c->unit;
    if (u->dead || gb_compiler_failed(c)) return;
    gb_emit_full(c, op, to, 0, x);
    int depth = taken_depth(u, op);
    if (u->labels[to].depth < 0) u->labels[to].depth = depth;
}

void gb_emit_jump(gb_compiler *c, gb_opcode op, gb_label to)
{
    jump(c, op, to, 0);
}

void gb_emit_test(gb_compiler *c, gb_label to, unsigned test)
{
    jump(c, GB_OP_COMPARE_JUMP, to, test);
}

void gb_emit_cached(gb_compiler *c, gb_opcode op, const char *name)
{
    if (c->unit->dead) return;
    uint32_t cache = c->unit->code->cache_count < FITS_B ? ++c->unit->code->cache_count : 0;
    gb_emit_full(c, op, gb_add_name(c, name), cache, 0);
}

void gb_emit_constant(gb_compiler *c, const gb_const *constant)
{
    if (!c->unit->dead) gb_emit(c, GB_OP_LOAD_CONST, gb_add_constant(c, constant));
}

void gb_emit_none(gb_compiler *c)
{
    gb_emit_constant(c, &gb_constant_none);
}

void gb_emit_cell(gb_compiler *c, gb_opcode op, uint32_t cell)
{
    gb_emit_full(c, op, cell, 0, 0);
}

/* --- labels -------------------------------------------------------------------------------- */

gb_label gb_label_new(gb_compiler *c)
{
    gb_unit *u = c->unit;
    if (!gb_grow(&u->labels, &u->label_capacity, u->label_count + 1, sizeof *u->labels, c->err))
        return 0;
    u->labels[u->label_count] = (gb_label_place){UINT32_MAX, -1};
    return (gb_label)u->label_count++;
}

uint32_t gb_position(gb_compiler *c)
{
    c->unit->barrier = (uint32_t)c->unit->count;
    return c->unit->barrier;
}

void gb_label_bind(gb_compiler *c, gb_label label)
{
    gb_unit *u = c->unit;
    if (gb_compiler_failed(c)) return;
    gb_label_place *l = &u->labels[label];
    const gb_instr *last = recent(u, 1);
    if (is_op(last, GB_OP_JUMP) && last->a == label) u->count--; /* to the next instruction */
    l->at = gb_position(c);
    if (l->depth >= 0) {
        u->dead = false;
        note_depth(u, l->depth);
    } else if (!u->dead) {
        l->depth = u->depth;
    }
}

void gb_label_bind_handler(gb_compiler *c, gb_label label, int depth)
{
    gb_unit *u = c->unit;
    if (gb_compiler_failed(c)) return;
    if (u->labels[label].depth < 0) { /* no region: nothing in it could be reached */
        u->dead = true;
        return;
    }
    u->labels[label].at = gb_position(c);
    u->dead = false;
    note_depth(u, depth + 1);
}

void gb_emit_region(gb_compiler *c, uint32_t start, gb_label handler, int depth)
{
    gb_unit *u = c->unit;
    uint32_t end = gb_position(c);
    if (start >= end || gb_compiler_failed(c)) return;
    if (!gb_grow(&u->handlers, &u->handler_capacity, u->handler_count + 1, sizeof *u->handlers,
                 c->err))
        return;
    u->handlers[u->handler_count++] = (gb_handler){start, end, handler, (uint32_t)depth};
    u->labels[handler].depth = depth + 1;
}
