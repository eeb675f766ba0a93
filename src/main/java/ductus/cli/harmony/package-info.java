/** {@code ductus harmonise} and what belongs to it; one class a command. */
@NullMarked
package ductus.cli.harmony;

import org.jspecify.annotations.NullMarked;
