package ductus.cli.strokerecovery;

import ductus.cli.console.HandReading;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.option.MasterOption;
import ductus.cluster.evaluation.TracedHands;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.place.FoundModel;
import ductus.model.tracing.TracerNetwork;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.strokerecovery.TracingEvaluation;
import ductus.task.strokerecovery.TracingEvaluation.OfHand;
import ductus.task.strokerecovery.TracingPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model that draws what it sees: how like the letters it draws. */
public final class TracingEvaluationReport {
  private final CommonOptions common;
  private final MasterOption master;
  private final HandEvaluationOptions options;

  /** An evaluation that is about to run. */
  public TracingEvaluationReport(
      CommonOptions common, MasterOption master, HandEvaluationOptions options) {
    this.common = common;
    this.master = master;
    this.options = options;
  }

  /**
   * The outcome of an evaluation.
   *
   * @param once where each letter was drawn once
   * @param best where each was drawn several times, and the likest drawing was kept
   */
  private record Result(TracingEvaluation once, TracingEvaluation best) {
    static Result of(
        GroupComputation<Hand, OfHand> once, GroupComputation<Hand, OfHand> best, List<Hand> hands)
        throws IOException {
      return new Result(
          new TracingEvaluation(once.of(hands)), new TracingEvaluation(best.of(hands)));
    }
  }

  /**
   * Draws the letters of the hands of folders.
   *
   * @param lines of each hand that the shipped reader reads
   * @param out an SVG file that shows the letters of the first hand; null for none
   * @return exit status
   */
  public int run(FoundModel found, List<Path> folders, int lines, long seed, @Nullable Path out)
      throws BadFileException, IOException {
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw common.wrongUsage("--out must end in .svg but was " + out);
    }
    TracerNetwork network = LetterTracer.open(found).network();
    HandReading.Read read = HandReading.read(folders, common.console());
    List<Hand> hands =
        read.folder().hands().stream().filter(hand -> options.includes(hand.name())).toList();
    if (hands.isEmpty()) {
      throw new BadFileException(folders.get(0), "holds none of the hands that are asked for");
    }
    List<String> texts = HeldOutText.sentences(lines);
    TracedHands once = new TracedHands(texts, seed, 1);
    TracedHands best = new TracedHands(texts, seed, LetterTracer.USUAL_TRIES);
    try (Workers workers = new Workers(1)) {
      Result result =
          master.evaluate(
              found,
              common.console(),
              there ->
                  there.isPresent()
                      ? Result.of(once.by(there.get()), best.by(there.get()), hands)
                      : Result.of(once.here(network, workers), best.here(network, workers), hands));
      if (out != null) {
        AtomicFile.makeFolderOf(out);
        AtomicFile.write(out, picture(network, hands.get(0), seed, workers));
        common.console().say("Wrote " + out);
      }
      print("drawn once", result.once());
      print("the best of %d".formatted(LetterTracer.USUAL_TRIES), result.best());
      common.console().printJson(result);
    }
    return read.status();
  }

  private static byte[] picture(TracerNetwork network, Hand hand, long seed, Workers workers) {
    LetterTracer tracer =
        new LetterTracer(network, LetterTracer.USUAL_TRIES, KernelChoice.best(), workers);
    return TracingPicture.svg(tracer, hand, seed);
  }

  private void print(String heading, TracingEvaluation evaluation) {
    Table table =
        new Table(
            heading,
            "letters",
            "overlap %",
            "distance %",
            "same strokes %",
            "misread before %",
            "misread %");
    for (TracingEvaluation.OfHand hand : evaluation.hands()) {
      table.row(
          hand.hand(),
          hand.letters(),
          percent(hand.overlap()),
          percent(hand.distance()),
          percent(hand.sameStrokes()),
          percent(hand.misreadBefore().rate()),
          percent(hand.misread().rate()));
    }
    common.console().print(table.toString());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
