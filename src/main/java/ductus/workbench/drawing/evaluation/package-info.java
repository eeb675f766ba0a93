/**
 * How well a model writes by hand: {@link ductus.workbench.drawing.evaluation.WritingExamination}
 * has it write texts that it was not trained on. Lengths are in x-heights. May use {@code
 * workbench.reading}.
 */
@NullMarked
package ductus.workbench.drawing.evaluation;

import org.jspecify.annotations.NullMarked;
