/** The examination of temperature: what it does to the next token, and to whole tunes. */
@org.jspecify.annotations.NullMarked
package ductus.lab.temperature;
