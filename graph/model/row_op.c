/* The row operators: what is known of rows (ids, positions), and turning heads by their positions.
 */
#include "graph/model/attention.h"

#include "graph/base/memory.h"
#include "graph/model/row_group.h"
#include "graph/tensor/autograd.h"

#include <math.h>
#include <string.h>

/* --- what rows know --------------------------------------------------------------------------- */

static int64_t id_at(const gb_row *row, int64_t position)
{
    return row->tokens[position - row->start];
}

static int64_t one_at(const gb_row *row, int64_t position)
{
    (void)row, (void)position;
    return 1;
}

static int64_t position_at(const gb_row *row, int64_t position)
{
    (void)row;
    return position;
}

static int64_t type_at(const gb_row *row, int64_t position)
{
    return row->types ? row->types[position - row->start] : 0;
}

static gb_device device_of(const gb_walk *walk)
{
    gb_device device = {GB_CPU, -1};
    return gb_device_parse(gb_model_device(walk->model), &device, NULL) ? device
                                                                        : (gb_device){GB_CPU, -1};
}

/* On the model's device; `t` is given up. */
static gb_tensor *moved(const gb_walk *walk, gb_tensor *t, gb_error *err)
{
    gb_device device = device_of(walk);
    if (!t || device.type == GB_CPU) return t;
    gb_tensor *there = gb_tensor_to(t, GB_DTYPE_NONE, device, err);
    gb_tensor_unref(t);
    return there;
}

/* One int64 for each new token. */
static gb_tensor *of_rows(const gb_walk *walk, int64_t at(const gb_row *row, int64_t position),
                          gb_error *err)
{
    gb_tensor *t = gb_tensor_empty(GB_I64, &walk->rows->tokens, 1, err);
    int64_t *out = t ? gb_tensor_data(t) : NULL;
    for (int32_t r = 0; out && r < walk->rows->count; r++) {
        const gb_row *row = &walk->rows->row[r];
        for (int64_t i = row->begin; i < row->stop; i++)
            *out++ = at(row, i);
    }
    return moved(walk, t, err);
}

/* --- rotary ----------------------------------------------------------------------------------- */

/* Angles of one position: the first `pairs` columns, and once more. */
static void fill_angles(const gb_rotary *how, double position, float *cos_row, float *sin_row)
{
    for (int32_t i = 0; i < how->pairs; i++) {
        float angle = (float)position * how->inv_freq[i];
        float c = cosf(angle) * (float)how->scaling, s = sinf(angle) * (float)how->scaling;
        int32_t a = how->interleaved ? 2 * i : i, b = how->interleaved ? 2 * i + 1 : i + how->pairs;
        cos_row[a] = cos_row[b] = c;
        sin_row[a] = sin_row[b] = s;
    }
}

static int64_t longest(const gb_rows *rows)
{
    int64_t most = 0;
    for (int32_t r = 0; r < rows->count; r++)
        if (rows->row[r].stop > most) most = rows->row[r].stop;
    return most;
}

/* `t` (given up) in the model's dtype, on its device. */
static gb_tensor *as_slot(const gb_walk *walk, gb_tensor *t, gb_error *err)
{
    if (!t) return NULL;
    gb_tensor *typed = gb_tensor_to(t, walk->plan->dtype, device_of(walk), err);
    gb_tensor_unref(t);
    return typed;
}

/* (positions [N]) → cos, sin [N, r]. */
static bool run_rotary(gb_walk *walk, const gb_step *step, gb_error *err)
{
    gb_rotary how = *(const gb_rotary *)step->attributes;
    gb_tensor *positions = walk->slots[step->in[0]];
    int64_t n = gb_tensor_numel(positions), sizes[] = {n, how.dim};
    gb_rotary_for_length(&how, longest(walk->rows));
    double *at = gb_calloc((size_t)n + 1, sizeof *at, err);
    gb_tensor *cos = gb_tensor_empty(GB_F32, sizes, 2, err);
    gb_tensor *sin = gb_tensor_empty(GB_F32, sizes, 2, err);
    bool ok = at && cos && sin && gb_tensor_read(positions, 0, n, at, err);
    for (int64_t i = 0; ok && i < n; i++)
        fill_angles(&how, at[i], (float *)gb_tensor_data(cos) + i * how.dim,
                    (float *)gb_tensor_data(sin) + i * how.dim);
    gb_free(at);
    cos = as_slot(walk, cos, err);
    sin = as_slot(walk, sin, err);
    ok = ok && cos && sin;
    gb_walk_set(walk, step->out[0], ok ? cos : NULL);
    gb_walk_set(walk, step->out[1], ok ? sin : NULL);
    gb_tensor_unref(cos);
    gb_tensor_unref(sin);
    return ok;
}

/* --- turning heads ---------------------------------------------------------------------------- */

/* x [N, H, d] with cos, sin [N, r], r ≤ d; interleaved pairs are neighbours, else r/2 apart. */
typedef struct turning {
    gb_tensor *x, *cos, *sin;
    int64_t r;
    bool interleaved;
} turning;

static bool is_plain(const gb_tensor *t)
{
    int64_t last = gb_tensor_dim(t) - 1;
    return gb_tensor_dtype(t) == GB_F32 && gb_tensor_device(t).type == GB_CPU &&
           gb_tensor_strides(t)[last] == 1;
}

static void turn_head(const turning *t, const float *x, const float *c, const float *s, int64_t d,
                      float *out)
{
    int64_t half = t->r / 2;
    for (int64_t i = 0; i < half; i++) {
        int64_t a = t->interleaved ? 2 * i : i, b = t->interleaved ? 2 * i + 1 : i + half;
        float u = x[a], v = x[b];
        out[a] = u * c[a] - v * s[a];
        out[b] = v * c[b] + u * s[b];
    }
    if (d > t->r) memcpy(out + t->r, x + t->r, (size_t)(d - t->r) * sizeof *out);
}

/* In one pass over memory, where nobody asks for gradients. */
static gb_tensor *turn_quickly(const turning *t, gb_error *err)
{
    const int64_t *sizes = gb_tensor_sizes(t->x), *strides = gb_tensor_strides(t->x);
    gb_tensor *out = gb_tensor_empty(GB_F32, sizes, 3, err);
    if (!out) return NULL;
    float *to = gb_tensor_data(out);
    const float *x = gb_tensor_data(t->x), *c = gb_tensor_data(t->cos), *s = gb_tensor_data(t->sin);
    int64_t c_stride = gb_tensor_strides(t->cos)[0], s_stride = gb_tensor_strides(t->sin)[0];
    for (int64_t n = 0; n < sizes[0]; n++)
        for (int64_t h = 0; h < sizes[1]; h++, to += sizes[2])
            turn_head(t, x + n * strides[0] + h * strides[1], c + n * c_stride, s + n * s_stride,
                      sizes[2], to);
    return out;
}

/* The half of every pair that is subtracted, beside the half it is subtracted from:
 * rotate_half, or rotate_every_two. */
static gb_tensor *other_half(const turning *t, gb_tensor *x, gb_error *err)
{
    gb_arg X = gb_arg_tensor(x), one = gb_arg_int(-1);
    int64_t half = t->r / 2;
    const gb_overload *narrow = gb_overload_known(GB_KNOWN_NARROW);
    gb_tensor *a = t->interleaved ? GB_CALL_NAME("aten::slice.Tensor", err, X, one, gb_arg_int(0),
                                                 gb_arg_none(), gb_arg_int(2))
                                  : GB_CALL(narrow, err, X, one, gb_arg_int(0), gb_arg_int(half));
    gb_tensor *b = t->interleaved
                       ? GB_CALL_NAME("aten::slice.Tensor", err, X, one, gb_arg_int(1),
                                      gb_arg_none(), gb_arg_int(2))
                       : GB_CALL(narrow, err, X, one, gb_arg_int(half), gb_arg_int(half));
    gb_tensor *minus = b ? GB_CALL_NAME("aten::neg", err, gb_arg_tensor(b)) : NULL, *out = NULL;
    gb_arg parts[] = {gb_arg_tensor(minus), gb_arg_tensor(a)};
    if (minus && a && t->interleaved) {
        gb_tensor *pairs =
            GB_CALL(gb_overload_known(GB_KNOWN_STACK), err, gb_arg_list(parts, 2), one);
        if (pairs)
            out = GB_CALL_NAME("aten::flatten.using_ints", err, gb_arg_tensor(pairs),
                               gb_arg_int(-2), one);
        gb_tensor_unref(pairs);
    } else if (minus && a) {
        out = GB_CALL(gb_overload_known(GB_KNOWN_CAT), err, gb_arg_list(parts, 2), one);
    }
    gb_tensor_unref(a), gb_tensor_unref(b), gb_tensor_unref(minus);
    return out;
}

static gb_tensor *times(gb_tensor *x, gb_tensor *angle, gb_error *err)
{
    gb_tensor *wide =
        x ? GB_CALL(gb_overload_known(GB_KNOWN_UNSQUEEZE), err, gb_arg_tensor(angle), gb_arg_int(1))
          : NULL;
    gb_tensor *out =
        wide ? GB_CALL(gb_overload_known(GB_KNOWN_MUL), err, gb_arg_tensor(x), gb_arg_tensor(wide))
             : NULL;
    gb_tensor_unref(wide);
    return out;
}

/* By operators: any dtype, any device, differentiable. */
static gb_tensor *turn(const turning *t, gb_error *err)
{
    const gb_overload *narrow = gb_overload_known(GB_KNOWN_NARROW);
    int64_t d = gb_tensor_size(t->x, 2);
    gb_arg X = gb_arg_tensor(t->x), last = gb_arg_int(2);
    gb_tensor *x = d == t->r ? gb_tensor_ref(t->x)
                             : GB_CALL(narrow, err, X, last, gb_arg_int(0), gb_arg_int(t->r));
    gb_tensor *half = x ? other_half(t, x, err) : NULL;
    gb_tensor *a = times(x, t->cos, err), *b = times(half, t->sin, err), *out = NULL;
    if (a && b)
        out = GB_CALL(gb_overload_known(GB_KNOWN_ADD), err, gb_arg_tensor(a), gb_arg_tensor(b));
    gb_tensor *rest =
        d == t->r ? NULL : GB_CALL(narrow, err, X, last, gb_arg_int(t->r), gb_arg_int(d - t->r));
    if (out && rest) {
        gb_arg parts[] = {gb_arg_tensor(out), gb_arg_tensor(rest)};
        gb_tensor *whole =
            GB_CALL(gb_overload_known(GB_KNOWN_CAT), err, gb_arg_list(parts, 2), last);
        gb_tensor_unref(out);
        out = whole;
    }
    gb_tensor_unref(x), gb_tensor_unref(half), gb_tensor_unref(a), gb_tensor_unref(b);
    gb_tensor_unref(rest);
    return out;
}

static gb_tensor *run_rotate(const gb_step *step, gb_tensor *const in[3], gb_error *err)
{
    const gb_rotate *how = step->attributes;
    turning t = {.x = in[0],
                 .cos = in[1],
                 .sin = in[2],
                 .r = gb_tensor_size(in[1], 1),
                 .interleaved = how && how->interleaved};
    bool quick = !gb_grad_mode() && is_plain(t.x) && is_plain(t.cos) && is_plain(t.sin) &&
                 t.r <= gb_tensor_size(t.x, 2) && gb_tensor_dim(t.x) == 3 &&
                 gb_tensor_size(t.cos, 0) == gb_tensor_size(t.x, 0) &&
                 gb_tensor_same_shape(t.cos, t.sin);
    return quick ? turn_quickly(&t, err) : turn(&t, err);
}

/* --- steps ------------------------------------------------------------------------------------ */

static gb_tensor *run_one(gb_walk *walk, const gb_step *step, gb_tensor *const in[3], gb_error *err)
{
    switch (step->row_op) {
    case GB_ROW_TOKENS: return of_rows(walk, id_at, err);
    case GB_ROW_MASK: return of_rows(walk, one_at, err);
    case GB_ROW_POSITIONS: return of_rows(walk, position_at, err);
    case GB_ROW_TYPES: return of_rows(walk, type_at, err);
    case GB_ROW_ROTATE: return run_rotate(step, in, err);
    default: return gb_attention_run(walk, step, in, err);
    }
}

bool gb_row_op_run(gb_walk *walk, const gb_step *step, gb_error *err)
{
    gb_tensor *in[3] = {0};
    if (step->row_op == GB_ROW_ROTARY) return run_rotary(walk, step, err);
    for (int32_t i = 0; i < step->in_count && i < 3; i++)
        in[i] = walk->slots[step->in[i]];
    gb_tensor *out = run_one(walk, step, in, err);
    gb_walk_set(walk, step->out[0], out);
    gb_tensor_unref(out);
    return out != NULL;
}
