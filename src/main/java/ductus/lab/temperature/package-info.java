/**
 * The examination of temperature: what it does to the next token, and to whole tunes. May use
 * {@code lab.trial}, the {@code workbench} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.temperature;
