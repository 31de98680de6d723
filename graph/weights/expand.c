/* Dequantisation. See expand.h. */
#include "graph/weights/expand.h"

#include <string.h>

static float bits_to_float(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* IEEE half to single: moving the fields into place makes a number 2^112 times too small, for
 * subnormals as well; infinities and NaNs need their exponent filled up. */
static float half_at(const uint8_t *p)
{
    uint32_t h = (uint32_t)p[0] | (uint32_t)p[1] << 8;
    uint32_t sign = (h & 0x8000) << 16;
    float scaled = bits_to_float((h & 0x7FFF) << 13) * 0x1p112f;
    uint32_t magnitude;
    memcpy(&magnitude, &scaled, sizeof magnitude);
    if ((h & 0x7C00) == 0x7C00) magnitude = 0x7F800000 | (h & 0x3FF) << 13;
    return bits_to_float(sign | magnitude);
}

void gb_expand_f16(const uint8_t *p, size_t count, float *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = half_at(p + 2 * i);
}

void gb_expand_bf16(const uint8_t *p, size_t count, float *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = bits_to_float((uint32_t)p[2 * i] << 16 | (uint32_t)p[2 * i + 1] << 24);
}

/* { half d; nibbles[16] }: element i is the low nibble of byte i, element i + 16 the high one. */
void gb_expand_q4_0(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 18, out += 32) {
        float d = half_at(p);
        for (int i = 0; i < 16; i++) {
            out[i] = d * (float)((p[2 + i] & 15) - 8);
            out[i + 16] = d * (float)((p[2 + i] >> 4) - 8);
        }
    }
}

/* { half d; half m; nibbles[16] } */
void gb_expand_q4_1(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 20, out += 32) {
        float d = half_at(p), m = half_at(p + 2);
        for (int i = 0; i < 16; i++) {
            out[i] = d * (float)(p[4 + i] & 15) + m;
            out[i + 16] = d * (float)(p[4 + i] >> 4) + m;
        }
    }
}

static uint32_t word_at(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* Element i of a block of 32 five-bit numbers: a nibble and one bit of `high`. */
static int five_bits(const uint8_t *nibbles, uint32_t high, int i)
{
    int low = i < 16 ? nibbles[i] & 15 : nibbles[i - 16] >> 4;
    return low | (int)(high >> i & 1) << 4;
}

/* { half d; fifth bits[4]; nibbles[16] } */
void gb_expand_q5_0(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 22, out += 32) {
        float d = half_at(p);
        uint32_t high = word_at(p + 2);
        for (int i = 0; i < 32; i++)
            out[i] = d * (float)(five_bits(p + 6, high, i) - 16);
    }
}

/* { half d; half m; fifth bits[4]; nibbles[16] } */
void gb_expand_q5_1(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 24, out += 32) {
        float d = half_at(p), m = half_at(p + 2);
        uint32_t high = word_at(p + 4);
        for (int i = 0; i < 32; i++)
            out[i] = d * (float)five_bits(p + 8, high, i) + m;
    }
}

/* { half d; int8 q[32] } */
void gb_expand_q8_0(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 34, out += 32) {
        float d = half_at(p);
        for (int i = 0; i < 32; i++)
            out[i] = (float)(int8_t)p[2 + i] * d;
    }
}

/* The K types: super-blocks of 256 with their own small scales.
 *
 * { scales[16]: low nibble scale, high nibble minimum; q[64] two bits each; half d; half dmin }
 * Sixteen elements share a scale; 32 bytes of q hold 128 elements, two bits a time. */
void gb_expand_q2_k(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 84, out += 256) {
        float d = half_at(p + 80), dmin = half_at(p + 82);
        for (int i = 0; i < 256; i++) {
            uint8_t scale = p[i / 16];
            const uint8_t *q = p + 16 + i / 128 * 32;
            int value = q[i % 32] >> (i % 128 / 32 * 2) & 3;
            out[i] = d * (float)(scale & 15) * (float)value - dmin * (float)(scale >> 4);
        }
    }
}

/* Scale i of 16 six-bit scales in 12 bytes: four low bits in the first eight bytes, two high bits
 * in the last four. */
static int scale_of_q3(const uint8_t *s, int i)
{
    int low = i < 8 ? s[i] & 15 : s[i - 8] >> 4;
    int high = s[8 + i % 4] >> (i / 4 * 2) & 3;
    return (low | high << 4) - 32;
}

/* { third bits[32]; q[64] two bits each; scales[12]; half d } */
void gb_expand_q3_k(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 110, out += 256) {
        float d = half_at(p + 108);
        for (int i = 0; i < 256; i++) {
            const uint8_t *q = p + 32 + i / 128 * 32;
            int value = q[i % 32] >> (i % 128 / 32 * 2) & 3;
            int third = p[i % 32] >> (i / 32) & 1;
            float scale = d * (float)scale_of_q3(p + 96, i / 16);
            out[i] = scale * (float)(value - (third ? 0 : 4));
        }
    }
}

/* Scale and minimum i of 8 in 12 bytes, six bits each: the first four plain, the last four made of
 * the nibbles of the third four bytes and the top bits of the others. */
static void scale_of_q4(const uint8_t *s, int i, int *scale, int *minimum)
{
    if (i < 4) {
        *scale = s[i] & 63;
        *minimum = s[i + 4] & 63;
    } else {
        *scale = (s[i + 4] & 15) | (s[i - 4] >> 6) << 4;
        *minimum = s[i + 4] >> 4 | (s[i] >> 6) << 4;
    }
}

/* Q4_K { half d; half dmin; scales[12]; nibbles[128] }, and Q5_K with fifth bits[32] before the
 * nibbles: 32 bytes hold 64 elements, low nibbles first. */
static void expand_q45(const uint8_t *p, const uint8_t *fifth, const uint8_t *nibbles, float *out)
{
    float d = half_at(p), dmin = half_at(p + 2);
    for (int i = 0; i < 8; i++) {
        int scale, minimum;
        scale_of_q4(p + 4, i, &scale, &minimum);
        float step = d * (float)scale, offset = dmin * (float)minimum;
        for (int j = 0; j < 32; j++) {
            int value = nibbles[i / 2 * 32 + j] >> (i % 2 * 4) & 15;
            if (fifth) value |= (fifth[j] >> i & 1) << 4;
            out[i * 32 + j] = step * (float)value - offset;
        }
    }
}

void gb_expand_q4_k(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 144, out += 256)
        expand_q45(p, NULL, p + 16, out);
}

void gb_expand_q5_k(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 176, out += 256)
        expand_q45(p, p + 16, p + 48, out);
}

/* { low nibbles[128]; high pairs[64]; int8 scales[16]; half d }: each half of 128 elements has 64
 * bytes of nibbles and 32 of pairs. */
void gb_expand_q6_k(const uint8_t *p, size_t count, float *out)
{
    for (size_t b = 0; b < count; b++, p += 210, out += 256) {
        float d = half_at(p + 208);
        for (int i = 0; i < 256; i++) {
            const uint8_t *low = p + i / 128 * 64, *high = p + 128 + i / 128 * 32;
            int nibble = low[i % 64] >> (i % 128 / 64 * 4) & 15;
            int pair = high[i % 32] >> (i % 128 / 32 * 2) & 3;
            float scale = d * (float)(int8_t)p[192 + i / 16];
            out[i] = scale * (float)((nibble | pair << 4) - 32);
        }
    }
}
