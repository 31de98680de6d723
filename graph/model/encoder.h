/* What the files of the encoders share (encoder.c, encoder_distil.c). */
#ifndef GB_MODEL_ENCODER_H
#define GB_MODEL_ENCODER_H

#include "graph/model/builder.h"

int32_t gb_encoder_child(const gb_builder *b, int32_t parent, const char *name);

/* Remembers the list of layers, and its uniform names. */
void gb_encoder_blocks(gb_builder *b, int32_t base, int32_t list);

/* The unembedding: tied to the word embeddings; `tied_bias` is the stored name of its bias, or
 * NULL.
 */
int32_t gb_encoder_decoder(gb_builder *b, int32_t parent, const char *name, const char *tied_bias);

/* Attention of a module whose projections are called `names`; the heads side by side. */
int32_t gb_encoder_attend(gb_builder *b, int32_t attention, const char *const names[3], int32_t x);

/* Position indices as the embedding wants them. */
int32_t gb_encoder_positions(gb_builder *b, int32_t positions);

/* Every layer by `run`. */
int32_t gb_encoder_layers(gb_builder *b, int32_t x,
                          int32_t run(gb_builder *b, int32_t module, int32_t x));

/* DistilBERT. */
void gb_distil_base_tree(gb_builder *b, int32_t base);
void gb_distil_head_tree(gb_builder *b);
int32_t gb_distil_base(gb_builder *b, int32_t base);
int32_t gb_distil_head(gb_builder *b, int32_t x);

#endif
