/**
 * Texts written by hand: from a request to pages and their files, with the provenance to write them
 * again. The lines are drawn in {@code synthesis}. Written pages are exported in other formats, and
 * pages of scribble filled.
 */
@NullMarked
package ductus.task.handwriting.page;

import org.jspecify.annotations.NullMarked;
