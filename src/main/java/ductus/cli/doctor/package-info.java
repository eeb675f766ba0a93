/** What Ductus finds on a machine, what it misses there, and how that is to be had. */
@org.jspecify.annotations.NullMarked
package ductus.cli.doctor;
