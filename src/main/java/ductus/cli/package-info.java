/**
 * The command line: {@link ductus.cli.Ductus} is the root, and each command has a class of its own
 * that reads its options, calls one thing below, and prints. What commands share is in {@code
 * console} and {@code option}, the wording of results in {@code format}; commands of one kind have
 * a room named as their task.
 *
 * <p>Results go to standard output, messages and progress to standard error. The process exits in
 * {@code main} only. May use all floors below.
 */
@NullMarked
package ductus.cli;

import org.jspecify.annotations.NullMarked;
