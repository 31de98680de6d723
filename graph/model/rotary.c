/* Inverse frequencies of rotary embeddings and their scalings.
 * Reference: transformers/modeling_rope_utils.py. All in float32, as there. */
#include "graph/model/attention.h"

#include <math.h>

static const double two_pi = 6.283185307179586476925286766559;

static void plain(gb_rotary *r, double theta)
{
    for (int32_t i = 0; i < r->pairs; i++) {
        float exponent = (float)(2 * i) / (float)r->dim;
        r->inv_freq[i] = 1.0f / powf((float)theta, exponent);
    }
}

static void linear(gb_rotary *r)
{
    plain(r, r->rope.theta);
    for (int32_t i = 0; i < r->pairs; i++)
        r->inv_freq[i] /= (float)r->rope.factor;
}

/* The base grows with the sequence once it is longer than `positions`. */
static void dynamic(gb_rotary *r, int64_t length)
{
    double ratio = (double)(length > r->positions ? length : r->positions) / (double)r->positions;
    double grown = r->rope.factor * ratio - (r->rope.factor - 1);
    double power = (double)r->dim / (double)(r->dim - 2);
    plain(r, r->rope.theta * pow(grown, power));
}

/* Long wavelengths are stretched, short ones kept, those between blended. */
static void llama3(gb_rotary *r)
{
    const gb_rope *p = &r->rope;
    double low_wave = (double)p->original / p->low_freq_factor;
    double high_wave = (double)p->original / p->high_freq_factor;
    plain(r, p->theta);
    for (int32_t i = 0; i < r->pairs; i++) {
        double f = r->inv_freq[i], wave = two_pi / f;
        if (wave > low_wave) {
            r->inv_freq[i] = (float)(f / p->factor);
        } else if (wave >= high_wave) {
            double smooth = ((double)p->original / wave - p->low_freq_factor) /
                            (p->high_freq_factor - p->low_freq_factor);
            r->inv_freq[i] = (float)((1 - smooth) * f / p->factor + smooth * f);
        }
    }
}

static double yarn_mscale(double scale, double mscale)
{
    return scale <= 1 ? 1.0 : 0.1 * mscale * log(scale) + 1.0;
}

static double yarn_attention(const gb_rope *p)
{
    if (!isnan(p->attention_factor)) return p->attention_factor;
    if (!isnan(p->mscale) && !isnan(p->mscale_all_dim) && p->mscale != 0 && p->mscale_all_dim != 0)
        return yarn_mscale(p->factor, p->mscale) / yarn_mscale(p->factor, p->mscale_all_dim);
    return yarn_mscale(p->factor, 1.0);
}

/* The dimension that makes `rotations` turns over the original length. */
static double yarn_dimension(const gb_rotary *r, double rotations)
{
    const gb_rope *p = &r->rope;
    return (double)r->dim * log((double)p->original / (rotations * two_pi)) / (2 * log(p->theta));
}

static void yarn(gb_rotary *r)
{
    const gb_rope *p = &r->rope;
    double low = yarn_dimension(r, p->beta_fast), high = yarn_dimension(r, p->beta_slow);
    if (p->truncate) {
        low = floor(low);
        high = ceil(high);
    }
    low = fmax(low, 0);
    high = fmin(high, (double)(r->dim - 1));
    if (low == high) high += 0.001;
    plain(r, p->theta);
    for (int32_t i = 0; i < r->pairs; i++) {
        double ramp = fmin(fmax(((double)i - low) / (high - low), 0), 1);
        double f = r->inv_freq[i];
        r->inv_freq[i] = (float)(f / p->factor * ramp + f * (1 - ramp));
    }
    r->scaling = yarn_attention(p);
}

bool gb_rotary_init(gb_rotary *r, const gb_config *config, gb_error *err)
{
    *r = (gb_rotary){.scaling = 1.0, .rope = config->rope, .positions = config->positions};
    r->dim = (int64_t)((double)config->head_dim * config->rope.partial);
    r->pairs = (int32_t)((r->dim + 1) / 2);
    if (r->dim < 2 || r->dim % 2 != 0 || r->pairs > GB_ROTARY_MAX_PAIRS)
        return gb_fail(err, GB_ERR_VALUE, "config: rotary embedding of %lld dimensions",
                       (long long)r->dim);
    switch (config->rope.kind) {
    case GB_ROPE_DEFAULT: plain(r, config->rope.theta); break;
    case GB_ROPE_LINEAR: linear(r); break;
    case GB_ROPE_DYNAMIC: dynamic(r, 0); break;
    case GB_ROPE_LLAMA3: llama3(r); break;
    case GB_ROPE_YARN: yarn(r); break;
    }
    return true;
}

bool gb_rotary_for_length(gb_rotary *r, int64_t length)
{
    if (r->rope.kind != GB_ROPE_DYNAMIC || length <= r->positions) return false;
    dynamic(r, length);
    return true;
}
