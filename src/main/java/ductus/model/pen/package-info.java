/**
 * Networks over pen points (Graves 2013, §4 and §5): each time step reads a point and predicts the
 * next one, freely or following a text, in the style of a hand. Legend: T time steps, B lines side
 * by side, U characters of a text with the end behind it, W size of a character's vector, S size of
 * a style's, M mixture components. Lengths are in x-heights, y is up.
 */
@NullMarked
package ductus.model.pen;

import org.jspecify.annotations.NullMarked;
