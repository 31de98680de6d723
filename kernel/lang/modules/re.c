/* `re`: patterns as objects, the functions of the module and their cache. Flags and re.error are in
 * re.py. */
#include "kernel/lang/format.h"
#include "kernel/lang/modules/re.h"

#include "kernel/lang/modules/modules.h"

/* --- patterns -----------------------------------------------------------------------------------
 */

/* The name of every group, None for one without. */
static gb_value group_names(gb_vm *vm, const gb_re_form *form)
{
    gb_value names = gb_tuple_new(vm, form->groups), name, number;
    for (size_t at = 0; !gb_is_unset(names) && gb_dict_next(form->index, &at, &name, &number);)
        gb_tuple_peek(names)->items[number.i - 1] = gb_ref(name);
    return names;
}

gb_value gb_pattern_new(gb_vm *vm, gb_value source, int64_t flags)
{
    gb_re_form form;
    gb_type *type = gb_type_make(vm, &gb_spec_pattern);
    if (!type || !gb_re_translate(vm, source, flags, &form)) return GB_UNSET_VALUE;
    gb_value names = group_names(vm, &form);
    gb_value v = gb_is_unset(names) ? names : gb_instance_new(vm, type);
    if (gb_is_unset(v)) {
        gb_unref(names);
        gb_re_form_release(&form);
        return v;
    }
    gb_pattern *p = gb_pattern_peek(v);
    p->source = gb_ref(source);
    p->form = form;
    p->names = names;
    return v;
}

static void pattern_release(gb_object *self)
{
    gb_pattern *p = (gb_pattern *)(void *)self;
    gb_unref(p->source);
    gb_unref(p->names);
    gb_re_form_release(&p->form);
    gb_re_codes_release(p);
}

bool gb_pattern_group(gb_vm *vm, const gb_pattern *p, gb_value key, size_t *number)
{
    int64_t n = -1;
    if (gb_is_int(key) || gb_type_of(vm, key)->slots.index) {
        if (!gb_to_int64(vm, key, &n)) {
            if (!gb_exception_is(vm, GB_EXC_OverflowError)) return false;
            gb_exception_clear(vm);
        }
    } else {
        gb_value found = gb_dict_get_peek(vm, p->form.index, key);
        if (!gb_is_unset(gb_exception_peek(vm))) gb_exception_clear(vm);
        if (!gb_is_unset(found)) n = found.i;
    }
    *number = (size_t)n;
    if (n >= 0 && n <= (int64_t)p->form.groups) return true;
    return gb_raise_false(vm, GB_EXC_IndexError, "no such group");
}

static gb_value method_search(gb_vm *vm, gb_value *args)
{
    return gb_pattern_search(vm, args, GB_RE_SEARCH);
}

static gb_value method_match(gb_vm *vm, gb_value *args)
{
    return gb_pattern_search(vm, args, GB_RE_MATCH);
}

static gb_value method_fullmatch(gb_vm *vm, gb_value *args)
{
    return gb_pattern_search(vm, args, GB_RE_FULL);
}

static gb_value method_self(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_ref(args[0]);
}

#define BOUNDS "string, pos=0, endpos=9223372036854775807"

static const gb_native methods[] = {
    GB_CLASS_GETITEM_ROW,
    {"search", method_search, BOUNDS, 0, "The first match anywhere, or None."},
    {"match", method_match, BOUNDS, 0, "The match at the start, or None."},
    {"fullmatch", method_fullmatch, BOUNDS, 0, "The match of the whole text, or None."},
    {"findall", gb_pattern_findall, BOUNDS, 0, "All matches as a list."},
    {"finditer", gb_pattern_finditer, BOUNDS, 0, "All matches, one Match after the other."},
    {"split", gb_pattern_split, "string, maxsplit=0", 0, "The parts between the matches."},
    {"sub", gb_pattern_sub, "repl, string, count=0", 0, "The text with matches replaced."},
    {"subn", gb_pattern_subn, "repl, string, count=0", 0, "(text, how many were replaced)."},
    {"__copy__", method_self, "", 0, "Itself: it cannot change."},
    {"__deepcopy__", method_self, "memo, /", 0, "Itself: it cannot change."},
    {0}};

static gb_value get_source(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_pattern_peek(self)->source);
}

static gb_value get_flags(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(gb_pattern_peek(self)->form.flags);
}

static gb_value get_groups(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_int(gb_pattern_peek(self)->form.groups);
}

static gb_value get_groupindex(gb_vm *vm, gb_value self)
{
    gb_value index = gb_pattern_peek(self)->form.index;
    return gb_dict_count(index) ? gb_mapping_proxy_new(vm, index) : gb_dict_new(vm);
}

static const gb_attribute attributes[] = {
    {"pattern", get_source, NULL, "The text of the pattern."},
    {"flags", get_flags, NULL, "Its flags."},
    {"groups", get_groups, NULL, "How many groups it has."},
    {"groupindex", get_groupindex, NULL, "The numbers of the named groups."},
    {0}};

/* "re.IGNORECASE|re.VERBOSE", without the flag that a pattern of this kind always has. */
static void put_flags(gb_buffer *out, const gb_pattern *p)
{
    static const struct {
        int64_t flag;
        const char *name;
    } names[] = {
        {GB_RE_IGNORECASE, "re.IGNORECASE"}, {GB_RE_LOCALE, "re.LOCALE"},
        {GB_RE_MULTILINE, "re.MULTILINE"},   {GB_RE_DOTALL, "re.DOTALL"},
        {GB_RE_UNICODE, "re.UNICODE"},       {GB_RE_VERBOSE, "re.VERBOSE"},
        {GB_RE_DEBUG, "re.DEBUG"},           {GB_RE_ASCII, "re.ASCII"},
    };
    int64_t flags = p->form.flags;
    if (p->source.tag == GB_STR) flags &= ~(int64_t)GB_RE_UNICODE;
    const char *sign = ", ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags & names[i].flag)) continue;
        gb_buffer_format(out, "%s%s", sign, names[i].name);
        flags &= ~names[i].flag;
        sign = "|";
    }
    if (flags) gb_buffer_format(out, "%s0x%llx", sign, (unsigned long long)flags);
}

static gb_value pattern_repr(gb_vm *vm, gb_value self)
{
    enum { SHOWN = 200 };
    const gb_pattern *p = gb_pattern_peek(self);
    gb_value source = gb_repr(vm, p->source);
    if (gb_is_unset(source)) return source;
    size_t length = gb_str_length(source);
    gb_buffer out = GB_BUFFER_INIT;
    gb_buffer_text(&out, "re.compile(");
    gb_buffer_put(&out, gb_str_data(source),
                  gb_str_offset(source, length < SHOWN ? length : SHOWN));
    gb_unref(source);
    put_flags(&out, p);
    gb_buffer_char(&out, ')');
    return gb_str_from_buffer(vm, &out);
}

static gb_value pattern_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if ((op != GB_COMPARE_EQ && op != GB_COMPARE_NE) || !gb_is_pattern(b))
        return GB_NOT_IMPLEMENTED_VALUE;
    const gb_pattern *x = gb_pattern_peek(a), *y = gb_pattern_peek(b);
    int same = x->form.flags == y->form.flags && x->source.tag == y->source.tag;
    if (same) same = gb_equal(vm, x->source, y->source);
    return same < 0 ? GB_UNSET_VALUE : gb_bool((op == GB_COMPARE_EQ) == same);
}

static int64_t pattern_hash(gb_vm *vm, gb_value self)
{
    const gb_pattern *p = gb_pattern_peek(self);
    int64_t hash = gb_hash(vm, p->source);
    if (hash == -1) return hash;
    hash ^= p->form.flags;
    return hash == -1 ? -2 : hash;
}

const gb_type_spec gb_spec_pattern = {
    .name = "Pattern",
    .module = "re",
    .shown = "re.Pattern",
    .doc = "A compiled regular expression.",
    .size = sizeof(gb_pattern),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_FINAL | GB_TYPE_ATOMIC,
    .methods = methods,
    .attributes = attributes,
    .slots = {.release = pattern_release,
              .compare = pattern_compare,
              .hash = pattern_hash,
              .repr = pattern_repr},
};

/* --- the cache ----------------------------------------------------------------------------------
 */

enum { CACHED = 512 };

typedef struct cache {
    gb_value patterns; /* dict: (source, flags) -> pattern */
    gb_value last;     /* the pattern asked for last, with the flags it was asked for */
    int64_t last_flags;
} cache;

static const char cache_key;

static void cache_release(void *state)
{
    cache *c = state;
    gb_unref(c->patterns);
    gb_unref(c->last);
    gb_free(c);
}

static cache *cache_of(gb_vm *vm)
{
    cache *c = gb_vm_attached(vm, &cache_key);
    if (c) return c;
    c = gb_calloc(1, sizeof *c, NULL);
    if (!c) {
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    c->patterns = gb_dict_new(vm);
    if (!gb_is_unset(c->patterns) && gb_vm_attach(vm, &cache_key, c, cache_release)) return c;
    cache_release(c);
    return NULL;
}

/* A pattern for a str or bytes, remembered. */
static gb_value cached(gb_vm *vm, gb_value source, int64_t flags)
{
    cache *c = cache_of(vm);
    if (!c) return GB_UNSET_VALUE;
    if (!gb_is_unset(c->last) && c->last_flags == flags &&
        gb_same(gb_pattern_peek(c->last)->source, source))
        return gb_ref(c->last);
    gb_value key = gb_tuple_of(vm, 2, source, gb_int(flags)), v;
    if (gb_is_unset(key)) return key;
    v = gb_ref(gb_dict_get_peek(vm, c->patterns, key));
    if (gb_is_unset(v) && gb_is_unset(gb_exception_peek(vm))) {
        v = gb_pattern_new(vm, source, flags);
        if (gb_dict_count(c->patterns) >= CACHED) gb_dict_clear(c->patterns);
        if (!gb_is_unset(v) && !gb_dict_set(vm, c->patterns, key, v)) gb_clear(&v);
    }
    gb_unref(key);
    if (!gb_is_unset(v)) {
        gb_replace_take(&c->last, gb_ref(v));
        c->last_flags = flags;
    }
    return v;
}

/* A pattern from what the functions of the module take as one. */
static gb_value pattern_of(gb_vm *vm, gb_value v, gb_value flags_value)
{
    int64_t flags;
    if (!gb_to_int64(vm, flags_value, &flags)) return GB_UNSET_VALUE;
    if (gb_is_pattern(v)) {
        if (!flags) return gb_ref(v);
        return gb_raise(vm, GB_EXC_ValueError,
                        "cannot process flags argument with a compiled pattern");
    }
    if (v.tag == GB_STR || v.tag == GB_BYTES) return cached(vm, v, flags);
    return gb_raise(vm, GB_EXC_TypeError, "first argument must be string or compiled pattern");
}

/* --- functions ----------------------------------------------------------------------------------
 */

/* Calls a method with the pattern for args[0] in front; flags stand last. */
static gb_value with_pattern(gb_vm *vm, const gb_value *args, size_t count,
                             gb_value (*method)(gb_vm *, gb_value *))
{
    gb_value bound[4] = {pattern_of(vm, args[0], args[count - 1])};
    if (gb_is_unset(bound[0])) return bound[0];
    for (size_t i = 1; i < count - 1; i++)
        bound[i] = args[i];
    if (count == 3) { /* pattern, string, flags: the whole text */
        bound[2] = gb_int(0);
        bound[3] = gb_int(INT64_MAX);
    }
    gb_value result = method(vm, bound);
    gb_unref(bound[0]);
    return result;
}

#define DEFINE_FUNCTION(name, count, method)                                                       \
    static gb_value re_##name(gb_vm *vm, gb_value *args)                                           \
    {                                                                                              \
        return with_pattern(vm, args, count, method);                                              \
    }
DEFINE_FUNCTION(search, 3, method_search)
DEFINE_FUNCTION(match, 3, method_match)
DEFINE_FUNCTION(fullmatch, 3, method_fullmatch)
DEFINE_FUNCTION(findall, 3, gb_pattern_findall)
DEFINE_FUNCTION(finditer, 3, gb_pattern_finditer)
DEFINE_FUNCTION(split, 4, gb_pattern_split)
DEFINE_FUNCTION(sub, 5, gb_pattern_sub)
DEFINE_FUNCTION(subn, 5, gb_pattern_subn)
#undef DEFINE_FUNCTION

static gb_value re_compile(gb_vm *vm, gb_value *args)
{
    return pattern_of(vm, args[0], args[1]);
}

static gb_value re_purge(gb_vm *vm, gb_value *args)
{
    cache *c = cache_of(vm);
    (void)args;
    if (!c) return GB_UNSET_VALUE;
    gb_dict_clear(c->patterns);
    gb_clear(&c->last);
    return GB_NONE_VALUE;
}

static gb_value re_escape(gb_vm *vm, gb_value *args)
{
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    gb_chars text;
    gb_buffer out = GB_BUFFER_INIT;
    if (!gb_text_peek(args[0], &text))
        return gb_raise(vm, GB_EXC_TypeError, "decoding to str: need a bytes-like object, %s found",
                        gb_type_name(vm, args[0]));
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] && strchr(special, text.data[i])) gb_buffer_char(&out, '\\');
        gb_buffer_char(&out, text.data[i]);
    }
    return gb_text_from_buffer(vm, args[0], &out);
}

#define ON_TEXT "pattern, string, flags=0"

static const gb_native functions[] = {
    {"compile", re_compile, "pattern, flags=0", 0, "A pattern to be used many times."},
    {"search", re_search, ON_TEXT, 0, "The first match anywhere, or None."},
    {"match", re_match, ON_TEXT, 0, "The match at the start, or None."},
    {"fullmatch", re_fullmatch, ON_TEXT, 0, "The match of the whole text, or None."},
    {"findall", re_findall, ON_TEXT, 0, "All matches as a list."},
    {"finditer", re_finditer, ON_TEXT, 0, "All matches, one Match after the other."},
    {"split", re_split, "pattern, string, maxsplit=0, flags=0", 0, "The parts between matches."},
    {"sub", re_sub, "pattern, repl, string, count=0, flags=0", 0, "The text, matches replaced."},
    {"subn", re_subn, "pattern, repl, string, count=0, flags=0", 0, "(text, how many replaced)."},
    {"escape", re_escape, "pattern", 0, "The text with what is special in patterns escaped."},
    {"purge", re_purge, "", 0, "Forgets the patterns remembered."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    gb_type *pattern = gb_type_make(vm, &gb_spec_pattern);
    gb_type *match = pattern ? gb_type_make(vm, &gb_spec_match) : NULL;
    return match && gb_module_set(vm, module, "Pattern", gb_type_value(pattern)) &&
           gb_module_set(vm, module, "Match", gb_type_value(match));
}

const gb_module_spec gb_module_re = {
    .name = "re",
    .doc = "Regular expressions.",
    .functions = functions,
    .init = init,
};
