package ductus.task.transcription;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.HeardScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The notes of a score, those of each track and channel together; drums and pitches that are not
 * told left out.
 *
 * @param voices each with a note, from the first note of the score on
 */
record ScoreVoices(List<List<HeardNote>> voices) {
  /** Most voices: as many as there are channels, but for the drums. */
  private static final int MOST = 15;

  ScoreVoices {
    voices = voices.stream().map(List::copyOf).toList();
  }

  /** Finds the voices of a score. */
  static ScoreVoices of(Score score) {
    List<Note> places =
        score.notes().stream()
            .filter(note -> !note.isDrum())
            .map(note -> new Note(0, 0, 0, 1, note.channel(), note.track()))
            .distinct()
            .sorted(Comparator.comparingInt(Note::track).thenComparingInt(Note::channel))
            .limit(MOST)
            .toList();
    List<List<HeardNote>> voices = new ArrayList<>();
    for (Note place : places) {
      List<HeardNote> notes =
          HeardScore.notes(
              score.withNotes(
                  score.notes().stream()
                      .filter(
                          note ->
                              note.track() == place.track()
                                  && note.channel() == place.channel()
                                  && AudioAnalysis.holds(note.pitch()))
                      .toList()));
      if (!notes.isEmpty()) {
        voices.add(notes);
      }
    }
    double first = voices.stream().mapToDouble(notes -> notes.get(0).onset()).min().orElse(0);
    return new ScoreVoices(
        voices.stream()
            .map(notes -> notes.stream().map(note -> earlier(note, first)).toList())
            .toList());
  }

  private static HeardNote earlier(HeardNote note, double seconds) {
    return new HeardNote(
        note.onset() - seconds, note.end() - seconds, note.pitch(), note.velocity());
  }

  /** The notes of all voices by onset. */
  List<HeardNote> together() {
    return voices.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingDouble(HeardNote::onset).thenComparing(HeardNote::pitch))
        .toList();
  }
}
