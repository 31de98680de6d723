/* The modules written in the cell language, compiled when the binary is built (precompile.c). */
#ifndef GB_LANG_EMBEDDED_H
#define GB_LANG_EMBEDDED_H

#include <stdint.h>

typedef struct gb_embedded {
    const char *name;     /* "torch.nn" */
    const uint64_t *code; /* for gb_code_load */
} gb_embedded;

/* Ended by a row with name NULL; in order of file names. */
extern const gb_embedded gb_embedded_rows[];

#endif
