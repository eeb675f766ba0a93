/**
 * Hands as fonts. {@link ductus.ink.font.LetterCutting} takes letters out of written lines, {@link
 * ductus.ink.font.FontSetting} sets several forms of each beside one another as a {@link
 * ductus.ink.font.HandFont}; {@link ductus.ink.font.TrueTypeFont} writes it as the way of a round
 * pen filled, {@link ductus.ink.font.SvgFont} as the way itself. Lengths are x-heights, y upwards,
 * the baseline at 0, unless something else is said.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.font;
