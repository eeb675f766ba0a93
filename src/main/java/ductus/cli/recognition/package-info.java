/**
 * Commands of recognition: {@code ductus recognise}, and those of {@code ductus reader}, by which
 * networks that read are trained and hands enrolled by name; one class a command. {@link
 * ductus.cli.recognition.ReaderEvaluation} measures such networks.
 */
@NullMarked
package ductus.cli.recognition;

import org.jspecify.annotations.NullMarked;
