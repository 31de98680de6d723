/* The front end of a terminal or pipe: text to stdout and stderr, input from stdin. What is richer
 * than text is shown as its text/plain. */
#ifndef GB_KERNEL_TERMINAL_H
#define GB_KERNEL_TERMINAL_H

#include "kernel/front.h"

/* Static; uses no state but the process's own streams. Displays go to stdout; lines that update in
 * place (progress) go to stderr when that is a terminal, and nowhere otherwise. */
const gb_front *gb_terminal_front(void);

/* One line from stdin without its end, gb_free; NULL with EOFError's class (RuntimeError) at the
 * end of input and with KeyboardInterrupt when interrupted. */
char *gb_terminal_line(const char *prompt, gb_error *err) GB_MUST_CHECK;

/* SIGINT sets the interrupt flag; a second one before the first was noticed ends the process. */
void gb_terminal_catch_interrupts(void);

#endif
