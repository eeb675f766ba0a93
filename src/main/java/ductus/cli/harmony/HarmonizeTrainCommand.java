package ductus.cli.harmony;

import ductus.cli.harmony.HarmonizeCommand.VoicesChoice;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.harmony.HarmonyTask;
import ductus.task.harmony.HarmonyTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus harmonise train PATH}: a network that finds chords, or fills voices. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that finds chords, on a folder of tunes with chords; or with --voices satb"
          + " one that fills voices, on a JSON file of chorales, a list of pitches a beat:"
          + " {\"train\": [piece], \"valid\": [piece]}.",
      "",
      "Chords are read from the files' chord symbols, or else heard in what sounds beside the"
          + " tune. Tunes in folders called folk, jazz, chorale or pop are learned as of that style"
          + " (--style of harmonise), others as folk; in chorales all voices count. Files of POP909"
          + " are read with the beats and chords beside them.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class HarmonizeTrainCommand implements TaskCommand<HarmonyTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description =
          "A folder of MIDI, ABC or MusicXML, or a file of chorales; not needed with --resume.")
  private @Nullable Path source;

  @Option(
      names = "--voices",
      paramLabel = "satb",
      description = "Learns voices in place of chords.")
  private @Nullable VoicesChoice voices;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<HarmonyTrainingConfig> task() {
    return new HarmonyTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(source).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing PATH: what is to be learned from?";
  }

  @Override
  public HarmonyTrainingConfig withOwnOptions(HarmonyTrainingConfig base) {
    return voices == null ? base : base.withTexture(VoicesChoice.texture(voices));
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of("layers", "2, in both directions");
  }
}
