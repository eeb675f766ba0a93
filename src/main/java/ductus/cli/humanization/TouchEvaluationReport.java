package ductus.cli.humanization;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.music.touch.Player;
import ductus.task.humanization.PlayedPiece;
import ductus.task.humanization.TouchEvaluation;
import ductus.task.humanization.TouchEvaluation.Nats;
import ductus.task.humanization.TouchFigures;
import ductus.task.humanization.TouchModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model of a player's touch: how like people's it is. */
public final class TouchEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return TouchModel.ENCODINGS;
  }

  /** Measures held-out performances; as many as samples are asked for are played anew. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path folder = request.folder();
    Path training = request.source().training();
    CommonOptions common = request.common();
    Console console = common.console();
    TouchModel model = TouchModel.of(found);
    Corpus<PlayedPiece> corpus = read(folder, model.player(), common);
    Optional<Corpus<PlayedPiece>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(training, model.player(), common));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = console.warnOfLeftOut(leftOut.stream().distinct().toList());
    try (Workers workers = new Workers(common.threads())) {
      TouchEvaluation evaluation =
          TouchEvaluation.of(
              model,
              folder,
              corpus,
              elsewhere,
              request.samples().count(),
              request.samples().seed(),
              KernelChoice.best(),
              workers);
      console.print(
          String.format(
              Locale.ROOT,
              "%d held-out performances, %,d notes",
              evaluation.performances(),
              evaluation.notes()));
      console.print(nats(evaluation.loudness(), evaluation.shift()).toString());
      console.print(figures(evaluation).toString());
      console.printJson(evaluation);
    }
    return status;
  }

  private static Corpus<PlayedPiece> read(Path path, Player player, CommonOptions common)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return Corpus.read(path, PlayedPiece.kind(player), common.threads(), progress);
    }
  }

  private static Table nats(Nats loudness, @Nullable Nats shift) {
    Table table =
        new Table("nats a note", "network", "last of its role", "place in the bar", "all notes");
    row(table, "velocity", loudness);
    if (shift != null) {
      row(table, "moment", shift);
    }
    return table;
  }

  private static void row(Table table, String name, Nats nats) {
    table.row(
        name,
        figure(nats.network()),
        figure(nats.last()),
        figure(nats.place()),
        figure(nats.any()));
  }

  private static Table figures(TouchEvaluation evaluation) {
    Table table = new Table("touch", "people", "network", "by place");
    row(table, "velocity, standard deviation", evaluation, TouchFigures::loudness);
    row(table, "velocity, correlation with the last", evaluation, TouchFigures::loudnessKept);
    row(table, "velocity, overlap with people", evaluation, TouchFigures::loudnessOverlap);
    if (evaluation.shift() != null) {
      row(table, "moment, standard deviation (ms)", evaluation, TouchFigures::shift);
      row(table, "moment, correlation with the last", evaluation, TouchFigures::shiftKept);
      row(table, "moment, overlap with people", evaluation, TouchFigures::shiftOverlap);
      row(table, "struck together, first to last (ms)", evaluation, TouchFigures::spread);
    }
    return table;
  }

  private static void row(
      Table table, String name, TouchEvaluation evaluation, ToDoubleFunction<TouchFigures> figure) {
    table.row(
        name,
        figure(figure.applyAsDouble(evaluation.people())),
        figure(figure.applyAsDouble(evaluation.drawn())),
        figure(figure.applyAsDouble(evaluation.byPlace())));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
