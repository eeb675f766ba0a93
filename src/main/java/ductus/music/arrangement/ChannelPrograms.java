package ductus.music.arrangement;

import ductus.music.Note;
import ductus.music.Score.ProgramChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which program a note has: the last that its channel was given; of several given at one
 * tick, the one in the note's own track, else the last.
 */
final class ChannelPrograms {
  private static final int CHANNELS = 16;

  private final List<List<ProgramChange>> changes = new ArrayList<>();

  /** Number of changes of each channel that have been passed. */
  private final int[] passed = new int[CHANNELS];

  /** Prepares the programs of a score. */
  ChannelPrograms(List<ProgramChange> programs) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      changes.add(new ArrayList<>());
    }
    programs.forEach(change -> changes.get(change.channel()).add(change));
  }

  /** The program, or drum kit, of a note; notes come by onset. */
  int of(Note note) {
    int program = 0;
    List<ProgramChange> ofChannel = changes.get(note.channel());
    int last = passed[note.channel()];
    while (last < ofChannel.size() && ofChannel.get(last).tick() <= note.onset()) {
      last++;
    }
    passed[note.channel()] = last;
    if (last > 0) {
      ProgramChange latest = ofChannel.get(last - 1);
      program = latest.program();
      for (int i = last - 1; i >= 0 && ofChannel.get(i).tick() == latest.tick(); i--) {
        if (ofChannel.get(i).track() == note.track()) {
          program = ofChannel.get(i).program();
          break;
        }
      }
    }
    return note.isDrum() ? PartNote.DRUMS + program : program;
  }
}
