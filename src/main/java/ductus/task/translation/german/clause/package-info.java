/**
 * Clauses: who does what to whom and when, and the order of words in which either language says it.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.translation.german.clause;
