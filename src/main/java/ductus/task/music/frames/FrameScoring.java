package ductus.task.music.frames;

import ductus.music.frames.Frames;
import java.io.IOException;
import java.util.List;

/** Measures how well a model predicts frames. */
@FunctionalInterface
public interface FrameScoring {
  /** Measures how well some pieces are predicted. */
  FrameLoss of(List<Frames> pieces) throws IOException;
}
