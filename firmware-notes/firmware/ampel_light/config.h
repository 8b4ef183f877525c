/* What your light is made of. Everything here can also be given to the compiler with -D. */
#ifndef CONFIG_H
#define CONFIG_H

/* Define it for a common RGB LED at three pins; else it is one or more WS2812 ("NeoPixel") in a row. */
/* #define LIGHT_RGB */

#ifdef LIGHT_RGB

/* Pins that can do PWM: 9, 10 and 11 can on the Uno, the Nano and the Leonardo. */
#ifndef LIGHT_RED_PIN
#define LIGHT_RED_PIN 9
#endif
#ifndef LIGHT_GREEN_PIN
#define LIGHT_GREEN_PIN 10
#endif
#ifndef LIGHT_BLUE_PIN
#define LIGHT_BLUE_PIN 11
#endif

/* 1 when the LED's longest leg goes to 5 V instead of GND. */
#ifndef LIGHT_COMMON_ANODE
#define LIGHT_COMMON_ANODE 0
#endif

#define LIGHT_OUT "rgb"
#define LIGHT_LEDS 1

#else

#ifndef LIGHT_DATA_PIN
#define LIGHT_DATA_PIN 6
#endif

/* All of them show the same. 1 to 255. */
#ifndef LIGHT_LEDS
#define LIGHT_LEDS 1
#endif

/* Most WS2812 want green first. 1 for those that want red first. */
#ifndef LIGHT_RED_FIRST
#define LIGHT_RED_FIRST 0
#endif

#define LIGHT_OUT "ws2812"

#endif

#endif
