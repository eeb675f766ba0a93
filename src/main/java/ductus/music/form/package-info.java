/**
 * What tunes are like as wholes: what returns and after how many bars, how they end, which keys
 * they go through. Counted alike over sets of tunes, which are then held against each other ({@link
 * ductus.music.form.FormFigure}). Times are in grid steps, shares 0 to 1.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.form;
