package ductus.music.engraving.staff;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NotatedVoice.Sound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Which note of the score a written note stands for. Notes of one pitch keep their order on the
 * grid, so the first written one is the first that sounds.
 */
final class SourceNotes {
  /** A sound of a voice. */
  private record VoiceSound(int voice, Sound sound) {}

  private final List<TreeMap<Long, Map<Integer, Integer>>> byVoice = new ArrayList<>();

  SourceNotes(NotatedPart part, StaffLine line, Score score) {
    Comparator<Integer> byTime =
        Comparator.<Integer>comparingLong(index -> score.notes().get(index).onset())
            .thenComparingLong(index -> score.notes().get(index).end());
    Map<Integer, Queue<Integer>> ofPitch = new HashMap<>();
    line.notes().stream()
        .sorted(byTime)
        .forEach(
            index -> {
              Note note = score.notes().get(index);
              ofPitch.computeIfAbsent(note.pitch(), key -> new ArrayDeque<>()).add(index);
            });
    List<VoiceSound> sounds = new ArrayList<>();
    for (int voice = 0; voice < part.voices().size(); voice++) {
      byVoice.add(new TreeMap<>());
      for (Sound sound : part.voices().get(voice).sounds()) {
        sounds.add(new VoiceSound(voice, sound));
      }
    }
    sounds.sort(
        Comparator.<VoiceSound>comparingLong(each -> each.sound().onset())
            .thenComparingLong(each -> each.sound().end()));
    for (VoiceSound each : sounds) {
      Map<Integer, Integer> notes = new HashMap<>();
      for (int pitch : each.sound().pitches()) {
        Integer index = ofPitch.getOrDefault(pitch, new ArrayDeque<>()).poll();
        if (index == null) {
          throw new IllegalStateException("no note " + pitch + " for what is written");
        }
        notes.put(pitch, index);
      }
      byVoice.get(each.voice()).put(each.sound().onset(), notes);
    }
  }

  /**
   * Index of the note in the score.
   *
   * @param place units from the start of the piece, within the note
   */
  int index(int voice, long place, int pitch) {
    Map.Entry<Long, Map<Integer, Integer>> sound = byVoice.get(voice).floorEntry(place);
    Integer index = sound == null ? null : sound.getValue().get(pitch);
    if (index == null) {
      throw new IllegalStateException("no note " + pitch + " sounds at " + place);
    }
    return index;
  }
}
