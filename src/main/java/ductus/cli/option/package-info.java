/** Options that several commands share, to be included with {@code @Mixin}. */
@org.jspecify.annotations.NullMarked
package ductus.cli.option;
