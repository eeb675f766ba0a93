/**
 * What an examination is made of, and how its trials run: independent of each other, with a seed
 * each, several at a time, each able to go on where it was stopped.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.trial;
