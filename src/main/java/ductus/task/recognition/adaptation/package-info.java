/**
 * Teaches a network that reads somebody's lines, in a minute, without its forgetting the others':
 * {@link ductus.task.recognition.adaptation.ReaderAdaptation} is the way in.
 */
@NullMarked
package ductus.task.recognition.adaptation;

import org.jspecify.annotations.NullMarked;
