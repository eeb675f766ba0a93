package ductus.task.music.frames;

import com.google.gson.annotations.SerializedName;
import ductus.music.frames.Frames;
import ductus.task.music.kind.FrameCollection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of an evaluation on frames, as JSON names them.
 *
 * @param model by which name it was asked for
 * @param pieces of all splits
 * @param frames of all splits
 * @param natsPerFrame frames 2 … T, pooled over all pieces
 * @param natsPerFrameWithFirst all frames
 * @param splits the same for each split
 */
public record FrameEvaluation(
    String model,
    String sha256,
    int pieces,
    long frames,
    @SerializedName("nats_per_frame") @Nullable Double natsPerFrame,
    @SerializedName("nats_per_frame_with_first") @Nullable Double natsPerFrameWithFirst,
    Map<String, Part> splits) {
  /** The results on one split of the pieces. */
  public record Part(
      int pieces,
      long frames,
      @SerializedName("nats_per_frame") @Nullable Double natsPerFrame,
      @SerializedName("nats_per_frame_with_first") @Nullable Double natsPerFrameWithFirst) {
    static Part of(FrameLoss loss) {
      return new Part(
          loss.pieces(), loss.frames(), loss.natsPerFrame(), loss.natsPerFrameWithFirst());
    }
  }

  /** Measures how well a model predicts frames. */
  @FunctionalInterface
  public interface FrameScoring {
    /** Measures how well some pieces are predicted. */
    FrameLoss of(List<Frames> pieces) throws IOException;
  }

  /** Measures the splits of a collection. */
  public static FrameEvaluation of(
      String model, String sha256, FrameScoring scoring, FrameCollection collection)
      throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    FrameLoss sum = FrameLoss.NONE;
    for (Map.Entry<String, List<Frames>> split : collection.splits().entrySet()) {
      FrameLoss loss = scoring.of(split.getValue());
      parts.put(split.getKey(), Part.of(loss));
      sum = sum.plus(loss);
    }
    Part all = Part.of(sum);
    return new FrameEvaluation(
        model,
        sha256,
        all.pieces(),
        all.frames(),
        all.natsPerFrame(),
        all.natsPerFrameWithFirst(),
        parts);
  }
}
