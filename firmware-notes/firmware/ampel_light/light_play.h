/* Colours, sequences and fades, as they are at a moment. For light_core.c alone. */
#ifndef LIGHT_PLAY_H
#define LIGHT_PLAY_H

#include "light_core.h"

/* Shows these steps from now on; what is shown already goes on as it is. */
void light_begin(struct light *light, const struct light_step *steps, uint8_t count, uint32_t now);

/* Dark at once, without a fade. */
void light_go_dark(struct light *light);

/* Brings the LED to what it should show at that moment. */
void light_draw(struct light *light, uint32_t now);

/* The same, a hundred times a second at most. */
void light_play(struct light *light, uint32_t now);

#endif
