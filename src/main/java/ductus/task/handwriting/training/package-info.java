/** Handwriting at work: hands of a folder, training on lines composed of them, writing. */
@NullMarked
package ductus.task.handwriting.training;

import org.jspecify.annotations.NullMarked;
