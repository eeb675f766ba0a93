package ductus.studio.compose;

import ductus.music.Note;
import ductus.music.Score;
import ductus.studio.collection.ScoreVoice;
import ductus.studio.compose.EditableScore.EditableNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Notes that take the place of those of a piece.
 *
 * @param parent MIDI file of the piece, below the workspace
 * @param notes in any order
 */
record EditWish(String parent, List<EditableNote> notes) {
  /** Longest piece, in quarter notes: an hour and a half at a quick tempo. */
  private static final long MOST_QUARTERS = 16_384;

  private static final Comparator<Note> ORDER =
      Note.ORDER.thenComparingInt(Note::channel).thenComparingLong(Note::duration);

  EditWish {
    if (parent == null || notes == null) {
      throw new IllegalArgumentException("an edit must name its parent and hold notes");
    }
    if (notes.isEmpty() || notes.size() > EditableScore.MOST_NOTES) {
      throw new IllegalArgumentException(
          "an edited tune must have 1 to %d notes but has %d"
              .formatted(EditableScore.MOST_NOTES, notes.size()));
    }
  }

  /**
   * The piece with these notes.
   *
   * @throws IllegalArgumentException if a note is out of range, or of no voice of the piece
   */
  Score apply(Score piece) {
    List<ScoreVoice> voices = ScoreVoice.of(piece);
    long latest = Math.max(piece.length(), MOST_QUARTERS * piece.ticksPerQuarter());
    List<Note> edited = new ArrayList<>();
    long length = piece.length();
    for (int i = 0; i < notes.size(); i++) {
      Note note = note(i, voices, latest);
      length = Math.max(length, note.end());
      edited.add(note);
    }
    edited.sort(ORDER);
    return new Score(
        piece.ticksPerQuarter(),
        length,
        edited,
        piece.tempos(),
        piece.timeSignatures(),
        piece.keySignatures(),
        piece.programs(),
        piece.pedals(),
        piece.texts());
  }

  private Note note(int number, List<ScoreVoice> voices, long latest) {
    EditableNote given = notes.get(number);
    if (given == null || given.voice() < 0 || given.voice() >= voices.size()) {
      throw new IllegalArgumentException(
          "note %d: voice must be one of the %d of the piece".formatted(number + 1, voices.size()));
    }
    if (given.onset() < 0
        || given.duration() < 1
        || given.onset() > latest
        || given.duration() > latest - given.onset()) {
      throw new IllegalArgumentException(
          "note %d: must begin at tick 0 or later, last a tick or more, and end by tick %d, but begins at %d and lasts %d"
              .formatted(number + 1, latest, given.onset(), given.duration()));
    }
    ScoreVoice voice = voices.get(given.voice());
    return new Note(
        given.onset(),
        given.duration(),
        given.pitch(),
        given.velocity(),
        voice.channel(),
        voice.track());
  }
}
