/* The sources of modules written in the cell language, put into the binary at build time. */
#ifndef GB_LANG_EMBEDDED_H
#define GB_LANG_EMBEDDED_H

#include <stddef.h>

typedef struct gb_embedded {
    const char *name; /* "torch.nn" */
    const char *text; /* terminated */
    size_t size;
} gb_embedded;

/* Ended by a row with name NULL; in order of file names. Written by embed.cmake. */
extern const gb_embedded gb_embedded_rows[];

#endif
