/* Trees of saved values, activations and modules. See tree.h.
 *
 * The flat list is first measured (where each subtree ends, sums of bytes and parameters, which
 * siblings are equal), then walked twice: once for text, once for HTML. */
#include "display/tree.h"

#include "display/label.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/interrupt.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>

enum { MOST_DEPTH = 64, LEAST_GROUP = 3, TEXT_SHARE = 16 * 1024, TEXT_COLUMNS = 200 };

/* What was measured about one node and all below it. */
typedef struct extent {
    size_t end; /* index after the subtree's last node */
    uint64_t bytes;
    int64_t parameters;
    uint64_t signature; /* equal subtrees have equal ones; the root's name is not in it */
} extent;

typedef struct walk {
    const gb_tree *tree;
    extent *extents;
    gb_buffer *out;
    bool html;
    size_t limit; /* size of `out` at which nodes are left out */
    size_t left_out;
    gb_buffer prefix; /* of text lines: "│  " for each open branch */
} walk;

/* --- measuring -----------------------------------------------------------------------------------
 */

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t both[] = {a, b};
    return gb_hash_bytes(both, sizeof both);
}

static uint64_t hash_text(const char *text)
{
    return text ? gb_hash_bytes(text, strlen(text)) : 0;
}

static bool check(const gb_tree *tree, gb_error *err)
{
    for (size_t i = 0; i < tree->count; i++) {
        size_t most = i ? tree->nodes[i - 1].depth + 1 : 0;
        if (tree->nodes[i].depth > most || tree->nodes[i].depth > MOST_DEPTH)
            return gb_fail(err, GB_ERR_VALUE,
                           "node %zu of the tree has depth %zu, at most %zu fits", i,
                           tree->nodes[i].depth, most < MOST_DEPTH ? most : MOST_DEPTH);
    }
    return true;
}

/* From the last node to the first, so that children are measured before their parent. */
static void measure(const gb_tree *tree, extent *extents)
{
    for (size_t i = tree->count; i-- > 0;) {
        const gb_tree_node *node = &tree->nodes[i];
        extent e = {i + 1, node->bytes, node->parameters, mix(hash_text(node->type), node->marks)};
        while (e.end < tree->count && tree->nodes[e.end].depth > node->depth) {
            const extent *child = &extents[e.end];
            e.bytes += child->bytes;
            e.parameters += child->parameters;
            e.signature =
                mix(e.signature, mix(hash_text(tree->nodes[e.end].name), child->signature));
            e.end = child->end;
        }
        extents[i] = e;
    }
}

static bool is_number(const char *name)
{
    return name && *name && !name[strspn(name, "0123456789")];
}

/* How many siblings from node i on are equal but for their numbers; 1: no group. */
static size_t group_size(const walk *w, size_t i)
{
    const gb_tree_node *nodes = w->tree->nodes;
    if (!w->tree->group || !is_number(nodes[i].name)) return 1;
    size_t size = 1, next = w->extents[i].end;
    while (next < w->tree->count && nodes[next].depth == nodes[i].depth &&
           is_number(nodes[next].name) && w->extents[next].signature == w->extents[i].signature) {
        size++;
        next = w->extents[next].end;
    }
    return size >= LEAST_GROUP ? size : 1;
}

/* --- lines ---------------------------------------------------------------------------------------
 */

static void put_part(walk *w, const char *text)
{
    gb_buffer label = GB_BUFFER_INIT;
    gb_label_put(&label, text, GB_LABEL_LINE, TEXT_COLUMNS);
    gb_buffer_put(&label, "", 0);
    if (label.failed)
        w->out->failed = true;
    else if (w->html)
        gb_html_put(w->out, label.data);
    else
        gb_buffer_text(w->out, label.data);
    gb_buffer_release(&label);
}

static void put_marks(walk *w, unsigned marks)
{
    static const struct {
        unsigned mark;
        const char *text, *color;
    } all[] = {{GB_TREE_READ, "◂ read", "#2f8fb5"},
               {GB_TREE_WRITTEN, "▸ written", "#d1703b"},
               {GB_TREE_SAVED, "● saved", "#3f9a5f"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!(marks & all[i].mark)) continue;
        if (w->html)
            gb_buffer_format(w->out, " · <span style=\"color:%s\">%s</span>", all[i].color,
                             all[i].text);
        else
            gb_buffer_format(w->out, " · %s", all[i].text);
    }
}

static void put_sums(walk *w, uint64_t bytes, int64_t parameters)
{
    if (parameters) {
        gb_buffer_text(w->out, " · ");
        gb_number_put_count(w->out, parameters);
        gb_buffer_text(w->out, " parameters");
    }
    if (bytes) {
        gb_buffer_text(w->out, " · ");
        gb_buffer_bytes(w->out, bytes);
    }
}

/* Everything after the name. */
static void put_rest(walk *w, const gb_tree_node *node, uint64_t bytes, int64_t parameters)
{
    if (node->type) {
        gb_buffer_char(w->out, ' ');
        put_part(w, node->type);
    }
    if (node->note) {
        gb_buffer_text(w->out, " · ");
        put_part(w, node->note);
    }
    put_sums(w, bytes, parameters);
    put_marks(w, node->marks);
    if (node->path && node->name && strcmp(node->path, node->name) != 0) {
        gb_buffer_text(w->out, w->html ? " · <code>" : " · ");
        put_part(w, node->path);
        if (w->html) gb_buffer_text(w->out, "</code>");
    }
}

static void put_name(walk *w, const char *name)
{
    if (w->html) gb_buffer_text(w->out, "<b>");
    put_part(w, name ? name : "·");
    if (w->html) gb_buffer_text(w->out, "</b>");
}

static void put_node_line(walk *w, size_t i)
{
    put_name(w, w->tree->nodes[i].name);
    put_rest(w, &w->tree->nodes[i], w->extents[i].bytes, w->extents[i].parameters);
}

/* "0…29 (30 ×) LlamaDecoderLayer · …" with the sums of all. */
static void put_group_line(walk *w, size_t i, size_t size)
{
    const gb_tree_node *nodes = w->tree->nodes;
    uint64_t bytes = 0;
    int64_t parameters = 0;
    size_t last = i;
    for (size_t k = 0, at = i; k < size; k++, at = w->extents[at].end) {
        bytes += w->extents[at].bytes;
        parameters += w->extents[at].parameters;
        last = at;
    }
    char count[40];
    snprintf(count, sizeof count, " (%zu ×)", size);
    put_name(w, nodes[i].name);
    gb_buffer_text(w->out, "…");
    put_name(w, nodes[last].name);
    gb_buffer_text(w->out, count);
    gb_tree_node shared = {.type = nodes[i].type, .marks = nodes[i].marks};
    put_rest(w, &shared, bytes, parameters);
}

/* --- walking -------------------------------------------------------------------------------------
 */

static void put_children(walk *w, size_t first, size_t end);

static void open_fold(walk *w, size_t depth)
{
    gb_buffer_text(w->out,
                   depth < w->tree->open_depth ? "<details open><summary>" : "<details><summary>");
}

/* What lies under a line: `first`…`end`, folded in HTML, indented in text. */
static void put_below(walk *w, size_t first, size_t end, bool last)
{
    if (w->html) {
        gb_buffer_text(w->out,
                       "</summary><ul style=\"list-style:none;margin:0;padding-left:18px\">");
        put_children(w, first, end);
        gb_buffer_text(w->out, "</ul></details>");
        return;
    }
    size_t before = w->prefix.size;
    gb_buffer_text(&w->prefix, last ? "   " : "│  ");
    put_children(w, first, end);
    w->prefix.size = before;
    if (w->prefix.data) w->prefix.data[before] = '\0';
}

/* One child with all below it, or a group of equal ones: the first stands for all. */
static void put_child(walk *w, size_t i, size_t size, bool last)
{
    const extent *e = &w->extents[i];
    size_t depth = w->tree->nodes[i].depth;
    bool inner = e->end > i + 1;
    if (w->html) {
        gb_buffer_text(w->out, "<li>");
        if (inner) open_fold(w, size > 1 ? SIZE_MAX : depth);
    } else {
        gb_buffer_put(w->out, w->prefix.data ? w->prefix.data : "", w->prefix.size);
        gb_buffer_text(w->out, last ? "└─ " : "├─ ");
    }
    if (size > 1)
        put_group_line(w, i, size);
    else
        put_node_line(w, i);
    if (!w->html) gb_buffer_char(w->out, '\n');
    if (inner) put_below(w, i + 1, e->end, last);
    if (w->html) gb_buffer_text(w->out, "</li>");
}

/* Leaves that differ in their notes are not worth grouping unless there are many of them. */
static size_t worth_grouping(const walk *w, size_t i)
{
    size_t size = group_size(w, i);
    bool leaf = w->extents[i].end == i + 1;
    return leaf && size <= 8 && w->tree->nodes[i].note ? 1 : size;
}

static void put_children(walk *w, size_t first, size_t end)
{
    for (size_t i = first; i < end;) {
        size_t size = worth_grouping(w, i), next = i;
        for (size_t k = 0; k < size; k++)
            next = w->extents[next].end;
        if (w->out->failed || w->out->size >= w->limit)
            w->left_out += next - i;
        else
            put_child(w, i, size, next >= end);
        i = next;
    }
}

static void put_left_out(walk *w)
{
    if (!w->left_out) return;
    gb_buffer_format(w->out,
                     w->html ? "<p><small>%zu more not shown, to keep the output under 64 KB"
                               "</small></p>"
                             : "… %zu more not shown\n",
                     w->left_out);
}

static void put_title(walk *w)
{
    uint64_t bytes = 0;
    int64_t parameters = 0;
    size_t roots = 0;
    for (size_t i = 0; i < w->tree->count; i = w->extents[i].end, roots++) {
        bytes += w->extents[i].bytes;
        parameters += w->extents[i].parameters;
    }
    if (w->html) gb_buffer_text(w->out, "<div>");
    if (w->tree->title) put_name(w, w->tree->title);
    gb_buffer_format(w->out, "%s%zu %s", w->tree->title ? " · " : "", roots,
                     roots == 1 ? "entry" : "entries");
    put_sums(w, bytes, parameters);
    gb_buffer_text(w->out, w->html ? "</div>" : "\n");
}

static void write_form(walk *w)
{
    put_title(w);
    if (w->html) gb_buffer_text(w->out, "<ul style=\"list-style:none;margin:0;padding-left:4px\">");
    put_children(w, 0, w->tree->count);
    if (w->html) gb_buffer_text(w->out, "</ul>");
    put_left_out(w);
    gb_buffer_release(&w->prefix);
}

bool gb_tree_show(const gb_tree *tree, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!check(tree, err) || !gb_check_interrupt(err)) return false;
    extent *extents = gb_calloc(tree->count, sizeof *extents, err);
    if (!extents) return false;
    measure(tree, extents);
    walk text = {.tree = tree, .extents = extents, .out = &page.text, .limit = TEXT_SHARE};
    write_form(&text);
    walk html = {.tree = tree, .extents = extents, .out = &page.html, .html = true};
    html.limit = GB_BUNDLE_BUDGET - TEXT_SHARE - 8192;
    write_form(&html);
    gb_free(extents);
    return gb_page_finish(&page, tree->repr, out, err);
}
