/** {@code ductus lab}: the classic examinations, and runs of them that a file schedules. */
@org.jspecify.annotations.NullMarked
package ductus.cli.lab;
