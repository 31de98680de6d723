/* The tree of modules: adding, finding, printing. What a family's tree looks like is said by its
 * builder (decoder_tree.c, encoder_tree.c). */
#include "graph/model/tree.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>

enum { MAX_PATH = 512 };

/* --- building --------------------------------------------------------------------------------- */

static char *path_of(const gb_tree *tree, gb_arena *arena, int32_t parent, const char *name,
                     gb_error *err)
{
    const char *above = parent > 0 ? tree->modules[parent].path : "";
    size_t n = strlen(above), m = strlen(name);
    char *path = gb_arena_alloc(arena, n + m + 2, err);
    if (!path) return NULL;
    memcpy(path, above, n);
    if (n) path[n++] = '.';
    memcpy(path + n, name, m + 1);
    return path;
}

static void append_child(gb_tree *tree, int32_t parent, int32_t child)
{
    gb_module *above = &tree->modules[parent];
    int32_t *link = &above->first_child;
    while (*link >= 0)
        link = &tree->modules[*link].next;
    *link = child;
    above->child_count++;
}

int32_t gb_tree_add(gb_tree *tree, gb_arena *arena, int32_t parent, const char *name,
                    const char *cls, gb_error *err)
{
    if (!gb_grow(&tree->modules, &tree->capacity, (size_t)tree->count + 1, sizeof(gb_module), err))
        return -1;
    char *path = path_of(tree, arena, parent, name, err);
    char *own_cls = gb_arena_strdup(arena, cls, err);
    if (!path || !own_cls) return -1;
    int32_t index = tree->count;
    const char *dot = strrchr(path, '.');
    tree->modules[index] = (gb_module){
        .path = path,
        .name = dot ? dot + 1 : path,
        .cls = own_cls,
        .extra = "",
        .parent = parent,
        .first_child = -1,
        .next = -1,
        .layer = parent >= 0 ? tree->modules[parent].layer : -1,
        .list = strcmp(cls, "ModuleList") == 0,
    };
    if (!gb_map_put(&tree->paths, path, (void *)(intptr_t)(index + 1), err)) return -1;
    tree->count++;
    if (parent >= 0) append_child(tree, parent, index);
    return index;
}

bool gb_tree_extra(gb_tree *tree, gb_arena *arena, int32_t module, gb_error *err,
                   const char *format, ...)
{
    gb_buffer text = GB_BUFFER_INIT;
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(&text, format, args);
    va_end(args);
    char *copy = gb_buffer_ok(&text, err) ? gb_arena_strdup(arena, text.data, err) : NULL;
    gb_buffer_release(&text);
    if (copy) tree->modules[module].extra = copy;
    return copy != NULL;
}

static bool name_param(const gb_module *module, gb_arena *arena, gb_parameter *param, gb_error *err)
{
    param->name = gb_arena_strdup(arena, param->name, err);
    if (!param->name) return false;
    if (param->stored) {
        param->stored = gb_arena_strdup(arena, param->stored, err);
        return param->stored != NULL;
    }
    char text[MAX_PATH];
    snprintf(text, sizeof text, "%s%s%s", module->path, module->path[0] ? "." : "", param->name);
    param->stored = gb_arena_strdup(arena, text, err);
    return param->stored != NULL;
}

bool gb_tree_add_param(gb_tree *tree, gb_arena *arena, int32_t module, const gb_parameter *param,
                       gb_error *err)
{
    gb_module *m = &tree->modules[module];
    gb_parameter *params =
        gb_arena_array(arena, (size_t)m->param_count + 1, sizeof(gb_parameter), err);
    if (!params) return false;
    if (m->param_count) memcpy(params, m->params, (size_t)m->param_count * sizeof *params);
    gb_parameter *added = &params[m->param_count];
    *added = *param;
    added->slot = -1;
    if (!name_param(m, arena, added, err)) return false;
    m->params = params;
    m->param_count++;
    return true;
}

bool gb_tree_alias(gb_tree *tree, const char *path, int32_t module, gb_error *err)
{
    if (gb_map_get(&tree->paths, path)) return true;
    return gb_map_put(&tree->aliases, path, (void *)(intptr_t)(module + 1), err);
}

void gb_tree_release(gb_tree *tree)
{
    gb_map_release(&tree->paths);
    gb_map_release(&tree->aliases);
    gb_free(tree->modules);
    *tree = (gb_tree){0};
}

/* --- finding ---------------------------------------------------------------------------------- */

static int32_t lookup(const gb_map *map, const char *key, size_t n)
{
    return (int32_t)(intptr_t)gb_map_get_n(map, key, n) - 1;
}

static int32_t child_n(const gb_tree *tree, int32_t module, const char *name, size_t n)
{
    char key[MAX_PATH];
    const char *above = tree->modules[module].path;
    int length = above[0] ? snprintf(key, sizeof key, "%s.%.*s", above, (int)n, name)
                          : snprintf(key, sizeof key, "%.*s", (int)n, name);
    if (length < 0 || (size_t)length >= sizeof key) return -1;
    int32_t found = lookup(&tree->paths, key, (size_t)length);
    return found >= 0 ? found : lookup(&tree->aliases, key, (size_t)length);
}

int32_t gb_tree_find(const gb_tree *tree, const char *path)
{
    if (!tree->count) return -1;
    int32_t found = lookup(&tree->paths, path, strlen(path));
    if (found >= 0) return found;
    int32_t at = 0;
    while (at >= 0 && *path) {
        size_t n = strcspn(path, ".");
        at = n ? child_n(tree, at, path, n) : -1;
        path += n;
        if (*path == '.' && !*++path) return -1;
    }
    return at;
}

int32_t gb_tree_child(const gb_tree *tree, int32_t module, const char *name)
{
    if (!name[0] || strchr(name, '.')) return -1;
    return child_n(tree, module, name, strlen(name));
}

int32_t gb_tree_child_at(const gb_tree *tree, int32_t module, int64_t i)
{
    const gb_module *m = &tree->modules[module];
    if (i < 0) i += m->child_count;
    if (i < 0 || i >= m->child_count) return -1;
    int32_t at = m->first_child;
    while (i-- > 0)
        at = tree->modules[at].next;
    return at;
}

static const char *nearest_child(const gb_tree *tree, int32_t module, const char *name)
{
    const gb_module *m = &tree->modules[module];
    const char **names = gb_alloc((size_t)m->child_count * sizeof *names, NULL);
    if (!names) return NULL;
    size_t n = 0;
    for (int32_t c = m->first_child; c >= 0; c = tree->modules[c].next)
        names[n++] = tree->modules[c].name;
    const char *nearest = gb_nearest(name, names, n);
    gb_free(names);
    return nearest;
}

const char *gb_tree_nearest(const gb_tree *tree, int32_t module, const char *name)
{
    if (module > 0) return nearest_child(tree, module, name);
    const char **names = gb_alloc((size_t)tree->count * sizeof *names, NULL);
    if (!names) return NULL;
    for (int32_t i = 0; i < tree->count; i++)
        names[i] = tree->modules[i].path;
    const char *nearest = gb_nearest(name, names, (size_t)tree->count);
    gb_free(names);
    return nearest ? nearest : nearest_child(tree, 0, name);
}

int32_t gb_tree_blocks(const gb_tree *tree)
{
    return lookup(&tree->aliases, "%blocks", 7);
}

int32_t gb_tree_block(const gb_tree *tree, int64_t i)
{
    int32_t blocks = gb_tree_blocks(tree);
    return blocks < 0 ? -1 : gb_tree_child_at(tree, blocks, i);
}

static int32_t in_block(const gb_tree *tree, int32_t module, const char *name)
{
    if (module < 0 || tree->modules[module].layer < 0) return -1;
    int32_t block = gb_tree_block(tree, tree->modules[module].layer);
    return block < 0 ? -1 : gb_tree_child(tree, block, name);
}

int32_t gb_tree_attention(const gb_tree *tree, int32_t block)
{
    return in_block(tree, block, "attn");
}

int32_t gb_tree_mlp(const gb_tree *tree, int32_t block)
{
    return in_block(tree, block, "mlp");
}

const gb_parameter *gb_module_param(const gb_module *module, const char *name)
{
    for (int32_t i = 0; i < module->param_count; i++)
        if (strcmp(module->params[i].name, name) == 0) return &module->params[i];
    return NULL;
}

/* --- printing --------------------------------------------------------------------------------- */

static bool same_subtree(const gb_tree *tree, int32_t a, int32_t b)
{
    const gb_module *x = &tree->modules[a], *y = &tree->modules[b];
    if (strcmp(x->cls, y->cls) != 0 || strcmp(x->extra, y->extra) != 0) return false;
    if (x->child_count != y->child_count) return false;
    int32_t i = x->first_child, j = y->first_child;
    for (; i >= 0; i = tree->modules[i].next, j = tree->modules[j].next) {
        if (strcmp(tree->modules[i].name, tree->modules[j].name) != 0) return false;
        if (!same_subtree(tree, i, j)) return false;
    }
    return true;
}

static void print_module(const gb_tree *tree, int32_t module, size_t indent, gb_buffer *out);

/* The children of a list, equal neighbours folded into one entry. */
static void print_list(const gb_tree *tree, const gb_module *list, size_t indent, gb_buffer *out)
{
    int32_t number = 0;
    for (int32_t c = list->first_child; c >= 0;) {
        int32_t count = 1, next = tree->modules[c].next;
        for (; next >= 0 && same_subtree(tree, c, next); next = tree->modules[next].next)
            count++;
        gb_buffer_repeat(out, ' ', indent);
        if (count == 1)
            gb_buffer_format(out, "(%d): ", number);
        else
            gb_buffer_format(out, "(%d-%d): %d x ", number, number + count - 1, count);
        print_module(tree, c, indent, out);
        gb_buffer_char(out, '\n');
        number += count;
        c = next;
    }
}

static void print_module(const gb_tree *tree, int32_t module, size_t indent, gb_buffer *out)
{
    const gb_module *m = &tree->modules[module];
    gb_buffer_format(out, "%s(", m->cls);
    if (m->child_count == 0) {
        gb_buffer_format(out, "%s)", m->extra);
        return;
    }
    gb_buffer_char(out, '\n');
    if (m->extra[0]) {
        gb_buffer_repeat(out, ' ', indent + 2);
        gb_buffer_format(out, "%s\n", m->extra);
    }
    if (m->list) {
        print_list(tree, m, indent + 2, out);
    } else {
        for (int32_t c = m->first_child; c >= 0; c = tree->modules[c].next) {
            gb_buffer_repeat(out, ' ', indent + 2);
            gb_buffer_format(out, "(%s): ", tree->modules[c].name);
            print_module(tree, c, indent + 2, out);
            gb_buffer_char(out, '\n');
        }
    }
    gb_buffer_repeat(out, ' ', indent);
    gb_buffer_char(out, ')');
}

void gb_tree_print(const gb_tree *tree, int32_t module, gb_buffer *out)
{
    print_module(tree, module, 0, out);
}

int64_t gb_tree_parameter_count(const gb_tree *tree, int32_t module)
{
    const gb_module *m = &tree->modules[module];
    int64_t total = 0;
    for (int32_t i = 0; i < m->param_count; i++) {
        const gb_parameter *p = &m->params[i];
        int64_t n = p->buffer || p->tied ? 0 : 1;
        for (int d = 0; d < p->rank; d++)
            n *= p->shape[d];
        total += n;
    }
    for (int32_t c = m->first_child; c >= 0; c = tree->modules[c].next)
        total += gb_tree_parameter_count(tree, c);
    return total;
}
