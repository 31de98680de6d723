/* Parsing signature texts and binding arguments to them, with CPython's texts for wrong calls. */
#include "kernel/lang/native_signature.h"

#include <ctype.h>
#include <stdlib.h>

/* --- parsing
 * --------------------------------------------------------------------------------------- */

typedef struct gb_scan {
    gb_vm *vm;
    const char *at;
    gb_signature *sig;
    bool keyword_only;
} gb_scan;

static void skip_blanks(gb_scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\n')
        scan->at++;
}

static const char *word_end(const char *at)
{
    while (isalnum((unsigned char)*at) || *at == '_')
        at++;
    return at;
}

static gb_value quoted(gb_scan *scan)
{
    char quote = *scan->at++;
    const char *start = scan->at;
    while (*scan->at && *scan->at != quote)
        scan->at++;
    size_t n = (size_t)(scan->at - start);
    if (*scan->at) scan->at++;
    if (n == 2 && memcmp(start, "\\n", 2) == 0) return gb_str_new(scan->vm, "\n", 1);
    return gb_str_new(scan->vm, start, n);
}

static gb_value number_or_name(gb_scan *scan)
{
    const char *start = scan->at;
    while (*scan->at && *scan->at != ',' && *scan->at != ' ')
        scan->at++;
    size_t n = (size_t)(scan->at - start);
    if (n == 4 && memcmp(start, "None", 4) == 0) return GB_NONE_VALUE;
    if (n == 4 && memcmp(start, "True", 4) == 0) return GB_TRUE_VALUE;
    if (n == 5 && memcmp(start, "False", 5) == 0) return GB_FALSE_VALUE;
    if (n == 2 && memcmp(start, "()", 2) == 0) return gb_ref(scan->vm->empty_tuple);
    if (n == 3 && memcmp(start, "...", 3) == 0) return GB_ELLIPSIS_VALUE;
    if (isdigit((unsigned char)start[0]) || start[0] == '-') {
        if (strcspn(start, ".einf,") >= n) return gb_int(strtoll(start, NULL, 10));
        return gb_float(strtod(start, NULL));
    }
    return GB_UNSET_VALUE; /* `?` */
}

static void parse_default(gb_scan *scan, uint32_t at)
{
    gb_signature *sig = scan->sig;
    sig->has_default[at] = true;
    sig->defaults[at] = *scan->at == '\'' || *scan->at == '"' ? quoted(scan) : number_or_name(scan);
}

static void parse_name(gb_scan *scan, int stars)
{
    gb_signature *sig = scan->sig;
    const char *end = word_end(scan->at);
    uint32_t at = sig->count++;
    if (stars == 0) sig->names[at] = gb_intern_peek(scan->vm, scan->at, (size_t)(end - scan->at));
    scan->at = end;
    if (stars) {
        *(stars == 1 ? &sig->varargs : &sig->varkeywords) = (int)at;
        scan->keyword_only = true;
        return;
    }
    if (!scan->keyword_only) sig->positional++;
    if (*scan->at == ':') /* an annotation: kept in the text only */
        scan->at += strcspn(scan->at, "=,");
    if (*scan->at == '=') {
        scan->at++;
        parse_default(scan, at);
    } else if (!scan->keyword_only) {
        sig->required++;
    }
}

static void parse_parameter(gb_scan *scan)
{
    if (*scan->at == '/') {
        scan->at++;
        scan->sig->posonly = scan->sig->positional;
        if (*scan->at == '/') scan->at++, scan->sig->plain_words = true;
        return;
    }
    int stars = 0;
    for (; *scan->at == '*'; scan->at++)
        stars++;
    if (stars && (*scan->at == ',' || *scan->at == '\0')) {
        scan->keyword_only = true;
        return;
    }
    parse_name(scan, stars);
}

static void parse(gb_vm *vm, gb_signature *sig)
{
    gb_scan scan = {.vm = vm, .at = sig->text, .sig = sig};
    sig->varargs = sig->varkeywords = -1;
    skip_blanks(&scan);
    while (*scan.at && sig->count < GB_PARAMETERS_MAX) {
        const char *before = scan.at;
        parse_parameter(&scan);
        skip_blanks(&scan);
        if (*scan.at == ',') scan.at++;
        skip_blanks(&scan);
        if (scan.at == before) break;
    }
    sig->simple = sig->count == sig->positional;
}

const gb_signature *gb_signature_of(gb_vm *vm, const char *text)
{
    char key[sizeof text];
    memcpy(key, &text, sizeof text);
    gb_signature *sig = gb_map_get_n(&vm->signatures, key, sizeof key);
    if (sig) return sig;
    sig = gb_calloc(1, sizeof *sig, NULL);
    if (sig && gb_map_put_n(&vm->signatures, key, sizeof key, sig, NULL)) {
        sig->text = text;
        parse(vm, sig);
        return sig;
    }
    gb_free(sig);
    gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    return NULL;
}

void gb_signatures_release(gb_vm *vm)
{
    gb_map_entry *entry;
    for (size_t i = 0; (entry = gb_map_next(&vm->signatures, &i));) {
        gb_signature *sig = entry->value;
        for (uint32_t k = 0; k < sig->count; k++)
            gb_unref(sig->defaults[k]);
        gb_free(sig);
    }
    gb_map_release(&vm->signatures);
}

/* --- error texts
 * -------------------------------------------------------------------------------------- */

static const char *plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

/* "split" of "str.split". */
static const char *last_name(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

/* Functions without keyword parameters word it differently from those with. */
static bool wrong_count(gb_vm *vm, const gb_signature *sig, const char *name, uint32_t given,
                        bool of_class)
{
    uint32_t least = sig->required, most = sig->positional;
    const char *last = last_name(name);
    if (strncmp(name, GB_WRAPPER_NAME, strlen(GB_WRAPPER_NAME)) == 0)
        return gb_raise_false(vm, GB_EXC_TypeError, "expected %u argument%s, got %u",
                              given > most ? most : least, plural(given > most ? most : least),
                              given);
    if (most == 0 && sig->count)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes no positional arguments", last);
    if (most == 0)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes no arguments (%u given)", name,
                              given);
    bool single = !of_class && sig->count == most;
    if (most == 1 && least == 1 && sig->posonly && single && !sig->plain_words)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes exactly one argument (%u given)",
                              name, given);
    if (sig->posonly < most || sig->plain_words)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes at %s %u argument%s (%u given)",
                              last, given > most ? "most" : "least", given > most ? most : least,
                              plural(given > most ? most : least), given);
    uint32_t bound = given > most ? most : least;
    return gb_raise_false(vm, GB_EXC_TypeError, "%s expected %s%u argument%s, got %u", last,
                          least == most  ? ""
                          : given > most ? "at most "
                                         : "at least ",
                          bound, plural(bound), given);
}

static bool missing(gb_vm *vm, const gb_signature *sig, const char *name, uint32_t at,
                    uint32_t given, bool of_class)
{
    if (at < sig->posonly && sig->posonly == sig->positional)
        return wrong_count(vm, sig, name, given, of_class);
    if (at < sig->posonly)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "%s() takes %s %u positional argument%s (%u given)", last_name(name),
                              "at least",
                              sig->required < sig->posonly ? sig->required : sig->posonly,
                              plural(sig->posonly), given);
    if (at >= sig->positional)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "%s() missing 1 required keyword-only argument: '%s'", name,
                              gb_str_data(sig->names[at]));
    return gb_raise_false(vm, GB_EXC_TypeError, "%s() missing required argument '%s' (pos %u)",
                          last_name(name), gb_str_data(sig->names[at]), at + 1);
}

/* --- binding
 * -------------------------------------------------------------------------------------------- */

static void own(gb_bound *bound, uint32_t at, gb_value value)
{
    bound->values[at] = value;
    bound->owned |= (uint64_t)1 << at;
}

void gb_bound_drop(gb_bound *bound)
{
    while (bound->owned) {
        int at = __builtin_ctzll(bound->owned);
        bound->owned &= bound->owned - 1;
        gb_unref(bound->values[at]);
    }
}

/* sorted() hands its keywords to list.sort(), which is what the text names. */
static const char *keyword_taker(const char *name)
{
    return strcmp(name, "sorted") == 0 ? "sort" : last_name(name);
}

static bool bind_keyword(gb_vm *vm, const gb_signature *sig, const char *name, gb_value key,
                         gb_value value, gb_value *out)
{
    for (uint32_t i = sig->posonly; i < sig->count; i++) {
        if (gb_is_unset(sig->names[i]) || !gb_str_equal(sig->names[i], key)) continue;
        if (!gb_is_unset(out[i]))
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "argument for %s() given by name ('%s') and position (%u)",
                                  last_name(name), gb_str_data(key), i + 1);
        out[i] = value;
        return true;
    }
    if (sig->varkeywords >= 0) return gb_dict_set(vm, out[sig->varkeywords], key, value);
    return gb_raise_false(vm, GB_EXC_TypeError, "'%s' is an invalid keyword argument for %s()",
                          gb_str_data(key), keyword_taker(name));
}

/* What can be told by counting alone, when there are keywords. */
static bool check_keyword_count(gb_vm *vm, const gb_signature *sig, const char *name,
                                const gb_arguments *args)
{
    uint32_t given = args->count + args->keyword_count;
    if (sig->varkeywords >= 0) return true;
    if (sig->posonly == sig->count - (sig->varargs >= 0))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes no keyword arguments", name);
    if (sig->varargs >= 0 || given <= sig->count) return true;
    return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes at most %u %sargument%s (%u given)",
                          last_name(name), sig->count, args->count ? "" : "keyword ",
                          plural(sig->count), given);
}

static bool bind_positional(gb_vm *vm, const gb_signature *sig, const char *name,
                            const gb_arguments *args, gb_bound *bound, uint32_t offset)
{
    gb_value *out = bound->values + offset;
    uint32_t direct = args->count < sig->positional ? args->count : sig->positional;
    for (uint32_t i = 0; i < sig->count; i++)
        out[i] = i < direct ? args->values[i] : GB_UNSET_VALUE;
    if (sig->varargs >= 0) {
        own(bound, offset + (uint32_t)sig->varargs,
            gb_tuple_from(vm, args->values + direct, args->count - direct));
        if (gb_is_unset(out[sig->varargs])) return false;
    } else if (args->count > sig->positional) {
        return wrong_count(vm, sig, name, args->count + args->keyword_count, bound->of_class);
    }
    if (sig->varkeywords >= 0) {
        own(bound, offset + (uint32_t)sig->varkeywords, gb_dict_new(vm));
        if (gb_is_unset(out[sig->varkeywords])) return false;
    }
    return true;
}

bool gb_signature_bind(gb_vm *vm, const gb_signature *sig, const char *name,
                       const gb_arguments *args, gb_bound *bound, uint32_t offset)
{
    bound->owned = 0;
    gb_value *out = bound->values + offset;
    bool ok = (!args->keyword_count || check_keyword_count(vm, sig, name, args)) &&
              bind_positional(vm, sig, name, args, bound, offset);
    if (ok && args->count < sig->posonly && args->count < sig->required)
        ok = missing(vm, sig, name, args->count, args->count, bound->of_class);
    for (uint32_t i = 0; ok && i < args->keyword_count; i++)
        ok = bind_keyword(vm, sig, name, gb_tuple_peek(args->names)->items[i],
                          args->values[args->count + i], out);
    for (uint32_t i = 0; ok && i < sig->count; i++) {
        if (!gb_is_unset(out[i])) continue;
        if (sig->has_default[i])
            out[i] = sig->defaults[i];
        else
            ok = missing(vm, sig, name, i, args->count, bound->of_class);
    }
    if (!ok) gb_bound_drop(bound);
    return ok;
}

/* --- graph values
 * ----------------------------------------------------------------------------------------- */

static bool resolve_tuple(gb_vm *vm, gb_bound *bound, uint32_t at)
{
    gb_tuple *tuple = gb_tuple_peek(bound->values[at]);
    for (size_t i = 0; i < tuple->count; i++) {
        if (!gb_needs_resolve(tuple->items[i])) continue;
        gb_value v = gb_resolve(vm, tuple->items[i]);
        if (gb_is_unset(v)) return false;
        gb_replace_take(&tuple->items[i], v);
    }
    return true;
}

static bool resolve_dict(gb_vm *vm, gb_value dict)
{
    size_t at = 0;
    gb_value key, value;
    while (gb_dict_next(dict, &at, &key, &value)) {
        if (!gb_needs_resolve(value)) continue;
        gb_value v = gb_resolve(vm, value);
        if (gb_is_unset(v)) return false;
        bool ok = gb_dict_set(vm, dict, key, v);
        gb_unref(v);
        if (!ok) return false;
    }
    return true;
}

bool gb_bound_resolve(gb_vm *vm, gb_bound *bound, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        gb_value v = bound->values[i];
        bool owned = bound->owned >> i & 1;
        if (gb_needs_resolve(v)) {
            gb_value stands_for = gb_resolve(vm, v);
            if (gb_is_unset(stands_for)) return false;
            own(bound, i, stands_for);
        } else if (owned && gb_is_tuple(v) && !resolve_tuple(vm, bound, i)) {
            return false;
        } else if (owned && gb_is_dict(v) && !resolve_dict(vm, v)) {
            return false;
        }
    }
    return true;
}

/* --- for slots
 * -----------------------------------------------------------------------------------------------
 */

bool gb_bind(gb_vm *vm, const char *name, const char *signature, const gb_arguments *args,
             gb_value *out)
{
    const gb_signature *sig = gb_signature_of(vm, signature);
    gb_bound bound; /* large: only what is bound gets filled */
    bound.of_class = true;
    if (!sig || !gb_signature_bind(vm, sig, name, args, &bound, 0)) return false;
    for (uint32_t i = 0; i < sig->count; i++)
        out[i] = bound.owned >> i & 1 ? bound.values[i] : gb_ref(bound.values[i]);
    return true;
}

void gb_bound_release(gb_value *bound, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gb_unref(bound[i]);
}
