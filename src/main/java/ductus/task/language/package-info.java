/**
 * Language models: their texts, drawing new ones, the likeliest next words, and how well held-out
 * text is predicted; {@code training} trains them. A loss is in nats a token; figures for people
 * are in bits a character.
 */
@NullMarked
package ductus.task.language;

import org.jspecify.annotations.NullMarked;
