package ductus.cli.format;

import ductus.format.NumberText;
import ductus.format.Table;
import ductus.metric.baseline.TokenKind;
import ductus.metric.baseline.TokenLosses;
import ductus.music.comparison.SetComparison;
import ductus.music.form.FormFigure;
import ductus.task.music.evaluation.EvaluationReport;
import ductus.task.music.evaluation.MusicReport;
import ductus.task.music.evaluation.Prediction;
import ductus.task.music.evaluation.TrainingOverlap;
import ductus.task.music.evaluation.TuneFigures;
import ductus.task.music.evaluation.TuneSetSimilarity;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.Loss;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A report on how good a model is, for people. */
public final class EvaluationText {
  private final StringBuilder text = new StringBuilder();

  private EvaluationText() {}

  public static String of(EvaluationReport report) {
    EvaluationText words = new EvaluationText();
    words.subject(report.model(), report.pieces());
    words.prediction(report);
    words.tunes(report);
    words.likeness(report.likeness());
    words.copying(report.copying());
    words.statistics(report.statistics());
    words.form(report.form());
    return words.text.toString().stripTrailing();
  }

  /** The report of a model of any kind of music in words. */
  public static String of(MusicReport report) {
    EvaluationText words = new EvaluationText();
    words.subject(report.model(), report.pieces());
    words.prediction(report.prediction());
    words.made(report.generated());
    words.copying(report.copied());
    words.figures(report.figures());
    words.statistics(report.statistics());
    words.form(report.form());
    return words.text.toString().stripTrailing();
  }

  /** Only of what it makes. */
  public static String ofMade(MusicReport report) {
    EvaluationText words = new EvaluationText();
    words.made(report.generated());
    words.copying(report.copied());
    words.figures(report.figures());
    words.statistics(report.statistics());
    words.form(report.form());
    return words.text.toString().stripTrailing();
  }

  private void prediction(MusicReport.Nats nats) {
    line("");
    line("Prediction of the held-out pieces");
    Table table = new Table("nats", "number", "network");
    table.row("per token", nats.tokens(), fine(nats.natsPerToken()));
    table.row("per note", nats.notes(), fine(nats.natsPerNote()));
    table.row("per second", Math.round(nats.seconds()), fine(nats.natsPerSecond()));
    if (nats.voiceSteps() > 0) {
      table.row("per voice and sixteenth", nats.voiceSteps(), fine(nats.natsPerVoiceStep()));
    }
    line("%s", table);
  }

  private void made(MusicReport.GeneratedPieces made) {
    line("");
    line(
        "%s drawn at temperature %s, top-k %d, top-p %s, seed %d: %s notes each, %.0f %% ended by"
            + " themselves, %d without a note, %d of one note repeated",
        NumberText.count(made.count(), "piece"),
        made.sampling().temperature(),
        made.sampling().topK(),
        made.sampling().topP(),
        made.seed(),
        share(made.meanNotes()),
        100 * made.ended(),
        made.empty(),
        made.oneNote());
  }

  private void statistics(List<SetComparison> statistics) {
    line("");
    if (statistics.isEmpty()) {
      line("No statistics: they take two held-out pieces at least.");
      return;
    }
    line("Generated pieces against those held out (Yang and Lerch 2018)");
    Table table =
        new Table("", "generated", "held out", "within", "between", "overlap", "KL", "of values");
    for (SetComparison each : statistics) {
      table.row(
          each.statistic().replace('_', ' '),
          share(each.generated()),
          share(each.real()),
          fine(each.withinReal()),
          fine(each.between()),
          share(each.overlap()),
          share(each.divergence()),
          share(each.valueOverlap()));
    }
    line("%s", table);
    line("Overlap: of the distances within the held-out pieces and those to the generated ones.");
  }

  private void form(List<FormFigure> form) {
    if (form.isEmpty()) {
      return;
    }
    line("");
    line("Form of the generated tunes and of those held out; shares are 0 to 1");
    Table table = new Table("", "generated", "held out", "ratio");
    for (FormFigure each : form) {
      table.row(
          each.statistic().replace('_', ' '),
          share(each.generated()),
          share(each.heldOut()),
          share(each.ratio()));
    }
    line("%s", table);
  }

  private void subject(EvaluationReport.Model model, EvaluationReport.Pieces pieces) {
    line(
        "%s: %,d weights, trained on %s",
        model.name(), model.weights(), NumberText.count(model.trainedOn(), "piece"));
    line(
        "%s: %s, %,d of them trained on and left out, %,d held out",
        pieces.folder(),
        NumberText.count(pieces.all(), "piece"),
        pieces.trainedOn(),
        pieces.heldOut());
    if (pieces.duplicates() + pieces.leftOut() > 0) {
      line(
          "not used: %s, %s without anything that can be read",
          NumberText.count(pieces.duplicates(), "duplicate"),
          NumberText.count(pieces.leftOut(), "file"));
    }
  }

  private void prediction(EvaluationReport report) {
    Prediction prediction = report.prediction();
    TokenLosses network = prediction.network();
    line("");
    line(
        "Prediction of the held-out pieces, each in %s",
        report.model().keys() == MusicTrainingConfig.Keys.COMMON
            ? "the key of its mode without sharps and flats"
            : "its own key");
    Optional<Prediction.Baselines> baselines = prediction.baselines();
    List<TokenLosses> models =
        baselines
            .map(b -> List.of(network, b.barAwareTrigram(), b.trigram(), b.unigram()))
            .orElse(List.of(network));
    Table table =
        baselines.isPresent()
            ? new Table("", "number", "network", "bar-aware trigram", "trigram", "unigram")
            : new Table("", "number", "network");
    row(table, "nats per token", network.total().tokens(), models, m -> m.total().perToken());
    for (TokenKind kind : TokenKind.values()) {
      Loss loss = network.of(kind);
      if (loss.tokens() > 0) {
        row(table, "  " + kind.label(), loss.tokens(), models, m -> m.of(kind).perToken());
      }
    }
    row(table, "nats per note", network.notes(), models, TokenLosses::perNote);
    row(table, "perplexity per token", network.total().tokens(), models, TokenLosses::perplexity);
    line("%s", table);
    line("Pieces held out of training may have chosen the epoch whose weights these are.");
    line(
        "%.0f %% of the network's nats are spent on onsets, %.0f %% on holds and rests.",
        100 * share(network, TokenKind.ONSET), 100 * share(network, TokenKind.HOLD_OR_REST));
    baselines.ifPresentOrElse(
        b -> {
          line(
              "Nats per token are %s the trigram's, %s the bar-aware one's.",
              below(prediction.below(b.trigram())), below(prediction.below(b.barAwareTrigram())));
          baselines(b, report.model().keys());
        },
        () ->
            line(
                "No baseline: none of the training pieces is here; --training FOLDER names where"
                    + " they are."));
  }

  private void baselines(Prediction.Baselines baselines, MusicTrainingConfig.Keys keys) {
    line(
        "The baselines learned the network's %,d tokens: %s in keys '%s'%s.",
        baselines.tokens(),
        NumberText.count(baselines.pieces(), "training piece"),
        keys.label(),
        baselines.missing() == 0
            ? ""
            : "; " + baselines.missing() + " more that the network learned were not found");
    line(
        "The network is told metre, place in the bar, bars left, key, sounding pitch, and what"
            + " stood here up to eight bars ago;");
    line("the trigram knows two tokens, the bar-aware one also metre and place in the bar.");
  }

  private void tunes(EvaluationReport report) {
    EvaluationReport.Drawing drawing = report.drawing();
    TuneFigures generated = report.generated();
    TuneFigures real = report.real();
    line("");
    line(
        "Tunes drawn at temperature %s, top-k %d, top-p %s, seed %d; shares are 0 to 1",
        drawing.sampling().temperature(),
        drawing.sampling().topK(),
        drawing.sampling().topP(),
        drawing.seed());
    Table table = new Table("", "generated", "in the folder");
    table.row("tunes", generated.tunes(), real.tunes());
    table.row("without a note", generated.empty(), real.empty());
    table.row("of one note, repeated", generated.oneNote(), real.oneNote());
    table.row("ended by themselves", share(drawing.ended()), "");
    table.row("bars whole", share(drawing.wholeBars()), "");
    row(table, "notes in one key", generated, real, TuneFigures::inOneKey);
    row(table, "  or harmonic minor", generated, real, TuneFigures::inOneKeyOrHarmonicMinor);
    row(table, "ending on their tonic", generated, real, TuneFigures::endsOnTonic);
    row(table, "notes on a beat", generated, real, TuneFigures::onBeat);
    row(table, "bars with a note on one", generated, real, TuneFigures::downbeats);
    row(table, "bars a tune", generated, real, TuneFigures::meanBars);
    row(table, "notes a tune", generated, real, TuneFigures::meanNotes);
    row(table, "notes a bar", generated, real, TuneFigures::notesPerBar);
    row(table, "pitches a tune", generated, real, TuneFigures::distinctPitches);
    row(table, "longest repetition a tune", generated, real, TuneFigures::meanRepetition);
    table.row("longest repetition of all", generated.longestRepetition(), real.longestRepetition());
    line("%s", table);
    line("Keys and tonics are found from the notes, alike on both sides. The encoding's grammar");
    line("lets a tune end only at the bar line that its own header named.");
  }

  private void likeness(TuneSetSimilarity likeness) {
    line("");
    line(
        "Overlap with the folder: pitch classes from the tonic %s, intervals %s, durations %s",
        share(likeness.pitchClasses().overlap()),
        share(likeness.intervals().overlap()),
        share(likeness.durations().overlap()));
  }

  private void copying(List<TrainingOverlap> copying) {
    line("");
    if (copying.isEmpty()) {
      line(
          "Copying is not known: the training pieces are not all here, and no notes of them beside"
              + " the model.");
      return;
    }
    line("Share of runs that stand in the training pieces, in any key");
    runs(copying);
    line("Ten-fold: a tenth of the people's pieces against the others, all in their turn.");
  }

  private void figures(List<TrainingOverlap> figures) {
    if (!figures.isEmpty()) {
      line("");
      line("The same of the strokes of the accompaniment, over any chord");
      runs(figures);
    }
  }

  private void runs(List<TrainingOverlap> copying) {
    Table table =
        new Table(
            "notes or steps in a row",
            "generated",
            "held-out pieces",
            "ratio",
            "ten-fold",
            "ratio");
    for (TrainingOverlap each : copying) {
      table.row(
          each.notes(),
          fine(each.generated()),
          fine(each.heldOut()),
          share(each.ratio()),
          fine(each.tenFold()),
          share(each.tenFoldRatio()));
    }
    line("%s", table);
  }

  private static void row(
      Table table,
      String name,
      long number,
      List<TokenLosses> models,
      ToDoubleFunction<TokenLosses> figure) {
    Object[] cells = new Object[models.size() + 2];
    cells[0] = name;
    cells[1] = String.format(Locale.ROOT, "%,d", number);
    for (int i = 0; i < models.size(); i++) {
      cells[i + 2] = String.format(Locale.ROOT, "%.3f", figure.applyAsDouble(models.get(i)));
    }
    table.row(cells);
  }

  private static void row(
      Table table,
      String name,
      TuneFigures generated,
      TuneFigures real,
      ToDoubleFunction<TuneFigures> figure) {
    table.row(name, share(figure.applyAsDouble(generated)), share(figure.applyAsDouble(real)));
  }

  private static double share(TokenLosses losses, TokenKind kind) {
    return losses.of(kind).nats() / losses.total().nats();
  }

  private static String share(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String below(double share) {
    return String.format(
        Locale.ROOT, "%.1f %% %s", 100 * Math.abs(share), share < 0 ? "above" : "below");
  }

  private static String fine(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
