package ductus.music.choir;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.harmony.voices.VoicePart;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the four voices among the tracks of a score: those named after them, or else all, where
 * there are four, by how high they sing.
 */
final class VoiceTracks {
  /** Mean pitch below which a single voice is a bass: G3. */
  private static final int LOW = 55;

  /** A voice may have this share of notes that begin before the one before them ends. */
  static final double MOST_OVERLAPPING = 0.05;

  private VoiceTracks() {}

  /**
   * The notes of soprano, alto, tenor and bass.
   *
   * @throws IllegalArgumentException if there are no four voices; the message says what there is
   */
  static List<List<Note>> all(Score score) {
    Map<VoicePart, List<Note>> named = named(score);
    if (named.size() == VoiceSetting.VOICES) {
      return List.copyOf(named.values());
    }
    List<List<Note>> groups = groups(score);
    if (groups.size() != VoiceSetting.VOICES) {
      throw new IllegalArgumentException(
          "four voices are wanted, a track each, of these names or alone in the file: Soprano,"
              + " Alto, Tenor, Bass; there "
              + (groups.size() == 1 ? "is one track" : "are " + groups.size() + " tracks")
              + " with notes");
    }
    return groups;
  }

  /**
   * The notes of the voices that there are: those that tracks are named after, or all of four
   * tracks, or a single track's, which is a bass where it is low, else a soprano; or the tune of
   * other music, which is a soprano.
   *
   * @return soprano, alto, tenor and bass; without notes where one is lacking
   * @throws IllegalArgumentException if no voice is found
   */
  static List<List<Note>> some(Score score) {
    Map<VoicePart, List<Note>> named = named(score);
    Optional<MelodyFinding.MelodyCandidate> tune = tune(score);
    if (tune.isPresent()) {
      named.put(VoicePart.SOPRANO, tune.get().notes());
    } else if (named.isEmpty()) {
      List<List<Note>> groups = groups(score);
      if (groups.size() != 1) {
        return all(score);
      }
      named.put(height(groups.get(0)) < LOW ? VoicePart.BASS : VoicePart.SOPRANO, groups.get(0));
    }
    return VoicePart.ALL.stream().map(part -> named.getOrDefault(part, List.of())).toList();
  }

  /**
   * The tune of music that is not of voices: no track is named after one, and there is one of
   * chords, or there are neither four nor one.
   *
   * @return empty where there are voices, or no notes
   */
  static Optional<MelodyFinding.MelodyCandidate> tune(Score score) {
    List<List<Note>> groups = groups(score);
    boolean sung =
        (groups.size() == 1 || groups.size() == VoiceSetting.VOICES)
            && groups.stream().allMatch(VoiceTracks::isLine);
    return sung || !named(score).isEmpty()
        ? Optional.empty()
        : MelodyFinder.find(score).candidates().stream().findFirst();
  }

  /** Whether a track is a voice's, which sings one note at a time. */
  private static boolean isLine(List<Note> track) {
    return overlapping(track) <= MOST_OVERLAPPING * track.size();
  }

  /** Number of a track's notes that begin before the one before them ends. */
  static int overlapping(List<Note> track) {
    List<Note> sorted = sorted(track);
    return (int)
        IntStream.range(1, sorted.size())
            .filter(i -> sorted.get(i).onset() < sorted.get(i - 1).end())
            .count();
  }

  /** The notes of a track in order. */
  static List<Note> sorted(List<Note> track) {
    return track.stream()
        .sorted(Comparator.comparingLong(Note::onset).thenComparingLong(Note::end))
        .toList();
  }

  /** The tracks that are named after voices. */
  private static Map<VoicePart, List<Note>> named(Score score) {
    Map<VoicePart, List<Note>> named = new EnumMap<>(VoicePart.class);
    for (Map.Entry<Integer, List<Note>> track : grouped(score, Note::track).entrySet()) {
      for (VoicePart part : VoicePart.ALL) {
        if (isNamed(score, track.getKey(), part) && named.put(part, track.getValue()) != null) {
          throw new IllegalArgumentException(
              "four voices are wanted, but several tracks are called " + part.label());
        }
      }
    }
    return named;
  }

  /** Tracks, or the channels of a single one, from the highest down. */
  private static List<List<Note>> groups(Score score) {
    Map<Integer, List<Note>> tracks = grouped(score, Note::track);
    return (tracks.size() == 1 ? grouped(score, Note::channel) : tracks)
        .values().stream()
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
