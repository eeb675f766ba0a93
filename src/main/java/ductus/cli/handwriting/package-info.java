/** Commands of {@code ductus hand} that list, show, add and remove hands; one class a command. */
@NullMarked
package ductus.cli.handwriting;

import org.jspecify.annotations.NullMarked;
