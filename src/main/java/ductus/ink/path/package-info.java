/**
 * Path data as SVG writes it ({@code M0 0C...}), read into strokes: {@link
 * ductus.ink.path.PathData} is the entrance. Coordinates stay as they are written; whoever knows
 * which way y points turns them.
 */
@NullMarked
package ductus.ink.path;

import org.jspecify.annotations.NullMarked;
