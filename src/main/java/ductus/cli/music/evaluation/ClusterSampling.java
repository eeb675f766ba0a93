package ductus.cli.music.evaluation;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.RemoteError;
import ductus.cli.music.Portion;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.ClusterException;
import ductus.cluster.evaluation.ClusterModel;
import ductus.file.BadFileException;
import ductus.task.music.generation.GeneratedTokens;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * Draws pieces on a cluster to look at them here: the same as this machine would draw. Their tokens
 * come by files in a folder that all machines see, which are taken away.
 */
final class ClusterSampling {
  private final Console console;
  private final String model;
  private final Path folder;

  /**
   * Ready to draw.
   *
   * @param model name, or path as all machines see it
   * @param folder that all machines see, made if missing
   */
  ClusterSampling(Console console, String model, Path folder) {
    this.console = console;
    this.model = model;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Draws the first so many pieces of a request here, or, where the model is on a cluster, there.
   *
   * @param folder that all machines see, made if missing
   */
  static <T> List<MusicGeneration.DrawnPiece<T>> anywhere(
      Optional<ClusterModel> there,
      Console console,
      Path folder,
      MusicGeneration<T> generation,
      MusicRequest request,
      int count)
      throws BadFileException, IOException {
    if (there.isEmpty()) {
      return generation.draw(request, 0, count);
    }
    ClusterModel far = there.get();
    return new ClusterSampling(console, far.model(), folder)
        .draw(far.cluster(), generation, request, count, far.stop());
  }

  /**
   * Draws the first so many pieces of a request.
   *
   * @param generation that knows what the tokens say
   * @throws ClusterException if some could not be drawn, or it was stopped
   */
  <T> List<MusicGeneration.DrawnPiece<T>> draw(
      Cluster cluster,
      MusicGeneration<T> generation,
      MusicRequest request,
      int count,
      BooleanSupplier stop)
      throws BadFileException, ClusterException, IOException {
    List<Portion> portions = Portion.of(count);
    boolean there = Files.exists(folder);
    if (!there) {
      Files.createDirectories(folder);
    }
    boolean drawn = false;
    try {
      run(cluster, portions.stream().map(each -> command(each, request)).toList(), stop);
      List<MusicGeneration.DrawnPiece<T>> pieces = new ArrayList<>();
      for (Portion portion : portions) {
        for (GeneratedTokens.Entry entry : GeneratedTokens.read(file(portion)).pieces()) {
          pieces.add(generation.piece(request, pieces.size(), entry.drawn()));
        }
      }
      drawn = true;
      return pieces;
    } finally {
      for (Portion portion : portions) {
        Files.deleteIfExists(file(portion));
      }
      if (!drawn && !there) {
        Files.deleteIfExists(folder);
      }
    }
  }

  private void run(Cluster cluster, List<ClusterCommand> commands, BooleanSupplier stop)
      throws ClusterException {
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    try (Progress progress = console.progress("Drawing")) {
      int[] done = {0};
      cluster.run(
          commands,
          outcome -> {
            String name = outcome.command().name();
            if (outcome.status() != ExitStatus.DONE) {
              failures.add(name + ": " + RemoteError.of(outcome));
            } else if (!Files.exists(file(outcome.command()))) {
              failures.add(name + ": " + RemoteError.ofAnotherFolder(outcome));
            }
            progress.reach(++done[0], commands.size());
          },
          () -> !failures.isEmpty() || stop.getAsBoolean());
    }
    if (!failures.isEmpty()) {
      throw new ClusterException(failures.element());
    }
    if (stop.getAsBoolean()) {
      throw new ClusterException("stopped");
    }
  }

  private Path file(Portion portion) {
    return folder.resolve(String.format(Locale.ROOT, "drawn-%06d.json", portion.from()));
  }

  private static Path file(ClusterCommand command) {
    return Path.of(command.arguments().get(command.arguments().size() - 1));
  }

  private ClusterCommand command(Portion portion, MusicRequest request) {
    return portion.command(model, request, 1, List.of("--tokens", file(portion).toString()));
  }
}
