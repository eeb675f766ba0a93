/**
 * Everyday sentences in English and German, composed by a grammar from tables of words: what the
 * network that ships learned from. What goes with what is in the tables (nobody drinks a table);
 * how it is said, in the packages below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.translation.german;
