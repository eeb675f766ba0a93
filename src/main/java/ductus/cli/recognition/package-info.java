/** Commands of {@code ductus reader}: how networks that read are made; one class a command. */
@NullMarked
package ductus.cli.recognition;

import org.jspecify.annotations.NullMarked;
