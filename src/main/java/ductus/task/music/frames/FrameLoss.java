package ductus.task.music.frames;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How well a model predicts the frames of some pieces, pooled over all of them.
 *
 * @param pieces how many pieces
 * @param frames all their frames
 * @param firstNats sum of −log probability of the pieces' first frames
 * @param laterNats the same of all others
 */
public record FrameLoss(int pieces, long frames, double firstNats, double laterNats)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The loss on no pieces at all. */
  public static final FrameLoss NONE = new FrameLoss(0, 0, 0, 0);

  /** The loss on these pieces and others. */
  public FrameLoss plus(FrameLoss other) {
    return new FrameLoss(
        pieces + other.pieces,
        frames + other.frames,
        firstNats + other.firstNats,
        laterNats + other.laterNats);
  }

  /** Nats a frame, frames 2 … T of each piece, as published tables count; null if there is none. */
  public @Nullable Double natsPerFrame() {
    return frames == pieces ? null : laterNats / (frames - pieces);
  }

  /** Nats a frame, all frames; null if there is none. */
  public @Nullable Double natsPerFrameWithFirst() {
    return frames == 0 ? null : (firstNats + laterNats) / frames;
  }
}
