package ductus.cli.recognition;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.corpus.ReadingListener;
import ductus.corpus.line.LineFolder;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.CharacterErrors;
import ductus.model.ModelFile;
import ductus.model.place.ModelCatalog;
import ductus.task.recognition.adaptation.ReaderAdaptation;
import ductus.task.recognition.adaptation.ReaderAdaptation.Misread;
import ductus.task.recognition.adaptation.ReaderAdaptation.Taught;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus reader adapt FILE...}: a reader that knows somebody's writing, too. */
@Command(
    name = "adapt",
    description = {
      "Teaches a reader lines that somebody wrote, with their texts: a minute's training in place"
          + " of an hour's. It rehearses composed lines meanwhile, and goes only as far as it"
          + " misreads no more of others.",
      "",
      "FILE is ink with texts (UNIPEN, IAM-OnDB XML, InkML, Xournal++, Ductus ink), or a folder of"
          + " it. From ten lines on, every fifth is not learned, but measured by.",
      ""
    })
public final class ReaderAdaptCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The lines.")
  private List<Path> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "The reader that learns, one that ships or a file or training run of one;"
              + " ${DEFAULT-VALUE} by default. It stays as it is.")
  private String model = ReadingModels.PEOPLE;

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * The outcome.
   *
   * @param lines that were read, be they learned or measured by
   * @param heldOut whether the lines that are measured by were not learned
   * @param share of the new weights that was taken; 0 if the reader is as it was
   */
  record Result(
      String model,
      int lines,
      boolean heldOut,
      SortedMap<String, Integer> passedOver,
      double share,
      Misread before,
      Misread after,
      double seconds) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    long start = System.nanoTime();
    LineFolder lines = LineFolder.read(files, common.threads(), ReadingListener.NONE);
    Path file = out.folder("reader").resolve(ModelCatalog.MODEL);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Result result;
    try (Progress progress = console.progress("Learning");
        Workers workers = new Workers(common.threads())) {
      ReaderAdaptation adaptation =
          new ReaderAdaptation(
              ReadingModels.reader(model),
              model,
              lines,
              files.get(0),
              KernelChoice.best(),
              workers);
      Taught taught =
          adaptation.teach(Version.text(), done -> progress.reach(done, ReaderAdaptation.UPDATES));
      AtomicFile.makeFolderOf(file);
      ModelFile.write(file, taught.model().header(), taught.model().network());
      result =
          new Result(
              file.toString(),
              adaptation.sample().lines(),
              adaptation.sample().isHeldOut(),
              adaptation.sample().passedOver(),
              taught.share(),
              taught.before(),
              taught.after(),
              (System.nanoTime() - start) / 1e9);
    }
    print(result, console);
    console.printJson(result);
    return console.warnOfLeftOut(lines.leftOut());
  }

  private static void print(Result result, Console console) {
    console.print(
        String.format(
            Locale.ROOT,
            "%s: learned from %d lines, in %.0f s; recognise --model uses it",
            result.model(),
            result.lines(),
            result.seconds()));
    console.print(
        String.format(
            Locale.ROOT,
            "misread of these lines%s: %s, %s before",
            result.heldOut() ? ", by those that it did not learn" : "",
            percent(result.after().own()),
            percent(result.before().own())));
    console.print(
        String.format(
            Locale.ROOT,
            "misread of hands that ship: %s, %s before",
            percent(result.after().sample()),
            percent(result.before().sample())));
    if (result.share() == 0) {
      console.print("Nothing that it learned was of use: it reads as it did");
    }
    result
        .passedOver()
        .forEach(
            (why, count) ->
                console.say(String.format(Locale.ROOT, "passed over: %d %s", count, why)));
  }

  private static String percent(CharacterErrors errors) {
    return String.format(Locale.ROOT, "%.1f %% of the characters", 100 * errors.rate());
  }
}
