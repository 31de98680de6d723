/* The module tree of a decoder, from its family's row. */
#include "graph/model/builder.h"

#include <stdio.h>
#include <string.h>

static int64_t qkv_width(const gb_config *c, gb_role role)
{
    switch (role) {
    case GB_ROLE_Q: return c->heads * c->head_dim;
    case GB_ROLE_QKV: return (c->heads + 2 * c->kv_heads) * c->head_dim;
    default: return c->kv_heads * c->head_dim;
    }
}

static int32_t projection(gb_builder *b, int32_t parent, const char *name, int64_t in, int64_t out,
                          bool bias)
{
    return b->config->family->conv1d ? gb_tree_conv1d(b, parent, name, in, out)
                                     : gb_tree_linear(b, parent, name, in, out, bias);
}

static int32_t norm(gb_builder *b, int32_t parent, const char *name, int64_t width)
{
    return b->config->family->rms ? gb_tree_rms_norm(b, parent, name, width)
                                  : gb_tree_layer_norm(b, parent, name, width);
}

/* A leaf module by its role. */
static int32_t leaf(gb_builder *b, int32_t parent, gb_role role)
{
    const gb_config *c = b->config;
    const char *name = c->family->name[role];
    switch (role) {
    case GB_ROLE_EMBED: {
        int32_t module = gb_tree_embedding(b, parent, name, c->vocab, c->width,
                                           c->family->embed_pads ? c->pad : -1);
        if (c->family->scaled_embed && !b->failed)
            b->plan->tree.modules[module].cls = c->family->scaled_embed;
        return module;
    }
    case GB_ROLE_POSITIONS: return gb_tree_embedding(b, parent, name, c->positions, c->width, -1);
    case GB_ROLE_EMBED_DROP: return gb_tree_dropout(b, parent, name, c->embed_dropout);
    case GB_ROLE_FINAL_NORM:
    case GB_ROLE_NORM1:
    case GB_ROLE_NORM2:
    case GB_ROLE_POST_ATTN_NORM:
    case GB_ROLE_POST_MLP_NORM: return norm(b, parent, name, c->width);
    case GB_ROLE_Q_NORM:
    case GB_ROLE_K_NORM: return norm(b, parent, name, c->head_dim);
    case GB_ROLE_ROTARY: return gb_tree_plain(b, parent, name, c->family->rotary_cls);
    case GB_ROLE_Q:
    case GB_ROLE_K:
    case GB_ROLE_V:
    case GB_ROLE_QKV: return projection(b, parent, name, c->width, qkv_width(c, role), c->qkv_bias);
    case GB_ROLE_O: return projection(b, parent, name, c->heads * c->head_dim, c->width, c->o_bias);
    case GB_ROLE_GATE:
    case GB_ROLE_UP: return projection(b, parent, name, c->width, c->inner, c->mlp_bias);
    case GB_ROLE_DOWN: return projection(b, parent, name, c->inner, c->width, c->mlp_bias);
    case GB_ROLE_ACT: return gb_tree_activation(b, parent, name);
    case GB_ROLE_ATTN_DROPOUT: return gb_tree_dropout(b, parent, name, c->attn_dropout);
    default: return gb_tree_dropout(b, parent, name, c->resid_dropout);
    }
}

static void leaves(gb_builder *b, int32_t parent, const int8_t *roles)
{
    for (; *roles != GB_ROLE_END; roles++) {
        int32_t module = leaf(b, parent, (gb_role)*roles);
        gb_tree_uniform(b, parent, (gb_role)*roles, module);
    }
}

static void block(gb_builder *b, int32_t list, int64_t i)
{
    const gb_family *family = b->config->family;
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)i);
    int32_t block = gb_tree_plain(b, list, number, family->block_cls);
    if (!b->failed) b->plan->tree.modules[block].layer = (int32_t)i;
    for (const int8_t *role = family->block_order; *role != GB_ROLE_END; role++) {
        int32_t module;
        if (*role == GB_ROLE_ATTN) {
            module = gb_tree_plain(b, block, family->name[*role], family->attn_cls);
            leaves(b, module, family->attn_order);
        } else if (*role == GB_ROLE_MLP) {
            module = gb_tree_plain(b, block, family->name[*role], family->mlp_cls);
            leaves(b, module, family->mlp_order);
        } else {
            module = leaf(b, block, (gb_role)*role);
        }
        gb_tree_uniform(b, block, (gb_role)*role, module);
    }
}

/* A list of blocks; its place is remembered for gb_tree_blocks. */
static int32_t blocks(gb_builder *b, int32_t base)
{
    int32_t list = gb_tree_plain(b, base, b->config->family->name[GB_ROLE_BLOCKS], "ModuleList");
    for (int64_t i = 0; i < b->config->layers && !b->failed; i++)
        block(b, list, i);
    if (!b->failed && !gb_tree_alias(&b->plan->tree, "%blocks", list, b->err)) b->failed = true;
    return list;
}

void gb_decoder_tree(gb_builder *b)
{
    const gb_config *c = b->config;
    const gb_family *family = c->family;
    int32_t root = gb_tree_plain(b, -1, "", family->arch);
    int32_t base = gb_tree_plain(b, root, family->name[GB_ROLE_BASE], family->base_cls);
    for (const int8_t *role = family->base_order; *role != GB_ROLE_END; role++) {
        int32_t module = *role == GB_ROLE_BLOCKS ? blocks(b, base) : leaf(b, base, (gb_role)*role);
        gb_tree_uniform(b, root, (gb_role)*role, module);
        gb_tree_uniform(b, base, (gb_role)*role, module);
    }
    const char *head = family->name[GB_ROLE_HEAD];
    int32_t module = gb_tree_linear(b, root, head, c->width, c->vocab, family->head_bias);
    if (c->tied && !b->failed) {
        gb_parameter *weight = &b->plan->tree.modules[module].params[0];
        int32_t embed = gb_tree_child(&b->plan->tree, base, family->name[GB_ROLE_EMBED]);
        weight->stored = b->plan->tree.modules[embed].params[0].stored;
        weight->tied = true;
    }
    gb_tree_uniform(b, root, GB_ROLE_BASE, base);
    gb_tree_uniform(b, root, GB_ROLE_HEAD, module);
}
