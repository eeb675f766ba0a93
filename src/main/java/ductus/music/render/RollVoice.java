package ductus.music.render;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.picture.Palette;
import java.util.ArrayList;
import java.util.List;

/**
 * The look of the notes of one track in a piano roll.
 *
 * @param track index in the score
 * @param name for the legend
 * @param color of its notes
 * @param opacity pale for chords, which lie behind the tune
 */
record RollVoice(int track, String name, String color, String opacity) {
  private static final String FULL = "0.9";
  private static final String PALE = "0.4";

  /** Returns a voice for each track that has notes other than drum strokes. */
  static List<RollVoice> of(Score score) {
    List<Integer> tracks =
        score.notes().stream()
            .filter(n -> !n.isDrum())
            .map(Note::track)
            .distinct()
            .sorted()
            .toList();
    List<RollVoice> voices = new ArrayList<>();
    for (int track : tracks) {
      String name =
          score.texts().stream()
              .filter(t -> t.track() == track && t.kind() == TextEvent.Kind.TRACK_NAME)
              .map(t -> t.text().strip())
              .filter(t -> !t.isEmpty())
              .findFirst()
              .orElse("Track " + track);
      boolean chords = name.equals(Score.CHORD_TRACK);
      voices.add(new RollVoice(track, name, Palette.series(voices.size()), chords ? PALE : FULL));
    }
    return voices;
  }

  /** Whether the voice lies behind the others. */
  boolean isBehind() {
    return opacity.equals(PALE);
  }
}
