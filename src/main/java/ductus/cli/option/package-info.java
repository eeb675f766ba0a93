/**
 * Options that several commands share, to be included with {@code @Mixin}. May use {@code
 * cli.console} and the floors below {@code cli}, not the commands.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.option;
