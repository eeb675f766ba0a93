package ductus.music.arrangement;

import ductus.music.Note;
import java.util.Arrays;

/**
 * Gives instruments channels: each its own while there are any, then the one that has been silent
 * for longest. Drums share the channel that is theirs.
 */
final class ChannelPlan {
  private static final int CHANNELS = 16;
  private static final int NOBODY = -1;

  private final int[] owners = new int[CHANNELS];
  private final int[] lastOnsets = new int[CHANNELS];

  ChannelPlan() {
    Arrays.fill(owners, NOBODY);
    Arrays.fill(lastOnsets, NOBODY);
  }

  /** The channel for a note; notes come by onset. */
  int channel(PartNote note) {
    if (note.isDrum()) {
      return Note.DRUM_CHANNEL;
    }
    int best = NOBODY;
    for (int channel = 0; channel < CHANNELS; channel++) {
      if (channel == Note.DRUM_CHANNEL) {
        continue;
      }
      if (owners[channel] == note.instrument()) {
        best = channel;
        break;
      }
      if (best == NOBODY || lastOnsets[channel] < lastOnsets[best]) {
        best = channel;
      }
    }
    owners[best] = note.instrument();
    lastOnsets[best] = note.onset();
    return best;
  }
}
