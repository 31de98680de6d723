/* `glassbox install`: writes the kernel spec where Jupyter looks for it. No Python is needed. */
#include "kernel/command.h"

#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"
#include "kernel/logo.h"
#include "kernel/option.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct place {
    bool user, sys_prefix;
    const char *prefix;
    const char *name;
} place;

/* The folder that holds kernel specs. Owned. */
static char *kernels_folder(const place *where, gb_error *err)
{
    const char *prefix = where->prefix;
    if (where->sys_prefix) {
        prefix = getenv("VIRTUAL_ENV");
        if (!prefix || !*prefix) prefix = getenv("CONDA_PREFIX");
        if (!prefix || !*prefix) {
            gb_fail(err, GB_ERR_VALUE,
                    "--sys-prefix: no environment is active (VIRTUAL_ENV, CONDA_PREFIX)");
            return NULL;
        }
    }
    if (prefix) return gb_path_join(prefix, "share/jupyter/kernels", err);
    const char *data = getenv("JUPYTER_DATA_DIR"), *xdg = getenv("XDG_DATA_HOME");
    if (data && *data) return gb_path_join(data, "kernels", err);
    if (xdg && *xdg) return gb_path_join(xdg, "jupyter/kernels", err);
    return gb_path_join("~/.local/share/jupyter", "kernels", err);
}

static char *spec_text(gb_error *err)
{
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n < 0) {
        gb_fail(err, GB_ERR_OS, "cannot tell where this program is");
        return NULL;
    }
    self[n] = 0;
    /* The kernel handles interrupt_request on control, also through remote front ends, so signals
     * are not needed; they work all the same. OpenMP reads its settings before main: threads that
     * spin while they wait make a run many times slower wherever something else wants the cores. */
    json_t *spec = json_pack("{s:[s, s, s, s], s:s, s:s, s:s, s:{s:s}, s:{s:b}}", "argv", self,
                             "kernel", "-f", "{connection_file}", "display_name", "Glassbox",
                             "language", "python", "interrupt_mode", "message", "env",
                             "OMP_WAIT_POLICY", "passive", "metadata", "debugger", false);
    char *text = spec ? gb_json_text(spec, false, err) : NULL;
    json_decref(spec);
    return text;
}

static bool write_into(const char *folder, const char *name,
                       bool (*write)(const char *, int, gb_error *), int pixels, gb_error *err)
{
    char *path = gb_path_join(folder, name, err);
    bool ok = path && write(path, pixels, err);
    gb_free(path);
    return ok;
}

static bool write_spec(const char *folder, gb_error *err)
{
    char *text = spec_text(err), *path = text ? gb_path_join(folder, "kernel.json", err) : NULL;
    bool ok = path && gb_make_directories(folder, err) &&
              gb_file_write(path, text, strlen(text), err) &&
              write_into(folder, "logo-32x32.png", gb_logo_write, 32, err) &&
              write_into(folder, "logo-64x64.png", gb_logo_write, 64, err) &&
              write_into(folder, "logo-svg.svg", gb_logo_write_svg, 64, err);
    gb_free(path);
    gb_free(text);
    return ok;
}

/* Jupyter's rule for names of kernel specs. */
static bool check_name(const char *name, gb_error *err)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    return (n && !name[n]) ||
           gb_fail(err, GB_ERR_VALUE, "--name '%s': letters, digits, '.', '_' and '-' only", name);
}

int gb_command_install(int argc, char **argv)
{
    place where = {.name = "glassbox"};
    gb_error err = GB_ERROR_INIT;
    const gb_option options[] = {{.name = "--user", .flag = &where.user},
                                 {.name = "--sys-prefix", .flag = &where.sys_prefix},
                                 {.name = "--prefix", .value = &where.prefix},
                                 {.name = "--name", .value = &where.name},
                                 {0}};
    bool ok = gb_options_read(options, &argc, argv, &err) && check_name(where.name, &err);
    if (ok && where.user + where.sys_prefix + (where.prefix != NULL) > 1)
        ok = gb_fail(&err, GB_ERR_VALUE, "--user, --prefix and --sys-prefix exclude each other");
    if (ok && argc > 1) ok = gb_fail(&err, GB_ERR_VALUE, "unexpected '%s'", argv[1]);
    if (!ok) return gb_command_misused("install", &err);
    char *kernels = kernels_folder(&where, &err);
    char *folder = kernels ? gb_path_join(kernels, where.name, &err) : NULL;
    ok = folder && write_spec(folder, &err);
    if (ok) printf("kernel spec '%s' is in %s\n", where.name, folder);
    gb_free(folder);
    gb_free(kernels);
    return ok ? 0 : gb_command_failed(&err);
}
