/* DistilBERT: an encoder without token types, with modules of its own. See encoder.c. */
#include "graph/model/encoder.h"

#include <stdio.h>

/* --- tree ------------------------------------------------------------------------------------- */

static void add_layer(gb_builder *b, int32_t list, int64_t i)
{
    const gb_config *c = b->config;
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)i);
    int32_t layer = gb_tree_plain(b, list, number, "TransformerBlock");
    if (!b->failed) b->plan->tree.modules[layer].layer = (int32_t)i;
    int32_t attention = gb_tree_plain(b, layer, "attention", "DistilBertSelfAttention");
    gb_tree_uniform(b, layer, GB_ROLE_ATTN, attention);
    gb_tree_linear(b, attention, "q_lin", c->width, c->width, true);
    gb_tree_linear(b, attention, "k_lin", c->width, c->width, true);
    gb_tree_linear(b, attention, "v_lin", c->width, c->width, true);
    gb_tree_linear(b, attention, "out_lin", c->width, c->width, true);
    gb_tree_dropout(b, attention, "dropout", c->attn_dropout);
    gb_tree_layer_norm(b, layer, "sa_layer_norm", c->width);
    int32_t ffn = gb_tree_plain(b, layer, "ffn", "FFN");
    gb_tree_uniform(b, layer, GB_ROLE_MLP, ffn);
    gb_tree_dropout(b, ffn, "dropout", c->resid_dropout);
    gb_tree_linear(b, ffn, "lin1", c->width, c->inner, true);
    gb_tree_linear(b, ffn, "lin2", c->inner, c->width, true);
    gb_tree_activation(b, ffn, "activation");
    gb_tree_layer_norm(b, layer, "output_layer_norm", c->width);
}

void gb_distil_base_tree(gb_builder *b, int32_t base)
{
    const gb_config *c = b->config;
    int32_t m = gb_tree_plain(b, base, "embeddings", "Embeddings");
    int32_t words = gb_tree_embedding(b, m, "word_embeddings", c->vocab, c->width, c->pad);
    gb_tree_uniform(b, base, GB_ROLE_EMBED, words);
    gb_tree_embedding(b, m, "position_embeddings", c->positions, c->width, -1);
    gb_tree_layer_norm(b, m, "LayerNorm", c->width);
    gb_tree_dropout(b, m, "dropout", c->embed_dropout);
    int32_t stack = gb_tree_plain(b, base, "transformer", "Transformer");
    int32_t list = gb_tree_plain(b, stack, "layer", "ModuleList");
    for (int64_t i = 0; i < c->layers && !b->failed; i++)
        add_layer(b, list, i);
    gb_encoder_blocks(b, base, list);
}

void gb_distil_head_tree(gb_builder *b)
{
    const gb_config *c = b->config;
    gb_tree_linear(b, 0, "vocab_transform", c->width, c->width, true);
    gb_tree_layer_norm(b, 0, "vocab_layer_norm", c->width);
    gb_encoder_decoder(b, 0, "vocab_projector", NULL);
    gb_tree_plain(b, 0, "mlm_loss_fct", "CrossEntropyLoss");
}

/* --- plan ------------------------------------------------------------------------------------- */

static void bind_x(gb_builder *b, int32_t slot)
{
    gb_build_bind(b, "x", slot, GB_LAYOUT_TOKENS);
}

static int32_t embeddings(gb_builder *b, int32_t module, int32_t ids)
{
    bind_x(b, ids);
    gb_build_enter(b, module, "x, None, None");
    int32_t h = gb_build_embedding(b, gb_encoder_child(b, module, "word_embeddings"), ids);
    int32_t p = gb_build_embedding(b, gb_encoder_child(b, module, "position_embeddings"),
                                   b->plan->positions_slot);
    h = gb_build_add(b, h, p, "placed");
    h = gb_build_norm(b, gb_encoder_child(b, module, "LayerNorm"), h);
    h = gb_build_identity(b, gb_encoder_child(b, module, "dropout"), h);
    return gb_build_leave_x(b, module, h);
}

static int32_t attention(gb_builder *b, int32_t module, int32_t x)
{
    static const char *const names[] = {"q_lin", "k_lin", "v_lin"};
    bind_x(b, x);
    gb_build_enter(b, module, "x; attention_mask=None");
    int32_t z = gb_encoder_attend(b, module, names, x);
    z = gb_build_linear(b, gb_encoder_child(b, module, "out_lin"), z);
    bind_x(b, z);
    gb_build_leave(b, module, "(x, pattern)");
    return z;
}

static int32_t layer(gb_builder *b, int32_t module, int32_t x)
{
    bind_x(b, x);
    gb_build_enter(b, module, "x, None");
    int32_t in = gb_build_alias(b, x, "attention_in");
    int32_t h = attention(b, gb_encoder_child(b, module, "attention"), in);
    h = gb_build_norm(b, gb_encoder_child(b, module, "sa_layer_norm"),
                      gb_build_add(b, h, x, "attended"));
    int32_t ffn = gb_encoder_child(b, module, "ffn"), ffn_in = gb_build_alias(b, h, "ffn_in");
    gb_build_enter_x(b, ffn, ffn_in);
    int32_t f = gb_build_linear(b, gb_encoder_child(b, ffn, "lin1"), ffn_in);
    f = gb_build_activation(b, gb_encoder_child(b, ffn, "activation"), f);
    f = gb_build_linear(b, gb_encoder_child(b, ffn, "lin2"), f);
    f = gb_build_identity(b, gb_encoder_child(b, ffn, "dropout"), f);
    f = gb_build_leave_x(b, ffn, f);
    h = gb_build_norm(b, gb_encoder_child(b, module, "output_layer_norm"),
                      gb_build_add(b, f, h, "fed"));
    return gb_build_leave_x(b, module, h);
}

int32_t gb_distil_base(gb_builder *b, int32_t base)
{
    if (base > 0) gb_build_enter(b, base, b->config->family->base_in);
    int32_t h = embeddings(b, gb_encoder_child(b, base, "embeddings"), b->plan->ids_slot);
    int32_t stack = gb_encoder_child(b, base, "transformer");
    bind_x(b, h);
    gb_build_enter(b, stack, "; hidden_states=x, attention_mask=None");
    h = gb_encoder_layers(b, h, layer);
    gb_build_bind(b, "hidden", h, GB_LAYOUT_TOKENS);
    gb_build_leave(b, stack, "BaseModelOutput(last_hidden_state=hidden)");
    if (base > 0) gb_build_leave(b, base, b->config->family->base_out);
    return h;
}

int32_t gb_distil_head(gb_builder *b, int32_t x)
{
    int32_t h = gb_build_linear(b, gb_encoder_child(b, 0, "vocab_transform"), x);
    h = gb_build_activation(b, gb_encoder_child(b, 0, "activation"), h);
    h = gb_build_norm(b, gb_encoder_child(b, 0, "vocab_layer_norm"), h);
    return gb_build_linear(b, gb_encoder_child(b, 0, "vocab_projector"), h);
}
