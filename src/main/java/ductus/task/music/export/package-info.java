/**
 * Scores written in other formats: what a format makes of a score, where the files go, and a whole
 * folder at once. May use the workbench and what is below it.
 */
@NullMarked
package ductus.task.music.export;

import org.jspecify.annotations.NullMarked;
