package ductus.music.notation;

import java.util.List;

/**
 * The notes of one track on one channel.
 *
 * @param name of its track, else of its instrument
 * @param channel 0 to 15
 * @param program General MIDI program, 0 to 127, at its start
 * @param isDrums whether its pitches are drums
 * @param voices from the highest down, one at least
 */
public record NotatedPart(
    String name, int channel, int program, boolean isDrums, List<NotatedVoice> voices) {
  public NotatedPart {
    voices = List.copyOf(voices);
  }

  /** Mean pitch of the part, by notes. */
  public double meanPitch() {
    return voices.stream()
        .flatMap(voice -> voice.sounds().stream())
        .flatMap(sound -> sound.pitches().stream())
        .mapToInt(Integer::intValue)
        .average()
        .orElse(0);
  }

  /** Units to the onset of the part's first note. */
  long start() {
    return voices.stream().mapToLong(voice -> voice.sounds().get(0).onset()).min().orElse(0);
  }

  /** Units to the end of the part's last note. */
  long end() {
    return voices.stream()
        .map(NotatedVoice::sounds)
        .mapToLong(sounds -> sounds.get(sounds.size() - 1).end())
        .max()
        .orElse(0);
  }

  /** The pitches that occur in the part, ascending. */
  public List<Integer> pitches() {
    return voices.stream()
        .flatMap(voice -> voice.sounds().stream())
        .flatMap(sound -> sound.pitches().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
