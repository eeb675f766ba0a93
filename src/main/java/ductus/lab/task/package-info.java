/**
 * Tasks that cannot be done without remembering: sequences made by chance, whose answer depends on
 * steps long before it.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.task;
