/** ArgumentCompletion of command lines in shells, written from the commands themselves. */
@org.jspecify.annotations.NullMarked
package ductus.cli.completion;
