/**
 * Commands of {@code ductus hand}: hands are listed, shown, added and removed, sheets to draw them
 * on printed, pages scribbled, networks that write trained; one class a command.
 */
@NullMarked
package ductus.cli.handwriting;

import org.jspecify.annotations.NullMarked;
