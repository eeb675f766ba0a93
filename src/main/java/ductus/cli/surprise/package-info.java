/** {@code ductus surprise}: which parts of a series, a tune or a line of ink are odd. */
@NullMarked
package ductus.cli.surprise;

import org.jspecify.annotations.NullMarked;
