/* Names of Unicode characters: a table in order of code points. See character.h. */
#include "kernel/lang/character.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct row {
    uint32_t codepoint;
    const char *name;
} row;

static const row rows[] = {
#define GB_CHARACTER(codepoint, name) {codepoint, name},
#include "kernel/lang/character.def"
#undef GB_CHARACTER
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

uint32_t gb_character_named(const char *name, size_t n)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (strlen(rows[i].name) == n && strncasecmp(rows[i].name, name, n) == 0)
            return rows[i].codepoint;
    return 0;
}

const char *gb_character_name(uint32_t codepoint)
{
    size_t low = 0, high = ROW_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].codepoint == codepoint) return rows[middle].name;
        if (rows[middle].codepoint < codepoint)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
