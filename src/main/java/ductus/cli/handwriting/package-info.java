/**
 * Commands of handwriting: {@code ductus write}, and those of {@code ductus hand}, by which hands
 * are listed, shown, added and removed, sheets to draw them on printed, pages scribbled, networks
 * that write trained; one class a command. {@link ductus.cli.handwriting.HandEvaluation} measures
 * such networks.
 */
@NullMarked
package ductus.cli.handwriting;

import org.jspecify.annotations.NullMarked;
