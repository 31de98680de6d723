/* The plan of a decoder: the forward pass of every family of family.def, written once.
 *
 *     ids ─ embed (+ positions) ─ drop ─ L × block ─ final norm ─ head ─ logits
 *     block: x + attn(norm1(x)), then x + mlp(norm2(x)); or both from the same x (parallel) */
#include "graph/model/attention.h"
#include "graph/model/builder.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The child with a role, or -1 when the family has none. */
static int32_t child(const gb_builder *b, int32_t parent, gb_role role)
{
    const char *name = b->config->family->name[role];
    return name ? gb_tree_child(&b->plan->tree, parent, name) : -1;
}

static void row_step(gb_builder *b, gb_row_op op, const int32_t *in, int32_t in_count, int32_t out)
{
    gb_row_step step = {.op = op, .in_count = in_count, .out = {out}, .out_count = 1};
    for (int32_t i = 0; i < in_count; i++)
        step.in[i] = in[i];
    gb_build_rows(b, &step);
}

/* --- attention -------------------------------------------------------------------------------- */

typedef struct qkv {
    int32_t q, k, v; /* [N, H, d], [N, K, d] */
} qkv;

static void bind_qkv(gb_builder *b, const qkv *p)
{
    gb_build_bind(b, "q", p->q, GB_LAYOUT_HEADS);
    gb_build_bind(b, "k", p->k, GB_LAYOUT_HEADS);
    gb_build_bind(b, "v", p->v, GB_LAYOUT_HEADS);
    gb_build_bind(b, "qt", p->q, GB_LAYOUT_TOKENS);
    gb_build_bind(b, "kt", p->k, GB_LAYOUT_TOKENS);
    gb_build_bind(b, "vt", p->v, GB_LAYOUT_TOKENS);
}

/* One projection for all three. */
static qkv fused_projection(gb_builder *b, int32_t attn, int32_t x)
{
    static const char *const names[] = {"q", "k", "v"};
    const gb_config *c = b->config;
    int32_t all = gb_build_linear(b, child(b, attn, GB_ROLE_QKV), x), parts[3];
    bool blocks = c->family->fused == GB_FUSED_BLOCKS;
    gb_dims dims = blocks ? GB_DIMS3(3, c->heads, c->head_dim) : GB_DIMS3(c->heads, 3, c->head_dim);
    int32_t split = gb_build_view(b, all, "qkv", dims);
    gb_build_unbind(b, split, blocks ? 1 : 2, names, parts, 3);
    return (qkv){parts[0], parts[1], parts[2]};
}

static int32_t one_projection(gb_builder *b, int32_t attn, gb_role role, int32_t x, bool shared)
{
    const gb_config *c = b->config;
    static const char *const names[] = {"q", "k", "v"};
    const char *name = names[role - GB_ROLE_Q];
    char suffix[16];
    snprintf(suffix, sizeof suffix, "%s_in", name);
    int32_t in = shared ? gb_build_alias(b, x, suffix) : x;
    int32_t y = gb_build_linear(b, child(b, attn, role), in);
    return gb_build_view(b, y, name,
                         GB_DIMS2(role == GB_ROLE_Q ? c->heads : c->kv_heads, c->head_dim));
}

static qkv three_projections(gb_builder *b, int32_t attn, int32_t x)
{
    qkv p;
    p.q = one_projection(b, attn, GB_ROLE_Q, x, true);
    p.k = one_projection(b, attn, GB_ROLE_K, x, true);
    p.v = one_projection(b, attn, GB_ROLE_V, x, false);
    int32_t q_norm = child(b, attn, GB_ROLE_Q_NORM), k_norm = child(b, attn, GB_ROLE_K_NORM);
    if (q_norm >= 0) p.q = gb_build_norm(b, q_norm, p.q);
    if (k_norm >= 0) p.k = gb_build_norm(b, k_norm, p.k);
    return p;
}

static int32_t rotate(gb_builder *b, int32_t x, int32_t cos, int32_t sin, const char *suffix)
{
    const gb_slot *slot = &b->plan->slots[x];
    int32_t out = gb_build_slot(b, suffix, GB_DIMS2(slot->shape[0], slot->shape[1]));
    gb_row_step step = {.op = GB_ROW_ROTATE,
                        .in = {x, cos, sin},
                        .in_count = 3,
                        .out = {out},
                        .out_count = 1,
                        .per_token = true};
    gb_build_rows(b, &step);
    return out;
}

static double score_scale(const gb_builder *b)
{
    const gb_config *c = b->config;
    double scale = c->unscaled ? 1.0 : 1.0 / sqrt((double)c->head_dim);
    return c->scale_by_layer ? scale / (double)(b->layer + 1) : scale;
}

static void attend_step(gb_builder *b, gb_row_op op, const int32_t *in, int32_t in_count,
                        int32_t out)
{
    const gb_config *c = b->config;
    gb_attention how = {.layer = b->layer,
                        .heads = c->heads,
                        .kv_heads = c->kv_heads,
                        .head_dim = c->head_dim,
                        .scale = score_scale(b),
                        .window = c->window,
                        .causal = b->plan->causal};
    gb_row_step step = {.op = op,
                        .in_count = in_count,
                        .out = {out},
                        .out_count = 1,
                        .attributes = &how,
                        .attribute_bytes = sizeof how};
    memcpy(step.in, in, (size_t)in_count * sizeof *in);
    gb_build_rows(b, &step);
}

int32_t gb_build_attend(gb_builder *b, int32_t q, int32_t k, int32_t v)
{
    const gb_config *c = b->config;
    int32_t z = gb_build_slot(b, "z", GB_DIMS2(c->heads, c->head_dim));
    int32_t scores = gb_build_slot(b, "scores", GB_DIMS2(c->heads, -1));
    int32_t pattern = gb_build_slot(b, "pattern", GB_DIMS2(c->heads, -1));
    b->variant = GB_VARIANT_FUSED;
    attend_step(b, GB_ROW_ATTENTION, (int32_t[]){q, k, v}, 3, z);
    b->variant = GB_VARIANT_EAGER;
    attend_step(b, GB_ROW_SCORES, (int32_t[]){q, k}, 2, scores);
    gb_build_bind(b, "scores", scores, GB_LAYOUT_KEYS);
    gb_build_point(b, "scored");
    attend_step(b, GB_ROW_PATTERN, &scores, 1, pattern);
    gb_build_bind(b, "weights", pattern, GB_LAYOUT_KEYS);
    gb_build_bind(b, "pattern", b->eager ? pattern : -1, GB_LAYOUT_KEYS);
    gb_build_point(b, "weighed");
    attend_step(b, GB_ROW_MIX, (int32_t[]){pattern, v}, 2, z);
    b->variant = GB_VARIANT_ALWAYS;
    gb_build_bind(b, "z", z, GB_LAYOUT_TOKENS);
    gb_build_point(b, "attended");
    int32_t merged = gb_build_view(b, z, "merged", GB_DIMS1(c->heads * c->head_dim));
    gb_build_bind(b, "merged", merged, GB_LAYOUT_TOKENS);
    gb_build_point(b, "merged");
    return merged;
}

typedef struct stream {
    int32_t cos, sin; /* [N, r], or -1 */
} stream;

static int32_t attention(gb_builder *b, int32_t attn, int32_t x, const stream *s)
{
    gb_build_bind(b, "x", x, GB_LAYOUT_TOKENS);
    gb_build_enter(b, attn, b->config->family->attn_in);
    bool fused = b->config->family->fused != GB_FUSED_NO;
    qkv p = fused ? fused_projection(b, attn, x) : three_projections(b, attn, x);
    if (s->cos >= 0) {
        bind_qkv(b, &p);
        gb_build_point(b, "projected");
        p.q = rotate(b, p.q, s->cos, s->sin, "q_turned");
        p.k = rotate(b, p.k, s->cos, s->sin, "k_turned");
    }
    bind_qkv(b, &p);
    gb_build_point(b, "ready");
    int32_t merged = gb_build_attend(b, p.q, p.k, p.v);
    int32_t y = gb_build_linear(b, child(b, attn, GB_ROLE_O), merged);
    int32_t dropout = child(b, attn, GB_ROLE_RESID_DROPOUT);
    if (dropout >= 0) y = gb_build_identity(b, dropout, y);
    gb_build_bind(b, "x", y, GB_LAYOUT_TOKENS);
    gb_build_leave(b, attn, "(x, pattern)");
    return y;
}

/* --- MLP and block ---------------------------------------------------------------------------- */

static int32_t gated(gb_builder *b, int32_t mlp, int32_t x)
{
    int32_t in = gb_build_alias(b, x, "gate_in");
    int32_t gate = gb_build_linear(b, child(b, mlp, GB_ROLE_GATE), in);
    int32_t open = gb_build_activation(b, child(b, mlp, GB_ROLE_ACT), gate);
    int32_t up = gb_build_linear(b, child(b, mlp, GB_ROLE_UP), x);
    return GB_BUILD_OP(b, "aten::mul.Tensor", "gated", GB_DIMS1(b->config->inner),
                       gb_arg_node(open), gb_arg_node(up));
}

static int32_t mlp(gb_builder *b, int32_t module, int32_t x)
{
    gb_build_enter_x(b, module, x);
    int32_t h;
    if (child(b, module, GB_ROLE_GATE) >= 0) {
        h = gated(b, module, x);
    } else {
        h = gb_build_linear(b, child(b, module, GB_ROLE_UP), x);
        h = gb_build_activation(b, child(b, module, GB_ROLE_ACT), h);
    }
    h = gb_build_linear(b, child(b, module, GB_ROLE_DOWN), h);
    int32_t dropout = child(b, module, GB_ROLE_MLP_DROPOUT);
    if (dropout >= 0) h = gb_build_identity(b, dropout, h);
    return gb_build_leave_x(b, module, h);
}

static int32_t dropped(gb_builder *b, int32_t block, gb_role role, int32_t x)
{
    int32_t dropout = child(b, block, role);
    return dropout < 0 ? x : gb_build_identity(b, dropout, x);
}

/* x + attn(norm1(x)) + mlp(norm2(x)), added as gpt_neox adds; phi has one norm for both. */
static int32_t parallel(gb_builder *b, int32_t block, int32_t x, const stream *s)
{
    int32_t n = gb_build_norm(b, child(b, block, GB_ROLE_NORM1), gb_build_alias(b, x, "norm1_in"));
    int32_t norm2 = child(b, block, GB_ROLE_NORM2);
    int32_t attn_in = norm2 < 0 ? gb_build_alias(b, n, "attn_in") : n;
    int32_t a = attention(b, child(b, block, GB_ROLE_ATTN), attn_in, s);
    a = dropped(b, block, GB_ROLE_POST_ATTN_DROP, a);
    if (norm2 >= 0) n = gb_build_norm(b, norm2, gb_build_alias(b, x, "norm2_in"));
    int32_t m = mlp(b, child(b, block, GB_ROLE_MLP), n);
    m = dropped(b, block, GB_ROLE_POST_MLP_DROP, m);
    return gb_build_add(b, gb_build_add(b, m, a, "both"), x, "output");
}

static int32_t sequential(gb_builder *b, int32_t block, int32_t x, const stream *s)
{
    int32_t n = gb_build_norm(b, child(b, block, GB_ROLE_NORM1), gb_build_alias(b, x, "norm1_in"));
    int32_t a = attention(b, child(b, block, GB_ROLE_ATTN), n, s);
    a = dropped(b, block, GB_ROLE_POST_ATTN_DROP, a);
    int32_t mid = gb_build_add(b, x, a, "mid");
    gb_build_bind(b, "mid", mid, GB_LAYOUT_TOKENS);
    gb_build_point(b, "mid");
    n = gb_build_norm(b, child(b, block, GB_ROLE_NORM2), gb_build_alias(b, mid, "norm2_in"));
    int32_t m = mlp(b, child(b, block, GB_ROLE_MLP), n);
    m = dropped(b, block, GB_ROLE_POST_MLP_DROP, m);
    return gb_build_add(b, mid, m, "output");
}

static int32_t run_block(gb_builder *b, int32_t block, int32_t x, const stream *s)
{
    gb_build_bind(b, "x", x, GB_LAYOUT_TOKENS);
    gb_build_enter(b, block, b->config->family->block_in);
    x = b->config->parallel ? parallel(b, block, x, s) : sequential(b, block, x, s);
    return gb_build_leave_x(b, block, x);
}

/* --- the ends --------------------------------------------------------------------------------- */

static stream rotary(gb_builder *b, int32_t module, int32_t hidden, int32_t positions)
{
    if (module < 0) return (stream){-1, -1};
    gb_rotary how;
    if (!gb_rotary_init(&how, b->config, b->err)) {
        b->failed = true;
        return (stream){-1, -1};
    }
    gb_build_bind(b, "x", hidden, GB_LAYOUT_TOKENS);
    const char *spec = b->config->family->rotary_in;
    gb_build_enter(b, module, spec ? spec : "x; position_ids=pos");
    stream s = {gb_build_slot(b, "cos", GB_DIMS1(how.dim)),
                gb_build_slot(b, "sin", GB_DIMS1(how.dim))};
    gb_row_step step = {.op = GB_ROW_ROTARY,
                        .in = {positions},
                        .in_count = 1,
                        .out = {s.cos, s.sin},
                        .out_count = 2,
                        .per_token = true,
                        .attributes = &how,
                        .attribute_bytes = sizeof how};
    gb_build_rows(b, &step);
    gb_build_bind(b, "cos", s.cos, GB_LAYOUT_ONCE);
    gb_build_bind(b, "sin", s.sin, GB_LAYOUT_ONCE);
    gb_build_leave(b, module, "(cos, sin)");
    return s;
}

static int32_t embed(gb_builder *b, int32_t base, int32_t ids, int32_t positions)
{
    int32_t h = gb_build_embedding(b, child(b, base, GB_ROLE_EMBED), ids);
    int32_t learned = child(b, base, GB_ROLE_POSITIONS);
    if (learned >= 0) {
        int32_t p = gb_build_embedding(b, learned, positions);
        h = gb_build_add(b, h, p, "embedded");
    }
    int32_t dropout = child(b, base, GB_ROLE_EMBED_DROP);
    return dropout < 0 ? h : gb_build_identity(b, dropout, h);
}

/* The base model; its hidden state. */
static int32_t run_base(gb_builder *b, int32_t base, int32_t ids, int32_t positions)
{
    const gb_family *family = b->config->family;
    gb_build_enter(b, base, family->base_in);
    int32_t h = embed(b, base, ids, positions);
    stream s = rotary(b, child(b, base, GB_ROLE_ROTARY), h, positions);
    for (int64_t i = 0; i < b->config->layers && !b->failed; i++) {
        b->layer = (int32_t)i;
        h = run_block(b, gb_tree_block(&b->plan->tree, i), h, &s);
    }
    b->layer = -1;
    h = gb_build_norm(b, child(b, base, GB_ROLE_FINAL_NORM), h);
    gb_build_bind(b, "hidden", h, GB_LAYOUT_TOKENS);
    gb_build_leave(b, base, family->base_out);
    return h;
}

void gb_build_prompt(gb_builder *b)
{
    int32_t ids = gb_build_int_slot(b, "input_ids"), mask = gb_build_int_slot(b, "attention_mask"),
            positions = gb_build_int_slot(b, "position_ids");
    row_step(b, GB_ROW_TOKENS, NULL, 0, ids);
    row_step(b, GB_ROW_MASK, NULL, 0, mask);
    row_step(b, GB_ROW_POSITIONS, NULL, 0, positions);
    gb_build_bind(b, "ids", ids, GB_LAYOUT_TOKENS);
    gb_build_bind(b, "mask", mask, GB_LAYOUT_TOKENS);
    gb_build_bind(b, "pos", positions, GB_LAYOUT_ONCE);
    b->plan->ids_slot = ids;
    b->plan->positions_slot = positions;
}

bool gb_decoder_build(gb_builder *b)
{
    const gb_family *family = b->config->family;
    gb_build_prompt(b);
    gb_build_enter(b, 0, family->root_in);
    int32_t base = child(b, 0, GB_ROLE_BASE);
    int32_t hidden = run_base(b, base, b->plan->ids_slot, b->plan->positions_slot);
    int32_t logits = gb_build_linear(b, child(b, 0, GB_ROLE_HEAD), hidden);
    gb_build_bind(b, "logits", logits, GB_LAYOUT_TOKENS);
    gb_build_leave(b, 0, family->root_out);
    b->plan->hidden_slot = hidden;
    b->plan->logits_slot = logits;
    return !b->failed;
}
