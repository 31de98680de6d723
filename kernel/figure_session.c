/* What charts need of the session: showing what a cell left open, and writing a figure's file. */
#include "kernel/picture.h"
#include "kernel/session_state.h"
#include "kernel/view_spec.h"

#include "display/figure.h"
#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>

bool gb_session_show_figures(gb_session *session)
{
    gb_vm *vm = session->vm;
    gb_value modules = gb_import(vm, "sys"), loaded = GB_UNSET_VALUE;
    if (!gb_is_unset(modules)) loaded = gb_getattr_text(vm, modules, "modules");
    gb_unref(modules);
    if (!gb_is_dict(loaded)) return false;
    gb_value pyplot = gb_dict_get_text_peek(vm, loaded, "matplotlib.pyplot");
    gb_value shown =
        gb_is_unset(pyplot) ? GB_NONE_VALUE : gb_call_method(vm, pyplot, "_show_open", NULL, 0);
    gb_unref(loaded);
    gb_unref(shown);
    return !gb_is_unset(shown);
}

/* Is it a notebook's cell, under which pictures are shown? A script shows none. */
static gb_value shows(gb_vm *vm, gb_value *args)
{
    (void)args;
    const gb_cell *cell = gb_session_of(vm)->cell;
    return gb_bool(cell && !cell->hide_result);
}

/* A path for a new file inside the session's folder, owned; NULL with PermissionError. The folder
 * that it goes into must be there. */
static char *path_inside(const gb_session *session, const char *path)
{
    gb_error err = GB_ERROR_INIT;
    char *joined = gb_path_join(session->folder, path, &err);
    char *slash = joined ? strrchr(joined, '/') : NULL;
    char *name = slash ? gb_strdup(slash + 1, &err) : NULL, *out = NULL;
    if (slash) slash[slash == joined] = '\0';
    char *real = joined ? realpath(joined, NULL) : NULL;
    size_t n = strlen(session->folder);
    bool inside = real && name && strncmp(real, session->folder, n) == 0 &&
                  (real[n] == '/' || real[n] == '\0' || n == 1) && strcmp(name, "..") != 0;
    if (inside)
        out = gb_path_join(real, name, &err);
    else
        gb_raise(session->vm, GB_EXC_PermissionError,
                 "'%s' is outside the notebook's folder '%s'; figures are written inside it only",
                 path, session->folder);
    free(real); /* theirs */
    gb_free(joined);
    gb_free(name);
    return out;
}

static bool write_figure(gb_vm *vm, const gb_figure *figure, const char *path, const char *format)
{
    gb_error err = GB_ERROR_INIT;
    size_t size;
    char *bytes = gb_figure_export(figure, format, &size, &err);
    char *real = bytes ? path_inside(gb_session_of(vm), path) : NULL;
    bool ok = bytes && real && gb_file_write(real, bytes, size, &err);
    if (!ok && gb_is_unset(gb_exception_peek(vm))) gb_raise_error(vm, &err);
    gb_free(bytes);
    gb_free(real);
    return ok;
}

static gb_value save(gb_vm *vm, gb_value *args)
{
    const char *path, *format;
    if (!gb_to_text(vm, args[1], "fname", &path, NULL) ||
        !gb_to_text(vm, args[2], "format", &format, NULL))
        return GB_UNSET_VALUE;
    gb_view_reading reading = {.vm = vm};
    gb_figure figure = {0};
    bool ok = gb_view_read(&reading, args[0], gb_figure_fields, &figure) &&
              write_figure(vm, &figure, path, format);
    gb_view_reading_release(&reading);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static const gb_native functions[] = {
    {"shows", shows, "", 0, "Are pictures shown here? Not in a script."},
    {"save", save, "description, fname, format, /", 0,
     "Writes a figure as \"png\", \"svg\" or \"pdf\" inside the notebook's folder. PermissionError "
     "outside it, ValueError for other formats."},
    {0}};

const gb_module_spec gb_figures_module = {
    .name = "_figures",
    .doc = "Where charts go.",
    .functions = functions,
};
