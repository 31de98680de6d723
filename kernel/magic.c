/* The hook for % and ! lines: finds the magic and calls it. See magic.h.
 *
 * What each does is in magic_time.c, magic_name.c and below. */
#include "kernel/magic.h"

#include "display/trouble.h"
#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/trace/model_object.h"
#include "kernel/trace_record.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const gb_magic gb_magics[] = {
#define GB_MAGIC(name, function, forms, usage, doc) {#name, gb_magic_##function, forms, usage, doc},
#include "kernel/magic.def"
#undef GB_MAGIC
    {0},
};

const gb_magic *gb_magic_find(const char *name)
{
    for (const gb_magic *m = gb_magics; m->name; m++)
        if (strcmp(m->name, name) == 0) return m;
    return NULL;
}

/* --- for the magics ----------------------------------------------------------------------------*/

void gb_magic_note(const gb_magic_call *call, const char *format, ...)
{
    gb_buffer text = GB_BUFFER_INIT;
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(&text, format, args);
    va_end(args);
    gb_session_note(call->session, text.data ? text.data : "");
    gb_buffer_release(&text);
}

void gb_magic_print(const gb_magic_call *call, const char *text)
{
    gb_vm_write(call->vm, false, text, strlen(text));
}

gb_value gb_magic_run(const gb_magic_call *call, const char *text)
{
    gb_value value = GB_UNSET_VALUE;
    uint32_t line = call->cell ? call->line : 1;
    if (!gb_session_run_text(call->session, line, text, &value)) return GB_UNSET_VALUE;
    return gb_is_unset(value) ? GB_NONE_VALUE : value;
}

gb_value gb_magic_result(gb_vm *vm, const char *cls, const gb_value *args, size_t count)
{
    gb_value module = gb_import(vm, "IPython._results");
    gb_value type = gb_is_unset(module) ? module : gb_getattr_text(vm, module, cls);
    gb_value result = gb_is_unset(type) ? type : gb_call(vm, type, args, count);
    gb_unref(module);
    gb_unref(type);
    return result;
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t");
}

/* The place of an option's letter among the letters of `known`, -1. */
static int option_index(const char *known, char letter, bool *takes_value)
{
    int index = 0;
    for (const char *k = known; *k; k++) {
        if (*k == ':') continue;
        *takes_value = k[1] == ':';
        if (*k == letter) return index;
        index++;
    }
    return -1;
}

const char *gb_magic_read_options(const gb_magic_call *call, const char *known,
                                  gb_magic_options *out)
{
    const char *at = skip_blanks(call->args);
    size_t used = 1;
    *out = (gb_magic_options){0};
    while (at[0] == '-' && isalpha((unsigned char)at[1])) {
        bool takes_value = false;
        int index = option_index(known, at[1], &takes_value);
        if (index < 0) {
            gb_raise(call->vm, GB_EXC_ValueError, "%%%s has no option -%c", call->name, at[1]);
            return NULL;
        }
        at += 2;
        out->values[index] = out->words;
        if (takes_value) {
            at = skip_blanks(at);
            size_t n = strcspn(at, " \t");
            if (used + n + 1 > sizeof out->words) break;
            memcpy(out->words + used, at, n);
            out->values[index] = out->words + used;
            used += n + 1;
            at += n;
        }
        at = skip_blanks(at);
    }
    return at;
}

/* --- small ones --------------------------------------------------------------------------------*/

gb_value gb_magic_accept(const gb_magic_call *call)
{
    (void)call;
    return GB_NONE_VALUE;
}

gb_value gb_magic_extension(const gb_magic_call *call)
{
    if (strcmp(call->args, "autoreload") != 0)
        gb_magic_note(call, "there are no extensions here: '%s' is not loaded", call->args);
    return GB_NONE_VALUE;
}

gb_value gb_magic_install(const gb_magic_call *call)
{
    gb_magic_note(call, "nothing to install here: what `import` knows is built in");
    return GB_NONE_VALUE;
}

gb_value gb_magic_pwd(const gb_magic_call *call)
{
    return gb_str_text_new(call->vm, call->session->folder);
}

gb_value gb_magic_lsmagic(const gb_magic_call *call)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (const gb_magic *m = gb_magics; m->name; m++)
        gb_buffer_format(&b, "%s%s%s %s\n    %s\n", m->forms & GB_MAGIC_ON_LINE ? "%" : "%%",
                         m->name, m->forms == 3 ? " (also %% on a cell)" : "", m->usage, m->doc);
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    return GB_NONE_VALUE;
}

/* One of a few words that a session setting can be; -1 with ValueError. `words` ends with NULL. */
static int read_word(const gb_magic_call *call, const char *const *words)
{
    gb_buffer all = GB_BUFFER_INIT;
    for (int i = 0; words[i]; i++)
        if (strcmp(call->args, words[i]) == 0) return i;
    for (int i = 0; words[i]; i++)
        gb_buffer_format(&all, "%s'%s'", i ? ", " : "", words[i]);
    gb_raise(call->vm, GB_EXC_ValueError, "%%%s '%s': expected one of %s", call->name, call->args,
             all.data ? all.data : "");
    gb_buffer_release(&all);
    return -1;
}

gb_value gb_magic_display(const gb_magic_call *call)
{
    static const char *const words[] = {"rich", "text", NULL};
    if (!*call->args) {
        gb_magic_print(call, call->session->text_only ? "text\n" : "rich\n");
        return GB_NONE_VALUE;
    }
    int chosen = read_word(call, words);
    if (chosen < 0) return GB_UNSET_VALUE;
    call->session->text_only = chosen == 1;
    return GB_NONE_VALUE;
}

gb_value gb_magic_compat(const gb_magic_call *call)
{
    static const char *const words[] = {"off", "tuples", NULL};
    if (!*call->args) {
        gb_magic_print(call, gb_nnsight_compat_tuples(call->vm) ? "tuples\n" : "off\n");
        return GB_NONE_VALUE;
    }
    int chosen = read_word(call, words);
    if (chosen < 0) return GB_UNSET_VALUE;
    gb_nnsight_set_compat_tuples(call->vm, chosen == 1);
    return GB_NONE_VALUE;
}

static void put_memory_line(gb_buffer *b, const char *what, uint64_t bytes)
{
    gb_buffer_format(b, "%-22s ", what);
    gb_buffer_bytes(b, bytes);
    gb_buffer_char(b, '\n');
}

gb_value gb_magic_graph(const gb_magic_call *call)
{
    gb_error err = GB_ERROR_INIT;
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data, *metadata;
    if (!gb_trace_record_show(call->session->last_trace, &bundle, &err) ||
        !gb_bundle_json(&bundle, &data, &metadata, &err)) {
        gb_bundle_release(&bundle);
        return gb_raise_error(call->vm, &err);
    }
    json_t *shown = json_pack("{s:o, s:o}", "data", data, "metadata", metadata);
    gb_front_display(call->session->front, shown, NULL);
    json_decref(shown);
    gb_bundle_release(&bundle);
    return GB_NONE_VALUE;
}

/* A line "VmRSS:   1234 kB" of /proc/self/status, in bytes; 0 when it is not there. */
static uint64_t process_bytes(const char *status, const char *key)
{
    const char *line = strstr(status, key);
    return line ? strtoull(line + strlen(key), NULL, 10) * 1024 : 0;
}

gb_value gb_magic_memory(const gb_magic_call *call)
{
    enum { STATUS_LIMIT = 1 << 16 };
    gb_buffer b = GB_BUFFER_INIT;
    size_t n;
    char *status = gb_file_read("/proc/self/status", STATUS_LIMIT, &n, NULL);
    gb_collect(call->vm);
    put_memory_line(&b, "in memory now", status ? process_bytes(status, "VmRSS:") : 0);
    put_memory_line(&b, "at most so far", status ? process_bytes(status, "VmHWM:") : 0);
    gb_free(status);
    gb_buffer_format(&b, "%-22s %zu\n", "objects", gb_vm_object_count(call->vm));
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    return GB_NONE_VALUE;
}

gb_value gb_magic_history(const gb_magic_call *call)
{
    gb_magic_options options;
    const char *rest = gb_magic_read_options(call, "n", &options);
    if (!rest) return GB_UNSET_VALUE;
    long wanted = *rest ? strtol(rest, NULL, 10) : INT32_MAX;
    json_t *rows = gb_history_range(call->session->history, 0, 1, INT32_MAX, false);
    size_t count = json_array_size(rows);
    size_t first = wanted > 0 && (size_t)wanted < count ? count - (size_t)wanted : 0;
    gb_buffer b = GB_BUFFER_INIT;
    for (size_t i = first; i < count; i++) {
        const json_t *row = json_array_get(rows, i);
        if (options.values[0])
            gb_buffer_format(&b, "%4d: ", (int)json_integer_value(json_array_get(row, 1)));
        gb_buffer_format(&b, "%s\n", json_string_value(json_array_get(row, 2)));
    }
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    json_decref(rows);
    return GB_NONE_VALUE;
}

/* --- the environment: os.environ, which the process's own is not touched by
 * ---------------------*/

static bool set_variable(const gb_magic_call *call, gb_value environ, const char *name, size_t n,
                         const char *value)
{
    gb_value key = gb_str_new(call->vm, name, n), text = gb_str_text_new(call->vm, value);
    bool ok = !gb_is_unset(key) && !gb_is_unset(text) && gb_setitem(call->vm, environ, key, text);
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "env: %.*s=%s\n", (int)n, name, value);
    if (ok) gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    gb_unref(key);
    gb_unref(text);
    return ok;
}

static gb_value show_variable(const gb_magic_call *call, gb_value environ, const char *name)
{
    gb_value key = gb_str_text_new(call->vm, name);
    gb_value value = gb_is_unset(key) ? key : gb_getitem(call->vm, environ, key);
    gb_unref(key);
    return value;
}

gb_value gb_magic_env(const gb_magic_call *call)
{
    gb_value os = gb_import(call->vm, "os");
    gb_value environ = gb_is_unset(os) ? os : gb_getattr_text(call->vm, os, "environ");
    gb_unref(os);
    size_t n = strcspn(call->args, "= \t");
    if (gb_is_unset(environ) || !*call->args) return environ;
    gb_value result = GB_NONE_VALUE;
    if (!call->args[n])
        result = show_variable(call, environ, call->args);
    else if (!set_variable(call, environ, call->args, n, skip_blanks(call->args + n + 1)))
        result = GB_UNSET_VALUE;
    gb_unref(environ);
    return result;
}

/* --- cells that are text -----------------------------------------------------------------------*/

static gb_value show_body(const gb_magic_call *call, const char *cls)
{
    gb_value body = gb_str_text_new(call->vm, call->body);
    gb_value module = gb_import(call->vm, "IPython.display");
    gb_value type = gb_is_unset(module) ? module : gb_getattr_text(call->vm, module, cls);
    gb_value shown =
        gb_is_unset(type) || gb_is_unset(body) ? GB_UNSET_VALUE : gb_call(call->vm, type, &body, 1);
    gb_unref(module);
    gb_unref(type);
    gb_unref(body);
    return shown;
}

gb_value gb_magic_html(const gb_magic_call *call)
{
    return show_body(call, "HTML");
}

gb_value gb_magic_markdown(const gb_magic_call *call)
{
    return show_body(call, "Markdown");
}

gb_value gb_magic_latex(const gb_magic_call *call)
{
    return show_body(call, "Latex");
}

/* --- help --------------------------------------------------------------------------------------*/

static gb_value show_help(gb_session *session, const char *text, int detail)
{
    const gb_magic *magic = gb_magic_find(text + strspn(text, "%"));
    gb_buffer b = GB_BUFFER_INIT;
    if (*text == '%' && magic) {
        const char *sign = magic->forms & GB_MAGIC_ON_LINE ? "%" : "%%";
        gb_buffer_format(&b, "%s%s %s\n\n%s\n", sign, magic->name, magic->usage, magic->doc);
        gb_front_stream(session->front, "stdout", b.data ? b.data : "", b.size);
        gb_buffer_release(&b);
        return GB_NONE_VALUE;
    }
    json_t *bundle = gb_session_describe_text(session, text, detail);
    if (bundle) {
        gb_front_display(session->front, bundle, NULL);
        json_decref(bundle);
        return GB_NONE_VALUE;
    }
    if (!gb_is_unset(gb_exception_peek(session->vm))) return GB_UNSET_VALUE;
    gb_buffer_format(&b, "Object `%s` not found.\n", text);
    gb_front_stream(session->front, "stdout", b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return GB_NONE_VALUE;
}

gb_value gb_magic_pinfo(const gb_magic_call *call)
{
    return show_help(call->session, call->args, 0);
}

gb_value gb_magic_pinfo2(const gb_magic_call *call)
{
    return show_help(call->session, call->args, 1);
}

/* --- shell lines -------------------------------------------------------------------------------*/

/* "pip install x", "python -m pip install x", "uv pip install x" and the like: nothing to do. */
static bool installs(const char *command)
{
    static const char *const starts[] = {"pip", "pip3", "conda", "mamba", "uv", "apt", "apt-get"};
    size_t n = strcspn(command, " \t");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strlen(starts[i]) == n && strncmp(command, starts[i], n) == 0) return true;
    return strncmp(command, "python", 6) == 0 && strstr(command, "-m pip ");
}

static gb_value run_shell(const gb_magic_call *call)
{
    const char *command = call->args + strspn(call->args, "! \t");
    if (installs(command)) return gb_magic_install(call);
    return gb_raise(call->vm, GB_EXC_PermissionError,
                    "'!%s': a notebook starts no programs here; only !pip and the like are "
                    "accepted, and do nothing",
                    command);
}

/* --- the hook ----------------------------------------------------------------------------------*/

static gb_value fail_unknown(const gb_magic_call *call)
{
    const char *names[sizeof gb_magics / sizeof *gb_magics];
    size_t count = 0;
    gb_buffer all = GB_BUFFER_INIT;
    for (const gb_magic *m = gb_magics; m->name; m++) {
        if (!(m->forms & (call->cell ? GB_MAGIC_ON_CELL : GB_MAGIC_ON_LINE))) continue;
        names[count++] = m->name;
        gb_buffer_format(&all, " %s%s", call->cell ? "%%" : "%", m->name);
    }
    const char *sign = call->cell ? "%%" : "%", *near = gb_nearest(call->name, names, count);
    if (near)
        gb_raise(call->vm, GB_EXC_NameError, "no magic '%s%s'; did you mean '%s%s'?", sign,
                 call->name, sign, near);
    else
        gb_raise(call->vm, GB_EXC_NameError, "no magic '%s%s'; there are%s", sign, call->name,
                 all.data ? all.data : "");
    gb_buffer_release(&all);
    return GB_UNSET_VALUE;
}

static gb_value call_magic(const gb_magic_call *call)
{
    const gb_magic *magic = gb_magic_find(call->name);
    int form = call->cell ? GB_MAGIC_ON_CELL : GB_MAGIC_ON_LINE;
    return magic && (magic->forms & form) ? magic->run(call) : fail_unknown(call);
}

gb_value gb_session_magic(void *context, gb_vm *vm, int kind, gb_value parts)
{
    gb_session *session = context;
    const gb_value *texts = gb_tuple_peek(parts)->items;
    gb_magic_call call = {.session = session,
                          .vm = vm,
                          .name = gb_str_data(texts[0]),
                          .args = gb_str_data(texts[1]),
                          .body = gb_str_data(texts[2]),
                          .line = gb_session_line(session) + 1,
                          .cell = kind == GB_MAGIC_CELL};
    switch (kind) {
    case GB_MAGIC_SHELL: return run_shell(&call);
    case GB_MAGIC_HELP: return show_help(session, call.args, 0);
    case GB_MAGIC_SOURCE: return show_help(session, call.args, 1);
    default: return call_magic(&call);
    }
}
