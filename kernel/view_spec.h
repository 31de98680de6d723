/* A view asked for in the cell language: a dict of plain values becomes one of display's structs.
 *
 * What each struct has is told by a table of fields (view_fields.c), so that a view is reached from
 * a cell by adding rows, not functions. Texts are borrowed from the dict's values, everything else
 * lives in the reading's arena: the struct is good until gb_view_reading_release, while the dict
 * lives. */
#ifndef GB_KERNEL_VIEW_SPEC_H
#define GB_KERNEL_VIEW_SPEC_H

#include "display/bundle.h"
#include "graph/base/arena.h"
#include "kernel/lang/vm.h"

typedef enum gb_field_kind {
    GB_FIELD_TEXT,    /* str or None -> const char * */
    GB_FIELD_TEXTS,   /* list of str or None -> const char *const *, and size_t at `count` */
    GB_FIELD_DOUBLE,  /* number; None: NaN -> double */
    GB_FIELD_DOUBLES, /* list or tensor of numbers -> const double *, and size_t at `count`: fields
                         that share it must be as long; empty ones are as if not given */
    GB_FIELD_INTS,    /* list of int -> const int64_t *, and size_t at `count` */
    GB_FIELD_INT,     /* -> int */
    GB_FIELD_INT64,   /* -> int64_t */
    GB_FIELD_SIZE,    /* not negative -> size_t */
    GB_FIELD_BOOL,    /* -> bool */
    GB_FIELD_WORD,    /* one of `words` -> int (an enum) */
    GB_FIELD_COLOR,   /* a colour's name or notation -> gb_color, and bool at `count` */
    GB_FIELD_ARRAY,   /* nested lists or a tensor -> gb_array of doubles */
    GB_FIELD_STRUCT,  /* dict -> the struct of `fields`, in place */
    GB_FIELD_STRUCTS, /* list of dicts -> array of structs, and size_t at `count` */
} gb_field_kind;

/* A field of a struct; a key that the dict lacks leaves the struct's bytes zero. */
typedef struct gb_field {
    const char *name; /* the dict's key */
    gb_field_kind kind;
    size_t offset;                 /* in the struct */
    size_t count;                  /* offset of the count; see the kinds */
    const struct gb_field *fields; /* STRUCT, STRUCTS; ended by name NULL */
    size_t size;                   /* of the struct of STRUCTS */
    const char *const *words;      /* WORD: the names of 0, 1, …; ended by NULL */
} gb_field;

typedef struct gb_view_reading {
    gb_vm *vm;
    gb_arena arena;
} gb_view_reading;

/* Fills `out` (zeroed by the caller). False with TypeError or ValueError naming the key: unknown
 * ones too. */
bool gb_view_read(gb_view_reading *reading, gb_value dict, const gb_field *fields,
                  void *out) GB_MUST_CHECK;
void gb_view_reading_release(gb_view_reading *reading);

/* A kind of view that cells can ask for. */
typedef struct gb_view_kind {
    const char *name; /* "heatmap" */
    size_t size;      /* of its struct */
    const gb_field *fields;
    bool (*show)(const void *view, gb_bundle *out, gb_error *err);
} gb_view_kind;

extern const gb_view_kind gb_view_kinds[]; /* view_fields.c; ended by name NULL */
extern const gb_field gb_figure_fields[];  /* of gb_figure */

#endif
