/**
 * The foundation of all readers of ink: {@link ductus.ink.read.source.InkSource} is a file's
 * content, bounded and unpacked, with complaints that name the place; {@link
 * ductus.ink.read.source.InkDraft} gathers points, strokes and pieces and refuses impossible ones.
 */
@NullMarked
package ductus.ink.read.source;

import org.jspecify.annotations.NullMarked;
