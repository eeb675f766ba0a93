package ductus.workbench.poly;

import ductus.music.frames.Frames;
import java.util.List;

/** Measures how well a model predicts frames. */
@FunctionalInterface
public interface FrameScoring {
  /** Measures some pieces. */
  FrameLoss of(List<Frames> pieces);
}
