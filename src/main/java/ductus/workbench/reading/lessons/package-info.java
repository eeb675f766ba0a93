/**
 * What networks that read learn from: lines that are composed while they learn, in many hands and
 * in hands that nobody has, distorted as ink is. {@link
 * ductus.workbench.reading.lessons.LineLessons} is the way in.
 */
@NullMarked
package ductus.workbench.reading.lessons;

import org.jspecify.annotations.NullMarked;
