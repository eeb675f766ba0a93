package ductus.cli.evaluate;

import ductus.cli.console.Console;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ductus evaluate} was asked.
 *
 * @param source what the model is measured on
 * @param samples what it is to make
 * @param handwriting what is asked of models that write by hand or read
 * @param out where a report goes
 * @param master the cluster that takes a part of the work, if one was named
 */
public record EvaluationRequest(
    Source source,
    Samples samples,
    HandEvaluationOptions handwriting,
    OutOption out,
    MasterOption master,
    CommonOptions common) {
  /**
   * What a model is measured on.
   *
   * @param folders one at least
   * @param training where the model's training pieces are; null if they are in the folders
   * @param split of a JSON file; null for all
   */
  public record Source(List<Path> folders, @Nullable Path training, @Nullable String split) {
    public Source {
      folders = List.copyOf(folders);
    }
  }

  /**
   * What a model is to make, or to read.
   *
   * @param count of pieces, or of lines in each hand
   * @param seed of all chance
   */
  public record Samples(int count, long seed, SamplingOptions sampling) {}

  /** Where results and messages go. */
  public Console console() {
    return common.console();
  }

  /**
   * Measures a model here, or, where a cluster was named, there.
   *
   * @param <R> the outcome
   */
  public <R> R measure(FoundModel model, MasterOption.Evaluation<R> evaluation)
      throws BadFileException, IOException {
    return master.evaluate(model, console(), evaluation);
  }

  /** The one folder, of models that are measured on one; others are wrong usage. */
  public Path folder() {
    if (source.folders().size() > 1) {
      throw common.wrongUsage(
          "FOLDER must be one file or folder for this model but were " + source.folders().size());
    }
    return source.folders().get(0);
  }
}
