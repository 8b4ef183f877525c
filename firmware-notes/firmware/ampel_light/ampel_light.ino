/*
 * A light for Ampel, made of an Arduino and an LED. What to build is in ../../wiring.md, what it understands in
 * ../../protocol.md, and what you may want to change in config.h.
 */
#include <avr/io.h>
#include <avr/sleep.h>

#include "config.h"
#include "led.h"
#include "light_core.h"

#if defined(__AVR_ATmega328P__)
#define LIGHT_MCU "atmega328p"
#elif defined(__AVR_ATmega32U4__)
#define LIGHT_MCU "atmega32u4"
#elif defined(__AVR_ATmega2560__)
#define LIGHT_MCU "atmega2560"
#else
#define LIGHT_MCU "avr"
#endif

#define TEXT_OF(number) #number
#define TEXT(number) TEXT_OF(number)

static const char IDENTITY[] = "USBLIGHT 1 fw=1.0.0 mcu=" LIGHT_MCU " leds=" TEXT(LIGHT_LEDS) " out=" LIGHT_OUT
                               " caps=rgb,seq,fade,level,wd";

static void send(char character) {
    Serial.write(character);
}

static const struct light_board BOARD = {IDENTITY, led_show, send};

static struct light light;

/* Empty when a boot loader has wiped it away. */
static const char *cause_of_start() {
    uint8_t flags = MCUSR;
    MCUSR = 0;
    if (flags & _BV(PORF)) {
        return "on";
    }
    if (flags & _BV(BORF)) {
        return "brown";
    }
    if (flags & _BV(WDRF)) {
        return "wd";
    }
    return flags & _BV(EXTRF) ? "ext" : "";
}

void setup() {
    led_begin();
    Serial.begin(115200);
    light_start(&light, &BOARD, cause_of_start(), millis());
    set_sleep_mode(SLEEP_MODE_IDLE);
}

/* Between two milliseconds the processor sleeps; a byte from the computer wakes it, too. */
void loop() {
    while (Serial.available() > 0) {
        light_hear(&light, (uint8_t)Serial.read(), millis());
    }
    light_tick(&light, millis());
    sleep_mode();
}
