/**
 * Language models from their folder of text to new text: training, drawing, the likeliest next
 * words, and how well held-out text is predicted. A loss is in nats a token; figures for people are
 * in bits a character.
 */
@NullMarked
package ductus.task.language;

import org.jspecify.annotations.NullMarked;
