/**
 * {@code ./ductus bench}: how fast training and generation are on this machine, beside its limits
 * and beside other frameworks. Each side is a program of its own that takes its turns (package
 * {@code contender}); this package obtains them, runs the rounds, and writes the tables, JSON and
 * chart. Stands on top of the house; nothing of the product uses it.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench;
