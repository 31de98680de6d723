/* Expressions to instructions. Calls and comprehensions have files of their own. */
#include "kernel/lang/compile_state.h"

/* --- operators ----------------------------------------------------------------------------- */

void gb_emit_binary(gb_compiler *c, gb_binary op, bool in_place)
{
    static const int plain[GB_BINARY_COUNT] = {
        [GB_BINARY_ADD] = GB_OP_ADD,           [GB_BINARY_SUB] = GB_OP_SUB,
        [GB_BINARY_MUL] = GB_OP_MUL,           [GB_BINARY_TRUEDIV] = GB_OP_TRUEDIV,
        [GB_BINARY_FLOORDIV] = GB_OP_FLOORDIV, [GB_BINARY_MOD] = GB_OP_MOD};
    if (plain[op])
        gb_emit_full(c, (gb_opcode)plain[op], 0, 0, in_place);
    else
        gb_emit_full(c, GB_OP_BINARY_OP, 0, in_place, op);
}

static void compile_unary(gb_compiler *c, const gb_node *node)
{
    static const gb_opcode ops[] = {
        [GB_UNARY_NEG] = GB_OP_NEG,
        [GB_UNARY_POS] = GB_OP_POS,
        [GB_UNARY_INVERT] = GB_OP_INVERT,
        [GB_UNARY_NOT] = GB_OP_NOT,
    };
    gb_compile_expr(c, node->as.unary_op.operand);
    gb_at(c, node);
    gb_emit(c, ops[node->as.unary_op.op], 0);
}

static void compile_bool(gb_compiler *c, const gb_node *node)
{
    gb_opcode op =
        node->as.bool_op.op == GB_BOOL_AND ? GB_OP_JUMP_IF_FALSE_OR_POP : GB_OP_JUMP_IF_TRUE_OR_POP;
    gb_label end = gb_label_new(c);
    const gb_node_list *values = &node->as.bool_op.values;
    for (size_t i = 0; i < values->count; i++) {
        gb_compile_expr(c, values->items[i]);
        if (i + 1 < values->count) gb_emit_jump(c, op, end);
    }
    gb_label_bind(c, end);
}

static unsigned mask_of(gb_compare op)
{
    static const uint8_t masks[] = {
#define GB_COMPARE(id, sign, node, method, reflected, mask) mask,
#include "kernel/lang/operator.def"
    };
    return masks[op];
}

static void emit_compare(gb_compiler *c, gb_compare op)
{
    if (op <= GB_COMPARE_GE)
        gb_emit_full(c, GB_OP_COMPARE, 0, 0, op);
    else if (op <= GB_COMPARE_IS_NOT)
        gb_emit_full(c, GB_OP_IS, 0, 0, op == GB_COMPARE_IS_NOT);
    else
        gb_emit_full(c, GB_OP_CONTAINS, 0, 0, op == GB_COMPARE_NOT_IN);
}

/* The elements as a tuple; NULL when they are not all constant. */
static const gb_const *constant_items(gb_compiler *c, const gb_node_list *elements)
{
    gb_node tuple = {.kind = GB_NODE_TUPLE};
    tuple.as.tuple.elts = *elements;
    return gb_fold(c, &tuple);
}

static const gb_const *constant_set(gb_compiler *c, const gb_node_list *elements)
{
    const gb_const *items = constant_items(c, elements);
    if (!items) return NULL;
    return gb_constant_tuple(c, items->as.items, items->size, GB_CONST_FROZENSET);
}

void gb_compile_unchanged(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *elements = NULL;
    if (node->kind == GB_NODE_LIST) elements = &node->as.list.elts;
    if (node->kind == GB_NODE_SET) elements = &node->as.set.elts;
    const gb_const *k = NULL;
    if (elements && elements->count)
        k = node->kind == GB_NODE_SET ? constant_set(c, elements) : constant_items(c, elements);
    if (k)
        gb_emit_constant(c, k);
    else
        gb_compile_expr(c, node);
}

/* `x in [1, 2]` looks into a constant. */
static void compile_right(gb_compiler *c, const gb_node *node, gb_compare op)
{
    if (op == GB_COMPARE_IN || op == GB_COMPARE_NOT_IN)
        gb_compile_unchanged(c, node);
    else
        gb_compile_expr(c, node);
}

static void compile_compare(gb_compiler *c, const gb_node *node)
{
    const gb_compares *ops = &node->as.compare.ops;
    const gb_node_list *right = &node->as.compare.comparators;
    gb_compile_expr(c, node->as.compare.left);
    if (ops->count == 1) {
        compile_right(c, right->items[0], ops->items[0]);
        gb_at(c, node);
        emit_compare(c, ops->items[0]);
        return;
    }
    gb_label cleanup = gb_label_new(c), end = gb_label_new(c);
    for (size_t i = 0; i < ops->count; i++) {
        gb_compile_expr(c, right->items[i]);
        gb_at(c, node);
        bool last = i + 1 == ops->count;
        if (!last) {
            gb_emit(c, GB_OP_SWAP, 2);
            gb_emit(c, GB_OP_COPY, 2);
        }
        emit_compare(c, ops->items[i]);
        if (!last) gb_emit_jump(c, GB_OP_JUMP_IF_FALSE_OR_POP, cleanup);
    }
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind(c, cleanup);
    gb_emit(c, GB_OP_SWAP, 2);
    gb_emit(c, GB_OP_POP, 0);
    gb_label_bind(c, end);
}

/* --- conditions ---------------------------------------------------------------------------- */

static void condition_bool(gb_compiler *c, const gb_node *node, gb_label to, bool when)
{
    const gb_node_list *values = &node->as.bool_op.values;
    bool any = node->as.bool_op.op == GB_BOOL_OR;
    gb_label skip = to;
    bool skips = any != when; /* an early value decides against jumping */
    if (skips) skip = gb_label_new(c);
    for (size_t i = 0; i + 1 < values->count; i++)
        gb_compile_condition(c, values->items[i], skip, any);
    gb_compile_condition(c, values->items[values->count - 1], to, when);
    if (skips) gb_label_bind(c, skip);
}

static void condition_compare(gb_compiler *c, const gb_node *node, gb_label to, bool when)
{
    const gb_node *right = node->as.compare.comparators.items[0];
    gb_compare op = node->as.compare.ops.items[0];
    bool none = right->kind == GB_NODE_CONSTANT &&
                right->as.constant.value->kind == GB_CONST_NONE &&
                (op == GB_COMPARE_IS || op == GB_COMPARE_IS_NOT);
    gb_compile_expr(c, node->as.compare.left);
    if (none) {
        bool jump_on_none = (op == GB_COMPARE_IS) == when;
        gb_at(c, node);
        gb_emit_jump(c, jump_on_none ? GB_OP_POP_JUMP_IF_NONE : GB_OP_POP_JUMP_IF_NOT_NONE, to);
        return;
    }
    compile_right(c, right, op);
    gb_at(c, node);
    if (op <= GB_COMPARE_GE) {
        gb_emit_test(c, to, mask_of(op) | (when ? GB_TEST_IF_TRUE : 0));
        return;
    }
    emit_compare(c, op);
    gb_emit_jump(c, when ? GB_OP_POP_JUMP_IF_TRUE : GB_OP_POP_JUMP_IF_FALSE, to);
}

static void condition_choice(gb_compiler *c, const gb_node *node, gb_label to, bool when)
{
    gb_label other = gb_label_new(c), end = gb_label_new(c);
    gb_compile_condition(c, node->as.if_exp.test, other, false);
    gb_compile_condition(c, node->as.if_exp.body, to, when);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind(c, other);
    gb_compile_condition(c, node->as.if_exp.orelse, to, when);
    gb_label_bind(c, end);
}

void gb_compile_condition(gb_compiler *c, const gb_node *node, gb_label to, bool when)
{
    int truth = gb_fold_truth(c, node);
    if (truth >= 0) {
        if (truth == when) gb_emit_jump(c, GB_OP_JUMP, to);
        return;
    }
    if (node->kind == GB_NODE_UNARY_OP && node->as.unary_op.op == GB_UNARY_NOT) {
        gb_compile_condition(c, node->as.unary_op.operand, to, !when);
    } else if (node->kind == GB_NODE_BOOL_OP) {
        condition_bool(c, node, to, when);
    } else if (node->kind == GB_NODE_COMPARE && node->as.compare.ops.count == 1) {
        condition_compare(c, node, to, when);
    } else if (node->kind == GB_NODE_IF_EXP) {
        condition_choice(c, node, to, when);
    } else {
        gb_compile_expr(c, node);
        gb_at(c, node);
        gb_emit_jump(c, when ? GB_OP_POP_JUMP_IF_TRUE : GB_OP_POP_JUMP_IF_FALSE, to);
    }
}

static void compile_choice(gb_compiler *c, const gb_node *node)
{
    gb_label other = gb_label_new(c), end = gb_label_new(c);
    gb_compile_condition(c, node->as.if_exp.test, other, false);
    gb_compile_expr(c, node->as.if_exp.body);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind(c, other);
    gb_compile_expr(c, node->as.if_exp.orelse);
    gb_label_bind(c, end);
}

/* --- displays ------------------------------------------------------------------------------ */

static bool has_starred(const gb_node_list *elements)
{
    for (size_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == GB_NODE_STARRED) return true;
    return false;
}

static void compile_elements(gb_compiler *c, const gb_node *node, const gb_node_list *elements,
                             gb_opcode build)
{
    const gb_const *constant =
        build == GB_OP_BUILD_SET && elements->count > 2 ? constant_set(c, elements) : NULL;
    if (constant) {
        gb_at(c, node);
        gb_emit(c, build, 0);
        gb_emit_constant(c, constant);
        gb_emit(c, GB_OP_SET_UPDATE, 1);
        return;
    }
    if (!has_starred(elements)) {
        for (size_t i = 0; i < elements->count; i++)
            gb_compile_expr(c, elements->items[i]);
        gb_at(c, node);
        gb_emit(c, build, (uint32_t)elements->count);
        return;
    }
    bool set = build == GB_OP_BUILD_SET;
    gb_emit(c, set ? GB_OP_BUILD_SET : GB_OP_BUILD_LIST, 0);
    for (size_t i = 0; i < elements->count; i++) {
        const gb_node *e = elements->items[i];
        bool star = e->kind == GB_NODE_STARRED;
        gb_compile_expr(c, star ? e->as.starred.value : e);
        gb_at(c, node);
        if (star)
            gb_emit(c, set ? GB_OP_SET_UPDATE : GB_OP_LIST_EXTEND, 1);
        else
            gb_emit(c, set ? GB_OP_SET_ADD : GB_OP_LIST_APPEND, 1);
    }
    if (build == GB_OP_BUILD_TUPLE) gb_emit(c, GB_OP_LIST_TO_TUPLE, 0);
}

static void compile_dict(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *keys = &node->as.dict.keys, *values = &node->as.dict.values;
    uint32_t pairs = 0;
    bool started = false;
    for (size_t i = 0; i < keys->count; i++) {
        if (keys->items[i]) {
            gb_compile_expr(c, keys->items[i]);
            gb_compile_expr(c, values->items[i]);
            gb_at(c, node);
            if (started)
                gb_emit(c, GB_OP_MAP_ADD, 1);
            else
                pairs++;
            continue;
        }
        if (!started) gb_emit(c, GB_OP_BUILD_MAP, pairs);
        started = true;
        gb_compile_expr(c, values->items[i]);
        gb_at(c, node);
        gb_emit(c, GB_OP_DICT_UPDATE, 1);
    }
    if (!started) {
        gb_at(c, node);
        gb_emit(c, GB_OP_BUILD_MAP, pairs);
    }
}

/* --- strings ------------------------------------------------------------------------------- */

static void compile_field(gb_compiler *c, const gb_node *node)
{
    const gb_node *spec = node->as.formatted_value.format_spec;
    int conversion = node->as.formatted_value.conversion;
    unsigned x = conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
    gb_compile_expr(c, node->as.formatted_value.value);
    if (spec) gb_compile_expr(c, spec);
    gb_at(c, node);
    gb_emit_full(c, GB_OP_FORMAT_VALUE, 0, 0, x << 1 | (spec != NULL));
}

static void compile_joined(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *values = &node->as.joined_str.values;
    if (!values->count) gb_emit_constant(c, gb_constant_str(c, "", 0));
    for (size_t i = 0; i < values->count; i++)
        gb_compile_expr(c, values->items[i]);
    gb_at(c, node);
    if (values->count > 1) gb_emit(c, GB_OP_BUILD_STRING, (uint32_t)values->count);
}

/* --- subscripts ---------------------------------------------------------------------------- */

static void compile_bound(gb_compiler *c, const gb_node *node)
{
    if (node)
        gb_compile_expr(c, node);
    else
        gb_emit_none(c);
}

void gb_compile_subscript_key(gb_compiler *c, const gb_node *slice)
{
    gb_compile_expr(c, slice);
}

static void compile_slice(gb_compiler *c, const gb_node *node)
{
    compile_bound(c, node->as.slice.lower);
    compile_bound(c, node->as.slice.upper);
    if (node->as.slice.step) gb_compile_expr(c, node->as.slice.step);
    gb_at(c, node);
    gb_emit(c, GB_OP_BUILD_SLICE, node->as.slice.step ? 3 : 2);
}

/* --- the rest ------------------------------------------------------------------------------ */

static void compile_yield(gb_compiler *c, const gb_node *node)
{
    compile_bound(c, node->as.yield.value);
    gb_at(c, node);
    gb_emit(c, GB_OP_YIELD, 0);
}

static void compile_yield_from(gb_compiler *c, const gb_node *node)
{
    gb_compile_expr(c, node->as.yield_from.value);
    gb_at(c, node);
    gb_emit(c, GB_OP_GET_YIELD_ITER, 0);
    gb_emit_none(c);
    gb_emit(c, GB_OP_YIELD_FROM, 0);
}

static void compile_magic(gb_compiler *c, const gb_node *node)
{
    const gb_text *texts[] = {&node->as.magic.name, &node->as.magic.args, &node->as.magic.body};
    const gb_const **items = gb_arena_array(&c->scope_arena, 3, sizeof *items, c->err);
    for (size_t i = 0; items && i < 3; i++)
        items[i] = gb_constant_str(c, texts[i]->text ? texts[i]->text : "", texts[i]->size);
    if (gb_compiler_failed(c)) return;
    uint32_t k = gb_add_constant(c, gb_constant_tuple(c, items, 3, GB_CONST_TUPLE));
    gb_at(c, node);
    gb_emit_full(c, GB_OP_MAGIC, k, 0, (unsigned)node->as.magic.kind);
}

static void compile_kind(gb_compiler *c, const gb_node *node)
{
    switch (node->kind) {
    case GB_NODE_BOOL_OP: compile_bool(c, node); break;
    case GB_NODE_NAMED_EXPR:
        gb_compile_expr(c, node->as.named_expr.value);
        gb_emit(c, GB_OP_COPY, 1);
        gb_compile_store(c, node->as.named_expr.target);
        break;
    case GB_NODE_BIN_OP:
        gb_compile_expr(c, node->as.bin_op.left);
        gb_compile_expr(c, node->as.bin_op.right);
        gb_at(c, node);
        gb_emit_binary(c, node->as.bin_op.op, false);
        break;
    case GB_NODE_UNARY_OP: compile_unary(c, node); break;
    case GB_NODE_LAMBDA: gb_compile_lambda(c, node); break;
    case GB_NODE_IF_EXP: compile_choice(c, node); break;
    case GB_NODE_DICT: compile_dict(c, node); break;
    case GB_NODE_SET: compile_elements(c, node, &node->as.set.elts, GB_OP_BUILD_SET); break;
    case GB_NODE_LIST: compile_elements(c, node, &node->as.list.elts, GB_OP_BUILD_LIST); break;
    case GB_NODE_TUPLE: compile_elements(c, node, &node->as.tuple.elts, GB_OP_BUILD_TUPLE); break;
    case GB_NODE_LIST_COMP:
    case GB_NODE_SET_COMP:
    case GB_NODE_DICT_COMP:
    case GB_NODE_GENERATOR_EXP: gb_compile_comprehension(c, node); break;
    case GB_NODE_YIELD: compile_yield(c, node); break;
    case GB_NODE_YIELD_FROM: compile_yield_from(c, node); break;
    case GB_NODE_COMPARE: compile_compare(c, node); break;
    case GB_NODE_CALL: gb_compile_call(c, node); break;
    case GB_NODE_FORMATTED_VALUE: compile_field(c, node); break;
    case GB_NODE_JOINED_STR: compile_joined(c, node); break;
    case GB_NODE_ATTRIBUTE:
        gb_compile_expr(c, node->as.attribute.value);
        gb_at(c, node);
        gb_emit_cached(c, GB_OP_LOAD_ATTR, gb_mangled(c, node->as.attribute.attr));
        break;
    case GB_NODE_SUBSCRIPT:
        gb_compile_expr(c, node->as.subscript.value);
        gb_compile_subscript_key(c, node->as.subscript.slice);
        gb_at(c, node);
        gb_emit(c, GB_OP_LOAD_SUBSCR, 0);
        break;
    case GB_NODE_SLICE: compile_slice(c, node); break;
    case GB_NODE_NAME: gb_load_name(c, node->as.name.id); break;
    case GB_NODE_STARRED: gb_compile_fail(c, node, "can't use starred expression here"); break;
    case GB_NODE_MAGIC: compile_magic(c, node); break;
    default: gb_compile_fail(c, node, "this cannot be an expression"); break;
    }
}

void gb_compile_expr(gb_compiler *c, const gb_node *node)
{
    if (gb_compiler_failed(c)) return;
    gb_at(c, node);
    const gb_const *k = gb_fold(c, node);
    if (k)
        gb_emit_constant(c, k);
    else
        compile_kind(c, node);
}
