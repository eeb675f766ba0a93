/**
 * Reads once more what was drawn, to say of each step from what it was drawn: logits or mixtures,
 * the window on the text, and what the hidden units did.
 */
@NullMarked
package ductus.generate.hindsight;

import org.jspecify.annotations.NullMarked;
