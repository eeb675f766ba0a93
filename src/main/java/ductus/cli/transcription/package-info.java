/** {@code ductus transcribe} and what goes with it: from sound to notes. */
@org.jspecify.annotations.NullMarked
package ductus.cli.transcription;
