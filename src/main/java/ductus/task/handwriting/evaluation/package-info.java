/**
 * How well a model writes by hand: {@link ductus.task.handwriting.evaluation.WritingExamination}
 * has it write texts that it was not trained on. Lengths are in x-heights.
 */
@NullMarked
package ductus.task.handwriting.evaluation;

import org.jspecify.annotations.NullMarked;
