/**
 * The examination of neural Turing machines: copying of sequences longer than any that were
 * learned, beside other cells.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.turing;
