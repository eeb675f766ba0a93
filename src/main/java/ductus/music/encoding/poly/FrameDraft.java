package ductus.music.encoding.poly;

import ductus.music.frames.Frame;

/**
 * A frame while it is drawn, from its lowest pitch upwards: the frames before it, where they stood
 * before, and the pitches so far.
 */
final class FrameDraft {
  private final FrameHistory history = new FrameHistory();
  private final FrameLookback places = FrameLookback.ofFrames();
  private final FrameLookback tops = new FrameLookback(Frame::highest);
  private Frame begun = Frame.SILENT;
  private int last = Frame.NONE;
  private int count;

  /** Takes the next pitch of the frame. */
  void add(int pitch) {
    begun = begun.with(pitch);
    last = pitch;
    count++;
    places.keep(begun, pitch);
  }

  /** Ends the frame. */
  void end() {
    history.add(begun);
    places.add(begun);
    tops.add(begun);
    begun = Frame.SILENT;
    last = Frame.NONE;
    count = 0;
  }

  FrameHistory history() {
    return history;
  }

  /** The places where the last frames stood before and went on with the pitches so far. */
  FrameLookback places() {
    return places;
  }

  /** The places where the last highest pitches stood before. */
  FrameLookback tops() {
    return tops;
  }

  /** The frame of the pitches so far. */
  Frame begun() {
    return begun;
  }

  /** The last of the pitches so far, or {@link Frame#NONE}. */
  int last() {
    return last;
  }

  /** Number of the pitches so far. */
  int count() {
    return count;
  }
}
