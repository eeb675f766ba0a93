/** {@code ductus classify} and {@code ductus tag}: classes of things, and of words. */
@org.jspecify.annotations.NullMarked
package ductus.cli.classification;
