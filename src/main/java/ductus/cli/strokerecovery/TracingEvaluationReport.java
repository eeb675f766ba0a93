package ductus.cli.strokerecovery;

import ductus.cli.console.HandReading;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
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

/** {@code ductus evaluate} with a model that draws what it sees: how like the letters it draws. */
public final class TracingEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(TracerNetwork.ENCODING);
  }

  @Override
  public boolean isForClusters() {
    return true;
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
   * Draws the letters of the hands of folders; an SVG file, where one is asked for, shows those of
   * the first hand.
   */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    CommonOptions common = request.common();
    HandEvaluationOptions options = request.handwriting();
    List<Path> folders = request.source().folders();
    int lines = request.samples().count();
    long seed = request.samples().seed();
    Path out = request.out().path().orElse(null);
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
          request.measure(
              found,
              there ->
                  there.isPresent()
                      ? Result.of(once.by(there.get()), best.by(there.get()), hands)
                      : Result.of(once.here(network, workers), best.here(network, workers), hands));
      if (out != null) {
        AtomicFile.makeFolderOf(out);
        AtomicFile.write(out, picture(network, hands.get(0), seed, workers));
        common.console().say("Wrote " + out);
      }
      common.console().print(table("drawn once", result.once()));
      common
          .console()
          .print(
              table(
                  String.format(Locale.ROOT, "the best of %d", LetterTracer.USUAL_TRIES),
                  result.best()));
      common.console().printJson(result);
    }
    return read.status();
  }

  private static byte[] picture(TracerNetwork network, Hand hand, long seed, Workers workers) {
    LetterTracer tracer =
        new LetterTracer(network, LetterTracer.USUAL_TRIES, KernelChoice.best(), workers);
    return TracingPicture.svg(tracer, hand, seed);
  }

  private static String table(String heading, TracingEvaluation evaluation) {
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
    return table.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
