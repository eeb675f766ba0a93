package ductus.cli.transcription;

import ductus.cli.format.NumberText;
import ductus.cli.format.Table;
import ductus.inspection.TranscriptionModelReport;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader.TrainingSummary;
import java.util.Locale;

/** A report on a model that hears notes, for people. */
public final class TranscriptionModelText {
  private TranscriptionModelText() {}

  /** As lines. */
  public static String of(TranscriptionModelReport report) {
    StringBuilder text = new StringBuilder();
    CoreConfig core = report.network().core();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(text, "  hears      notes in sound, each key by itself");
    line(
        text,
        "  network    %d inputs, %s of %d units (%s), dropout %s",
        report.network().inputs(),
        NumberText.count(core.layers(), "layer"),
        core.hiddenSize(),
        core.cell(),
        core.dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        NumberText.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s; seed %d, epoch %d, Ductus %s",
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a frame", training.validationNats());
    line(text, "");
    Table table = new Table("tensor", "rows", "columns");
    report.tensors().forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    line(text, "%s", table);
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
