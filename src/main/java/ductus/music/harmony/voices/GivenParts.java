package ductus.music.harmony.voices;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.harmony.Beat;
import ductus.music.harmony.tune.TuneBeats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The voices that are given of four: the tracks that are named after them, or else the tune, which
 * the soprano sings.
 *
 * @param notes of each given part, by onset
 * @param beats of the piece
 */
public record GivenParts(Map<VoicePart, List<Note>> notes, List<Beat> beats) {
  private static final int OCTAVE = 12;
  private static final int MOST_OCTAVES = 3;

  public GivenParts {
    Map<VoicePart, List<Note>> copies = new EnumMap<>(VoicePart.class);
    notes.forEach((part, own) -> copies.put(part, List.copyOf(own)));
    notes = copies;
    beats = List.copyOf(beats);
  }

  /** The parts of a score whose tune was found. */
  public static GivenParts of(Score score, TuneBeats tune) {
    Map<VoicePart, List<Note>> notes = new EnumMap<>(VoicePart.class);
    for (TextEvent text : score.texts()) {
      if (text.kind() == TextEvent.Kind.TRACK_NAME) {
        String name = text.text().strip().toUpperCase(Locale.ROOT);
        for (VoicePart part : VoicePart.ALL) {
          List<Note> own =
              score.notes().stream()
                  .filter(note -> note.track() == text.track() && !note.isDrum())
                  .toList();
          if (name.equals(part.name()) && !own.isEmpty()) {
            notes.put(part, own);
          }
        }
      }
    }
    if (notes.isEmpty()) {
      notes.put(VoicePart.SOPRANO, tune.notes());
    }
    return new GivenParts(notes, tune.beats());
  }

  /** Whether a voice is given. */
  public boolean has(int voice) {
    return notes.containsKey(VoicePart.ALL.get(voice));
  }

  /**
   * The given voices by beats: of each part the note that sounds as the beat begins, or else the
   * first one in it.
   *
   * @return all voices [T×4], {@link Chorale#REST} where nothing is given
   */
  public Chorale sung() {
    int[] pitches = new int[beats.size() * Chorale.VOICES];
    Arrays.fill(pitches, Chorale.REST);
    notes.forEach(
        (part, own) -> {
          int voice = VoicePart.ALL.indexOf(part);
          int next = 0;
          for (int t = 0; t < beats.size(); t++) {
            while (next < own.size() && own.get(next).end() <= beats.get(t).start()) {
              next++;
            }
            if (next < own.size() && own.get(next).onset() < beats.get(t).end()) {
              pitches[t * Chorale.VOICES + voice] = own.get(next).pitch();
            }
          }
        });
    return new Chorale(pitches);
  }

  /**
   * The octaves, in semitones, by which all is to be moved so that as few notes as can be are out
   * of reach.
   */
  public int toReach() {
    Chorale sung = sung();
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int octaves = 0; octaves <= MOST_OCTAVES; octaves++) {
      for (int moved : new int[] {octaves * OCTAVE, -octaves * OCTAVE}) {
        int outside = 0;
        for (int t = 0; t < sung.length(); t++) {
          for (int voice = 0; voice < Chorale.VOICES; voice++) {
            int pitch = sung.pitch(voice, t);
            boolean reached =
                pitch == Chorale.REST || VoicePart.ALL.get(voice).reaches(pitch + moved);
            outside += reached ? 0 : 1;
          }
        }
        if (outside < fewest) {
          fewest = outside;
          best = moved;
        }
      }
    }
    return best;
  }

  /** The given notes of all parts that begin with a beat or in it. */
  List<Note> beginning(Beat beat) {
    List<Note> all = new ArrayList<>();
    notes.values().forEach(own -> all.addAll(own));
    return all.stream()
        .filter(note -> note.onset() >= beat.start() && note.onset() < beat.end())
        .toList();
  }
}
