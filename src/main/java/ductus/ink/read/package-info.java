/**
 * Ink from files: {@link ductus.ink.read.InkFile} reads any of the formats that {@link
 * ductus.ink.read.InkFormat} lists, told apart by what is in them. A reader a format; those of
 * formats in XML are in {@code read.xml}, what all stand on is in {@code read.source}. All ink
 * comes out with y up, in the unit of its source.
 */
@NullMarked
package ductus.ink.read;

import org.jspecify.annotations.NullMarked;
