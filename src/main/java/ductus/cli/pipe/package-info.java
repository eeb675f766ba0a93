/**
 * Commands as parts of a pipe: {@code -} as the name of a file that is read is standard input, and
 * as the name of the one file that is made standard output.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.pipe;
