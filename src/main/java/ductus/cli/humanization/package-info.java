/**
 * {@code ductus humanise}: players' touch for what has none, training and measuring of the
 * networks; one class a command.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.humanization;
