/** {@code ductus draw} and what belongs to it. */
@org.jspecify.annotations.NullMarked
package ductus.cli.strokerecovery;
