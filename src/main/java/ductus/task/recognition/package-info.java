/**
 * Training of networks that read handwriting, for its text or for whose hand it is; what they learn
 * from is in {@code lessons}. Lines are read by {@link ductus.ink.recognition.LineReader}, hands
 * told by {@link ductus.ink.recognition.WriterIdentification}.
 */
@NullMarked
package ductus.task.recognition;

import org.jspecify.annotations.NullMarked;
