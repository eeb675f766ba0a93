package ductus.cli.transcription;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.transcription.TranscriptionTask;
import ductus.task.transcription.TranscriptionTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus transcribe train PATH}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that hears notes. It needs tunes only: scenes of five seconds are composed"
          + " of them for instruments, rooms and noise by chance, and rendered before the training"
          + " begins.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class TranscribeTrainCommand implements TaskCommand<TranscriptionTrainingConfig> {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Folders of MIDI, ABC or MusicXML, or sets of frames in JSON; not needed with --resume.")
  private List<Path> sources = List.of();

  @Option(
      names = "--soundfont",
      paramLabel = "FILE.sf2",
      description =
          "Renders with the instruments of a SoundFont 2; by default one that the system has in"
              + " its usual place, or else Java's own.")
  private @Nullable Path soundFont;

  @Option(names = "--scenes", paramLabel = "N", description = "To render; 2000.")
  private @Nullable Integer scenes;

  @Option(
      names = "--keys",
      paramLabel = "N",
      description = "Keys of each scene that an epoch looks at; 8.")
  private @Nullable Integer keys;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<TranscriptionTrainingConfig> task() {
    return new TranscriptionTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return sources;
  }

  @Override
  public String missing() {
    return "Missing PATH: which tunes are to be learned from?";
  }

  @Override
  public TranscriptionTrainingConfig withOwnOptions(TranscriptionTrainingConfig base) {
    TranscriptionTrainingConfig config = base;
    if (soundFont != null) {
      config = config.withSoundFont(soundFont.toAbsolutePath().normalize().toString());
    }
    if (scenes != null) {
      config = config.withScenes(scenes);
    }
    return keys == null ? config : config.withKeys(keys);
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of("cell", "lstm, always in both directions");
  }
}
