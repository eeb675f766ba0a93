package ductus.cli.humanization;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.music.touch.Player;
import ductus.provenance.NewNames;
import ductus.task.humanization.Humanizing;
import ductus.task.humanization.Humanizing.HumanizeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus humanise FILE}: a player's touch for what has none. */
@Piped(in = "FILE", needsInputAgain = true)
@Command(
    name = "humanise",
    aliases = "humanize",
    description = {
      "Gives a stiff file a player's touch: how hard each note is struck, and how early or late."
          + " Notes, their lengths, bars and tempos stay as they are.",
      "",
      "The drum channel is played by a drummer, all else by a pianist. Velocities that are written"
          + " stay the mean; a part whose notes lie beside the grid was played already, and gets"
          + " velocities only.",
      ""
    },
    subcommands = HumanizeTrainCommand.class,
    footer = {"", "Example: ductus humanise corpora/melodies/amazing-grace.mid --wav"})
public final class HumanizeCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "What is to be played: MIDI, ABC or MusicXML.")
  private @Nullable Path file;

  @Option(
      names = "--amount",
      paramLabel = "A",
      description = "How much of the touch: 0 nothing, 1 all of it, as people play (default).")
  private double amount = 1;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Below 1 steadier, above 1 bolder; 1 by default.")
  private double temperature = 1;

  @Option(
      names = "--pianist",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default pianist, which ships.")
  private @Nullable String pianist;

  @Option(
      names = "--drummer",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default drummer, which ships.")
  private @Nullable String drummer;

  @Option(names = "--wav", description = "Renders sound as well.")
  private boolean wav;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (file == null) {
      throw common.wrongUsage("Missing FILE: what is to be played?");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    Map<Player, String> models = new EnumMap<>(Player.class);
    if (pianist != null) {
      models.put(Player.PIANIST, pianist);
    }
    if (drummer != null) {
      models.put(Player.DRUMMER, drummer);
    }
    HumanizeRequest request = Humanizing.request(file, amount, temperature, seed.orFresh(), models);
    try (NewNames names = NewNames.of(out.path().orElse(null), "touch", Humanizing.ENDINGS)) {
      Path stem = names.next();
      common.console().say("Seed " + request.seed());
      common
          .console()
          .report(
              new Humanizing(Version.text(), common.threads()).write(request, stem, wav).report());
      return ExitStatus.DONE;
    }
  }
}
