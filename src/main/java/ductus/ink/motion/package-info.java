/** How a pen moves in time: speeds by the curvature of its way, and lifts; when it is where. */
@NullMarked
package ductus.ink.motion;

import org.jspecify.annotations.NullMarked;
