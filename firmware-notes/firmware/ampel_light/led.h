/* The LED at the pins that config.h names. */
#ifndef LED_H
#define LED_H

#include "light_core.h"

void led_begin(void);

/* Returns when the LED has been told. */
void led_show(struct light_colour colour);

#endif
