package ductus.music.encoding.voices;

import java.util.Arrays;

/** The last notes of a voice up to where it is written; rests are left out. */
final class VoiceLine {
  private static final int KEPT = 3;

  private final VoiceSheet sheet;
  private final int[] pitches = new int[KEPT];
  private final int[] durations = new int[KEPT];

  VoiceLine(VoiceSheet sheet) {
    this.sheet = sheet;
  }

  /** Recalls the last notes of a voice. */
  void recall(int voice) {
    Arrays.fill(pitches, VoiceSheet.UNKNOWN);
    Arrays.fill(durations, 0);
    int end = sheet.written(voice);
    int count = 0;
    for (int step = end - 1; step >= 0 && count < KEPT; step--) {
      if (sheet.begins(voice, step)) {
        if (sheet.pitch(voice, step) != VoiceSheet.REST) {
          pitches[count] = sheet.pitch(voice, step);
          durations[count++] = end - step;
        }
        end = step;
      }
    }
  }

  /** Pitch of a note, 0 for the last, or {@link VoiceSheet#UNKNOWN}. */
  int pitch(int back) {
    return pitches[back];
  }

  /** Duration of a note in steps; 0 where there is none. */
  int duration(int back) {
    return durations[back];
  }
}
