/* %who, %whos, %reset: the names that the notebook has made. See magic.h. */
#include "kernel/magic.h"
#include "kernel/describe.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
    const char *name; /* borrowed from the dict's key */
    gb_value value;   /* borrowed */
} row;

static int by_name(const void *a, const void *b)
{
    return strcmp(((const row *)a)->name, ((const row *)b)->name);
}

/* Is the type's name among the words of `types`? Every type is when there are none. */
static bool wanted(const gb_magic_call *call, gb_value value)
{
    const char *type = gb_type_name(call->vm, value);
    size_t length = strlen(type);
    for (const char *at = call->args; *at;) {
        at += strspn(at, " \t,");
        size_t n = strcspn(at, " \t,");
        if (n == length && strncmp(at, type, n) == 0) return true;
        at += n;
    }
    return !*call->args;
}

/* The user's names by order of the alphabet; owned array. */
static row *collect(const gb_magic_call *call, size_t *count)
{
    gb_value globals = call->session->globals, key, value;
    row *rows = gb_calloc(gb_dict_count(globals) + 1, sizeof *rows, NULL);
    *count = 0;
    for (size_t at = 0; rows && gb_dict_next(globals, &at, &key, &value);)
        if (gb_is_str(key) && *gb_str_data(key) != '_' && wanted(call, value))
            rows[(*count)++] = (row){gb_str_data(key), value};
    if (rows) qsort(rows, *count, sizeof *rows, by_name);
    return rows;
}

gb_value gb_magic_who(const gb_magic_call *call)
{
    size_t count;
    row *rows = collect(call, &count);
    gb_buffer b = GB_BUFFER_INIT;
    if (!count)
        gb_buffer_text(&b, *call->args ? "No variables match your requested type."
                                       : "Interactive namespace is empty.");
    for (size_t i = 0; i < count; i++)
        gb_buffer_format(&b, "%s\t ", rows[i].name);
    gb_buffer_char(&b, '\n');
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    gb_free(rows);
    return GB_NONE_VALUE;
}

gb_value gb_magic_who_ls(const gb_magic_call *call)
{
    size_t count;
    row *rows = collect(call, &count);
    gb_value list = gb_list_new(call->vm, 0);
    for (size_t i = 0; !gb_is_unset(list) && i < count; i++)
        if (!gb_list_append_take(call->vm, list, gb_str_text_new(call->vm, rows[i].name)))
            gb_clear(&list);
    gb_free(rows);
    return list;
}

/* --- the table ---------------------------------------------------------------------------------*/

static void put_row(gb_buffer *b, const size_t widths[2], const char *const cells[3])
{
    for (int i = 0; i < 2; i++) {
        gb_buffer_text(b, cells[i]);
        gb_buffer_repeat(b, ' ', widths[i] + 3 - gb_text_width(cells[i], strlen(cells[i])));
    }
    gb_buffer_format(b, "%s\n", cells[2]);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void put_table(const gb_magic_call *call, const row *rows, size_t count, gb_buffer *b)
{
    size_t widths[2] = {strlen("Variable"), strlen("Type")};
    for (size_t i = 0; i < count; i++) {
        const char *type = gb_type_name(call->vm, rows[i].value);
        widths[0] = larger(widths[0], gb_text_width(rows[i].name, strlen(rows[i].name)));
        widths[1] = larger(widths[1], strlen(type));
    }
    put_row(b, widths, (const char *const[]){"Variable", "Type", "Data/Info"});
    gb_buffer_repeat(b, '-', widths[0] + widths[1] + 6 + strlen("Data/Info"));
    gb_buffer_char(b, '\n');
    for (size_t i = 0; i < count; i++) {
        gb_buffer info = GB_BUFFER_INIT;
        gb_describe_info(call->session, rows[i].value, &info);
        const char *type = gb_type_name(call->vm, rows[i].value);
        put_row(b, widths, (const char *const[]){rows[i].name, type, info.data ? info.data : ""});
        gb_buffer_release(&info);
    }
}

gb_value gb_magic_whos(const gb_magic_call *call)
{
    size_t count;
    row *rows = collect(call, &count);
    if (!count) {
        gb_free(rows);
        return gb_magic_who(call);
    }
    gb_buffer b = GB_BUFFER_INIT;
    put_table(call, rows, count, &b);
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    gb_free(rows);
    return GB_NONE_VALUE;
}

/* --- forgetting --------------------------------------------------------------------------------*/

/* True when the user agrees, or nobody can be asked. */
static bool agrees(const gb_magic_call *call)
{
    gb_error err = GB_ERROR_INIT;
    char *answer = gb_front_input(call->session->front,
                                  "Once deleted, variables cannot be recovered. Proceed (y/[n])? ",
                                  false, &err);
    bool yes = answer ? *answer == 'y' || *answer == 'Y' : err.cls == GB_ERR_RUNTIME;
    gb_free(answer);
    return yes;
}

gb_value gb_magic_reset(const gb_magic_call *call)
{
    gb_magic_options options;
    if (!gb_magic_read_options(call, "fs", &options)) return GB_UNSET_VALUE;
    if (!options.values[0] && !agrees(call)) {
        gb_magic_print(call, "Nothing done.\n");
        return GB_NONE_VALUE;
    }
    return gb_session_forget_all(call->session) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

gb_value gb_magic_forget(const gb_magic_call *call)
{
    gb_value key = gb_str_text_new(call->vm, call->args);
    int removed = gb_dict_remove(call->vm, call->session->globals, key, NULL);
    gb_unref(key);
    if (removed == 0)
        return gb_raise(call->vm, GB_EXC_NameError, "name '%s' is not defined", call->args);
    if (removed > 0) gb_collect(call->vm);
    return removed > 0 ? GB_NONE_VALUE : GB_UNSET_VALUE;
}
