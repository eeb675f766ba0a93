/**
 * {@code ductus harmonise}: chords or voices to a tune, training and measuring of the networks; one
 * class a command.
 */
@NullMarked
package ductus.cli.harmony;

import org.jspecify.annotations.NullMarked;
