/**
 * Takes pages of ink apart into lines ({@link ductus.ink.splitting.LineSplitting}) by where the ink
 * stands, in whatever order it was written. Lengths are in the ink's unit or, where it is said, in
 * heights of small letters, which {@link ductus.ink.splitting.LetterHeight} estimates. It knows
 * strokes and boxes only.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.splitting;
