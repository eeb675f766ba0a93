package ductus.cli.music;

import ductus.cli.console.Progress;
import ductus.cli.option.MusicTrainingOptions;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.file.BadFileException;
import ductus.model.frame.FrameNetwork;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.Task;
import ductus.task.music.frames.KeysTask;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.EncodingChoice;
import ductus.task.music.training.MusicTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus train FOLDER}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = "Trains a model on a folder of music.",
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, samples to listen to, and the"
          + " losses as CSV and picture. Ctrl-C stops it; --resume goes on."
    })
public final class TrainCommand implements TaskCommand<MusicTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description =
          "MIDI files, also in folders below it, or a corpus that 'ductus corpus' made, or, for the"
              + " encoding poly, a JSON file of frames; not needed with --resume or --config.")
  private @Nullable Path folder;

  @ArgGroup(validate = false, heading = "%nWhat is learned:%n", order = 0)
  private MusicTrainingOptions music = new MusicTrainingOptions();

  @Mixin private TrainingOptions training = new TrainingOptions();

  private String choice = "";

  @Override
  public Task<MusicTrainingConfig> task() {
    return new MusicTask();
  }

  @Override
  public Task<MusicTrainingConfig> task(MusicTrainingConfig settings) {
    return settings.corpus().encoding().equals(FrameNetwork.ENCODING) ? new KeysTask() : task();
  }

  /** The settings of the encoding that is asked for, or of the one that suits the folder. */
  @Override
  public MusicTrainingConfig usual() {
    if (folder == null || music.asksForEncoding()) {
      return music.usual(MelodyEncoding.NAME);
    }
    try {
      String from = music.from();
      if (from != null) {
        return music.usual(MusicModels.open(from).kind().encoding().name());
      }
      EncodingChoice suits;
      try (Progress looking = training.common().console().progress("Looking")) {
        suits = EncodingChoice.of(folder, looking);
      }
      choice = suits.why();
      boolean isMusic = MusicKinds.find(suits.encoding()).isPresent();
      return music.usual(isMusic ? suits.encoding() : MelodyEncoding.NAME);
    } catch (BadFileException | IOException unreadable) {
      // The run itself says what is wrong with the folder, or the model.
      return music.usual(MelodyEncoding.NAME);
    }
  }

  @Override
  public String choice() {
    return choice;
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(folder).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing FOLDER: where are the MIDI files?";
  }

  @Override
  public MusicTrainingConfig withOwnOptions(MusicTrainingConfig base) {
    return music.over(base);
  }
}
