/**
 * The command line: {@link ductus.cli.Ductus} is the root, and each command has a class of its own
 * that reads its options, calls one thing below, and prints. Commands of a task are in a room named
 * as it; here are those that serve every task alike. What commands share is in {@code console},
 * {@code option}, {@code train} and {@code evaluate}, the wording of results in {@code format}.
 *
 * <p>Results go to standard output, messages and progress to standard error. The process exits in
 * {@code main} only. May use all floors below.
 */
@NullMarked
package ductus.cli;

import org.jspecify.annotations.NullMarked;
