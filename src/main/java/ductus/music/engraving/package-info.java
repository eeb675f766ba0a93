/**
 * Staff notation: a score engraved as a long page for a screen, or as pages of paper, in SVG and
 * PDF. {@link ductus.music.engraving.SheetMusic} is the entrance. The score is written down by
 * {@link ductus.music.notation.NotatedScore}, set on staves by {@code staff}, placed by {@code
 * layout}, and drawn by {@code drawing} with the signs of {@code glyph}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving;
