/* What the fields of an instruction mean: the words A, B and X of opcode.def, for the files that
 * read that table with them. */
#ifndef GB_LANG_OPERAND_H
#define GB_LANG_OPERAND_H

enum operand {
    NONE,
    LOCAL,
    CELL,
    CONST,
    NAME,
    CODE,
    JUMP,
    COUNT,
    DEPTH,
    CACHE,
    BINARY,
    UNARY,
    COMPARE,
    FLAG,
    TEST
};

#endif
