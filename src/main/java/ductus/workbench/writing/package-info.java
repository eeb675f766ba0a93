/**
 * Texts written by hand: from a request to pages and their files, with the provenance to write them
 * again. The lines are drawn in {@code ductus.workbench.drawing}.
 */
@NullMarked
package ductus.workbench.writing;

import org.jspecify.annotations.NullMarked;
