package ductus.cli.humanization;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.music.touch.Player;
import ductus.task.Task;
import ductus.task.humanization.HumanizationTask;
import ductus.task.humanization.HumanizationTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus humanise train FOLDER}: a network that learns a player's touch. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network on a folder of MIDI that people played: how hard they strike each note, and"
          + " of drummers how early or late.",
      "",
      "The beats must be known: performances to a click, whose tempo is the file's; or those with"
          + " the times of their beats beside them, as POP909 has (beat_midi.txt).",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class HumanizeTrainCommand implements TaskCommand<HumanizationTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Performances to learn from, MIDI; not needed with --resume.")
  private @Nullable Path source;

  @Option(
      names = "--player",
      paramLabel = "PLAYER",
      description =
          "pianist (all but the drum channel) or drummer (the drum channel); pianist by default.")
  private @Nullable Player player;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<HumanizationTrainingConfig> task() {
    return new HumanizationTask();
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
    return "Missing FOLDER: what is to be learned from?";
  }

  @Override
  public HumanizationTrainingConfig withOwnOptions(HumanizationTrainingConfig base) {
    return player == null ? base : base.withPlayer(player);
  }
}
