/** Handwriting at work: hands of a folder, training on lines composed of them, writing. */
@NullMarked
package ductus.workbench.handwriting;

import org.jspecify.annotations.NullMarked;
