package ductus.studio.compose;

import org.jspecify.annotations.Nullable;

/**
 * What a new piece goes on from: notes, or a file that the browser holds, or a piece of the
 * workspace.
 *
 * @param notes in JFugue's notation, such as {@code C5q D5q E5h}
 * @param fileName of a MIDI or ABC file in the browser
 * @param fileContent of it, in Base64
 * @param piece MIDI file below the workspace
 * @param from first bar that is written anew, from 1, of the piece or the file; null to go on
 *     behind its end
 * @param to last bar that is written anew; null to go on to another end
 */
record PrimerSource(
    @Nullable String notes,
    @Nullable String fileName,
    @Nullable String fileContent,
    @Nullable String piece,
    @Nullable Integer from,
    @Nullable Integer to) {
  /** Whether bars in the midst of it are written anew. */
  boolean fills() {
    return from != null && to != null;
  }
}
