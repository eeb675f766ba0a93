package ductus.cli.classification;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.file.BadFileException;
import ductus.task.Task;
import ductus.task.classification.subject.InputKinds;
import ductus.task.classification.training.ClassificationTask;
import ductus.task.classification.training.ClassifierTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus classify train DATA}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that classifies texts, tunes, bars of tunes, lines or letters of ink,"
          + " pictures of one letter each, or series of numbers. DATA is a folder that has a folder"
          + " of files for each class; or a CSV or TSV file with the columns text and label, or"
          + " file and label. Letters may have their names in the ink; of pictures, too, which are"
          + " then rendered from it. A tenth of each class is held out, and classified at the end.",
      ""
    },
    footer = {
      "",
      TrainingOptions.FOOTER,
      "A network without recurrence, to compare with: --cell feed-forward+mean --layers 0"
    })
final class ClassifyTrainCommand implements TaskCommand<ClassifierTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      description =
          "What is classified: texts, passages (texts by which words they have, whatever the order:"
              + " for topics, and few texts), tunes, bars (of tunes), lines (of ink), letters (of"
              + " ink), pictures (of a letter each) or series (of numbers, a file of CSV each); by"
              + " default what is in DATA, and passages where it has fewer than 500 texts, unless"
              + " --cell or --layers is said.")
  private @Nullable String what;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<ClassifierTrainingConfig> task() {
    return new ClassificationTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(data).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing DATA: what is to be learned from?";
  }

  @Override
  public ClassifierTrainingConfig withOwnOptions(ClassifierTrainingConfig base)
      throws BadFileException {
    if (what != null) {
      return base.of(InputKinds.named(what));
    }
    return base.subject().isEmpty()
        ? base.of(InputKinds.in(Path.of(base.data()), training.saysLayers()))
        : base;
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "cell",
        "lstm+bidirectional+mean, where with +mean the mean over all steps decides, not the last;"
            + " of passages, bars and letters feed-forward, of pictures and series"
            + " gru+bidirectional+mean",
        "layers",
        "1, of passages 0, of pictures 2",
        "hidden",
        "32, of bars 48, of letters 128, of pictures 64",
        "dropout",
        "0.5, of bars, lines, letters and series 0.3, of pictures 0.2, of passages 0");
  }
}
