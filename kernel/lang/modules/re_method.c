/* What a pattern does with a text: search, findall, finditer, split, sub. */
#include "kernel/lang/modules/re.h"

gb_value gb_pattern_search(gb_vm *vm, gb_value *args, gb_re_way way)
{
    gb_re_scan scan;
    if (!gb_re_scan_init(&scan, vm, args[0], args[1], args + 2)) return GB_UNSET_VALUE;
    int found = gb_re_scan_next(&scan, way);
    gb_value match = found < 0 ? GB_UNSET_VALUE : found ? gb_match_new(&scan) : GB_NONE_VALUE;
    gb_re_scan_release(&scan);
    return match;
}

/* --- findall, finditer --------------------------------------------------------------------------
 */

/* What findall gives for one match: the match, the group, or a tuple of groups. */
static gb_value found_item(const gb_re_scan *scan, gb_value empty)
{
    uint32_t groups = gb_pattern_peek(scan->pattern)->form.groups;
    if (groups <= 1) return gb_re_scan_group(scan, groups, empty);
    gb_value all = gb_tuple_new(scan->vm, groups);
    for (uint32_t i = 0; i < groups && !gb_is_unset(all); i++) {
        gb_value one = gb_re_scan_group(scan, i + 1, empty);
        if (gb_is_unset(one))
            gb_clear(&all);
        else
            gb_tuple_peek(all)->items[i] = one;
    }
    return all;
}

gb_value gb_pattern_findall(gb_vm *vm, gb_value *args)
{
    gb_re_scan scan;
    if (!gb_re_scan_init(&scan, vm, args[0], args[1], args + 2)) return GB_UNSET_VALUE;
    gb_value all = gb_list_new(vm, 0), empty = gb_text_piece(vm, args[1], 0, 0);
    int found = gb_is_unset(all) || gb_is_unset(empty) ? -1 : 1;
    while (found == 1) {
        found = gb_re_scan_next(&scan, GB_RE_SEARCH);
        if (found == 1 &&
            !(gb_list_append_take(vm, all, found_item(&scan, empty)) && gb_vm_check(vm)))
            found = -1;
    }
    gb_unref(empty);
    gb_re_scan_release(&scan);
    if (found < 0) gb_clear(&all);
    return all;
}

typedef struct match_iterator {
    gb_object head;
    gb_re_scan scan;
} match_iterator;

static void iterator_release(gb_object *self)
{
    match_iterator *it = (match_iterator *)(void *)self;
    if (it->scan.vm) gb_re_scan_release(&it->scan);
}

static gb_value iterator_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static gb_value iterator_next(gb_vm *vm, gb_value self)
{
    gb_re_scan *scan = &((match_iterator *)(void *)self.o)->scan;
    (void)vm;
    return gb_re_scan_next(scan, GB_RE_SEARCH) == 1 ? gb_match_new(scan) : GB_UNSET_VALUE;
}

static const gb_type_spec iterator_spec = {
    .name = "callable_iterator",
    .doc = "The matches of a pattern in a text.",
    .size = sizeof(match_iterator),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_FINAL | GB_TYPE_ATOMIC,
    .slots = {.release = iterator_release, .iter = iterator_iter, .next = iterator_next},
};

gb_value gb_pattern_finditer(gb_vm *vm, gb_value *args)
{
    gb_re_scan scan;
    gb_type *type = gb_type_make(vm, &iterator_spec);
    if (!type || !gb_re_scan_init(&scan, vm, args[0], args[1], args + 2)) return GB_UNSET_VALUE;
    gb_value v = gb_instance_new(vm, type);
    if (gb_is_unset(v))
        gb_re_scan_release(&scan);
    else
        ((match_iterator *)(void *)v.o)->scan = scan;
    return v;
}

/* --- split --------------------------------------------------------------------------------------
 */

/* Appends what lies before the match, then the groups. */
static bool split_at(const gb_re_scan *scan, gb_value parts, size_t from)
{
    gb_vm *vm = scan->vm;
    uint32_t groups = gb_pattern_peek(scan->pattern)->form.groups;
    gb_value piece = gb_text_piece(vm, scan->subject, from, scan->place[0] - from);
    bool ok = gb_list_append_take(vm, parts, piece);
    for (uint32_t i = 1; i <= groups && ok; i++)
        ok = gb_list_append_take(vm, parts, gb_re_scan_group(scan, i, GB_NONE_VALUE));
    return ok && gb_vm_check(vm);
}

gb_value gb_pattern_split(gb_vm *vm, gb_value *args)
{
    gb_re_scan scan;
    int64_t most;
    if (!gb_to_int64(vm, args[2], &most) || !gb_re_scan_init(&scan, vm, args[0], args[1], NULL))
        return GB_UNSET_VALUE;
    gb_value parts = gb_list_new(vm, 0);
    size_t from = 0;
    int found = gb_is_unset(parts) ? -1 : 1;
    for (int64_t n = 0; found == 1 && (most == 0 || n < most); n++) {
        found = gb_re_scan_next(&scan, GB_RE_SEARCH);
        if (found != 1) break;
        if (!split_at(&scan, parts, from)) found = -1;
        from = scan.place[1];
    }
    if (found >= 0 &&
        !gb_list_append_take(vm, parts, gb_text_piece(vm, args[1], from, scan.text.size - from)))
        found = -1;
    gb_re_scan_release(&scan);
    if (found < 0) gb_clear(&parts);
    return parts;
}

/* --- sub ----------------------------------------------------------------------------------------
 */

/* What takes the place of a match: a function's result, a template or a plain text. */
typedef struct replacement {
    gb_value function;
    gb_chars plain;
    bool has_template;
    gb_re_template template;
} replacement;

static bool wrong_piece(gb_vm *vm, const gb_pattern *p, gb_value v)
{
    return gb_raise_false(vm, GB_EXC_TypeError, "sequence item 0: expected %s, %s found",
                          p->source.tag == GB_STR ? "str instance" : "a bytes-like object",
                          gb_type_name(vm, v));
}

static bool replacement_init(gb_vm *vm, const gb_pattern *p, gb_value v, replacement *r)
{
    *r = (replacement){.function = GB_UNSET_VALUE};
    if (!gb_text_peek(v, &r->plain)) {
        r->function = v;
        if (gb_is_callable(vm, v)) return true;
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "decoding to str: need a bytes-like object, "
                              "%s found",
                              gb_type_name(vm, v));
    }
    if ((v.tag == GB_STR) != (p->source.tag == GB_STR)) return wrong_piece(vm, p, v);
    if (!memchr(r->plain.data, '\\', r->plain.size)) return true;
    r->has_template = gb_re_template_read(vm, p, v, &r->template);
    return r->has_template;
}

static bool put_result(const gb_re_scan *scan, gb_value function, gb_buffer *out)
{
    gb_vm *vm = scan->vm;
    const gb_pattern *p = gb_pattern_peek(scan->pattern);
    gb_chars text;
    gb_value match = gb_match_new(scan);
    gb_value result = gb_is_unset(match) ? match : gb_call(vm, function, &match, 1);
    gb_unref(match);
    if (gb_is_unset(result)) return false;
    bool ok = gb_is_none(result);
    if (!ok) {
        ok = gb_text_peek(result, &text) && (result.tag == GB_STR) == (p->source.tag == GB_STR);
        if (ok)
            gb_buffer_put(out, text.data, text.size);
        else
            wrong_piece(vm, p, result);
    }
    gb_unref(result);
    return ok;
}

static bool put_replacement(const gb_re_scan *scan, const replacement *r, gb_buffer *out)
{
    if (!gb_is_unset(r->function)) return put_result(scan, r->function, out);
    if (r->has_template)
        gb_re_template_put(&r->template, out, scan->text.data, scan->place);
    else
        gb_buffer_put(out, r->plain.data, r->plain.size);
    return gb_vm_check(scan->vm) && gb_vm_allows(scan->vm, out->size);
}

/* The text with `most` matches (0: all) replaced, and how many were. */
static gb_value substitute(gb_vm *vm, gb_value *args, int64_t *count)
{
    gb_re_scan scan;
    replacement r;
    gb_buffer out = GB_BUFFER_INIT;
    int64_t most;
    *count = 0;
    if (!gb_to_int64(vm, args[3], &most) || !gb_re_scan_init(&scan, vm, args[0], args[2], NULL))
        return GB_UNSET_VALUE;
    size_t from = 0;
    int found = replacement_init(vm, gb_pattern_peek(args[0]), args[1], &r) ? 1 : -1;
    while (found == 1 && (most == 0 || *count < most)) {
        found = gb_re_scan_next(&scan, GB_RE_SEARCH);
        if (found != 1) break;
        gb_buffer_put(&out, scan.text.data + from, scan.place[0] - from);
        from = scan.place[1];
        ++*count;
        if (!put_replacement(&scan, &r, &out)) found = -1;
    }
    gb_value result = GB_UNSET_VALUE;
    if (found >= 0 && *count == 0) {
        result = gb_text_whole(vm, args[2]);
    } else if (found >= 0) {
        gb_buffer_put(&out, scan.text.data + from, scan.text.size - from);
        result = gb_text_from_buffer(vm, args[2], &out);
    }
    if (r.has_template) gb_re_template_release(&r.template);
    gb_buffer_release(&out);
    gb_re_scan_release(&scan);
    return result;
}

gb_value gb_pattern_sub(gb_vm *vm, gb_value *args)
{
    int64_t count;
    return substitute(vm, args, &count);
}

gb_value gb_pattern_subn(gb_vm *vm, gb_value *args)
{
    int64_t count;
    gb_value text = substitute(vm, args, &count);
    if (gb_is_unset(text)) return text;
    gb_value pair = gb_tuple_of(vm, 2, text, gb_int(count));
    gb_unref(text);
    return pair;
}
