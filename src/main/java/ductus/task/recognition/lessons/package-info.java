/**
 * What networks that read learn from: lines that people wrote, and lines that are composed while
 * they learn, in many hands and in hands that nobody has, distorted as ink is. {@link
 * ductus.task.recognition.lessons.LineBatches} is the way in.
 */
@NullMarked
package ductus.task.recognition.lessons;

import org.jspecify.annotations.NullMarked;
