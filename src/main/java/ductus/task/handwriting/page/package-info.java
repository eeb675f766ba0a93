/**
 * Texts written by hand: from a request to pages and their files, with the provenance to write them
 * again. The lines are drawn in {@code ductus.task.handwriting.synthesis}.
 */
@NullMarked
package ductus.task.handwriting.page;

import org.jspecify.annotations.NullMarked;
