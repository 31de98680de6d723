/* See missing_module.h. */
#include "kernel/lang/missing_module.h"

#include "graph/base/buffer.h"
#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *instead;
} reasons[] = {
#define GB_MISSING_MODULE(name, instead) {#name, instead},
#include "kernel/lang/missing_module.def"
#undef GB_MISSING_MODULE
};

/* The reason for "a.b.c" is that for "a". */
static const char *reason_for(const char *name)
{
    size_t n = strcspn(name, ".");
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (strlen(reasons[i].name) == n && strncmp(reasons[i].name, name, n) == 0)
            return reasons[i].instead;
    return NULL;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names that programs import, without parts of packages; sorted. */
static const char **public_names(gb_vm *vm, size_t *count)
{
    const char **names = NULL, *name;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; (name = gb_module_name_at(vm, i)); i++) {
        if (name[0] == '_' || strchr(name, '.')) continue;
        if (!gb_grow(&names, &capacity, *count + 1, sizeof *names, NULL)) break;
        names[(*count)++] = name;
    }
    if (*count) qsort(names, *count, sizeof *names, compare);
    return names;
}

char *gb_missing_module_note(gb_vm *vm, const char *name)
{
    gb_buffer text = GB_BUFFER_INIT;
    const char *reason = reason_for(name);
    size_t count;
    const char **names = public_names(vm, &count);
    if (reason) gb_buffer_format(&text, "%s. ", reason);
    gb_buffer_text(&text, "Modules here:");
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(names[i], names[i - 1]) != 0)
            gb_buffer_format(&text, "%s %s", i ? "," : "", names[i]);
    gb_free(names);
    return gb_buffer_take(&text, NULL, NULL);
}
