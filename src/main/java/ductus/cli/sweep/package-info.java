/**
 * {@code ductus sweep}: many training runs that a file asks for, here or on a cluster, and their
 * table.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.sweep;
