/* Modules of torch.nn and transformers: how they print, what parameters they have, and the steps
 * that they are. */
#include "graph/model/builder.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>

/* --- trees ------------------------------------------------------------------------------------ */

#define EXTRA(b, module, ...)                                                                      \
    do {                                                                                           \
        if (!(b)->failed &&                                                                        \
            !gb_tree_extra(&(b)->plan->tree, &(b)->plan->arena, (module), (b)->err, __VA_ARGS__))  \
            (b)->failed = true;                                                                    \
    } while (0)

int32_t gb_tree_plain(gb_builder *b, int32_t parent, const char *name, const char *cls)
{
    if (b->failed) return 0;
    int32_t module = gb_tree_add(&b->plan->tree, &b->plan->arena, parent, name, cls, b->err);
    if (module < 0) b->failed = true;
    return module < 0 ? 0 : module;
}

void gb_tree_param_shape(gb_builder *b, int32_t module, const char *name, const char *stored,
                         gb_dims shape)
{
    gb_parameter p = {.name = name,
                      .stored = stored,
                      .dtype = b->config->dtype,
                      .rank = shape.rank,
                      .tied = stored != NULL};
    memcpy(p.shape, shape.size, sizeof p.shape);
    if (!b->failed && !gb_tree_add_param(&b->plan->tree, &b->plan->arena, module, &p, b->err))
        b->failed = true;
}

int32_t gb_tree_linear(gb_builder *b, int32_t parent, const char *name, int64_t in, int64_t out,
                       bool bias)
{
    int32_t m = gb_tree_plain(b, parent, name, "Linear");
    gb_tree_param_shape(b, m, "weight", NULL, GB_DIMS2(out, in));
    if (bias) gb_tree_param_shape(b, m, "bias", NULL, GB_DIMS1(out));
    EXTRA(b, m, "in_features=%lld, out_features=%lld, bias=%s", (long long)in, (long long)out,
          bias ? "True" : "False");
    return m;
}

int32_t gb_tree_conv1d(gb_builder *b, int32_t parent, const char *name, int64_t in, int64_t out)
{
    int32_t m = gb_tree_plain(b, parent, name, "Conv1D");
    gb_tree_param_shape(b, m, "weight", NULL, GB_DIMS2(in, out));
    gb_tree_param_shape(b, m, "bias", NULL, GB_DIMS1(out));
    EXTRA(b, m, "nf=%lld, nx=%lld", (long long)out, (long long)in);
    return m;
}

int32_t gb_tree_embedding(gb_builder *b, int32_t parent, const char *name, int64_t count,
                          int64_t width, int64_t padding)
{
    int32_t m = gb_tree_plain(b, parent, name, "Embedding");
    gb_tree_param_shape(b, m, "weight", NULL, GB_DIMS2(count, width));
    if (padding >= 0)
        EXTRA(b, m, "%lld, %lld, padding_idx=%lld", (long long)count, (long long)width,
              (long long)padding);
    else
        EXTRA(b, m, "%lld, %lld", (long long)count, (long long)width);
    return m;
}

/* Python's text of a float, as extra_repr shows it. */
static const char *float_text(double x, gb_buffer *text)
{
    gb_buffer_clear(text);
    gb_buffer_double(text, x);
    return text->data ? text->data : "";
}

int32_t gb_tree_layer_norm(gb_builder *b, int32_t parent, const char *name, int64_t width)
{
    gb_buffer eps = GB_BUFFER_INIT;
    int32_t m = gb_tree_plain(b, parent, name, "LayerNorm");
    gb_tree_param_shape(b, m, "weight", NULL, GB_DIMS1(width));
    gb_tree_param_shape(b, m, "bias", NULL, GB_DIMS1(width));
    EXTRA(b, m, "(%lld,), eps=%s, elementwise_affine=True, bias=True", (long long)width,
          float_text(b->config->eps, &eps));
    gb_buffer_release(&eps);
    return m;
}

int32_t gb_tree_rms_norm(gb_builder *b, int32_t parent, const char *name, int64_t width)
{
    gb_buffer eps = GB_BUFFER_INIT;
    int32_t m = gb_tree_plain(b, parent, name, b->config->family->norm_cls);
    gb_tree_param_shape(b, m, "weight", NULL, GB_DIMS1(width));
    EXTRA(b, m, "(%lld,), eps=%s", (long long)width, float_text(b->config->eps, &eps));
    gb_buffer_release(&eps);
    return m;
}

int32_t gb_tree_dropout(gb_builder *b, int32_t parent, const char *name, double p)
{
    gb_buffer text = GB_BUFFER_INIT;
    int32_t m = gb_tree_plain(b, parent, name, "Dropout");
    EXTRA(b, m, "p=%s, inplace=False", float_text(p, &text));
    gb_buffer_release(&text);
    return m;
}

typedef struct activation {
    const char *name, *cls, *overload, *argument;
} activation;

static const activation activations[] = {
#define GB_ACTIVATION(name, cls, overload, argument) {name, cls, overload, argument},
#include "graph/model/activation.def"
#undef GB_ACTIVATION
};

static const activation *find_activation(gb_builder *b)
{
    for (size_t i = 0; i < sizeof activations / sizeof *activations; i++)
        if (strcmp(activations[i].name, b->config->act) == 0) return &activations[i];
    b->failed = !gb_fail(b->err, GB_ERR_NOT_IMPLEMENTED, "config: activation '%s' is not there",
                         b->config->act);
    return &activations[0];
}

int32_t gb_tree_activation(gb_builder *b, int32_t parent, const char *name)
{
    return gb_tree_plain(b, parent, name, find_activation(b)->cls);
}

void gb_tree_uniform(gb_builder *b, int32_t parent, gb_role role, int32_t module)
{
    static const struct {
        gb_role role;
        const char *name;
    } rows[] = {
#define GB_UNIFORM(role, name) {GB_ROLE_##role, name},
#include "graph/model/uniform.def"
#undef GB_UNIFORM
    };
    char path[512];
    gb_tree *tree = &b->plan->tree;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && !b->failed; i++) {
        if (rows[i].role != role) continue;
        const char *above = tree->modules[parent].path;
        snprintf(path, sizeof path, "%s%s%s", above, above[0] ? "." : "", rows[i].name);
        if (!gb_tree_alias(tree, path, module, b->err)) b->failed = true;
    }
}

/* --- steps ------------------------------------------------------------------------------------ */

/* The shape of a slot's entries with another last dimension. */
static gb_dims with_last(const gb_builder *b, int32_t slot, int64_t last)
{
    gb_dims dims = {.rank = b->plan->slots[slot].rank};
    memcpy(dims.size, b->plan->slots[slot].shape, sizeof dims.size);
    if (dims.rank) dims.size[dims.rank - 1] = last;
    return dims;
}

static gb_dims dims_of(const gb_builder *b, int32_t slot)
{
    gb_dims dims = {.rank = b->plan->slots[slot].rank};
    memcpy(dims.size, b->plan->slots[slot].shape, sizeof dims.size);
    return dims;
}

int32_t gb_build_linear(gb_builder *b, int32_t module, int32_t x)
{
    gb_build_enter_x(b, module, x);
    int32_t w = gb_build_weight(b, module, "weight"), bias = gb_build_weight(b, module, "bias");
    if (b->failed) return 0;
    bool conv = strcmp(b->plan->tree.modules[module].cls, "Conv1D") == 0;
    gb_dims dims = with_last(b, x, b->plan->slots[w].shape[conv ? 1 : 0]);
    int32_t y = conv ? GB_BUILD_OP(b, "aten::addmm", "output", dims, gb_build_ref(bias),
                                   gb_arg_node(x), gb_arg_node(w))
                     : GB_BUILD_OP(b, "aten::linear", "output", dims, gb_arg_node(x),
                                   gb_arg_node(w), gb_build_ref(bias));
    return gb_build_leave_x(b, module, y);
}

int32_t gb_build_embedding(gb_builder *b, int32_t module, int32_t ids)
{
    gb_layout layout = GB_LAYOUT_TOKENS;
    for (int32_t i = 0; i < b->binding_count; i++)
        if (b->bindings[i].slot == ids) layout = b->bindings[i].layout;
    gb_build_bind(b, "x", ids, layout);
    gb_build_enter(b, module, "x");
    int32_t w = gb_build_weight(b, module, "weight");
    if (b->failed) return 0;
    bool scaled = b->config->family->scaled_embed &&
                  strcmp(b->plan->tree.modules[module].cls, b->config->family->scaled_embed) == 0;
    int32_t y = GB_BUILD_OP(b, "aten::embedding", scaled ? "rows" : "output",
                            GB_DIMS1(b->plan->slots[w].shape[1]), gb_arg_node(w), gb_arg_node(ids));
    if (scaled)
        y = GB_BUILD_OP(b, "aten::mul.Scalar", "output", dims_of(b, y), gb_arg_node(y),
                        gb_arg_float(b->config->embed_scale));
    gb_build_bind(b, "x", y, layout);
    gb_build_leave(b, module, "x");
    return y;
}

static int32_t layer_norm(gb_builder *b, int32_t module, int32_t x)
{
    gb_arg width[1];
    gb_dims dims = dims_of(b, x);
    gb_arg shape = gb_arg_ints(&dims.size[dims.rank - 1], 1, width);
    return GB_BUILD_OP(b, "aten::layer_norm", "output", dims, gb_arg_node(x), shape,
                       gb_build_ref(gb_build_weight(b, module, "weight")),
                       gb_build_ref(gb_build_weight(b, module, "bias")),
                       gb_arg_float(b->config->eps));
}

/* gemma: multiplies by 1 + weight, all in float32. */
static int32_t unit_norm(gb_builder *b, int32_t module, int32_t x)
{
    gb_dims dims = dims_of(b, x);
    int32_t w = gb_build_weight(b, module, "weight");
    gb_arg width[1];
    gb_arg shape = gb_arg_ints(&dims.size[dims.rank - 1], 1, width);
    bool wide = b->config->dtype == GB_F32 || b->config->dtype == GB_F64;
    int32_t in =
        wide ? x
             : GB_BUILD_OP(b, "aten::to.dtype", "wide", dims, gb_arg_node(x), gb_arg_dtype(GB_F32));
    int32_t even = GB_BUILD_OP(b, "aten::rms_norm", "even", dims, gb_arg_node(in), shape,
                               gb_arg_none(), gb_arg_float(b->config->eps));
    int32_t y = GB_BUILD_OP(b, "aten::addcmul", wide ? "output" : "weighed", dims,
                            gb_arg_node(even), gb_arg_node(even), gb_arg_node(w));
    return wide ? y
                : GB_BUILD_OP(b, "aten::to.dtype", "output", dims, gb_arg_node(y),
                              gb_arg_dtype(b->config->dtype));
}

/* In float32 the fused operator; in shorter types transformers' order of roundings: normalise in
 * float32, round, then multiply by the weight. */
static int32_t rms_norm(gb_builder *b, int32_t module, int32_t x)
{
    if (b->config->family->unit_norm) return unit_norm(b, module, x);
    gb_dims dims = dims_of(b, x);
    int32_t w = gb_build_weight(b, module, "weight");
    gb_arg width[1];
    gb_arg shape = gb_arg_ints(&dims.size[dims.rank - 1], 1, width);
    gb_arg eps = gb_arg_float(b->config->eps);
    if (b->config->dtype == GB_F32 || b->config->dtype == GB_F64)
        return GB_BUILD_OP(b, "aten::rms_norm", "output", dims, gb_arg_node(x), shape,
                           gb_arg_node(w), eps);
    int32_t wide =
        GB_BUILD_OP(b, "aten::to.dtype", "wide", dims, gb_arg_node(x), gb_arg_dtype(GB_F32));
    int32_t even = GB_BUILD_OP(b, "aten::rms_norm", "even", dims, gb_arg_node(wide), shape,
                               gb_arg_none(), eps);
    int32_t back = GB_BUILD_OP(b, "aten::to.dtype", "rounded", dims, gb_arg_node(even),
                               gb_arg_dtype(b->config->dtype));
    return GB_BUILD_OP(b, "aten::mul.Tensor", "output", dims, gb_arg_node(w), gb_arg_node(back));
}

int32_t gb_build_norm(gb_builder *b, int32_t module, int32_t x)
{
    gb_build_enter_x(b, module, x);
    if (b->failed) return 0;
    bool layer = strcmp(b->plan->tree.modules[module].cls, "LayerNorm") == 0;
    return gb_build_leave_x(b, module, layer ? layer_norm(b, module, x) : rms_norm(b, module, x));
}

int32_t gb_build_activation(gb_builder *b, int32_t module, int32_t x)
{
    const activation *act = find_activation(b);
    gb_build_enter_x(b, module, x);
    gb_arg args[2] = {gb_arg_node(x)};
    if (act->argument) args[1] = gb_arg_text(act->argument);
    int32_t y = gb_build_op(b, act->overload, "output", dims_of(b, x), args, act->argument ? 2 : 1);
    return gb_build_leave_x(b, module, y);
}

int32_t gb_build_identity(gb_builder *b, int32_t module, int32_t x)
{
    gb_build_enter_x(b, module, x);
    return gb_build_leave_x(b, module, x);
}

int32_t gb_build_add(gb_builder *b, int32_t x, int32_t y, const char *suffix)
{
    return GB_BUILD_OP(b, "aten::add.Tensor", suffix, dims_of(b, x), gb_arg_node(x),
                       gb_arg_node(y));
}
