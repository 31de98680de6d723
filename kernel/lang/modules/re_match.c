/* Match objects. */
#include "kernel/lang/format.h"
#include "kernel/lang/modules/re.h"

enum { FEW = 8 }; /* places that need no memory of their own */

typedef struct gb_match {
    gb_object head;
    gb_value pattern, subject;
    int64_t pos, endpos;
    size_t count;  /* groups, the whole included */
    size_t *place; /* [2 count]: bytes; PCRE2_UNSET */
    size_t few[FEW];
} gb_match;

static gb_match *match_of(gb_value v)
{
    return (gb_match *)(void *)v.o;
}

gb_value gb_match_new(const gb_re_scan *scan)
{
    gb_vm *vm = scan->vm;
    gb_type *type = gb_type_make(vm, &gb_spec_match);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    gb_match *m = match_of(v);
    size_t count = gb_pattern_peek(scan->pattern)->form.groups + 1;
    m->pattern = gb_ref(scan->pattern);
    m->subject = gb_ref(scan->subject);
    m->pos = scan->pos;
    m->endpos = scan->endpos;
    m->count = count;
    m->place = 2 * count <= FEW ? m->few : gb_alloc(2 * count * sizeof *m->place, NULL);
    if (m->place) {
        memcpy(m->place, scan->place, 2 * count * sizeof *m->place);
        return v;
    }
    gb_unref(v);
    return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
}

static void match_release(gb_object *self)
{
    gb_match *m = (gb_match *)(void *)self;
    gb_unref(m->pattern);
    gb_unref(m->subject);
    if (m->place != m->few) gb_free(m->place);
}

/* --- groups -------------------------------------------------------------------------------------
 */

/* The text of a group; `missing` (borrowed) without a match. */
static gb_value text_of(gb_vm *vm, const gb_match *m, size_t group, gb_value missing)
{
    size_t start = m->place[2 * group], end = m->place[2 * group + 1];
    if (start == PCRE2_UNSET) return gb_ref(missing);
    return gb_text_piece(vm, m->subject, start, end - start);
}

static bool find_group(gb_vm *vm, const gb_match *m, gb_value key, size_t *group)
{
    return gb_pattern_group(vm, gb_pattern_peek(m->pattern), key, group);
}

static gb_value match_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    size_t group;
    if (!find_group(vm, match_of(self), key, &group)) return GB_UNSET_VALUE;
    return text_of(vm, match_of(self), group, GB_NONE_VALUE);
}

static gb_value match_group(gb_vm *vm, gb_value *args)
{
    const gb_tuple *wanted = gb_tuple_peek(args[1]);
    if (wanted->count == 0) return text_of(vm, match_of(args[0]), 0, GB_NONE_VALUE);
    if (wanted->count == 1) return match_getitem(vm, args[0], wanted->items[0]);
    gb_value all = gb_tuple_new(vm, wanted->count);
    for (size_t i = 0; i < wanted->count && !gb_is_unset(all); i++) {
        gb_value one = match_getitem(vm, args[0], wanted->items[i]);
        if (gb_is_unset(one))
            gb_clear(&all);
        else
            gb_tuple_peek(all)->items[i] = one;
    }
    return all;
}

static gb_value match_groups(gb_vm *vm, gb_value *args)
{
    const gb_match *m = match_of(args[0]);
    gb_value all = gb_tuple_new(vm, m->count - 1);
    for (size_t i = 1; i < m->count && !gb_is_unset(all); i++) {
        gb_value one = text_of(vm, m, i, args[1]);
        if (gb_is_unset(one))
            gb_clear(&all);
        else
            gb_tuple_peek(all)->items[i - 1] = one;
    }
    return all;
}

static gb_value match_groupdict(gb_vm *vm, gb_value *args)
{
    const gb_match *m = match_of(args[0]);
    gb_value all = gb_dict_new(vm), name, number;
    for (size_t at = 0; !gb_is_unset(all) && gb_dict_next(gb_pattern_peek(m->pattern)->form.index,
                                                          &at, &name, &number);) {
        gb_value one = text_of(vm, m, (size_t)number.i, args[1]);
        if (gb_is_unset(one) || !gb_dict_set(vm, all, name, one)) gb_clear(&all);
        gb_unref(one);
    }
    return all;
}

/* --- places -------------------------------------------------------------------------------------
 */

/* A place in characters, -1 without a match. */
static int64_t index_of(const gb_match *m, size_t place)
{
    if (place == PCRE2_UNSET) return -1;
    return (int64_t)(m->subject.tag == GB_STR ? gb_str_index_of_offset(m->subject, place) : place);
}

static gb_value match_start(gb_vm *vm, gb_value *args)
{
    size_t group;
    const gb_match *m = match_of(args[0]);
    if (!find_group(vm, m, args[1], &group)) return GB_UNSET_VALUE;
    return gb_int(index_of(m, m->place[2 * group]));
}

static gb_value match_end(gb_vm *vm, gb_value *args)
{
    size_t group;
    const gb_match *m = match_of(args[0]);
    if (!find_group(vm, m, args[1], &group)) return GB_UNSET_VALUE;
    return gb_int(index_of(m, m->place[2 * group + 1]));
}

static gb_value span_of(gb_vm *vm, const gb_match *m, size_t group)
{
    return gb_tuple_of(vm, 2, gb_int(index_of(m, m->place[2 * group])),
                       gb_int(index_of(m, m->place[2 * group + 1])));
}

static gb_value match_span(gb_vm *vm, gb_value *args)
{
    size_t group;
    const gb_match *m = match_of(args[0]);
    return find_group(vm, m, args[1], &group) ? span_of(vm, m, group) : GB_UNSET_VALUE;
}

static gb_value get_regs(gb_vm *vm, gb_value self)
{
    const gb_match *m = match_of(self);
    gb_value all = gb_tuple_new(vm, m->count);
    for (size_t i = 0; i < m->count && !gb_is_unset(all); i++) {
        gb_value one = span_of(vm, m, i);
        if (gb_is_unset(one))
            gb_clear(&all);
        else
            gb_tuple_peek(all)->items[i] = one;
    }
    return all;
}

/* The group that was closed last on the way to the match; 0: none. Groups close in the order of
 * their `)`; in repetitions the one that ends furthest was. */
static size_t last_group(const gb_match *m)
{
    const gb_re_form *form = &gb_pattern_peek(m->pattern)->form;
    size_t last = 0;
    for (size_t i = 1; i < m->count; i++) {
        if (m->place[2 * i] == PCRE2_UNSET) continue;
        size_t end = m->place[2 * i + 1], best = last ? m->place[2 * last + 1] : 0;
        bool later = !last || form->closed[i] > form->closed[last];
        if (last && form->groups_repeat && end != best) later = end > best;
        if (later) last = i;
    }
    return last;
}

static gb_value get_lastindex(gb_vm *vm, gb_value self)
{
    size_t last = last_group(match_of(self));
    (void)vm;
    return last ? gb_int((int64_t)last) : GB_NONE_VALUE;
}

static gb_value get_lastgroup(gb_vm *vm, gb_value self)
{
    const gb_match *m = match_of(self);
    size_t last = last_group(m);
    (void)vm;
    return last ? gb_ref(gb_tuple_peek(gb_pattern_peek(m->pattern)->names)->items[last - 1])
                : GB_NONE_VALUE;
}

/* --- the rest -----------------------------------------------------------------------------------
 */

static gb_value match_expand(gb_vm *vm, gb_value *args)
{
    const gb_match *m = match_of(args[0]);
    const gb_pattern *p = gb_pattern_peek(m->pattern);
    gb_re_template template;
    gb_chars text;
    if (!gb_text_peek(args[1], &text) || (args[1].tag == GB_STR) != (p->source.tag == GB_STR))
        return gb_raise(vm, GB_EXC_TypeError, "expected %s instance, %s found",
                        p->source.tag == GB_STR ? "str" : "bytes", gb_type_name(vm, args[1]));
    if (!gb_re_template_read(vm, p, args[1], &template)) return GB_UNSET_VALUE;
    gb_buffer out = GB_BUFFER_INIT;
    gb_re_template_put(&template, &out, gb_text_of(m->subject).data, m->place);
    gb_re_template_release(&template);
    return gb_text_from_buffer(vm, p->source, &out);
}

static gb_value match_self(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_ref(args[0]);
}

static gb_value match_repr(gb_vm *vm, gb_value self)
{
    const gb_match *m = match_of(self);
    gb_value text = text_of(vm, m, 0, GB_NONE_VALUE);
    gb_value shown = gb_is_unset(text) ? text : gb_repr(vm, text), out = GB_UNSET_VALUE;
    if (!gb_is_unset(shown))
        out = gb_str_format(vm, "<re.Match object; span=(%lld, %lld), match=%s>",
                            (long long)index_of(m, m->place[0]),
                            (long long)index_of(m, m->place[1]), gb_str_data(shown));
    gb_unref(text);
    gb_unref(shown);
    return out;
}

static gb_value get_string(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(match_of(self)->subject);
}

static gb_value get_re(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(match_of(self)->pattern);
}

static gb_value get_pos(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(match_of(self)->pos);
}

static gb_value get_endpos(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(match_of(self)->endpos);
}

static const gb_native methods[] = {
    GB_CLASS_GETITEM_ROW,
    {"group", match_group, "*groups", 0, "Groups by number or name; the whole match without one."},
    {"groups", match_groups, "default=None", 0, "All groups as a tuple."},
    {"groupdict", match_groupdict, "default=None", 0, "The named groups as a dict."},
    {"start", match_start, "group=0, /", 0, "Where a group starts; -1 without a match."},
    {"end", match_end, "group=0, /", 0, "Where a group ends; -1 without a match."},
    {"span", match_span, "group=0, /", 0, "(start, end) of a group."},
    {"expand", match_expand, "template", 0, "The template with its references replaced."},
    {"__copy__", match_self, "", 0, "Itself: it cannot change."},
    {"__deepcopy__", match_self, "memo, /", 0, "Itself: it cannot change."},
    {0}};

static const gb_attribute attributes[] = {
    {"string", get_string, NULL, "The text that was searched."},
    {"re", get_re, NULL, "The pattern."},
    {"pos", get_pos, NULL, "Where the search started."},
    {"endpos", get_endpos, NULL, "Where it had to end."},
    {"lastindex", get_lastindex, NULL, "The group that was closed last, or None."},
    {"lastgroup", get_lastgroup, NULL, "Its name, or None."},
    {"regs", get_regs, NULL, "The spans of all groups."},
    {0}};

const gb_type_spec gb_spec_match = {
    .name = "Match",
    .module = "re",
    .shown = "re.Match",
    .doc = "The result of a match.",
    .size = sizeof(gb_match),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_FINAL | GB_TYPE_ATOMIC,
    .methods = methods,
    .attributes = attributes,
    .slots = {.release = match_release, .getitem = match_getitem, .repr = match_repr},
};
