package ductus.music.musicxml;

import java.util.List;

/**
 * The place of a drum of the General MIDI kit on the percussion staff, as drum set parts are
 * usually written.
 *
 * @param name of the drum
 * @param step of a treble staff, A to G
 * @param octave of the step
 * @param notehead MusicXML's name of it
 */
public record DrumStaff(String name, char step, int octave, String notehead) {
  /** Name of an ordinary notehead. */
  static final String NORMAL = "normal";

  private static final String CROSS = "x";
  private static final int LOWEST = 35;
  private static final int SNARE = 38;

  /** The drums of keys 35 to 81. */
  private static final List<DrumStaff> KIT =
      List.of(
          skin("Acoustic Bass Drum", 'E', 4),
          skin("Bass Drum", 'F', 4),
          cymbal("Side Stick", 'C', 5),
          skin("Snare Drum", 'C', 5),
          cymbal("Hand Clap", 'E', 5),
          skin("Electric Snare", 'C', 5),
          skin("Low Floor Tom", 'G', 4),
          cymbal("Closed Hi-Hat", 'G', 5),
          skin("High Floor Tom", 'A', 4),
          cymbal("Pedal Hi-Hat", 'D', 4),
          skin("Low Tom", 'B', 4),
          new DrumStaff("Open Hi-Hat", 'G', 5, "circle-x"),
          skin("Low-Mid Tom", 'D', 5),
          skin("High-Mid Tom", 'E', 5),
          cymbal("Crash Cymbal 1", 'A', 5),
          skin("High Tom", 'F', 5),
          cymbal("Ride Cymbal 1", 'F', 5),
          cymbal("Chinese Cymbal", 'B', 5),
          new DrumStaff("Ride Bell", 'F', 5, "diamond"),
          new DrumStaff("Tambourine", 'E', 5, "triangle"),
          cymbal("Splash Cymbal", 'B', 5),
          new DrumStaff("Cowbell", 'E', 5, "triangle"),
          cymbal("Crash Cymbal 2", 'A', 5),
          cymbal("Vibraslap", 'E', 5),
          cymbal("Ride Cymbal 2", 'F', 5),
          skin("High Bongo", 'E', 5),
          skin("Low Bongo", 'D', 5),
          cymbal("Mute High Conga", 'E', 5),
          skin("Open High Conga", 'E', 5),
          skin("Low Conga", 'D', 5),
          skin("High Timbale", 'E', 5),
          skin("Low Timbale", 'D', 5),
          cymbal("High Agogo", 'E', 5),
          cymbal("Low Agogo", 'D', 5),
          cymbal("Cabasa", 'E', 5),
          cymbal("Maracas", 'E', 5),
          cymbal("Short Whistle", 'E', 5),
          cymbal("Long Whistle", 'D', 5),
          cymbal("Short Guiro", 'E', 5),
          cymbal("Long Guiro", 'D', 5),
          cymbal("Claves", 'E', 5),
          cymbal("High Wood Block", 'E', 5),
          cymbal("Low Wood Block", 'D', 5),
          cymbal("Mute Cuica", 'E', 5),
          skin("Open Cuica", 'E', 5),
          new DrumStaff("Mute Triangle", 'E', 5, "triangle"),
          new DrumStaff("Open Triangle", 'E', 5, "triangle"));

  /** Returns the place of a MIDI key; keys outside the kit stand in the middle. */
  public static DrumStaff of(int drum) {
    int index = drum - LOWEST;
    return index >= 0 && index < KIT.size()
        ? KIT.get(index)
        : new DrumStaff("Percussion " + drum, 'C', 5, "slash");
  }

  /**
   * Returns the MIDI key of the first drum at a place of the staff, with the notehead if there is
   * one of it; the snare drum where no drum stands.
   */
  public static int key(char step, int octave, String notehead) {
    int found = SNARE;
    boolean anyHead = false;
    for (int i = KIT.size() - 1; i >= 0; i--) {
      DrumStaff each = KIT.get(i);
      boolean sameHead = each.notehead.equals(notehead);
      if (each.step == step && each.octave == octave && (sameHead || !anyHead)) {
        found = LOWEST + i;
        anyHead |= sameHead;
      }
    }
    return found;
  }

  private static DrumStaff skin(String name, char step, int octave) {
    return new DrumStaff(name, step, octave, NORMAL);
  }

  private static DrumStaff cymbal(String name, char step, int octave) {
    return new DrumStaff(name, step, octave, CROSS);
  }
}
