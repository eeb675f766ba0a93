package ductus.cli.surprise;

import ductus.analysis.surprise.AnomalyReport;
import ductus.analysis.surprise.AnomalyThreshold;
import ductus.analysis.surprise.KnownFaults;
import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.analysis.surprise.SurpriseReader;
import ductus.analysis.surprise.SurpriseReaders;
import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.math.KernelChoice;
import ductus.provenance.NewNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus surprise MODEL FILE}. */
@Command(
    name = "surprise",
    description = {
      "Finds what is odd: the rows of a series, the bars of a tune or the strokes of a line of ink"
          + " that surprise a network which knows how such things usually go on; as CSV and as a"
          + " picture.",
      "",
      "A part is odd if it surprises more than all but a share of sound ones, the rate of false"
          + " alarms. A model of series knows the surprises of rows that were held out when it was"
          + " trained; for tunes and ink --sound names files that are sound. Without them the part"
          + " that surprises most is shown.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ductus surprise generated/power power.csv --rate 0.001",
      "  ductus surprise generated/power power.csv --faults broken",
      "  ductus surprise folk tune.mid --sound tunes/",
      "  ductus surprise hands letter.json --hand print --text \"Dear Anna\""
    })
public final class SurpriseCommand implements Callable<Integer> {
  private static final List<String> ENDINGS = List.of(".csv", ".svg");

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A model of series, of music that has bars, or that writes by hand: its file, its run's"
              + " folder, or the name of one that ships, such as folk or hands.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "CSV, MIDI, ABC or MusicXML, or ink, as the model learned.")
  private Path file = Path.of("");

  @Option(
      names = "--rate",
      paramLabel = "P",
      description = "Share of sound parts that are taken for odd; 0.01.")
  private double rate = 0.01;

  @Option(
      names = "--sound",
      paramLabel = "PATH",
      description =
          "A file that is sound, or of music a folder of such, to set the limit by. Music that the"
              + " model was trained on does not count.")
  private @Nullable Path sound;

  @Option(
      names = "--hand",
      paramLabel = "NAME",
      description = "Of ink: the model's hand that it is in; else the one that fits best.")
  private @Nullable String hand;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Of ink: what it says; else as its file says, or as it is read.")
  private @Nullable String text;

  @Option(
      names = "--faults",
      paramLabel = "COLUMN",
      description =
          "Of a series: the column of FILE that is not 0 or empty in faulty rows. Says how many"
              + " of them are found, beside a plain linear forecast.")
  private @Nullable String faults;

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What was found; without an alarm no part is odd, without known faults nothing is compared. */
  private record Result(
      String kind,
      String note,
      @Nullable AnomalyThreshold alarm,
      KnownFaults.@Nullable Compared faults,
      List<Judged> parts,
      List<String> files) {}

  /** A part, its surprise null where there is nothing to judge. */
  private record Judged(String part, @Nullable Double surprise, boolean odd) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (!(rate >= 0 && rate < 1)) {
      throw common.wrongUsage("--rate must be 0 to below 1 but was " + rate);
    }
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    try (SurpriseReader reader = open()) {
      Optional<KnownFaults> known = known(reader);
      Optional<AnomalyThreshold> alarm = alarm(reader);
      if (known.isPresent() && alarm.isEmpty()) {
        throw common.wrongUsage(
            "--faults wants --sound: the model does not know how much sound rows surprise it");
      }
      AnomalyReport judgement = new AnomalyReport(reader.part(), reader.read(file, alarm), alarm);
      KnownFaults.Compared compared = known.map(each -> each.with(judgement)).orElse(null);
      try (NewNames names = NewNames.of(out.path().orElse(null), "surprise", ENDINGS)) {
        Path stem = names.next();
        Path table = stem.resolveSibling(stem.getFileName() + ".csv");
        Path picture = stem.resolveSibling(stem.getFileName() + ".svg");
        AtomicFile.write(table, AnomalyText.csv(judgement));
        AtomicFile.write(picture, judgement.picture());
        console.print(AnomalyText.of(judgement));
        if (compared != null) {
          console.print(AnomalyText.of(compared));
        }
        console.say("Wrote " + table);
        console.say("Wrote " + picture);
        console.printJson(
            new Result(
                reader.part(),
                judgement.surprise().note(),
                alarm.orElse(null),
                compared,
                judged(judgement),
                List.of(table.toString(), picture.toString())));
      }
    }
    return ExitStatus.DONE;
  }

  private SurpriseReader open() throws BadFileException, IOException {
    try {
      return SurpriseReaders.open(model, new SurpriseReaders.Ink(hand, text), common.threads());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Optional<KnownFaults> known(SurpriseReader reader) throws BadFileException, IOException {
    if (faults == null) {
      return Optional.empty();
    }
    Optional<KnownFaults> known = reader.faults(file, faults);
    if (known.isEmpty()) {
      throw common.wrongUsage("--faults goes with a model of series");
    }
    return known;
  }

  private Optional<AnomalyThreshold> alarm(SurpriseReader reader)
      throws BadFileException, IOException {
    List<Double> known = sound == null ? reader.known() : reader.sound(sound);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    AnomalyThreshold alarm = AnomalyThreshold.of(known, rate);
    if (rate > 0 && rate * alarm.sound() < 1) {
      common
          .console()
          .warn(
              String.format(
                  Locale.ROOT,
                  "a rate of %s cannot be told by %s: the limit is the most that any of them"
                      + " surprises",
                  rate,
                  NumberText.count(alarm.sound(), "sound " + reader.part())));
    }
    return Optional.of(alarm);
  }

  private static List<Judged> judged(AnomalyReport judgement) {
    List<Judged> all = new ArrayList<>();
    List<ScoredPart> parts = judgement.surprise().parts();
    Set<Integer> odd = judgement.odd();
    for (int i = 0; i < parts.size(); i++) {
      double surprise = parts.get(i).surprise();
      all.add(
          new Judged(
              parts.get(i).name(), Double.isNaN(surprise) ? null : surprise, odd.contains(i)));
    }
    return all;
  }
}
