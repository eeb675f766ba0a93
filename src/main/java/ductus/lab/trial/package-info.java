/**
 * What an examination is made of, and how its trials run: independent of each other, with a seed
 * each, several at a time, each able to go on where it was stopped. May use {@code lab.result}, the
 * {@code workbench} and all below.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.trial;
