package ductus.cli.format;

import ductus.task.music.frames.FrameEvaluation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How well a model predicts frames, for people. */
public final class FrameEvaluationText {
  private FrameEvaluationText() {}

  public static String of(FrameEvaluation evaluation) {
    Table table = new Table("split", "pieces", "frames", "nats a frame (2 … T)", "with the first");
    evaluation
        .splits()
        .forEach(
            (name, part) ->
                table.row(
                    name,
                    part.pieces(),
                    part.frames(),
                    nats(part.natsPerFrame()),
                    nats(part.natsPerFrameWithFirst())));
    if (evaluation.splits().size() > 1) {
      table.row(
          "together",
          evaluation.pieces(),
          evaluation.frames(),
          nats(evaluation.natsPerFrame()),
          nats(evaluation.natsPerFrameWithFirst()));
    }
    return evaluation.model() + System.lineSeparator() + table;
  }

  private static String nats(@Nullable Double nats) {
    return nats == null ? "" : String.format(Locale.ROOT, "%.4f", nats);
  }
}
