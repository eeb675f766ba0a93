/**
 * Measures that several tasks share: edit distance, errors of characters, how well lines of writing
 * are read, and what is measured group by group, here or on many machines. Counting models to
 * compare with are in {@code baseline}, figures of classifiers in {@code classification}. May use
 * the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.metric;
