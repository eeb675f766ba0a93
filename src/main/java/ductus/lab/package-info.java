/**
 * The classic examinations of recurrent networks, and runs of them that a file schedules: {@code
 * trial} is what an examination is made of, {@code result} what comes out, and each examination has
 * a package of its own.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab;
