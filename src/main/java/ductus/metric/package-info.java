/** Measures that several tasks share: edit distance, errors of characters and of reading. */
@org.jspecify.annotations.NullMarked
package ductus.metric;
