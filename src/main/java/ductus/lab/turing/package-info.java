/**
 * The examination of neural Turing machines: copying of sequences longer than any that were
 * learned, beside other cells. May use {@code lab.task}, {@code lab.trial} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.turing;
