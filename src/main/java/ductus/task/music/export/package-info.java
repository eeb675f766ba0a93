/**
 * Scores written in other formats: what a format makes of a score, where the files go, and a whole
 * folder at once.
 */
@NullMarked
package ductus.task.music.export;

import org.jspecify.annotations.NullMarked;
