/* The plan of an encoder: BERT and what is built alike (RoBERTa, ELECTRA, MiniLM). DistilBERT,
 * whose modules are others, is encoder_distil.c.
 *
 *     ids ─ embeddings ─ L × layer ─ head ─ logits
 *     layer: norm(x + dense(attn(x))), then norm(a + dense(act(dense(a)))) */
#include "graph/model/encoder.h"

#include <stdio.h>
#include <string.h>

/* --- tree ------------------------------------------------------------------------------------- */

/* "BertLayer": a class of the family. */
static int32_t own(gb_builder *b, int32_t parent, const char *name, const char *cls)
{
    char text[96];
    snprintf(text, sizeof text, "%s%s", b->config->family->cls_prefix, cls);
    return gb_tree_plain(b, parent, name, text);
}

/* dense, LayerNorm and dropout: the second half of a residual. */
static void add_half(gb_builder *b, int32_t parent, const char *cls, int64_t in)
{
    const gb_config *c = b->config;
    int32_t m = own(b, parent, "output", cls);
    gb_tree_linear(b, m, "dense", in, c->width, true);
    gb_tree_layer_norm(b, m, "LayerNorm", c->width);
    gb_tree_dropout(b, m, "dropout", c->resid_dropout);
}

static void add_layer(gb_builder *b, int32_t list, int64_t i)
{
    const gb_config *c = b->config;
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)i);
    int32_t layer = own(b, list, number, "Layer");
    if (!b->failed) b->plan->tree.modules[layer].layer = (int32_t)i;
    int32_t attention = own(b, layer, "attention", "Attention");
    int32_t self = own(b, attention, "self", "SelfAttention");
    gb_tree_uniform(b, layer, GB_ROLE_ATTN, self);
    gb_tree_linear(b, self, "query", c->width, c->width, true);
    gb_tree_linear(b, self, "key", c->width, c->width, true);
    gb_tree_linear(b, self, "value", c->width, c->width, true);
    gb_tree_dropout(b, self, "dropout", c->attn_dropout);
    add_half(b, attention, "SelfOutput", c->width);
    int32_t wide = own(b, layer, "intermediate", "Intermediate");
    gb_tree_linear(b, wide, "dense", c->width, c->inner, true);
    gb_tree_activation(b, wide, "intermediate_act_fn");
    add_half(b, layer, "Output", c->inner);
    gb_tree_uniform(b, layer, GB_ROLE_MLP, gb_tree_child(&b->plan->tree, layer, "output"));
}

static void add_embeddings(gb_builder *b, int32_t base)
{
    const gb_config *c = b->config;
    bool late = c->family->positions_after_pad;
    int32_t m = own(b, base, "embeddings", "Embeddings");
    int32_t words = gb_tree_embedding(b, m, "word_embeddings", c->vocab, c->embed_width, c->pad);
    gb_tree_uniform(b, base, GB_ROLE_EMBED, words);
    if (!late) gb_tree_embedding(b, m, "position_embeddings", c->positions, c->embed_width, -1);
    gb_tree_embedding(b, m, "token_type_embeddings", c->types, c->embed_width, -1);
    gb_tree_layer_norm(b, m, "LayerNorm", c->embed_width);
    gb_tree_dropout(b, m, "dropout", c->embed_dropout);
    if (late) gb_tree_embedding(b, m, "position_embeddings", c->positions, c->embed_width, c->pad);
}

static void add_base(gb_builder *b, int32_t base)
{
    const gb_config *c = b->config;
    add_embeddings(b, base);
    if (c->embed_width != c->width)
        gb_tree_linear(b, base, "embeddings_project", c->embed_width, c->width, true);
    int32_t encoder = own(b, base, "encoder", "Encoder");
    int32_t list = gb_tree_plain(b, encoder, "layer", "ModuleList");
    for (int64_t i = 0; i < c->layers && !b->failed; i++)
        add_layer(b, list, i);
    gb_encoder_blocks(b, base, list);
}

void gb_encoder_blocks(gb_builder *b, int32_t base, int32_t list)
{
    if (!b->failed && !gb_tree_alias(&b->plan->tree, "%blocks", list, b->err)) b->failed = true;
    gb_tree_uniform(b, 0, GB_ROLE_BLOCKS, list);
    if (base > 0) gb_tree_uniform(b, base, GB_ROLE_BLOCKS, list);
}

/* The unembedding, tied to the word embeddings. */
int32_t gb_encoder_decoder(gb_builder *b, int32_t parent, const char *name, const char *tied_bias)
{
    const gb_config *c = b->config;
    int32_t m = gb_tree_linear(b, parent, name, c->embed_width, c->vocab, true);
    if (b->failed) return m;
    int32_t words = gb_tree_find(&b->plan->tree, "embed");
    gb_parameter *params = b->plan->tree.modules[m].params;
    if (c->tied && words >= 0) {
        params[0].stored = b->plan->tree.modules[words].params[0].stored;
        params[0].tied = true;
    }
    if (tied_bias) {
        params[1].stored = tied_bias;
        params[1].tied = true;
    }
    gb_tree_uniform(b, 0, GB_ROLE_HEAD, m);
    return m;
}

static void bert_head_tree(gb_builder *b)
{
    const gb_config *c = b->config;
    int32_t cls = own(b, 0, "cls", "OnlyMLMHead");
    int32_t predictions = own(b, cls, "predictions", "LMPredictionHead");
    gb_tree_param_shape(b, predictions, "bias", NULL, GB_DIMS1(c->vocab));
    int32_t transform = own(b, predictions, "transform", "PredictionHeadTransform");
    gb_tree_linear(b, transform, "dense", c->width, c->width, true);
    gb_tree_activation(b, transform, "transform_act_fn");
    gb_tree_layer_norm(b, transform, "LayerNorm", c->width);
    gb_encoder_decoder(b, predictions, "decoder", "cls.predictions.bias");
}

static void roberta_head_tree(gb_builder *b)
{
    const gb_config *c = b->config;
    int32_t head = own(b, 0, "lm_head", "LMHead");
    gb_tree_param_shape(b, head, "bias", NULL, GB_DIMS1(c->vocab));
    gb_tree_linear(b, head, "dense", c->width, c->width, true);
    gb_tree_layer_norm(b, head, "layer_norm", c->width);
    gb_encoder_decoder(b, head, "decoder", "lm_head.bias");
}

static void electra_head_tree(gb_builder *b)
{
    const gb_config *c = b->config;
    int32_t head = own(b, 0, "generator_predictions", "GeneratorPredictions");
    gb_tree_plain(b, head, "activation", "GELUActivation");
    gb_tree_layer_norm(b, head, "LayerNorm", c->embed_width);
    gb_tree_linear(b, head, "dense", c->width, c->embed_width, true);
    gb_encoder_decoder(b, 0, "generator_lm_head", NULL);
}

/* --- plan ------------------------------------------------------------------------------------- */

int32_t gb_encoder_child(const gb_builder *b, int32_t parent, const char *name)
{
    return gb_tree_child(&b->plan->tree, parent, name);
}

static void bind(gb_builder *b, const char *name, int32_t slot)
{
    gb_build_bind(b, name, slot, GB_LAYOUT_TOKENS);
}

static int32_t projected(gb_builder *b, int32_t self, const char *name, const char *suffix,
                         int32_t x)
{
    int32_t y = gb_build_linear(b, gb_encoder_child(b, self, name), x);
    return gb_build_view(b, y, suffix, GB_DIMS2(b->config->heads, b->config->head_dim));
}

int32_t gb_encoder_attend(gb_builder *b, int32_t attention, const char *const names[3], int32_t x)
{
    int32_t q = projected(b, attention, names[0], "q", gb_build_alias(b, x, "q_in"));
    int32_t k = projected(b, attention, names[1], "k", gb_build_alias(b, x, "k_in"));
    int32_t v = projected(b, attention, names[2], "v", x);
    gb_build_bind(b, "q", q, GB_LAYOUT_HEADS);
    gb_build_bind(b, "k", k, GB_LAYOUT_HEADS);
    gb_build_bind(b, "v", v, GB_LAYOUT_HEADS);
    gb_build_point(b, "ready");
    return gb_build_attend(b, q, k, v);
}

static int32_t self_attention(gb_builder *b, int32_t self, int32_t x)
{
    static const char *const names[] = {"query", "key", "value"};
    bind(b, "x", x);
    gb_build_enter(b, self,
                   "x; encoder_hidden_states=None, attention_mask=None, past_key_values=None, "
                   "position_ids=None");
    int32_t z = gb_encoder_attend(b, self, names, x);
    bind(b, "x", z);
    gb_build_leave(b, self, "(x, pattern)");
    return z;
}

/* norm(dropout(dense(h)) + x). */
static int32_t half(gb_builder *b, int32_t module, int32_t h, int32_t x)
{
    bind(b, "x", h);
    bind(b, "residual", x);
    gb_build_enter(b, module, "x, residual");
    int32_t y = gb_build_linear(b, gb_encoder_child(b, module, "dense"), h);
    y = gb_build_identity(b, gb_encoder_child(b, module, "dropout"), y);
    y = gb_build_norm(b, gb_encoder_child(b, module, "LayerNorm"), gb_build_add(b, y, x, "sum"));
    return gb_build_leave_x(b, module, y);
}

static int32_t attention(gb_builder *b, int32_t module, int32_t x)
{
    int32_t in = gb_build_alias(b, x, "attention_in");
    bind(b, "x", in);
    gb_build_enter(b, module, "x, None; past_key_values=None, position_ids=None");
    int32_t self_in = gb_build_alias(b, in, "self_in");
    int32_t h = self_attention(b, gb_encoder_child(b, module, "self"), self_in);
    h = half(b, gb_encoder_child(b, module, "output"), h, in);
    bind(b, "x", h);
    gb_build_leave(b, module, "(x, pattern)");
    return h;
}

static int32_t layer(gb_builder *b, int32_t module, int32_t x)
{
    bind(b, "x", x);
    gb_build_enter(b, module,
                   "x, None, None; encoder_attention_mask=None, past_key_values=None, "
                   "position_ids=None");
    int32_t a = attention(b, gb_encoder_child(b, module, "attention"), x);
    int32_t wide = gb_encoder_child(b, module, "intermediate");
    int32_t in = gb_build_alias(b, a, "intermediate_in");
    gb_build_enter_x(b, wide, in);
    int32_t h = gb_build_linear(b, gb_encoder_child(b, wide, "dense"), in);
    h = gb_build_activation(b, gb_encoder_child(b, wide, "intermediate_act_fn"), h);
    h = gb_build_leave_x(b, wide, h);
    h = half(b, gb_encoder_child(b, module, "output"), h, a);
    return gb_build_leave_x(b, module, h);
}

/* Positions count from 0, or from behind the padding index. */
int32_t gb_encoder_positions(gb_builder *b, int32_t positions)
{
    if (!b->config->family->positions_after_pad) return positions;
    int32_t out = gb_build_int_slot(b, "shifted_positions");
    gb_arg args[] = {gb_arg_node(positions), gb_arg_int(b->config->pad + 1)};
    gb_build_op_into(b, "aten::add.Scalar", out, args, 2);
    gb_build_bind(b, "positions", out, GB_LAYOUT_TOKENS);
    return out;
}

static int32_t embeddings(gb_builder *b, int32_t module, int32_t ids)
{
    gb_build_enter(b, module,
                   "; input_ids=ids, position_ids=None, token_type_ids=types, "
                   "inputs_embeds=None, past_key_values_length=0");
    int32_t types = gb_build_int_slot(b, "token_types");
    gb_build_rows(b, &(gb_row_step){.op = GB_ROW_TYPES, .out = {types}, .out_count = 1});
    gb_build_bind(b, "token_types", types, GB_LAYOUT_TOKENS);
    int32_t at = gb_encoder_positions(b, b->plan->positions_slot);
    int32_t h = gb_build_embedding(b, gb_encoder_child(b, module, "word_embeddings"), ids);
    int32_t t = gb_build_embedding(b, gb_encoder_child(b, module, "token_type_embeddings"), types);
    h = gb_build_add(b, h, t, "typed");
    int32_t p = gb_build_embedding(b, gb_encoder_child(b, module, "position_embeddings"), at);
    h = gb_build_add(b, h, p, "placed");
    h = gb_build_norm(b, gb_encoder_child(b, module, "LayerNorm"), h);
    h = gb_build_identity(b, gb_encoder_child(b, module, "dropout"), h);
    return gb_build_leave_x(b, module, h);
}

int32_t gb_encoder_layers(gb_builder *b, int32_t x,
                          int32_t run(gb_builder *b, int32_t module, int32_t x))
{
    for (int64_t i = 0; i < b->config->layers && !b->failed; i++) {
        b->layer = (int32_t)i;
        x = run(b, gb_tree_block(&b->plan->tree, i), x);
    }
    b->layer = -1;
    return x;
}

static int32_t run_base(gb_builder *b, int32_t base)
{
    gb_build_bind(b, "types", -1, GB_LAYOUT_TOKENS);
    if (base > 0) gb_build_enter(b, base, b->config->family->base_in);
    int32_t h = embeddings(b, gb_encoder_child(b, base, "embeddings"), b->plan->ids_slot);
    int32_t project = gb_encoder_child(b, base, "embeddings_project");
    if (project >= 0) h = gb_build_linear(b, project, h);
    int32_t encoder = gb_encoder_child(b, base, "encoder");
    bind(b, "x", h);
    gb_build_enter(b, encoder,
                   "x; attention_mask=None, encoder_hidden_states=None, "
                   "encoder_attention_mask=None, past_key_values=None, use_cache=False, "
                   "position_ids=None");
    h = gb_encoder_layers(b, h, layer);
    bind(b, "hidden", h);
    gb_build_leave(b, encoder,
                   "BaseModelOutputWithPastAndCrossAttentions(last_hidden_state=hidden)");
    if (base > 0) gb_build_leave(b, base, b->config->family->base_out);
    return h;
}

/* dense, activation, norm, decoder: the modules of the three heads differ in their nesting alone.
 */
static int32_t bert_head(gb_builder *b, int32_t x)
{
    int32_t cls = gb_encoder_child(b, 0, "cls");
    int32_t predictions = gb_encoder_child(b, cls, "predictions");
    int32_t transform = gb_encoder_child(b, predictions, "transform");
    gb_build_enter_x(b, cls, x);
    gb_build_enter_x(b, predictions, x);
    gb_build_enter_x(b, transform, x);
    int32_t h = gb_build_linear(b, gb_encoder_child(b, transform, "dense"), x);
    h = gb_build_activation(b, gb_encoder_child(b, transform, "transform_act_fn"), h);
    h = gb_build_norm(b, gb_encoder_child(b, transform, "LayerNorm"), h);
    h = gb_build_leave_x(b, transform, h);
    h = gb_build_linear(b, gb_encoder_child(b, predictions, "decoder"), h);
    h = gb_build_leave_x(b, predictions, h);
    return gb_build_leave_x(b, cls, h);
}

static int32_t roberta_head(gb_builder *b, int32_t x)
{
    int32_t head = gb_encoder_child(b, 0, "lm_head");
    gb_build_enter_x(b, head, x);
    int32_t h = gb_build_linear(b, gb_encoder_child(b, head, "dense"), x);
    h = GB_BUILD_OP(b, "aten::gelu", "activated", GB_DIMS1(b->config->width), gb_arg_node(h));
    h = gb_build_norm(b, gb_encoder_child(b, head, "layer_norm"), h);
    h = gb_build_linear(b, gb_encoder_child(b, head, "decoder"), h);
    return gb_build_leave_x(b, head, h);
}

static int32_t electra_head(gb_builder *b, int32_t x)
{
    int32_t head = gb_encoder_child(b, 0, "generator_predictions");
    int32_t act = gb_encoder_child(b, head, "activation");
    gb_build_enter_x(b, head, x);
    int32_t h = gb_build_linear(b, gb_encoder_child(b, head, "dense"), x);
    gb_build_enter_x(b, act, h);
    h = GB_BUILD_OP(b, "aten::gelu", "output", GB_DIMS1(b->config->embed_width), gb_arg_node(h));
    h = gb_build_leave_x(b, act, h);
    h = gb_build_norm(b, gb_encoder_child(b, head, "LayerNorm"), h);
    h = gb_build_leave_x(b, head, h);
    return gb_build_linear(b, gb_encoder_child(b, 0, "generator_lm_head"), h);
}

/* --- families --------------------------------------------------------------------------------- */

typedef struct encoder_kind {
    const char *type;
    void (*base_tree)(gb_builder *b, int32_t base);
    void (*head_tree)(gb_builder *b);
    int32_t (*base)(gb_builder *b, int32_t base);
    int32_t (*head)(gb_builder *b, int32_t x);
} encoder_kind;

static const encoder_kind kinds[] = {
    {"bert", add_base, bert_head_tree, run_base, bert_head},
    {"roberta", add_base, roberta_head_tree, run_base, roberta_head},
    {"electra", add_base, electra_head_tree, run_base, electra_head},
    {"distilbert", gb_distil_base_tree, gb_distil_head_tree, gb_distil_base, gb_distil_head},
};

static const encoder_kind *kind_of(const gb_builder *b)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].type, b->config->family->type) == 0) return &kinds[i];
    return &kinds[0];
}

void gb_encoder_tree(gb_builder *b)
{
    const gb_family *family = b->config->family;
    const encoder_kind *kind = kind_of(b);
    bool headless = b->config->headless;
    int32_t root = gb_tree_plain(b, -1, "", headless ? family->base_cls : family->arch);
    if (!headless && kind->base_tree == gb_distil_base_tree)
        gb_tree_activation(b, root, "activation");
    int32_t base =
        headless ? root : gb_tree_plain(b, root, family->name[GB_ROLE_BASE], family->base_cls);
    kind->base_tree(b, base);
    if (!headless) {
        gb_tree_uniform(b, root, GB_ROLE_BASE, base);
        gb_tree_uniform(b, root, GB_ROLE_EMBED, gb_tree_find(&b->plan->tree, family->words));
        kind->head_tree(b);
    }
}

bool gb_encoder_build(gb_builder *b)
{
    const gb_family *family = b->config->family;
    const encoder_kind *kind = kind_of(b);
    bool headless = b->config->headless;
    gb_build_prompt(b);
    gb_build_enter(b, 0, family->root_in);
    int32_t base = headless ? 0 : gb_encoder_child(b, 0, family->name[GB_ROLE_BASE]);
    int32_t hidden = kind->base(b, base);
    b->plan->hidden_slot = hidden;
    if (headless) {
        gb_build_leave(b, 0, family->base_out);
        return !b->failed;
    }
    int32_t logits = kind->head(b, hidden);
    bind(b, "logits", logits);
    gb_build_leave(b, 0, family->root_out);
    b->plan->logits_slot = logits;
    return !b->failed;
}
