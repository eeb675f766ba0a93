package ductus.music.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pieces of a few voices that hold, move, rest and come back. */
public final class RandomFrames {
  private RandomFrames() {}

  /** A piece of 1 to 60 steps on any grid. */
  public static Frames any(RandomGenerator random) {
    List<Frame> steps = new ArrayList<>();
    int length = 1 + random.nextInt(60);
    while (steps.size() < length) {
      int choice = random.nextInt(8);
      if (choice < 3 && !steps.isEmpty()) {
        steps.add(steps.get(random.nextInt(steps.size())));
      } else {
        steps.add(frame(choice == 3 ? 0 : random.nextInt(7), random));
      }
    }
    return new Frames(Frames.GRIDS.get(random.nextInt(Frames.GRIDS.size())), steps);
  }

  /** A frame of up to so many pitches. */
  public static Frame frame(int pitches, RandomGenerator random) {
    Frame frame = Frame.SILENT;
    for (int i = 0; i < pitches; i++) {
      frame = frame.with(Frame.LOWEST + random.nextInt(Frame.KEYS));
    }
    return frame;
  }
}
