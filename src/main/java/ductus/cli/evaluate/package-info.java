/**
 * What {@code ductus evaluate} asks, and what answers it: a {@link
 * ductus.cli.evaluate.ModelEvaluation} for each kind of model, in the room of its task. {@code
 * ductus.cli} lists them. May use {@code cli.option}, {@code cli.console} and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.evaluate;
