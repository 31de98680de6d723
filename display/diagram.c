/* The intervention graph as a picture. See diagram.h.
 *
 * A node's level is one more than its highest input's, and at least that of its place in the
 * model's order; levels go down the sheet, the nodes of a level stand side by side, near their
 * inputs. */
#include "display/diagram.h"

#include "display/drawing.h"
#include "display/label.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/arena.h"
#include "graph/base/text.h"

#include <limits.h>
#include <math.h>

enum { MOST_DRAWN = 160, LABEL_COLUMNS = 26 };

static const double NODE_WIDTH = 212, NODE_HEIGHT = 34, GAP_X = 16, GAP_Y = 26, MARGIN = 12;

/* Colour by kind (Okabe and Ito's, lightened), shape by kind too: rounded, slanted or square. */
static const struct {
    const char *word;
    gb_color fill, line;
} KINDS[GB_DIAGRAM_KINDS] = {
    [GB_DIAGRAM_OP] = {"op", {0xff, 0xff, 0xff}, {0x66, 0x66, 0x66}},
    [GB_DIAGRAM_READ] = {"read", {0xcc, 0xe5, 0xf4}, {0x00, 0x72, 0xb2}},
    [GB_DIAGRAM_WRITE] = {"write", {0xfb, 0xdc, 0xc6}, {0xd5, 0x5e, 0x00}},
    [GB_DIAGRAM_SAVE] = {"save", {0xc9, 0xec, 0xdf}, {0x00, 0x9e, 0x73}},
    [GB_DIAGRAM_CONST] = {"const", {0xee, 0xee, 0xee}, {0x88, 0x88, 0x88}},
    [GB_DIAGRAM_PRINT] = {"print", {0xff, 0xff, 0xee}, {0x99, 0x88, 0x00}},
    [GB_DIAGRAM_GRAD] = {"grad", {0xf5, 0xe1, 0xec}, {0xcc, 0x79, 0xa7}},
};

typedef struct placed {
    int level;
    double x, y; /* centre */
} placed;

static bool check(const gb_diagram *d, gb_error *err)
{
    for (size_t i = 0; i < d->count; i++) {
        const gb_diagram_node *node = &d->nodes[i];
        if ((unsigned)node->kind >= GB_DIAGRAM_KINDS)
            return gb_fail(err, GB_ERR_VALUE, "node %zu of the graph has no kind", i);
        for (size_t k = 0; k < node->input_count; k++)
            if (node->inputs[k] < 0 || (size_t)node->inputs[k] >= i)
                return gb_fail(err, GB_ERR_VALUE, "input %d of node %zu does not come before it",
                               node->inputs[k], i);
    }
    return true;
}

/* --- words ---------------------------------------------------------------------------------------
 */

static void put_detail(gb_buffer *out, const gb_diagram_node *node)
{
    const char *between = "";
    if (node->shape) {
        gb_label_put(out, node->shape, GB_LABEL_LINE, LABEL_COLUMNS);
        between = " · ";
    }
    if (node->bytes) {
        gb_buffer_text(out, between);
        gb_buffer_bytes(out, node->bytes);
        between = " · ";
    }
    if (node->milliseconds >= 0 && isfinite(node->milliseconds)) {
        gb_buffer_text(out, between);
        gb_number_put(out, node->milliseconds, GB_DIGITS, false);
        gb_buffer_text(out, " ms");
    }
    gb_buffer_put(out, "", 0);
}

static void put_caption(gb_buffer *out, const gb_diagram *d, size_t drawn)
{
    size_t counts[GB_DIAGRAM_KINDS] = {0}, affected = 0, skipped = 0;
    for (size_t i = 0; i < d->count; i++) {
        counts[d->nodes[i].kind]++;
        affected += d->nodes[i].affected;
        skipped += d->nodes[i].skipped;
    }
    gb_label_put(out, d->title, GB_LABEL_LINE, 100);
    gb_buffer_format(out, "%s%zu nodes", d->title ? " · " : "", d->count);
    for (size_t k = 0; k < GB_DIAGRAM_KINDS; k++)
        if (counts[k] && k != GB_DIAGRAM_OP)
            gb_buffer_format(out, ", %zu %s", counts[k], KINDS[k].word);
    if (affected) gb_buffer_format(out, "; %zu reached by an edit (shaded)", affected);
    if (skipped) gb_buffer_format(out, "; %zu never ran (dashed)", skipped);
    if (drawn < d->count) gb_buffer_format(out, "; the first %zu are drawn", drawn);
    gb_buffer_put(out, "", 0);
}

/* --- layout --------------------------------------------------------------------------------------
 */

static void find_levels(const gb_diagram *d, size_t n, placed *nodes)
{
    for (size_t i = 0; i < n; i++) {
        nodes[i].level = 0;
        for (size_t k = 0; k < d->nodes[i].input_count; k++) {
            int below = nodes[d->nodes[i].inputs[k]].level + 1;
            if (below > nodes[i].level) nodes[i].level = below;
        }
        /* Sites follow the model's order: a later one never stands above an earlier one. */
        for (size_t k = 0; k < i && d->nodes[i].rank >= 0; k++)
            if (d->nodes[k].rank >= 0 && d->nodes[k].rank < d->nodes[i].rank &&
                nodes[k].level >= nodes[i].level)
                nodes[i].level = nodes[k].level + 1;
    }
}

/* What has no inputs and no place of its own (constants) goes right above what uses it first, so
 * that no edge runs behind other nodes. */
static void sink_sources(const gb_diagram *d, size_t n, placed *nodes)
{
    for (size_t i = 0; i < n; i++) {
        if (d->nodes[i].input_count || d->nodes[i].rank >= 0) continue;
        int first = INT_MAX;
        for (size_t k = i + 1; k < n; k++)
            for (size_t j = 0; j < d->nodes[k].input_count; j++)
                if ((size_t)d->nodes[k].inputs[j] == i && nodes[k].level < first)
                    first = nodes[k].level;
        if (first != INT_MAX && first - 1 > nodes[i].level) nodes[i].level = first - 1;
    }
}

/* Places one level's nodes from the left, each as near below its inputs as its neighbours allow. */
static void place_level(const gb_diagram *d, size_t n, placed *nodes, int level)
{
    double next = MARGIN + NODE_WIDTH / 2;
    for (size_t i = 0; i < n; i++) {
        if (nodes[i].level != level) continue;
        double sum = 0;
        for (size_t k = 0; k < d->nodes[i].input_count; k++)
            sum += nodes[d->nodes[i].inputs[k]].x;
        double wish = d->nodes[i].input_count ? sum / (double)d->nodes[i].input_count : next;
        nodes[i].x = fmax(next, fmin(wish, next + 2 * NODE_WIDTH));
        nodes[i].y = MARGIN + 28 + NODE_HEIGHT / 2 + level * (NODE_HEIGHT + GAP_Y);
        next = nodes[i].x + NODE_WIDTH + GAP_X;
    }
}

/* --- drawing -------------------------------------------------------------------------------------
 */

static void draw_edge(gb_drawing *sheet, const placed *from, const placed *to, bool affected)
{
    gb_color color = affected ? (gb_color){0xd5, 0x5e, 0x00} : (gb_color){0x99, 0x99, 0x99};
    gb_stroke stroke = {.color = color, .width = affected ? 1.6 : 1};
    gb_point a = {from->x, from->y + NODE_HEIGHT / 2}, b = {to->x, to->y - NODE_HEIGHT / 2};
    /* Down, across in the gap above the target, down: long edges stay out of the nodes' rows. */
    gb_point points[] = {a, {a.x, a.y + 5}, {b.x, b.y - 9}, {b.x, b.y - 1}};
    gb_draw_path(sheet, &(gb_path){points, 4, false}, NULL, &stroke);
    gb_point tip[] = {{b.x, b.y}, {b.x - 3.5, b.y - 6}, {b.x + 3.5, b.y - 6}};
    gb_draw_path(sheet, &(gb_path){tip, 3, true}, &(gb_fill){.color = color}, NULL);
}

static void draw_outline(gb_drawing *sheet, const gb_diagram_node *node, gb_box b)
{
    gb_stroke stroke = {
        .color = KINDS[node->kind].line, .width = 1.3, .dash = node->skipped ? 1 : 0};
    gb_fill fill = {.color = KINDS[node->kind].fill};
    if (node->affected && node->kind == GB_DIAGRAM_OP) fill.color = (gb_color){0xff, 0xee, 0xdd};
    double cut = 8;
    if (node->kind == GB_DIAGRAM_READ || node->kind == GB_DIAGRAM_WRITE) {
        /* Reads lean one way, writes the other. */
        double lean = node->kind == GB_DIAGRAM_READ ? cut : -cut;
        double l = fmax(lean, 0), r = fmax(-lean, 0);
        gb_point points[] = {
            {b.x + l, b.y}, {b.x + b.w - r, b.y}, {b.x + b.w - l, b.y + b.h}, {b.x + r, b.y + b.h}};
        gb_draw_path(sheet, &(gb_path){points, 4, true}, &fill, &stroke);
    } else if (node->kind == GB_DIAGRAM_SAVE) {
        gb_point points[] = {{b.x + cut, b.y},           {b.x + b.w - cut, b.y},
                             {b.x + b.w, b.y + b.h / 2}, {b.x + b.w - cut, b.y + b.h},
                             {b.x + cut, b.y + b.h},     {b.x, b.y + b.h / 2}};
        gb_draw_path(sheet, &(gb_path){points, 6, true}, &fill, &stroke);
    } else {
        gb_draw_box(sheet, b, &fill, &stroke);
    }
}

static void draw_node(gb_drawing *sheet, const gb_diagram_node *node, const placed *at)
{
    gb_box box = {at->x - NODE_WIDTH / 2, at->y - NODE_HEIGHT / 2, NODE_WIDTH, NODE_HEIGHT};
    gb_font font = {.size = 10.5, .across = GB_PLACE_MIDDLE, .down = GB_PLACE_MIDDLE};
    gb_buffer text = GB_BUFFER_INIT;
    draw_outline(sheet, node, box);
    if (node->kind != GB_DIAGRAM_OP) gb_buffer_format(&text, "%s ", KINDS[node->kind].word);
    gb_label_put(&text, node->label, GB_LABEL_LINE, LABEL_COLUMNS - 4);
    gb_buffer_put(&text, "", 0);
    gb_buffer detail = GB_BUFFER_INIT;
    put_detail(&detail, node);
    bool two = !detail.failed && detail.size;
    if (!text.failed)
        gb_draw_text(sheet, (gb_point){at->x, at->y - (two ? 7 : 0)}, text.data, &font);
    font.size = 9;
    font.color = (gb_color){0x55, 0x55, 0x55};
    if (two) gb_draw_text(sheet, (gb_point){at->x, at->y + 8}, detail.data, &font);
    gb_buffer_release(&text);
    gb_buffer_release(&detail);
}

static gb_drawing *draw(const gb_diagram *d, size_t n, gb_arena *arena, gb_error *err)
{
    placed *nodes = gb_arena_array(arena, n, sizeof *nodes, err);
    if (!nodes) return NULL;
    find_levels(d, n, nodes);
    sink_sources(d, n, nodes);
    int last = 0;
    double width = 320;
    for (size_t i = 0; i < n; i++)
        if (nodes[i].level > last) last = nodes[i].level;
    for (int level = 0; level <= last; level++)
        place_level(d, n, nodes, level);
    for (size_t i = 0; i < n; i++)
        width = fmax(width, nodes[i].x + NODE_WIDTH / 2 + MARGIN);
    double height = 2 * MARGIN + 28 + (last + 1) * (NODE_HEIGHT + GAP_Y);
    gb_drawing *sheet =
        gb_drawing_new(fmin(width, GB_DRAWING_SIDE), fmin(height, GB_DRAWING_SIDE), err);
    if (!sheet) return NULL;
    gb_draw_text(sheet, (gb_point){MARGIN, 8}, d->title, &(gb_font){.size = 13, .bold = true});
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < d->nodes[i].input_count; k++) {
            int32_t from = d->nodes[i].inputs[k];
            bool affected = d->nodes[i].affected &&
                            (d->nodes[from].affected || d->nodes[from].kind == GB_DIAGRAM_WRITE);
            draw_edge(sheet, &nodes[from], &nodes[i], affected);
        }
    for (size_t i = 0; i < n; i++)
        draw_node(sheet, &d->nodes[i], &nodes[i]);
    return sheet;
}

/* --- the view ------------------------------------------------------------------------------------
 */

static bool put_table(gb_page *page, const gb_diagram *d, gb_error *err)
{
    static const char *const headers[] = {"node",   "kind",           "what",
                                          "inputs", "shape and cost", "state"};
    gb_table table = {.plain = true};
    gb_buffer text = GB_BUFFER_INIT;
    for (size_t i = 0; i < 6; i++)
        gb_table_column(&table, headers[i], i ? GB_ALIGN_LEFT : GB_ALIGN_RIGHT);
    for (size_t i = 0; i < d->count; i++) {
        const gb_diagram_node *node = &d->nodes[i];
        gb_buffer_format(&text, "%zu", i);
        gb_table_take(&table, &text);
        gb_table_cell(&table, KINDS[node->kind].word);
        gb_label_put(&text, node->label, GB_LABEL_LINE, 48);
        gb_table_take(&table, &text);
        for (size_t k = 0; k < node->input_count && k < 8; k++)
            gb_buffer_format(&text, k ? ", %d" : "%d", node->inputs[k]);
        gb_table_take(&table, &text);
        put_detail(&text, node);
        gb_table_take(&table, &text);
        gb_table_cell(&table, node->skipped ? "never ran" : node->affected ? "reached" : "");
    }
    gb_buffer_release(&text);
    bool ok = gb_table_ok(&table, err);
    gb_buffer_text(&page->html, "<details><summary>nodes</summary>");
    if (ok) gb_page_table(page, &table, NULL);
    gb_buffer_text(&page->html, "</details>");
    gb_table_release(&table);
    return ok;
}

bool gb_diagram_show(const gb_diagram *diagram, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_arena arena = GB_ARENA_INIT;
    gb_buffer caption = GB_BUFFER_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!check(diagram, err)) return false;
    size_t drawn = diagram->count < MOST_DRAWN ? diagram->count : MOST_DRAWN;
    put_caption(&caption, diagram, drawn);
    gb_drawing *sheet = draw(diagram, drawn, &arena, err);
    bool ok = sheet && gb_buffer_ok(&caption, err);
    if (ok) gb_page_line(&page, caption.data);
    ok = ok && gb_page_picture(&page, sheet, caption.data, err) && put_table(&page, diagram, err);
    gb_drawing_free(sheet);
    gb_arena_release(&arena);
    gb_buffer_release(&caption);
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}
