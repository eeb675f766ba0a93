package ductus.music.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Divides the notes of a part into chords, and these into voices. */
final class VoiceSplit {
  /**
   * A note on the grid.
   *
   * @param onset units
   * @param end units, above the onset
   */
  record Placed(long onset, long end, int pitch) {}

  private VoiceSplit() {}

  /**
   * Divides notes into the fewest voices in which no sound overlaps the next; the first one has
   * what is highest.
   */
  static List<NotatedVoice> voices(List<Placed> notes) {
    List<List<NotatedVoice.Sound>> voices = new ArrayList<>();
    for (NotatedVoice.Sound sound : sounds(notes)) {
      List<NotatedVoice.Sound> free =
          voices.stream()
              .filter(voice -> voice.get(voice.size() - 1).end() <= sound.onset())
              .findFirst()
              .orElse(null);
      if (free == null) {
        free = new ArrayList<>();
        voices.add(free);
      }
      free.add(sound);
    }
    return voices.stream().map(NotatedVoice::new).toList();
  }

  /** Joins what begins and ends together to chords; a pitch that is there twice begins another. */
  private static List<NotatedVoice.Sound> sounds(List<Placed> notes) {
    List<Placed> sorted = new ArrayList<>(notes);
    sorted.sort(
        Comparator.comparingLong(Placed::onset)
            .thenComparingLong(Placed::end)
            .thenComparingInt(Placed::pitch));
    List<NotatedVoice.Sound> sounds = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && isTogether(sorted.get(from), sorted.get(to))) {
        to++;
      }
      List<Placed> left = new ArrayList<>(sorted.subList(from, to));
      while (!left.isEmpty()) {
        List<Integer> pitches = new ArrayList<>();
        for (Placed note : List.copyOf(left)) {
          if (!pitches.contains(note.pitch())) {
            pitches.add(note.pitch());
            left.remove(note);
          }
        }
        sounds.add(
            new NotatedVoice.Sound(sorted.get(from).onset(), sorted.get(from).end(), pitches));
      }
      from = to;
    }
    sounds.sort(
        Comparator.comparingLong(NotatedVoice.Sound::onset)
            .thenComparing(
                sound -> sound.pitches().get(sound.pitches().size() - 1),
                Comparator.reverseOrder()));
    return sounds;
  }

  private static boolean isTogether(Placed one, Placed other) {
    return one.onset() == other.onset() && one.end() == other.end();
  }
}
