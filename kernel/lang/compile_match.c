/* match statements. Values wait in hidden locals, so that a failed pattern leaves the stack as it
 * was; names are bound when the whole pattern matched. */
#include "kernel/lang/compile_state.h"

#include "graph/base/memory.h"

#include <string.h>

typedef struct capture {
    const char *name;
    uint32_t slot;
} capture;

typedef struct matching {
    gb_label fail;
    capture *captures; /* of the present case */
    size_t count, capacity;
    bool alternative; /* in an or-pattern after its first alternative: names must be known */
    size_t seen;      /* names bound in the present alternative */
    uint32_t first_temporary;
} matching;

static void match_value(gb_compiler *c, matching *m, const gb_node *pattern);

static void fail_binding(gb_compiler *c, const gb_node *at, const char *name)
{
    gb_compile_fail(c, at, "multiple assignments to name '%s' in pattern", name);
}

/* Stores the top of the stack as what `name` will be. */
static void capture_top(gb_compiler *c, matching *m, const gb_node *at, const char *name)
{
    if (!name) {
        gb_emit(c, GB_OP_POP, 0);
        return;
    }
    for (size_t i = 0; i < m->count; i++) {
        if (strcmp(m->captures[i].name, name) != 0) continue;
        if (!m->alternative) fail_binding(c, at, name);
        m->seen++;
        gb_emit(c, GB_OP_STORE_FAST, m->captures[i].slot);
        return;
    }
    if (m->alternative) {
        gb_compile_fail(c, at, "alternative patterns bind different names");
        return;
    }
    if (!gb_grow(&m->captures, &m->capacity, m->count + 1, sizeof *m->captures, c->err)) return;
    capture k = {name, gb_temporary_take(c)};
    m->captures[m->count++] = k;
    m->seen++;
    gb_emit(c, GB_OP_STORE_FAST, k.slot);
}

static uint32_t keep_top(gb_compiler *c)
{
    uint32_t slot = gb_temporary_take(c);
    gb_emit(c, GB_OP_STORE_FAST, slot);
    return slot;
}

static bool is_wildcard(const gb_node *pattern)
{
    return pattern->kind == GB_NODE_MATCH_AS && !pattern->as.match_as.name;
}

static bool is_irrefutable(const gb_node *pattern)
{
    if (pattern->kind == GB_NODE_MATCH_AS)
        return !pattern->as.match_as.pattern || is_irrefutable(pattern->as.match_as.pattern);
    return false;
}

/* Tests what an instruction says of the value in `slot`: value, bool on the stack after it. */
static void test_kind(gb_compiler *c, const matching *m, gb_opcode op, uint32_t slot)
{
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    gb_emit(c, op, 0);
    gb_emit(c, GB_OP_SWAP, 2);
    gb_emit(c, GB_OP_POP, 0);
    gb_emit_jump(c, GB_OP_POP_JUMP_IF_FALSE, m->fail);
}

static void test_length(gb_compiler *c, const matching *m, uint32_t slot, size_t length,
                        unsigned mask)
{
    gb_const k = {.kind = GB_CONST_INT, .as.integer = (int64_t)length};
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    gb_emit(c, GB_OP_GET_LEN, 0);
    gb_emit(c, GB_OP_SWAP, 2);
    gb_emit(c, GB_OP_POP, 0);
    gb_emit_constant(c, &k);
    gb_emit_test(c, m->fail, mask);
}

/* The unpacked items lie on the stack, the first on top: each waits in a local, then is matched. */
static void match_items(gb_compiler *c, matching *m, const gb_node_list *patterns)
{
    uint32_t *slots = gb_arena_array(&c->scope_arena, patterns->count, sizeof *slots, c->err);
    for (size_t i = 0; slots && i < patterns->count; i++) {
        if (is_wildcard(patterns->items[i]))
            gb_emit(c, GB_OP_POP, 0);
        else
            slots[i] = keep_top(c);
    }
    for (size_t i = 0; slots && i < patterns->count; i++) {
        if (is_wildcard(patterns->items[i])) continue;
        gb_emit(c, GB_OP_LOAD_FAST, slots[i]);
        match_value(c, m, patterns->items[i]);
    }
}

static void match_sequence(gb_compiler *c, matching *m, const gb_node *pattern)
{
    const gb_node_list *patterns = &pattern->as.match_sequence.patterns;
    size_t star = patterns->count;
    for (size_t i = 0; i < patterns->count; i++) {
        if (patterns->items[i]->kind != GB_NODE_MATCH_STAR) continue;
        if (star != patterns->count)
            gb_compile_fail(c, pattern, "multiple starred names in sequence pattern");
        star = i;
    }
    bool starred = star != patterns->count;
    uint32_t slot = keep_top(c);
    test_kind(c, m, GB_OP_MATCH_SEQUENCE, slot);
    if (!starred)
        test_length(c, m, slot, patterns->count, 2);
    else if (patterns->count > 1)
        test_length(c, m, slot, patterns->count - 1, 6);
    if (!patterns->count ||
        (starred && patterns->count == 1 && !patterns->items[0]->as.match_star.name))
        return;
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    if (starred)
        gb_emit_full(c, GB_OP_UNPACK_EX, (uint32_t)star, (uint32_t)(patterns->count - star - 1), 0);
    else
        gb_emit(c, GB_OP_UNPACK_SEQUENCE, (uint32_t)patterns->count);
    match_items(c, m, patterns);
}

static void check_keys(gb_compiler *c, const gb_node *pattern)
{
    const gb_node_list *keys = &pattern->as.match_mapping.keys;
    for (size_t i = 0; i < keys->count; i++) {
        const gb_const *k = gb_fold(c, keys->items[i]);
        for (size_t j = 0; k && j < i; j++) {
            const gb_const *other = gb_fold(c, keys->items[j]);
            if (!other || other->kind != k->kind || other->size != k->size) continue;
            bool text = k->kind == GB_CONST_STR || k->kind == GB_CONST_BYTES;
            bool same = text ? memcmp(other->as.text, k->as.text, k->size) == 0
                             : other->as.integer == k->as.integer;
            if (!same) continue;
            gb_buffer b = GB_BUFFER_INIT;
            gb_const_print(k, &b);
            gb_compile_fail(c, pattern, "mapping pattern checks duplicate key (%s)",
                            b.data ? b.data : "");
            gb_buffer_release(&b);
        }
    }
}

static void push_keys(gb_compiler *c, const gb_node_list *keys)
{
    for (size_t i = 0; i < keys->count; i++)
        gb_compile_expr(c, keys->items[i]);
}

static void match_mapping(gb_compiler *c, matching *m, const gb_node *pattern)
{
    const gb_node_list *keys = &pattern->as.match_mapping.keys;
    uint32_t slot = keep_top(c);
    check_keys(c, pattern);
    test_kind(c, m, GB_OP_MATCH_MAPPING, slot);
    if (keys->count) {
        test_length(c, m, slot, keys->count, 6);
        gb_emit(c, GB_OP_LOAD_FAST, slot);
        push_keys(c, keys);
        gb_emit(c, GB_OP_BUILD_TUPLE, (uint32_t)keys->count);
        gb_emit(c, GB_OP_MATCH_KEYS, 0);
        uint32_t values = keep_top(c);
        gb_emit(c, GB_OP_POP, 0);
        gb_emit(c, GB_OP_POP, 0);
        gb_emit(c, GB_OP_LOAD_FAST, values);
        gb_emit_jump(c, GB_OP_POP_JUMP_IF_NONE, m->fail);
        gb_emit(c, GB_OP_LOAD_FAST, values);
        gb_emit(c, GB_OP_UNPACK_SEQUENCE, (uint32_t)keys->count);
        match_items(c, m, &pattern->as.match_mapping.patterns);
    }
    if (!pattern->as.match_mapping.rest) return;
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    push_keys(c, keys);
    gb_emit(c, GB_OP_DICT_REST, (uint32_t)keys->count);
    capture_top(c, m, pattern, pattern->as.match_mapping.rest);
}

static void match_class(gb_compiler *c, matching *m, const gb_node *pattern)
{
    const gb_node_list *plain = &pattern->as.match_class.patterns;
    const gb_node_list *named = &pattern->as.match_class.kwd_patterns;
    const gb_names *names = &pattern->as.match_class.kwd_attrs;
    const gb_const **items = gb_arena_array(&c->scope_arena, names->count, sizeof *items, c->err);
    for (size_t i = 0; items && i < names->count; i++) {
        items[i] = gb_constant_str(c, names->items[i], strlen(names->items[i]));
        for (size_t j = 0; j < i; j++)
            if (strcmp(names->items[i], names->items[j]) == 0)
                gb_compile_fail(c, named->items[i], "attribute name repeated in class pattern: %s",
                                names->items[i]);
    }
    if (!items) return;
    gb_compile_expr(c, pattern->as.match_class.cls);
    gb_at(c, pattern);
    gb_emit_constant(c, gb_constant_tuple(c, items, names->count, GB_CONST_TUPLE));
    gb_emit(c, GB_OP_MATCH_CLASS, (uint32_t)plain->count);
    uint32_t values = keep_top(c);
    gb_emit(c, GB_OP_LOAD_FAST, values);
    gb_emit_jump(c, GB_OP_POP_JUMP_IF_NONE, m->fail);
    gb_node_list all = {.count = plain->count + named->count};
    all.items = gb_arena_array(&c->scope_arena, all.count, sizeof *all.items, c->err);
    if (!all.count || !all.items) return;
    if (plain->count) memcpy(all.items, plain->items, plain->count * sizeof *all.items);
    if (named->count)
        memcpy(all.items + plain->count, named->items, named->count * sizeof *all.items);
    gb_emit(c, GB_OP_LOAD_FAST, values);
    gb_emit(c, GB_OP_UNPACK_SEQUENCE, (uint32_t)all.count);
    match_items(c, m, &all);
}

static void match_or(gb_compiler *c, matching *m, const gb_node *pattern)
{
    const gb_node_list *patterns = &pattern->as.match_or.patterns;
    uint32_t slot = keep_top(c);
    gb_label done = gb_label_new(c), fail = m->fail;
    bool alternative = m->alternative;
    size_t before = m->count, seen = m->seen, names = 0;
    for (size_t i = 0; i < patterns->count; i++) {
        const gb_node *p = patterns->items[i];
        bool last = i + 1 == patterns->count;
        if (!last && is_irrefutable(p)) {
            if (p->as.match_as.name)
                gb_compile_fail(c, p, "name capture '%s' makes remaining patterns unreachable",
                                p->as.match_as.name);
            else
                gb_compile_fail(c, p, "wildcard makes remaining patterns unreachable");
        }
        m->fail = last ? fail : gb_label_new(c);
        m->seen = 0;
        m->alternative = alternative || i > 0;
        gb_emit(c, GB_OP_LOAD_FAST, slot);
        match_value(c, m, p);
        if (i == 0)
            names = m->seen;
        else if (m->seen != names)
            gb_compile_fail(c, pattern, "alternative patterns bind different names");
        if (last) break;
        gb_emit_jump(c, GB_OP_JUMP, done);
        gb_label_bind(c, m->fail);
    }
    gb_label_bind(c, done);
    m->fail = fail;
    m->alternative = alternative;
    m->seen = seen + names;
    (void)before;
}

static void match_constant(gb_compiler *c, matching *m, const gb_node *pattern)
{
    if (pattern->kind == GB_NODE_MATCH_VALUE) {
        gb_compile_expr(c, pattern->as.match_value.value);
        gb_at(c, pattern);
        gb_emit_test(c, m->fail, 2);
        return;
    }
    const gb_const *k = pattern->as.match_singleton.value;
    if (k->kind == GB_CONST_NONE) {
        gb_emit_jump(c, GB_OP_POP_JUMP_IF_NOT_NONE, m->fail);
        return;
    }
    gb_emit_constant(c, k);
    gb_emit(c, GB_OP_IS, 0);
    gb_emit_jump(c, GB_OP_POP_JUMP_IF_FALSE, m->fail);
}

static void match_as(gb_compiler *c, matching *m, const gb_node *pattern)
{
    const gb_node *inner = pattern->as.match_as.pattern;
    if (!inner) {
        capture_top(c, m, pattern, pattern->as.match_as.name);
        return;
    }
    uint32_t slot = keep_top(c);
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    match_value(c, m, inner);
    gb_emit(c, GB_OP_LOAD_FAST, slot);
    capture_top(c, m, pattern, pattern->as.match_as.name);
}

/* Matches the top of the stack, which goes, or jumps to m->fail. */
static void match_value(gb_compiler *c, matching *m, const gb_node *pattern)
{
    if (gb_compiler_failed(c)) return;
    gb_at(c, pattern);
    switch (pattern->kind) {
    case GB_NODE_MATCH_VALUE:
    case GB_NODE_MATCH_SINGLETON: match_constant(c, m, pattern); break;
    case GB_NODE_MATCH_SEQUENCE: match_sequence(c, m, pattern); break;
    case GB_NODE_MATCH_MAPPING: match_mapping(c, m, pattern); break;
    case GB_NODE_MATCH_CLASS: match_class(c, m, pattern); break;
    case GB_NODE_MATCH_STAR: capture_top(c, m, pattern, pattern->as.match_star.name); break;
    case GB_NODE_MATCH_AS: match_as(c, m, pattern); break;
    default: match_or(c, m, pattern); break;
    }
}

static void clear_temporaries(gb_compiler *c, uint32_t first, uint32_t end)
{
    for (uint32_t slot = first; slot < end; slot++)
        gb_emit(c, GB_OP_CLEAR_FAST, slot);
}

static void compile_case(gb_compiler *c, const gb_node *node, uint32_t subject, gb_label end)
{
    matching m = {.fail = gb_label_new(c)};
    gb_unit *u = c->unit;
    uint32_t in_use = u->temporaries_in_use;
    gb_emit(c, GB_OP_LOAD_FAST, subject);
    match_value(c, &m, node->as.match_case.pattern);
    for (size_t i = 0; i < m.count; i++) {
        gb_emit(c, GB_OP_LOAD_FAST, m.captures[i].slot);
        gb_store_name(c, m.captures[i].name);
    }
    clear_temporaries(c, subject + 1, subject + 1 + u->temporaries_in_use - in_use);
    if (node->as.match_case.guard)
        gb_compile_condition(c, node->as.match_case.guard, m.fail, false);
    gb_emit(c, GB_OP_CLEAR_FAST, subject);
    gb_compile_body(c, &node->as.match_case.body);
    gb_emit_jump(c, GB_OP_JUMP, end);
    gb_label_bind(c, m.fail);
    u->temporaries_in_use = in_use;
    gb_free(m.captures);
}

void gb_compile_match(gb_compiler *c, const gb_node *node)
{
    const gb_node_list *cases = &node->as.match.cases;
    gb_label end = gb_label_new(c);
    gb_unit *u = c->unit;
    gb_compile_expr(c, node->as.match.subject);
    uint32_t subject = keep_top(c);
    for (size_t i = 0; i < cases->count; i++) {
        const gb_node *item = cases->items[i], *pattern = item->as.match_case.pattern;
        bool last = i + 1 == cases->count;
        if (!last && !item->as.match_case.guard && is_irrefutable(pattern)) {
            if (pattern->as.match_as.name)
                gb_compile_fail(c, pattern,
                                "name capture '%s' makes remaining patterns unreachable",
                                pattern->as.match_as.name);
            else
                gb_compile_fail(c, pattern, "wildcard makes remaining patterns unreachable");
        }
        compile_case(c, item, subject, end);
    }
    gb_emit(c, GB_OP_CLEAR_FAST, subject);
    gb_label_bind(c, end);
    clear_temporaries(c, subject + 1, (uint32_t)u->host->local_count + u->temporary_count);
    gb_temporary_give(c, subject);
}
