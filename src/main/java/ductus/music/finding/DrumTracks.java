package ductus.music.finding;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.drums.Drum;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells which notes of a score are drums: those on the drum channel; where it is silent, those of
 * tracks that are named or programmed as percussion; where there are none of these either, those of
 * tracks that play as a kit does.
 *
 * @param source where the strokes were found
 * @param strokes by onset; none where there are no drums
 */
record DrumTracks(String source, List<Note> strokes) {
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(drum|drums|drumset|drumkit|kit|perc|percussion|schlagzeug|batterie|bater[ií]a"
              + "|batteria|trommeln?|snare|bass ?drum|kick|hi-?hats?|cymbals?|toms?)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words of names that sound like drums, but play tunes. */
  private static final Pattern TUNED =
      Pattern.compile("\\b(steel|timpani|tuned|mallet)", Pattern.CASE_INSENSITIVE);

  /** Programs of percussion: agogo, wood block, taiko, melodic tom, synth drum. */
  private static final Set<Integer> PERCUSSION_PROGRAMS = Set.of(113, 115, 116, 117, 118);

  /** The keys that most kits play most of the time. */
  private static final Set<Integer> COMMON_KEYS =
      Set.of(35, 36, 37, 38, 39, 40, 42, 44, 46, 49, 51, 53, 55, 57, 59);

  private static final int FEWEST_STROKES = 12;
  private static final int MOST_KEYS = 14;
  private static final double COMMON_SHARE = 0.8;
  private static final double TOGETHER_SHARE = 0.08;

  DrumTracks {
    strokes = List.copyOf(strokes);
  }

  /** Finds the drums of a score. */
  static DrumTracks of(Score score) {
    List<Note> onChannel = score.notes().stream().filter(Note::isDrum).toList();
    if (!onChannel.isEmpty()) {
      return new DrumTracks("channel 10", onChannel);
    }
    Map<Integer, List<Note>> voices = new TreeMap<>();
    for (Note note : score.notes()) {
      voices.computeIfAbsent(voice(note.track(), note.channel()), k -> new ArrayList<>()).add(note);
    }
    Set<Integer> named = new TreeSet<>();
    Set<Integer> alike = new TreeSet<>();
    voices.forEach(
        (voice, notes) -> {
          if (isNamed(score, voice / 16) || isProgrammed(score, voice)) {
            named.add(voice);
          } else if (isKit(notes, score.ticksPerQuarter())) {
            alike.add(voice);
          }
        });
    return named.isEmpty() ? of(score, alike, "looks like a kit") : of(score, named, "percussion");
  }

  private static DrumTracks of(Score score, Set<Integer> voices, String why) {
    List<String> places =
        voices.stream()
            .map(voice -> "track " + voice / 16 + ", channel " + (voice % 16 + 1))
            .toList();
    return new DrumTracks(
        places.isEmpty() ? "" : String.join("; ", places) + " (" + why + ")",
        score.notes().stream()
            .filter(note -> voices.contains(voice(note.track(), note.channel())))
            .toList());
  }

  private static int voice(int track, int channel) {
    return track * 16 + channel;
  }

  private static boolean isNamed(Score score, int track) {
    return score.texts().stream()
        .filter(text -> text.track() == track)
        .filter(
            text ->
                text.kind() == TextEvent.Kind.TRACK_NAME
                    || text.kind() == TextEvent.Kind.INSTRUMENT_NAME)
        .map(TextEvent::text)
        .anyMatch(name -> NAMES.matcher(name).find() && !TUNED.matcher(name).find());
  }

  private static boolean isProgrammed(Score score, int voice) {
    Optional<ProgramChange> first =
        score.programs().stream()
            .filter(change -> voice(change.track(), change.channel()) == voice)
            .findFirst();
    return first.isPresent() && PERCUSSION_PROGRAMS.contains(first.get().program());
  }

  /**
   * Whether notes are those of a kit: kick, snare and something of metal are all there, on few
   * keys, mostly those that kits use, and sometimes two at a time; so a bass line in the same
   * octave is none.
   */
  private static boolean isKit(List<Note> notes, int ticksPerQuarter) {
    if (notes.size() < FEWEST_STROKES
        || notes.stream().mapToInt(Note::pitch).distinct().count() > MOST_KEYS) {
      return false;
    }
    Set<Drum> drums = EnumSet.noneOf(Drum.class);
    notes.forEach(note -> Drum.of(note.pitch()).ifPresent(drums::add));
    boolean metal =
        drums.contains(Drum.CLOSED_HAT)
            || drums.contains(Drum.OPEN_HAT)
            || drums.contains(Drum.RIDE);
    long common = notes.stream().filter(note -> COMMON_KEYS.contains(note.pitch())).count();
    int together = 0;
    for (int i = 1; i < notes.size(); i++) {
      long apart = notes.get(i).onset() - notes.get(i - 1).onset();
      together += apart * 16 <= ticksPerQuarter ? 1 : 0;
    }
    return drums.contains(Drum.KICK)
        && drums.contains(Drum.SNARE)
        && metal
        && common >= COMMON_SHARE * notes.size()
        && together >= TOGETHER_SHARE * notes.size();
  }
}
