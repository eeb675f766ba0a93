/**
 * Commands of {@code ductus reader}: networks that read are trained, hands enrolled by name; one
 * class a command.
 */
@NullMarked
package ductus.cli.recognition;

import org.jspecify.annotations.NullMarked;
