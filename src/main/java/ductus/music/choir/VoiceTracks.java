package ductus.music.choir;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.harmony.voices.VoicePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the four voices among the tracks of a score: those named after them, or else all, where
 * there are four, by how high they sing.
 */
final class VoiceTracks {
  private VoiceTracks() {}

  /**
   * The notes of soprano, alto, tenor and bass.
   *
   * @throws IllegalArgumentException if there are no four voices; the message says what there is
   */
  static List<List<Note>> of(Score score) {
    Map<Integer, List<Note>> tracks = grouped(score, Note::track);
    List<List<Note>> named = new ArrayList<>();
    for (VoicePart part : VoicePart.ALL) {
      List<List<Note>> own =
          tracks.entrySet().stream()
              .filter(track -> isNamed(score, track.getKey(), part))
              .map(Map.Entry::getValue)
              .toList();
      if (own.size() > 1) {
        throw new IllegalArgumentException(
            "four voices are wanted, but %d tracks are called %s"
                .formatted(own.size(), part.label()));
      }
      named.addAll(own);
    }
    if (named.size() == VoiceSetting.VOICES) {
      return named;
    }
    Collection<List<Note>> groups =
        (tracks.size() == 1 ? grouped(score, Note::channel) : tracks).values();
    if (groups.size() != VoiceSetting.VOICES) {
      throw new IllegalArgumentException(
          "four voices are wanted, a track each, of these names or alone in the file: Soprano,"
              + " Alto, Tenor, Bass; there "
              + (groups.size() == 1 ? "is one track" : "are " + groups.size() + " tracks")
              + " with notes");
    }
    return groups.stream()
        .sorted(Comparator.comparingDouble(VoiceTracks::height).reversed())
        .toList();
  }

  private static Map<Integer, List<Note>> grouped(Score score, Function<Note, Integer> by) {
    return score.notes().stream()
        .filter(note -> !note.isDrum())
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private static double height(List<Note> notes) {
    return notes.stream().mapToInt(Note::pitch).average().orElse(0);
  }

  /** Whether a track's name is a voice's, or its first word is. */
  private static boolean isNamed(Score score, int track, VoicePart part) {
    String voice = part.name().toLowerCase(Locale.ROOT);
    return score.texts().stream()
        .filter(text -> text.kind() == TextEvent.Kind.TRACK_NAME && text.track() == track)
        .map(text -> text.text().strip().toLowerCase(Locale.ROOT))
        .anyMatch(
            name -> name.matches(voice + "([^a-z].*)?") || name.equals(voice.substring(0, 1)));
  }
}
