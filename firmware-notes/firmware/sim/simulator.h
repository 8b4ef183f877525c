/* A simulated Uno with an LED, behind a pseudo terminal. See simulator.c for what it says and obeys. */
#ifndef SIMULATOR_H
#define SIMULATOR_H

#include <simavr/sim_avr.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CYCLES_PER_MICRO = 16 };

/* led.c: reads the LED's colour off the pins. */

/* Listens to the WS2812's pin from now on. */
void led_attach(avr_t *avr);

/* Looks at the PWM pins; to be called every millisecond of the board. */
void led_sample_pwm(avr_t *avr);

/* The board has lost its power. */
void led_dark(void);

/* port.c: the computer's end of the cable. */

/* Makes a pseudo terminal with a link to it; false when that fails. */
bool port_open(const char *link);
void port_close(const char *link);
bool port_is_open(void);

/* To be waited for; -1 when it is not plugged in. */
int port_descriptor(void);

/* Returns how many bytes there were. */
size_t port_read(uint8_t *bytes, size_t room);

/* What the computer does not fetch in time is lost, as with a real board. */
void port_write(const uint8_t *bytes, size_t length);

/* Prints an event: a line of JSON. */
void event(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
