package ductus.cli.music;

import ductus.cli.batch.RowOptions;
import ductus.cli.batch.RowRun;
import ductus.cli.batch.RowTable;
import ductus.cli.batch.TableRow;
import ductus.cli.console.Console;
import ductus.cli.console.Version;
import ductus.file.BadFileException;
import ductus.music.audio.SoundBank;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a tune for each row of a table. */
final class TuneVariation {
  /** The same without being given, so that a second run goes on where one stopped. */
  private static final long USUAL_SEED = 1;

  private static final String WHAT = "tunes";

  private static final Set<String> FOR_ALL =
      Set.of(
          "--vary",
          "--name",
          "--count",
          "--first",
          "--master",
          "--executors",
          "--out",
          "--wav",
          "--soundfont");

  private final Console console;
  private final RowTable table;
  private final RowOptions options;
  private final TuneWriting writing;

  TuneVariation(Console console, CommandSpec spec, RowTable table, int threads)
      throws BadFileException {
    this.console = console;
    this.table = table;
    options = RowOptions.all(table, spec, FOR_ALL);
    writing = new TuneWriting(Version.text(), threads);
  }

  /**
   * Makes all tunes.
   *
   * @param all what is asked for of all rows
   * @param modelGiven name or path that the user gave
   * @param names of the files, with places
   * @return the exit status
   */
  int run(
      GenerateCommand all,
      MusicModel<?> model,
      String modelGiven,
      String names,
      Optional<SoundBank> sound)
      throws BadFileException, IOException {
    long seed = all.seedOr(USUAL_SEED);
    List<String> wanted = sound.isPresent() ? List.of(".mid", ".wav") : List.of(".mid");
    return new RowRun(console, table, names)
        .run(
            WHAT,
            seed,
            all.folder(model.name()),
            (row, stem) -> {
              MusicRequest request = request(all, model, row, row.seed(seed));
              return writing.isThere(model, request, wanted, stem)
                  ? List.of()
                  : writing
                      .write(model, modelGiven, request, List.of(stem), sound, () -> false)
                      .stream()
                      .map(NewPiece::files)
                      .flatMap(List::stream)
                      .toList();
            });
  }

  private MusicRequest request(GenerateCommand all, MusicModel<?> model, TableRow row, long seed)
      throws BadFileException, IOException {
    if (options.areNone()) {
      return all.request(model, seed);
    }
    GenerateCommand asked = options.command(row, GenerateCommand::new);
    return asked.request(model, options.gives(row, "--seed") ? asked.seedOr(seed) : seed);
  }
}
