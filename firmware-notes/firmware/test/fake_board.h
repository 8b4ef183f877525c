/* A board for the core's tests: keeps what the light said and what it showed. */
#ifndef FAKE_BOARD_H
#define FAKE_BOARD_H

#include "light_core.h"

#include <stddef.h>

/* All that was said since it was last taken, with the line ends. */
extern char said[4096];
extern size_t said_length;

/* The LED, and how often it was told. */
extern struct light_colour led;
extern unsigned led_writes;

extern const struct light_board fake_board;

/* Forgets what was said and shown. */
void clear_fake_board(void);

#endif
