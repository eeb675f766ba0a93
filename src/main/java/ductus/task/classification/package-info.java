/**
 * Many to one: networks that say which of some classes a text, a tune, a piece of ink or a series
 * is of, what they learn from, and how often they are right.
 *
 * <p>A {@link ductus.task.classification.InputKind} is what is classified; a {@link
 * ductus.task.classification.ClassNetwork} sees it as a network does.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.classification;
