/**
 * What README and documents say, held against the program: that each command can be called as it is
 * shown, and that figures and pictures are what commands make.
 */
@NullMarked
package ductus.document;

import org.jspecify.annotations.NullMarked;
